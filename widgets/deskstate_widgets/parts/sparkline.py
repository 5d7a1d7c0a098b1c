"""A small chart without axes, beside a number.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstate_widgets.parts.tokens import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT_PX: Final = 44
_LINE_PX: Final = 1.8
_AREA_ALPHA: Final = 40
_MARGIN_PX: Final = 3


class Sparkline(QWidget):
    """A line, an area or bars over numbers in even steps."""

    def __init__(self) -> None:
        """Make an empty chart."""
        super().__init__()
        self._numbers: tuple[float, ...] = ()
        self._shape = "line"
        self._hue = "blue"
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_numbers(self, numbers: tuple[float, ...], shape: str, hue: str) -> None:
        """Draw numbers.

        Args:
            numbers: From left to right.
            shape: "line", "area" or "bar".
            hue: A colour's name.
        """
        self._numbers, self._shape, self._hue = numbers, shape, hue
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart over the whole widget."""
        numbers = self._numbers
        if not numbers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(tokens_of(self).hues[self._hue].solid)
        low, high = min(numbers), max(numbers)
        if self._shape == "bar":
            self._bars(painter, color, min(low, 0.0), max(high, 0.0))
            return
        points = self._points(low, high)
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        if self._shape == "area":
            area = QPainterPath(line)
            area.lineTo(points[-1].x(), self.height())
            area.lineTo(points[0].x(), self.height())
            area.closeSubpath()
            fill = QColor(color)
            fill.setAlpha(_AREA_ALPHA)
            painter.fillPath(area, fill)
        pen = QPen(color, _LINE_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(line)

    def _points(self, low: float, high: float) -> list[QPointF]:
        width, height = self.width() - 2 * _MARGIN_PX, self.height() - 2 * _MARGIN_PX
        step = width / max(1, len(self._numbers) - 1)
        span = (high - low) or 1.0
        return [
            QPointF(_MARGIN_PX + place * step, _MARGIN_PX + height * (1 - (number - low) / span))
            for place, number in enumerate(self._numbers)
        ]

    def _bars(self, painter: QPainter, color: QColor, low: float, high: float) -> None:
        span = (high - low) or 1.0
        slot = self.width() / len(self._numbers)
        zero = self.height() * high / span
        for place, number in enumerate(self._numbers):
            top = self.height() * (high - max(number, 0.0)) / span
            bottom = zero if number >= 0 else self.height() * (high - number) / span
            painter.fillRect(QRectF(place * slot + slot * 0.12, top, slot * 0.76, max(1.0, bottom - top)), color)
