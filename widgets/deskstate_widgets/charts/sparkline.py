"""A small chart without axes, below a number.

GUI thread only.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskstate_widgets.look.colors import hue
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import Tokens
from deskstate_widgets.values.numbers import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

HEIGHT_PX: Final = 48
_LINE_PX: Final = 1.8
_MARGIN_PX: Final = 4
"""So that neither the line nor the dot at its end is cut."""
_DOT_PX: Final = 2.8
_AREA_ALPHA: Final = 90
_DIM_ALPHA: Final = 110
_BAR_SHARE: Final = 0.72
"""Of a bar's slot that the bar fills."""


class Sparkline(QWidget):
    """A line, an area or bars over numbers in even steps; what is no number is left out."""

    def __init__(self) -> None:
        """Make an empty chart."""
        super().__init__()
        self._numbers: tuple[float, ...] = ()
        self._shape = "line"
        self._color = "gray"
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_numbers(self, numbers: tuple[float, ...], shape: str, color: str) -> None:
        """Draw numbers.

        Args:
            numbers: From left to right.
            shape: "line", "area" or "bar".
            color: A colour's name.
        """
        self._numbers, self._shape, self._color = numbers, shape, color
        self._hovered = None
        self.update()

    def sizeHint(self) -> QSize:
        """As designed."""
        return QSize(120, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(40, HEIGHT_PX // 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the number under the mouse."""
        index = self._index_at(event.position().x())
        if index != self._hovered:
            self._hovered = index
            self.update()
        if index is not None:
            QToolTip.showText(event.globalPosition().toPoint(), plain(self._numbers[index]), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop telling."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart over the whole widget."""
        finite = [number for number in self._numbers if math.isfinite(number)]
        if not finite:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = _ink(self._color, tokens_of(self))
        if self._shape == "bar":
            self._paint_bars(painter, color, min(0.0, *finite), max(0.0, *finite))
        else:
            self._paint_line(painter, color, min(finite), max(finite))
        painter.end()

    def _paint_line(self, painter: QPainter, color: QColor, low: float, high: float) -> None:
        numbers = self._numbers
        width, height = self.width() - 2 * _MARGIN_PX, self.height() - 2 * _MARGIN_PX
        step = width / max(1, len(numbers) - 1)
        span = high - low

        def point(index: int) -> QPointF:
            share = (numbers[index] - low) / span if span else 0.5
            return QPointF(_MARGIN_PX + index * step, _MARGIN_PX + height * (1 - share))

        pen = QPen(color, _LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, _faded(color, _AREA_ALPHA))
        fade.setColorAt(1, _faded(color, 0))
        for stretch in _stretches(numbers, most=2 * max(1, self.width())):
            points = [point(index) for index in stretch]
            line = QPainterPath(points[0])
            for place in points[1:]:
                line.lineTo(place)
            if self._shape == "area":
                area = QPainterPath(line)
                area.lineTo(points[-1].x(), self.height())
                area.lineTo(points[0].x(), self.height())
                painter.fillPath(area, fade)
            painter.strokePath(line, pen)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        marked = len(numbers) - 1 if self._hovered is None else self._hovered
        if math.isfinite(numbers[marked]):
            painter.drawEllipse(point(marked), _DOT_PX, _DOT_PX)

    def _paint_bars(self, painter: QPainter, color: QColor, low: float, high: float) -> None:
        span = (high - low) or 1.0
        slot = self.width() / len(self._numbers)
        zero = self.height() * high / span
        wide = max(1.0, slot * _BAR_SHARE)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, number in enumerate(self._numbers):
            if not math.isfinite(number):
                continue
            dim = self._hovered is not None and index != self._hovered
            painter.setBrush(_faded(color, _DIM_ALPHA) if dim else color)
            end = self.height() * (high - number) / span
            tall = max(1.0, abs(zero - end))
            bar = QRectF(index * slot + (slot - wide) / 2, min(zero, end, self.height() - tall), wide, tall)
            radius = min(2.0, wide / 2, tall / 2)
            painter.drawRoundedRect(bar, radius, radius)

    def _index_at(self, x: float) -> int | None:
        """The number at some distance from the left edge."""
        count = len(self._numbers)
        if not count:
            return None
        if self._shape == "bar":
            index = int(x / self.width() * count)
        else:
            index = round((x - _MARGIN_PX) / max(1, self.width() - 2 * _MARGIN_PX) * (count - 1))
        index = min(count - 1, max(0, index))
        return index if math.isfinite(self._numbers[index]) else None


def _ink(name: str, tokens: Tokens) -> QColor:
    tint = hue(tokens, name)
    return QColor(tint.solid if tint else tokens.muted)


def _faded(color: QColor, alpha: int) -> QColor:
    faded = QColor(color)
    faded.setAlpha(alpha)
    return faded


def _stretches(numbers: tuple[float, ...], most: int) -> list[list[int]]:
    """The places of numbers without a gap, thinned out to what can be told apart.

    Args:
        numbers: What is drawn.
        most: Points that are worth drawing; of more, the lowest and the highest of each neighbourhood stay.
    """
    found: list[list[int]] = []
    after_gap = True
    for index, number in enumerate(numbers):
        if math.isfinite(number):
            if after_gap:
                found.append([])
            found[-1].append(index)
        after_gap = not math.isfinite(number)
    return [_thinned(numbers, stretch, most) for stretch in found]


def _thinned(numbers: tuple[float, ...], places: list[int], most: int) -> list[int]:
    if len(places) <= most:
        return places
    size = math.ceil(2 * len(places) / most)
    kept: list[int] = []
    for start in range(0, len(places), size):
        near = places[start : start + size]
        kept += sorted({min(near, key=numbers.__getitem__), max(near, key=numbers.__getitem__)})
    return kept
