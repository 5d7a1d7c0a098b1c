"""How large windows are: no larger than the screen, no smaller than what one can work with.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEAST: Final = QSize(240, 180)
"""Of a window, as designed: a field and its label, a line of text, the menus."""
_BAR_PX: Final = 32
"""Of a title bar, about. Qt's style says how high its own would be, but its class alone takes PySide 10 ms."""
_UNSEEN: Final = ("offscreen", "minimal")
"""Platforms without a screen: there a window, and so a picture, may be as large as anybody likes."""


def least_size(window: QWidget, zoom: float) -> QSize:
    """The smallest size of a window at some zoom."""
    return (LEAST * zoom).boundedTo(_room(window))


def fit_into_screen(window: QWidget, wanted: QRect) -> QRect:
    """Where a window goes that is wanted somewhere in some size: all of it can be seen, its frame included."""
    if QGuiApplication.platformName() in _UNSEEN:
        return wanted
    room = window.screen().availableGeometry()
    size = wanted.size().boundedTo(_room(window))
    right, bottom = room.right() - size.width(), room.bottom() - size.height()
    x, y = min(wanted.x(), right), min(wanted.y(), bottom)
    return QRect(QPoint(max(x, room.x()), max(y, room.y())), size)


def _room(window: QWidget) -> QSize:
    """What a screen has room for, a title bar taken off."""
    return window.screen().availableGeometry().size() - QSize(0, _BAR_PX)
