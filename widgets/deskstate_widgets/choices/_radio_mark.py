"""The round mark of a radio button.

GUI thread only.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QRadioButton

from deskstate_widgets.look.grip import Grip
from deskstate_widgets.look.ground import ground_of
from deskstate_widgets.look.keyboard_focus import came_by_keyboard
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RING_GAP_PX, RING_PX
from deskstate_widgets.look.zoom import zoom_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from deskstate_widgets.look.tokens import Tokens

LINE_PX: Final = 24
"""Height of the first line of the label, in the middle of which the mark stands."""
MARK_PX: Final = 18
_DOT_SHARE: Final = 7 / 18
"""Of the dot in the mark."""
_ENDS: Final = MappingProxyType({Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1})
_STEPS: Final = MappingProxyType({Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1})


class RadioMark(QRadioButton):
    """A radio button that is clickable everywhere and paints only its mark, in the upper left corner."""

    stepped = Signal(QRadioButton, int)
    """An arrow key was pressed on this mark: 1 to go on to the next option, -1 to go back."""

    sent_to = Signal(int)
    """Home or End was pressed on this mark: 0 to go to the first option, -1 to the last."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._grip = Grip()
        self._ring = False
        """The focus came by the keyboard, which deserves a ring."""

    def hitButton(self, pos: QPoint) -> bool:
        return self._grip.holds(self, pos) or self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = came_by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys follow the order of the options; Qt's own follow the places, which differ in a line that wraps."""
        step, end = _STEPS.get(Qt.Key(event.key())), _ENDS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(self, step)
        elif end is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent_to.emit(end)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, tokens_of(self))
        painter.end()

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint the mark; a subclass adds its text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus() and self._ring
        zoom = zoom_of(self)
        middle, radius = QPointF(MARK_PX / 2, LINE_PX / 2) * zoom, MARK_PX / 2 * zoom
        line_px = RING_PX if ring else 1.0
        gapped = ring and self.isChecked()
        painter.setPen(QPen(QColor(tokens.focus if ring else self._edge(tokens)), line_px))
        painter.setBrush(QColor(ground_of(self) if gapped else self._fill(tokens)))
        painter.drawEllipse(middle, radius - line_px / 2, radius - line_px / 2)
        if gapped:
            radius -= (RING_PX + RING_GAP_PX) * zoom
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._fill(tokens)))
            painter.drawEllipse(middle, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.on_primary if self.isEnabled() else tokens.faint))
            painter.drawEllipse(middle, radius * _DOT_SHARE, radius * _DOT_SHARE)

    def _edge(self, tokens: Tokens) -> str:
        if not self.isEnabled():
            return tokens.border
        if self.isChecked():
            return self._fill(tokens)
        return tokens.primary if self.underMouse() else tokens.border_strong

    def _fill(self, tokens: Tokens) -> str:
        if not self.isEnabled():
            return tokens.track if self.isChecked() else tokens.sunken
        if not self.isChecked():
            return tokens.surface_pressed if self.isDown() else tokens.surface
        if self.isDown():
            return tokens.primary_pressed
        return tokens.primary_hover if self.underMouse() else tokens.primary
