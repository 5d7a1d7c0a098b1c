"""The small question mark behind a label that tells more when the mouse rests on it, or the keyboard comes to it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from deskstate_widgets.look.fonts import SEMIBOLD
from deskstate_widgets.look.keyboard_focus import came_by_keyboard
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.zoom import zoom_of, zoomed
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.text.tool_tip import set_tip, show_tip, tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

_INK_PX: Final = 10


class HelpMark(QWidget):
    """A question mark in a circle; its tool tip is the help.

    Args:
        height_px: Of the line of text beside it, in the middle of which it stands.
    """

    SIZE_PX: Final = 16

    resized = Signal()
    """It has another size, as the text around it has."""

    def __init__(self, height_px: int = SIZE_PX) -> None:
        super().__init__()
        self._height_px = height_px
        self._fit()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Help")
        self._help: str | None = None

    def set_help(self, help: str | None) -> None:
        """Say what to tell, as Markdown."""
        self._help = help

    def enterEvent(self, event: QEnterEvent) -> None:
        set_tip(self, tool_tip(self, self._help), self.parentWidget())
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A finger cannot rest on it, so a press tells as well.
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setAccessibleDescription(plain_text(self._help or "", inline=False))
        super().focusInEvent(event)
        if came_by_keyboard(event):
            QTimer.singleShot(0, self._tell_if_focused)  # by then it has been scrolled into view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        ink = QColor(tokens.text if self.underMouse() else tokens.muted)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom_of(self), zoom_of(self))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus), 2) if focused else QPen(ink, 1.2))
        top = (self._height_px - self.SIZE_PX) / 2
        circle = QRectF(0, top, self.SIZE_PX, self.SIZE_PX).adjusted(1.1, 1.1, -1.1, -1.1)
        painter.drawEllipse(circle)
        painter.setPen(ink)
        font = QFont(self.font())
        font.setPixelSize(_INK_PX)
        font.setWeight(SEMIBOLD)
        painter.setFont(font)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self.resized.emit()

    def _tell_if_focused(self) -> None:
        if self.hasFocus():
            self._tell()

    def _tell(self) -> None:
        show_tip(self, tool_tip(self, self._help), self.parentWidget())

    def _fit(self) -> None:
        self.setFixedSize(zoomed(self, self.SIZE_PX), zoomed(self, self._height_px))
