"""The box with a tick.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskstate_widgets.look.tokens import SMALL_RADIUS_PX
from deskstate_widgets.toggles._check_row import LINE_PX, CheckRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstate_widgets.look.tokens import Tokens

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
        box = QRectF(0, _TOP_PX, _BOX_PX, _BOX_PX)
        scale = self.paint_body(painter, tokens, box, SMALL_RADIUS_PX)
        if self.isChecked():
            ink = QColor(tokens.on_primary if self.isEnabled() else tokens.faint)
            painter.setPen(
                QPen(ink, _TICK_PX * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            middle = box.center()
            corners = [QPointF(x, _TOP_PX + y) - middle for x, y in _TICK]
            painter.drawPolyline([middle + corner * scale for corner in corners])
