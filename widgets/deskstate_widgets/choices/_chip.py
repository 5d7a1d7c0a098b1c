"""A chip: a label in a tinted box with a cross to remove it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from deskstate_widgets.choices._glyph import LETTERS_PX
from deskstate_widgets.choices._rows import one_line
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import SMALL_RADIUS_PX
from deskstate_widgets.look.zoom import zoomed
from deskstate_widgets.text.direction import LEFT, let_text_run
from deskstate_widgets.text.tool_tip import literal, set_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

CHIP_PX: Final = 28
_PAD_PX: Final = 9
_CROSS_PX: Final = 26
"""Width of the part that removes the chip."""
_ARM_PX: Final = 3.5
"""Half the width of the cross."""


def least_px(field: QWidget) -> int:
    """Width in which every chip of a field can show some of its label, and its cross.

    Without the label nobody knows what the cross removes.
    """
    return _PAD_PX + zoomed(field, LETTERS_PX) + _CROSS_PX


class Chip(QAbstractButton):
    """One thing that is chosen."""

    removed = Signal(QAbstractButton)
    """The cross of this chip was clicked, or Delete or Backspace was pressed on it."""
    left = Signal(QAbstractButton, int)
    """An arrow key was pressed on this chip: -1 to go to the one before it, 1 to go on."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = label
        self._shown = ""
        self._has_cross = True
        self.setAccessibleName(label)
        self.setAccessibleDescription("Press Delete to remove")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys lead here; Tab goes by
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def fit(self, most_px: int) -> QSize:
        """Elide the label if the chip would be wider than this, and give its size.

        Where there is hardly room for a label, it has all of it; Backspace still removes the chip.
        """
        metrics = self.fontMetrics()
        whole = one_line(self.label)
        whole_px = metrics.horizontalAdvance(whole)
        label_px = min(whole_px, zoomed(self, LETTERS_PX))
        has_cross = self.isEnabled() and _PAD_PX + label_px + _CROSS_PX <= most_px
        fixed_px = _PAD_PX + (_CROSS_PX if has_cross else _PAD_PX)
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(most_px - fixed_px, 0))
        if (shown, has_cross) != (self._shown, self._has_cross):
            self._shown, self._has_cross = shown, has_cross
            set_tip(self, literal(self.label) if shown != whole else "")
            self.update()
        return QSize(min(fixed_px + metrics.horizontalAdvance(shown), most_px), zoomed(self, CHIP_PX))

    def is_on_cross(self, at: QPoint) -> bool:
        """Whether a point of the chip removes it."""
        return self._has_cross and self.rect().contains(at) and at.x() >= self.width() - _CROSS_PX

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The label is a part of the field below; only the cross is the chip's own."""
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton and self.is_on_cross(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.is_on_cross(event.position().toPoint()):
            self.removed.emit(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(self)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.left.emit(self, -1 if key == Qt.Key.Key_Left else 1)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(tokens.primary_text if self.isEnabled() else tokens.faint)
        fill = QColor(tokens.primary if self.isEnabled() else tokens.track)
        if self.isEnabled():
            fill.setAlphaF(0.22 if tokens.dark else 0.11)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        inset = 1.0 if focused else 0.0
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), SMALL_RADIUS_PX, SMALL_RADIUS_PX
        )
        painter.setPen(ink)
        let_text_run(painter)
        painter.drawText(
            self.rect().adjusted(_PAD_PX, 0, 0, 0),
            LEFT | Qt.AlignmentFlag.AlignVCenter,
            self._shown,
        )
        if self._has_cross:
            self._paint_cross(painter, ink)
        painter.end()

    def _paint_cross(self, painter: QPainter, ink: QColor) -> None:
        middle = QPointF(self.width() - _CROSS_PX / 2 - 1, self.height() / 2)
        if self.underMouse() and self.is_on_cross(self.mapFromGlobal(self.cursor().pos())):
            disc = QColor(ink)
            disc.setAlphaF(0.16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(disc)
            painter.drawEllipse(middle, 9, 9)
        else:
            ink.setAlphaF(0.75)
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle + QPointF(-_ARM_PX, -_ARM_PX), middle + QPointF(_ARM_PX, _ARM_PX))
        painter.drawLine(middle + QPointF(-_ARM_PX, _ARM_PX), middle + QPointF(_ARM_PX, -_ARM_PX))
