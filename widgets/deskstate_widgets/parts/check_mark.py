"""The box with a tick.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskstate_widgets.parts.check_row import LINE_PX, CheckRow
from deskstate_widgets.parts.tokens import SMALL_RADIUS_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstate_widgets.parts.tokens import Tokens

_BOX_PX: Final = 18
_TOP_PX: Final = (LINE_PX - _BOX_PX) / 2
_TICK: Final = ((4.5, 9.5), (7.75, 12.75), (13.5, 5.75))
"""Corners of the tick, from the upper left corner of the box."""
_TICK_PX: Final = 2.0


class CheckMark(CheckRow):
    """A check box with the tick of the house."""

    def __init__(self, on_link: Callable[[str], object]) -> None:
        super().__init__(_BOX_PX, on_link)

    def paint_mark(self, painter: QPainter, tokens: Tokens) -> None:
        half_px = self.line_px() / 2
        box = QRectF(0, _TOP_PX, _BOX_PX, _BOX_PX).adjusted(half_px, half_px, -half_px, -half_px)
        painter.setPen(QPen(self.edge(tokens), self.line_px()))
        painter.setBrush(self.fill(tokens))
        painter.drawRoundedRect(box, SMALL_RADIUS_PX - half_px, SMALL_RADIUS_PX - half_px)
        if self.isChecked():
            ink = QColor(tokens.on_primary if self.isEnabled() else tokens.faint)
            painter.setPen(
                QPen(ink, _TICK_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline([QPointF(x, _TOP_PX + y) for x, y in _TICK])
