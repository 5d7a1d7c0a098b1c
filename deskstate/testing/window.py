"""A real window under test: real widgets, real mouse and key events, offscreen or on a screen.

GUI thread only.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from deskstate.runtime.options import Options
from deskstate.shell.application import Application
from deskstate.shell.live import Live
from deskstate.shell.window import Window
from deskstate.testing.nodes import AppTestError
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.native import Holder
from deskstate_widgets.text.help_mark import HelpMark

PATIENCE_S: Final = 10.0
NOTCH: Final = 120
"""What one step of a mouse wheel counts."""


class AppWindow:
    """One window of an app, with the verbs of the person in front of it."""

    def __init__(self, app: Application, window: Window) -> None:
        self.app = app
        self.window = window
        window.menus.fill()  # a person gets at them later than that

    def wait(self, timeout_s: float = PATIENCE_S) -> AppWindow:
        """Wait until the script has answered everything and the window shows it.

        Raises:
            AppTestError: When it takes longer than `timeout_s` seconds.
        """
        return self.wait_for(lambda: not self.window.busy, timeout_s)

    def wait_for(self, fact: Callable[[], bool], timeout_s: float = PATIENCE_S) -> AppWindow:
        """Wait until something is so.

        Raises:
            AppTestError: When it takes longer than `timeout_s` seconds.
        """
        until = time.monotonic() + timeout_s
        while not fact():
            if time.monotonic() > until:
                raise AppTestError(f"It did not come to pass within {timeout_s} s.")
            QTest.qWait(1)
        QApplication.processEvents()
        return self

    def idle(self, duration_ms: int = 50) -> AppWindow:
        """Let the window go on for a while without doing anything."""
        QTest.qWait(duration_ms)
        return self

    def find(self, *, key: str | None = None, label: str | None = None, text: str | None = None) -> Found:
        """The first element that fits, in script order.

        Args:
            key: The user's key.
            label: Its label, markup left out.
            text: Part of what it says: body, label or value.

        Raises:
            AppTestError: When there is none.
        """
        for live in self.lives():
            if _fits(live, key, label, text):
                return Found(self, live)
        wanted = {"key": key, "label": label, "text": text}
        said = ", ".join(f"{name}={value!r}" for name, value in wanted.items() if value is not None)
        raise AppTestError(f"The window shows no element with {said}.")

    def shows(self, text: str) -> bool:
        """True when some element says this."""
        return any(_fits(live, None, None, text) for live in self.lives())

    def lives(self) -> Iterator[Live]:
        """Every element of the window, in script order."""
        if self.window.stage.root is not None:
            yield from _walk(self.window.stage.root)

    def press(self, keys: str) -> AppWindow:
        """Press a key or a combination, such as "Tab", "Ctrl+N", wherever the focus is."""
        press(QApplication.focusWidget() or self.window, keys)
        return self

    def scroll(self, notches: int) -> AppWindow:
        """Turn the wheel over the middle of the window; positive numbers go down."""
        middle = self.window.rect().center()
        target = self.window.childAt(middle) or self.window
        wheel(target, target.mapFrom(self.window, middle), notches)
        return self

    def picture(self, file: str | Path) -> Path:
        """Write what the window shows to a PNG file."""
        QApplication.processEvents()
        if not self.window.grab().save(str(file)):
            raise AppTestError(f"The picture {file} cannot be written.")
        return Path(file)

    def close(self) -> None:
        """Close the window, and wait until it is gone: a run in progress ends first.

        Raises:
            AppTestError: When it does not; a person would be asked whether to wait.
        """
        self.window.close()
        if self.window in self.app.windows:
            self.wait_for(lambda: self.window not in self.app.windows)


class Found:
    """One element in a real window."""

    def __init__(self, owner: AppWindow, live: Live) -> None:
        self._owner = owner
        self.live = live
        """The element: its `properties`, its `value`."""

    @property
    def widget(self) -> QWidget:
        """The Qt widget, scrolled into view."""
        self._reveal()
        return self.live.widget()

    @property
    def control(self) -> QWidget:
        """The part of it that takes keys, and is not there for its help."""
        widget = self.widget
        candidates = [widget, *widget.findChildren(QWidget)]
        for each in candidates:
            if (
                not isinstance(each, HelpMark)
                and each.focusPolicy() != Qt.FocusPolicy.NoFocus
                and each.isVisible()
                and each.focusProxy() is None
            ):
                return each
        return widget

    @property
    def value(self) -> Any:
        """What the input shows."""
        return self.live.shown_value()

    @property
    def text(self) -> str:
        """What the element says, markup left out."""
        return "\n".join(_texts(self.live))

    @property
    def shown_text(self) -> str:
        """The text in its editor, as it stands there now; "" when it has none."""
        control = self.control
        if isinstance(control, QLineEdit):
            return control.text()
        return control.toPlainText() if isinstance(control, QPlainTextEdit | QTextEdit) else ""

    def is_visible(self) -> bool:
        """True when it is shown, though perhaps only after scrolling: not in a closed expander or behind a tab."""
        return self.live.realised and self.live.widget().isVisible()

    def click(self) -> Found:
        """Click in the middle of it."""
        control = self.control
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=control.rect().center())
        return self

    def mouse_down(self) -> Found:
        """Press the left mouse button in the middle of it."""
        control = self.control
        QTest.mousePress(control, Qt.MouseButton.LeftButton, pos=control.rect().center())
        return self

    def mouse_up(self) -> Found:
        """Release the left mouse button in the middle of it."""
        control = self.control
        QTest.mouseRelease(control, Qt.MouseButton.LeftButton, pos=control.rect().center())
        return self

    def type(self, text: str) -> Found:
        """Give it the focus and type."""
        self.focus()
        for letter in text:
            type_letter(QApplication.focusWidget() or self.control, letter)
        return self

    def clear(self) -> Found:
        """Give it the focus, select all that is in it and delete it."""
        self.focus()
        return self.press("Ctrl+A").press("Delete")

    def press(self, keys: str) -> Found:
        """Give it the focus and press a key or a combination, such as "Return" or "Shift+Tab"."""
        self.focus()
        press(QApplication.focusWidget() or self.control, keys)
        return self

    def focus(self) -> Found:
        """Give it the keyboard focus, unless something in it has it."""
        focus = QApplication.focusWidget()
        widget = self.widget
        if focus is None or (focus is not widget and not widget.isAncestorOf(focus)):
            self._owner.window.activateWindow()
            self.live.native().focus()
        return self

    def scroll(self, notches: int) -> Found:
        """Turn the wheel over it; positive numbers go down."""
        control = self.control
        wheel(control, control.rect().center(), notches)
        return self

    def has_focus(self) -> bool:
        """True when it, or a part of it, has the keyboard focus."""
        focus = QApplication.focusWidget()
        widget = self.live.widget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    def wait(self) -> Found:
        """Wait for the script's answer; see `AppWindow.wait`."""
        self._owner.wait()
        return self

    def _reveal(self) -> None:
        line: list[Live] = []
        live: Live | None = self.live
        while live is not None:
            line.append(live)
            live = live.parent
        for child, holder in pairwise(line):
            native = holder.native()
            if isinstance(native, Holder):
                native.reveal(child)
        widget = self.live.widget()
        area = widget.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea):
                QApplication.processEvents()
                area.ensureWidgetVisible(widget)
            area = area.parentWidget()
        QApplication.processEvents()


def press(target: QWidget, keys: str) -> None:
    """Send a key or a combination to a widget."""
    if len(keys) == 1:
        QTest.keyClicks(target, keys)
    else:
        QTest.keyClick(target, *key_of(keys))


def key_of(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key of a combination such as "Ctrl+Return", and what is held with it."""
    before, _, key = keys.rpartition("+") if not keys.endswith("+") else (keys[:-2], "+", "+")
    flags = Qt.KeyboardModifier.NoModifier
    for modifier in before.split("+") if before else ():
        flags |= _MODIFIERS[modifier.lower()]
    if len(key) == 1:
        return Qt.Key(ord(key.upper())), flags  # Qt numbers these keys as their characters
    return getattr(Qt.Key, f"Key_{_KEYS.get(key.lower(), key.capitalize())}"), flags


def type_letter(target: QWidget, letter: str) -> None:
    """Type one letter of any script."""
    if letter.isascii():
        QTest.keyClicks(target, letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest aborts at what Latin-1 does not have
        QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def wheel(target: QWidget, at: QPoint, notches: int) -> None:
    """Turn the wheel over a point of a widget."""
    event = QWheelEvent(
        QPointF(at),
        QPointF(target.mapToGlobal(at)),
        QPoint(),
        QPoint(0, -NOTCH * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    widget: QWidget | None = target
    while widget is not None:  # Qt hands an ignored wheel event to the parent; sendEvent does not
        event.setAccepted(True)
        QApplication.sendEvent(widget, event)
        if event.isAccepted() or widget.isWindow():
            return
        widget = widget.parentWidget()


_MODIFIERS: Final = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "meta": Qt.KeyboardModifier.MetaModifier,
}
_KEYS: Final = {"pageup": "PageUp", "pagedown": "PageDown", "esc": "Escape", "enter": "Return", "del": "Delete"}
_TEXTS: Final = ("label", "body", "text", "title", "message", "type_name")


def open_app(script: Path, *, wait: bool = True, session_options: Options | None = None, **options: Any) -> AppWindow:
    """Open a window on a script.

    Args:
        script: The file.
        wait: True: wait for the end of its first run.
        session_options: How its sessions behave.
        options: Those of `Application`; by default saved files are not watched.
    """
    import deskstate
    from deskstate.runtime.script import Script
    from deskstate.shell.application import Reload

    options.setdefault("reload", Reload.NEVER)
    app = Application(Script(script, write=deskstate.write), session_options or Options(), **options)
    try:
        window = AppWindow(app, app.open_window())
        return window.wait() if wait else window
    except BaseException:  # a window that stayed would get the mouse of the tests that follow
        app.dispose()
        raise


def deliver_deferred() -> None:
    """Let Qt delete what was closed."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _walk(live: Live) -> Iterator[Live]:
    yield live
    for child in live.children:
        yield from _walk(child)


def _texts(live: Live) -> list[str]:
    found = [getattr(live.properties, name, None) for name in _TEXTS]
    return [plain_text(text) for text in found if isinstance(text, str) and text]


def _fits(live: Live, key: str | None, label: str | None, text: str | None) -> bool:
    if key is not None and live.key != key:
        return False
    if label is not None:
        own = getattr(live.properties, "label", None)
        if not isinstance(own, str) or label not in (own, plain_text(own)):
            return False
    if text is not None:
        value = live.value if isinstance(live.value, str) else ""
        return any(text in each for each in (*_texts(live), value))
    return True
