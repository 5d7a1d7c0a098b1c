"""Random real events on the example apps: nothing may crash, warn, hang, or lose an edit.

    python tests/benchmarks/monkey.py [--events 100000] [--seed 1] [--app NAME ...]

Exits with 1 and says what happened when something did.
"""

# ruff: noqa: E402
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportDeprecated=false
from __future__ import annotations

import argparse
import os
import random
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(ROOT))

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from deskstate.core.properties import inputs
from deskstate.runtime.session import End
from deskstate.shell.live import Live
from deskstate.testing.window import AppWindow, deliver_deferred, open_app, press, type_letter
from tests.shell.fresh import Fresh, rest

EXAMPLES: Final = ROOT / "examples"
SLOW: Final = {"computed"}
"""Apps that sleep."""
MAY_FAIL: Final = {"errors"}
"""Apps that raise on purpose."""
STUCK_S: Final = 20.0
SETTLE_EVERY: Final = 20
COMPARE_EVERY: Final = 400
REMEMBERED: Final = 12
"""How many of the last acts are told when something happened."""
HARMLESS: Final = ("This plugin does not support ", "Mouse event ")
"""Begins what the offscreen platform says about itself, and QTest about widgets that do not care for a click."""
WORDS: Final = ["", "a", "Ada", "42", "-3.5", "x" * 60, "ünïcödé", "two words", "1e9", "😀", "deskstate"]
KEYS: Final = (
    *("Tab", "Shift+Tab", "Return", "Space", "Up", "Down", "Left", "Right", "Home", "End", "Backspace", "Delete"),
    *("Escape", "PageUp", "PageDown", "Ctrl+A", "Ctrl+Z", "Ctrl+Return", "F5"),
)
MENUS: Final = ("QMenuBar", "QMenu")
"""Left alone: they open and close windows."""


class Failure(Exception):
    """The window did what it must never do."""


class Monkey:
    """Acts at random on one window."""

    def __init__(self, window: AppWindow, rng: random.Random, complaints: list[str], *, may_fail: bool = False) -> None:
        self.window = window
        self.rng = rng
        self.complaints = complaints
        self.may_fail = may_fail
        self.past: deque[str] = deque(maxlen=REMEMBERED)
        """The last acts, oldest first."""
        self.acts: list[Callable[[], str]] = [
            *(self.click, self.click, self.click, self.type, self.key, self.key, self.wheel, self.resize, self.drag),
        ]

    def play(self, events: int) -> None:
        """Act so many times, and look whether all is well."""
        for number in range(1, events + 1):
            self.past.append(self.rng.choice(self.acts)())
            if self.rng.random() < 0.8:
                QApplication.processEvents()
            if self.complaints:
                raise Failure(f"said {self.complaints}")
            if number % SETTLE_EVERY == 0:
                self.settle()
            if number % COMPARE_EVERY == 0:
                self.compare()
        self.settle()
        self.compare()

    def settle(self) -> None:
        """Wait for the script, and check that window and state agree."""
        until = time.monotonic() + STUCK_S
        while self.window.window.busy or self.window.window.stage.holding:
            if time.monotonic() > until:
                raise Failure("a run does not end")
            QTest.qWait(1)
        if self.window.window.session.last_end is End.FAILED and not self.may_fail:
            raise Failure("the script raised")
        for live in self.window.lives():
            self.agree(live)

    def agree(self, live: Live) -> None:
        """What an input shows is what the script knows, unless it is being edited."""
        stage = self.window.window.stage
        element = self.window.window.session.state.drawn.get(live.id or "")
        if element is None or isinstance(live.properties, inputs.Button):
            return
        edited = live in stage.drafts or (live.form is not None and live in live.form.pending)
        if not edited and live.value != element.value:
            raise Failure(f"{live.properties.kind} {live.key}: shows {live.value!r}, the app knows {element.value!r}")

    def compare(self) -> None:
        """The window looks as if it were built anew."""
        window = self.window.window
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        rest(window)
        self.settle()
        if window.session.run is None or window.session.run.sidebar.children or _is_edited(window.stage.root):
            return  # whether the sidebar is open, and what is not submitted yet, is the person's
        fresh = Fresh(window)
        try:
            difference = fresh.difference()
            if difference:
                for name, picture in zip(("patched", "fresh"), fresh.pictures(), strict=True):
                    picture.save(f"monkey-{name}.png")
                raise Failure(f"it does not look as if it were built anew: {difference}")
        finally:
            fresh.close()

    def widget(self) -> QWidget | None:
        """Some visible widget."""
        window = self.window.window
        candidates = [each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        candidates = [each for each in candidates if type(each).__name__ not in MENUS]
        return self.rng.choice(candidates) if candidates else None

    def point(self, widget: QWidget) -> QPoint:
        """Some point of it."""
        return QPoint(self.rng.randrange(max(1, widget.width())), self.rng.randrange(max(1, widget.height())))

    def target(self) -> QWidget:
        """What takes keys: a popup that is open, or what has the focus."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window.window

    def click(self) -> str:
        """Click somewhere."""
        widget = QApplication.activePopupWidget() or self.widget()
        if widget is None or type(widget).__name__ in MENUS:
            return "click nothing"
        inner = widget.childAt(self.point(widget)) or widget
        QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=self.point(inner))
        return f"click {_named(inner)}"

    def drag(self) -> str:
        """Press, move, release."""
        widget = self.widget()
        if widget is None:
            return "drag nothing"
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=self.point(widget))
        QTest.mouseMove(widget, self.point(widget))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self.point(widget))
        return f"drag {_named(widget)}"

    def type(self) -> str:
        """Type a word where the focus is."""
        word = self.rng.choice(WORDS)
        target = self.target()
        for letter in word:
            type_letter(self.target(), letter)
        return f"type {word[:20]} into {_named(target)}"

    def key(self) -> str:
        """Press a key where the focus is."""
        keys = self.rng.choice(KEYS)
        target = self.target()
        press(target, keys)
        return f"press {keys} in {_named(target)}"

    def wheel(self) -> str:
        """Turn the wheel somewhere."""
        self.window.scroll(self.rng.choice([-5, -1, 1, 5]))
        return "wheel"

    def resize(self) -> str:
        """Change the window's size, though not often."""
        if self.rng.random() > 0.2:
            return "rest"
        self.window.window.resize(self.rng.randrange(320, 1400), self.rng.randrange(300, 1000))
        return "resize"


def play(path: Path, events: int, seed: int) -> None:
    """Some events on one app, in a fresh window.

    Raises:
        Failure: When something happened that must not happen.
    """
    with complaints() as said:
        window = open_app(path)
        monkey = Monkey(window, random.Random(f"{seed} {path.stem}"), said, may_fail=path.stem in MAY_FAIL)
        try:
            monkey.play(events)
        except Failure as failure:
            raise Failure(f"{path.stem}, seed {seed}: {failure}\nafter {', '.join(monkey.past)}") from None
        finally:
            window.app.dispose()
            deliver_deferred()


@contextmanager
def complaints() -> Iterator[list[str]]:
    """What Qt warns about and what is raised where nobody catches it, on any thread."""
    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not message.startswith(HARMLESS):
            said.append(message)

    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = lambda *error: said.append("".join(traceback.format_exception(*error)))
    threading.excepthook = lambda error: said.append(f"{error.exc_type.__name__} in a thread: {error.exc_value}")
    qInstallMessageHandler(listen)
    try:
        yield said
    finally:
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook = hooks


def _is_edited(live: Live | None) -> bool:
    return live is not None and (bool(live.pending) or any(_is_edited(child) for child in live.children))


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}".strip()


def main(arguments: list[str] | None = None) -> int:
    """Play on every app in turn."""
    parser = argparse.ArgumentParser(description="Random events on the example apps")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--app", nargs="*", help="names of examples; default: all but those that sleep")
    options: Any = parser.parse_args(arguments)
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    apps = [path for path in sorted(EXAMPLES.glob("*.py")) if path.stem in (options.app or {path.stem} - SLOW)]
    failed = False
    for path in apps:
        started_s = time.monotonic()
        events = options.events // len(apps)
        try:
            play(path, events, options.seed)
            print(f"{path.stem}: {events} events in {time.monotonic() - started_s:.0f} s", flush=True)
        except Failure as failure:
            print(failure, file=sys.stderr, flush=True)
            failed = True
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
