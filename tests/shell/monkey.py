"""Somebody who does anything at all to an app: real mouse and key events at random, on every window it has.

GUI thread only.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QDialog, QLineEdit, QMainWindow, QPlainTextEdit, QWidget
from shiboken6 import isValid

from deskstate.runtime.ends import End
from deskstate.shell.theme import Theme
from deskstate.shell.window import Window
from deskstate.testing.window import AppWindow, key_of, type_letter, wheel
from deskstate_widgets.choices._editor import ChoiceEditor
from tests.shell.watcher import Failure, Watcher

SETTLE_EVERY: Final = 20
"""Events between two looks at what the app knows."""
COMPARE_EVERY: Final = 400
"""Events between two comparisons with a window that is built anew."""
REMEMBERED: Final = 16
"""How many of the last events are told when something happened."""
MOST_WINDOWS: Final = 3
WORDS: Final = ("", "a", "Ada", "42", "-3.5", "x" * 60, "ünïcödé", "two words", "1e9", "😀", "deskstate", "12\b")
KEYS: Final = (
    *("Tab", "Tab", "Tab", "Shift+Tab", "Return", "Return", "Space", "Up", "Down", "Left", "Right", "Home", "End"),
    *(
        "Backspace",
        "Delete",
        "Esc",
        "PageUp",
        "PageDown",
        "Ctrl+A",
        "Ctrl+Z",
        "Ctrl+Shift+Z",
        "Ctrl+Return",
        "Shift+Left",
    ),
    *("Ctrl+C", "Ctrl+V", "Ctrl+X", "F5", "Ctrl+.", "Alt+Down", "Ctrl+\\", "Menu"),
)
LEFT: Final = Qt.MouseButton.LeftButton
NO_KEY: Final = Qt.KeyboardModifier.NoModifier
TOP: Final = (QMainWindow, QDialog)
"""Windows that last: events go to them and find their way; a popup's native window may go at any time."""
Editor = QLineEdit | QPlainTextEdit


class Monkey:
    """Acts at random on the windows of one app."""

    def __init__(self, window: AppWindow, rng: random.Random, watcher: Watcher, *, trace: bool = False) -> None:
        """Begin with one window.

        Args:
            window: The one to begin with.
            rng: Decides what is done.
            watcher: Says what must not happen.
            trace: True: print what is done before it is done.
        """
        self.trace = trace
        self.app = window.app
        self.rng = rng
        self.watcher = watcher
        self.past: deque[str] = deque(maxlen=REMEMBERED)
        """The last events, oldest first."""
        self.window = window.window
        """The one in front."""
        acts: dict[Callable[[], None], float] = {
            self.click: 30,
            self.type_word: 12,
            self.fill: 8,
            self.fill_while_it_runs: 4,
            self.key: 24,
            self.drag: 8,
            self.open_choices: 4,
            self.click_beside_a_list: 4,
            self.double_click: 2,
            self.hover: 4,
            self.turn_wheel: 4,
            self.ask_for_menu: 1,
            self.resize: 2,
            self.change_window: 1,
            self.save: 0.4,
            self.change_theme: 0.4,
            self.change_zoom: 0.4,
        }
        self._acts, self._weights = [*acts], [*acts.values()]

    def play(self, events: int) -> None:
        """Act so many times, and look whether all is well.

        Raises:
            Failure: When something happened that must not happen.
        """
        for number in range(1, events + 1):
            act = self.rng.choices(self._acts, self._weights)[0]
            self.past.append(f"{number} {act.__name__}")
            self._front()  # the last one may have gone since: closed during a run, it goes at the end of that
            act()
            self._front()
            if self.rng.random() < 0.8:
                QApplication.processEvents()
            self.watcher.listen()
            if number % SETTLE_EVERY == 0:
                self.watcher.settle()
            if number % COMPARE_EVERY == 0 or number == events:
                self._step_back()
                self.watcher.compare()

    # What a person does

    def click(self) -> None:
        """Click on anything."""
        self._click(QWidget)

    def open_choices(self) -> None:
        """Open a list of choices."""
        self._click(ChoiceEditor)

    def click_beside_a_list(self) -> None:
        """With a list open, press on anything else of the window: the list closes, and what was pressed is pressed."""
        self.open_choices()
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        window = self._front()
        widget, at = self._spot_on(window, QWidget)
        field, spot = popup.parentWidget(), widget.mapToGlobal(at)
        if popup.geometry().contains(spot) or (field and field.rect().contains(field.mapFromGlobal(spot))):
            return  # a press on its own field may leave a list open
        _press(widget, at)
        if isValid(popup) and popup.isVisible() and QApplication.activePopupWidget() is popup:
            raise Failure(f"a list stays open while one presses on {_named(widget)}")
        _release(widget, at)

    def double_click(self) -> None:
        """Click twice on anything."""
        widget, at = self._spot(QWidget)
        if QApplication.activePopupWidget() is None:  # the first click would delete it
            QTest.mouseDClick(_handle(widget), LEFT, NO_KEY, _in_window(widget, at))

    def hover(self) -> None:
        """Move the mouse over anything."""
        _move(*self._spot(QWidget))

    def drag(self) -> None:
        """Press on anything, most often on a slider, move, and release somewhere."""
        widget, at = self._spot(QAbstractSlider if self.rng.random() < 0.7 else QWidget)
        _press(widget, at)
        for _ in range(self.rng.randrange(4)):
            if isValid(widget):
                at = self._point(widget)
                _move(widget, at)
                QApplication.processEvents()
        _release(widget, at)

    def ask_for_menu(self) -> None:
        """Press the other mouse button on anything."""
        widget, at = self._spot(QWidget)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)

    def type_word(self) -> None:
        """Type a word where the focus is."""
        word = self.rng.choice(WORDS)
        self._tell(repr(word))
        for letter in word:
            type_letter(QApplication.focusWidget() or self._front(), letter)

    def fill(self) -> None:
        """Go to a field and type; perhaps commit it."""
        if self._editor() is not None:
            self.type_word()
            key = self.rng.choice(["Return", "Tab", "Ctrl+Return", ""])
            if key:
                self._press(key)

    def fill_while_it_runs(self) -> None:
        """Type in a field while the script runs: what is typed must be there afterwards."""
        self.watcher.settle()
        editor = self._editor()
        if editor is not None:
            self.watcher.settle()
            window = self._front()
            stopped = window.session.last_end is not End.FINISHED  # then what it has not shown comes now
            window.rerun()
            self.type_word()
            if not stopped and isValid(editor):  # what came before may have taken it away
                self.watcher.keeps(window, editor)

    def key(self) -> None:
        """Press a key."""
        self._press(self.rng.choice(KEYS))

    def turn_wheel(self) -> None:
        """Turn the wheel over anything."""
        widget, at = self._spot(QWidget)
        wheel(widget, at, self.rng.choice([-5, -1, 1, 5]))

    # What a person does with windows

    def resize(self) -> None:
        """Change the size of the window."""
        self.window.resize(self.rng.randrange(320, 1400), self.rng.randrange(300, 1000))

    def change_window(self) -> None:
        """Open one more, close one, or turn to another one."""
        keys = self.rng.choice(["Ctrl+N", "Ctrl+W", ""])
        if keys:
            self._press(keys)
        else:
            self.window = self.rng.choice(self.app.windows)
            self.window.activateWindow()

    def save(self) -> None:
        """Save the script with one line more, which every window shows then."""
        self.watcher.save()

    def change_theme(self) -> None:
        """Choose light or dark."""
        self.app.theme.set(self.rng.choice(list(Theme)))

    def change_zoom(self) -> None:
        """Make all larger or smaller, or as it was."""
        self._press(self.rng.choice(["Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+0"]))

    # Where

    def _tell(self, words: str) -> None:
        """Say more of what is being done."""
        self.past.append(f"{self.past.pop()} {words}")
        if self.trace:
            print(self.past[-1], flush=True)

    def _front(self) -> Window:
        """A window to act on: there is always one, and never too many."""
        for window in self.app.windows[:-MOST_WINDOWS]:
            window.close()
        if not self.app.windows:
            self.watcher.greet(self.app.open_window())
        if self.window not in self.app.windows:
            self.window = self.app.windows[-1]
            self.window.activateWindow()
        for window in self.app.windows:
            self.watcher.greet(window)
        return self.window

    def _surface(self) -> QWidget:
        surface = self._uppermost()
        if QApplication.activePopupWidget() is None and not surface.isActiveWindow():
            surface.activateWindow()  # as a window manager does it when one clicks there
            QApplication.processEvents()
            surface = self._uppermost()  # that one may have gone
        return surface

    def _uppermost(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._front()

    def _spot(self, kind: type[QWidget]) -> tuple[QWidget, QPoint]:
        """A widget that is seen, and a point of it; of that kind if there is one."""
        return self._spot_on(self._surface(), kind)

    def _spot_on(self, surface: QWidget, kind: type[QWidget]) -> tuple[QWidget, QPoint]:
        seen = [each for each in surface.findChildren(kind) if each.isVisible() and not each.isWindow()]
        for widget in self.rng.sample(seen, min(8, len(seen))):
            region = widget.visibleRegion()
            if not region.isEmpty():
                box = region.boundingRect()
                self._tell(_named(widget))
                return widget, box.topLeft() + self._point_in(box.width(), box.height())
        self._tell(_named(surface))
        return surface, self._point(surface)

    def _point(self, widget: QWidget) -> QPoint:
        return self._point_in(widget.width(), widget.height())

    def _point_in(self, width: int, height: int) -> QPoint:
        return QPoint(self.rng.randrange(max(1, width)), self.rng.randrange(max(1, height)))

    def _click(self, kind: type[QWidget]) -> None:
        widget, at = self._spot(kind)
        _press(widget, at)
        _release(widget, at)

    def _editor(self) -> Editor | None:
        """Click into a field; None when it does not take the focus."""
        widget, at = self._spot(self.rng.choice([QLineEdit, QLineEdit, QPlainTextEdit]))
        _press(widget, at)
        _release(widget, at)
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, Editor) and QApplication.activePopupWidget() is None else None

    def _press(self, keys: str) -> None:
        self._tell(keys)
        key, held = key_of(keys)
        surface = self._surface()
        QTest.keyPress(_target(surface), key, held)
        # The key may have closed the window. Its QWindow, which Qt has made, would look valid even when it is deleted.
        if isValid(surface) and surface.isVisible():
            QTest.keyRelease(_target(surface), key, held)

    def _step_back(self) -> None:
        """Close what lies on top, and take the mouse away."""
        for each in self._on_top():
            each.close()
        for window in self.app.windows:
            QTest.mouseMove(_handle(window), QPoint(window.width() - 2, 2))

    @staticmethod
    def _on_top() -> Iterator[QWidget]:
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and not isinstance(each, QMainWindow):
                yield each


def play(
    window: AppWindow,
    script: Path,
    said: list[str],
    *,
    events: int,
    seed: int,
    may_fail: bool = False,
    trace: bool = False,
) -> None:
    """Let a monkey act on an app whose script stands in a folder of its own.

    Args:
        window: The app's first window; it reloads by itself.
        script: Its script, which the monkey will change.
        said: Where complaints arrive.
        events: How many times it acts.
        seed: Decides what it does.
        may_fail: True when the script raises on purpose.
        trace: True: print what it does.

    Raises:
        Failure: When something happened that must not happen; a note says after which events.
    """
    watcher = Watcher(window, script, said, may_fail=may_fail)
    monkey = Monkey(window, random.Random(f"{seed} {script.stem}"), watcher, trace=trace)
    try:
        monkey.play(events)
    except Exception as error:
        error.add_note("\n  ".join([f"{script.stem}, seed {seed}, after the events", *monkey.past]))
        raise


def _handle(widget: QWidget) -> QWindow:
    handle = widget.window().windowHandle()
    assert handle is not None
    return handle


def _target(surface: QWidget) -> QWidget | QWindow:
    return _handle(surface) if isinstance(surface, TOP) else surface


def _press(widget: QWidget, at: QPoint) -> None:
    if isinstance(widget.window(), TOP):
        QTest.mousePress(_handle(widget), LEFT, NO_KEY, _in_window(widget, at))
    else:
        QTest.mousePress(widget, LEFT, NO_KEY, at)


def _move(widget: QWidget, at: QPoint) -> None:
    if isinstance(widget.window(), TOP):
        QTest.mouseMove(_handle(widget), _in_window(widget, at))
    else:
        QTest.mouseMove(widget, at)


def _release(widget: QWidget, at: QPoint) -> None:
    if not isValid(widget):  # the press has closed it
        return
    if isinstance(widget.window(), TOP):
        QTest.mouseRelease(_handle(widget), LEFT, NO_KEY, _in_window(widget, at))
    else:
        QTest.mouseRelease(widget, LEFT, NO_KEY, at)


def _in_window(widget: QWidget, at: QPoint) -> QPoint:
    window = widget.window()
    inside = widget.mapTo(window, at)
    return QPoint(min(max(inside.x(), 0), window.width() - 1), min(max(inside.y(), 0), window.height() - 1))


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()[:30]}".strip()
