"""What a person does with the mouse outside of an open list goes to what is there.

GUI thread only. While a popup is open, Qt gives it all events of the mouse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget


def window_at(place: QPointF) -> QWindow | None:
    """The window of this application at a place of the screen, if it takes events now."""
    widget = QApplication.topLevelAt(place.toPoint())
    modal = QApplication.activeModalWidget()
    if widget is None or (modal is not None and widget is not modal and not modal.isAncestorOf(widget)):
        return None
    return widget.windowHandle()


def pass_on_mouse(event: QMouseEvent, to: QWindow | QWidget) -> None:
    """Give a window, or a widget, an event that a popup has got in its stead."""
    copy = QMouseEvent(
        event.type(),
        QPointF(to.mapFromGlobal(event.globalPosition())),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
    copy.setTimestamp(event.timestamp())
    QCoreApplication.sendEvent(to, copy)


def pass_on_wheel(event: QWheelEvent) -> None:
    """Scroll what is below the mouse. Qt hands on to what is around only the events that the system has sent."""
    place = event.globalPosition()
    widget = QApplication.widgetAt(place.toPoint()) if window_at(place) is not None else None
    while widget is not None:
        copy = QWheelEvent(
            QPointF(widget.mapFromGlobal(place)), place, event.pixelDelta(), event.angleDelta(),
            event.buttons(), event.modifiers(), event.phase(), event.inverted(),
        )  # fmt: skip
        copy.setAccepted(True)
        QCoreApplication.sendEvent(widget, copy)
        widget = None if copy.isAccepted() or widget.isWindow() else widget.parentWidget()
