"""What a window does when nobody does anything: layouts that are asked for, and paints but of what is meant to move.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QProgressBar, QTextEdit, QWidget

EDITORS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)
"""The caret blinks in the one that has the focus."""
TURNING: Final = "_Arc"
"""The class of what turns in a spinner."""


class Stirring(QObject):
    """Notes what stirs in the windows of this process, from `begin` to `end`."""

    def __init__(self, note: Callable[[str], object]) -> None:
        """Make one.

        Args:
            note: Called with one line for each layout that is asked for and each paint.
        """
        super().__init__()
        self._note = note

    @Slot()
    def begin(self) -> None:
        """Look at everything from now on."""
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one

    def end(self) -> None:
        """Look no longer."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.LayoutRequest:
            self._note(f"layout of {_name(watched)}")
        elif isinstance(event, QPaintEvent) and isinstance(watched, QWidget) and not _is_meant(watched, event.rect()):
            self._note(f"paint of {_name(watched)}")
        return False


def _name(thing: QObject) -> str:
    """Its class and those around it, as far as they are needed to find it."""
    names: list[str] = []
    at: QObject | None = thing
    while at is not None and len(names) < 3:
        names.append(type(at).__name__)
        at = at.parent()
    return " in ".join(names)


def _is_meant(painted: QWidget, area: QRect) -> bool:
    """True when only what moves is painted, or what is behind it there."""
    place = QRect(painted.mapToGlobal(area.topLeft()), area.size())
    return any(
        QRect(moving.mapToGlobal(moving.rect().topLeft()), moving.size()).contains(place)
        for moving in _moving(painted.window())
    )


def _moving(window: QWidget) -> list[QWidget]:
    focus = QApplication.focusWidget()
    found: list[QWidget] = [focus] if isinstance(focus, EDITORS) else []
    for each in window.findChildren(QWidget):
        endless = isinstance(each, QProgressBar) and each.minimum() == each.maximum()
        if (endless or type(each).__name__ == TURNING) and each.isVisible():
            found.append(each)
    return found
