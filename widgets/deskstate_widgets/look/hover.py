"""What looks as if the mouse were on it, when Qt does not say that the mouse has left.

GUI thread only. While a popup is open Qt sends no HoverLeave to the windows below it, and when the mouse is quick the
Leave is lost, too: what was under the mouse before would look so until the mouse came back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget


def end_hover(window: QWidget, *, stale_only: bool = False) -> None:
    """Have the mouse leave what it was on.

    Args:
        window: In which window.
        stale_only: True: only what the mouse is not on any more.
    """
    at = QCursor.pos() if stale_only else None
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.underMouse():
            continue
        if at is None or not widget.rect().contains(widget.mapFromGlobal(at)):
            widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
            widget.update()


def repaint_hover(page: QWidget) -> None:
    """Paint again what has lost the mouse because a menu or a list has opened: Qt does not have that done."""
    for widget in page.findChildren(QWidget):
        if widget.testAttribute(Qt.WidgetAttribute.WA_Hover):
            widget.update()
