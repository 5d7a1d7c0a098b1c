"""Random real events on the example apps: nothing may crash, warn, hang, or lose an edit.

    python tests/benchmarks/monkey.py [--events 100000] [--seed 1] [--app NAME ...]

Exits with 1 and says what happened when something did.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from deskstate.core.properties import inputs
from deskstate.runtime.session import End
from deskstate.shell.live import Live
from deskstate.testing.window import AppWindow, deliver_deferred, open_app
from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

EXAMPLES = Path(__file__).parents[2] / "examples"
LEFT_OUT = {"unserializable", "errors", "computed"}
"""Apps that raise or sleep on purpose."""
STUCK_S = 20.0
WORDS = ["", "a", "Ada", "42", "-3.5", "x" * 60, "ünïcödé", "two words", "1e9", "😀"]
KEYS = ["Tab", "Shift+Tab", "Return", "Space", "Up", "Down", "Left", "Right", "Home", "End", "Backspace", "Escape"]


class Failure(Exception):
    """The window did what it must never do."""


class Monkey:
    """Acts at random on one window."""

    def __init__(self, window: AppWindow, rng: random.Random, warnings: list[str]) -> None:
        self.window = window
        self.rng = rng
        self.warnings = warnings
        self.acts: list[Callable[[], None]] = [
            self.click,
            self.click,
            self.type,
            self.key,
            self.wheel,
            self.resize,
            self.drag,
        ]

    def act(self) -> None:
        """Do something, and look whether all is well."""
        act = self.rng.choice(self.acts)
        act()
        QApplication.processEvents()
        if self.warnings:
            raise Failure(f"{act.__name__}: Qt says {self.warnings}")

    def settle(self) -> None:
        """Wait for the script, and check that window and state agree."""
        until = time.monotonic() + STUCK_S
        while self.window.window.busy:
            if time.monotonic() > until:
                raise Failure("a run does not end")
            QTest.qWait(1)
        session = self.window.window.session
        if session.last_end is End.FAILED:
            raise Failure("the script raised")
        for live in self.window.lives():
            self.agree(live)

    def agree(self, live: Live) -> None:
        """What an input shows is what the state holds, unless it is being edited or was cleared."""
        state = self.window.window.session.state
        stage = self.window.window.stage
        element = state.drawn.get(live.id or "")
        if element is None or element.trigger or isinstance(live.properties, inputs.Button):
            return
        edited = live in stage.drafts or (live.form is not None and live in live.form.pending)
        if not edited and live.id not in state.cleared and live.value != element.value:
            raise Failure(f"{live.properties.kind} {live.key}: shows {live.value!r}, the app knows {element.value!r}")

    def widget(self) -> QWidget | None:
        """Some visible widget."""
        window = self.window.window
        candidates = [each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        return self.rng.choice(candidates) if candidates else None

    def point(self, widget: QWidget) -> QPoint:
        """Some point of it."""
        return QPoint(self.rng.randrange(max(1, widget.width())), self.rng.randrange(max(1, widget.height())))

    def target(self) -> QWidget:
        """A popup that is open takes all events."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window.window

    def click(self) -> None:
        """Click somewhere."""
        widget = QApplication.activePopupWidget() or self.widget()
        if widget is not None and type(widget).__name__ not in ("QMenuBar", "QMenu"):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=self.point(widget))

    def drag(self) -> None:
        """Press, move, release."""
        widget = self.widget()
        if widget is None or type(widget).__name__ in ("QMenuBar", "QMenu"):
            return
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=self.point(widget))
        QTest.mouseMove(widget, self.point(widget))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self.point(widget))

    def type(self) -> None:
        """Type a word where the focus is."""
        QTest.keyClicks(self.target(), self.rng.choice(WORDS))

    def key(self) -> None:
        """Press a key where the focus is."""
        from deskstate.testing.window import press

        press(self.target(), self.rng.choice(KEYS))

    def wheel(self) -> None:
        """Turn the wheel somewhere."""
        self.window.scroll(self.rng.choice([-5, -1, 1, 5]))

    def resize(self) -> None:
        """Change the window's size."""
        if self.rng.random() < 0.2:
            self.window.window.resize(self.rng.randrange(320, 1400), self.rng.randrange(300, 1000))


def play(path: Path, events: int, rng: random.Random, qt: QApplication) -> None:
    """Some events on one app, in a fresh window."""
    warnings: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            warnings.append(message)

    qInstallMessageHandler(listen)
    sys.argv = [str(path)]
    window = open_app(path, qt)
    monkey = Monkey(window, rng, warnings)
    try:
        for number in range(events):
            monkey.act()
            if number % 20 == 19:
                monkey.settle()
        monkey.settle()
    finally:
        qInstallMessageHandler(None)
        for each in list(window.app.windows):
            each.close()
        deliver_deferred()


def main(arguments: list[str] | None = None) -> int:
    """Play on every app in turn."""
    parser = argparse.ArgumentParser(description="Random events on the example apps")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--app", nargs="*", help="names of examples; default: all")
    options: Any = parser.parse_args(arguments)
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    apps = [path for path in sorted(EXAMPLES.glob("*.py")) if path.stem not in LEFT_OUT]
    if options.app:
        apps = [path for path in apps if path.stem in options.app]
    rng = random.Random(options.seed)
    for path in apps:
        started = time.monotonic()
        try:
            play(path, options.events // len(apps), rng, qt)
        except Failure as failure:
            print(f"{path.stem}: {failure} (seed {options.seed})", file=sys.stderr)
            return 1
        print(f"{path.stem}: {options.events // len(apps)} events in {time.monotonic() - started:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
