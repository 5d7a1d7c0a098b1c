"""What the track of a slider looks like: a groove, one handle or two, their values above and the ends beside them.

GUI thread only. All measures are as designed; the painter is scaled to the zoom of the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from deskstate_widgets.look.fonts import even_figures
from deskstate_widgets.look.tokens import RING_GAP_PX, RING_PX, SMALL_PX

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens

HEIGHT_PX: Final = 40
HANDLE_PX: Final = 8
"""Radius of a handle."""
_MIDDLE_PX: Final = 28
"""Height of the middle of the groove, below the line of text."""
_TEXT_PX: Final = 18
_GROOVE_PX: Final = 4
_HALO_PX: Final = 2
"""Of the ground around a handle."""
_APART_PX: Final = 8
"""Least space between two texts."""
_CENTRED: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


class TrackPicture(msgspec.Struct, frozen=True):
    """Everything that one painting of a track depends on."""

    width_px: float
    places: tuple[float, ...]
    """Middles of the handles, in px from the left."""
    texts: tuple[str, ...]
    """What the handles stand at."""
    both: str
    """Both texts in one, for handles that are close together."""
    ends: tuple[str, str]
    active: int
    """The handle that keys move."""
    enabled: bool
    hovered: bool
    held: bool
    """True while the active handle is dragged."""
    ringed: bool
    """True when the active handle shows the focus of the keyboard."""

    def paint(self, painter: QPainter, tokens: Tokens, ground: str, font: QFont) -> None:
        """Paint it all.

        Args:
            painter: Scaled to the zoom.
            tokens: Colours.
            ground: Colour around the track.
            font: Of body text, as designed.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_groove(painter, tokens)
        # The active handle lies on top.
        for at in sorted(range(len(self.places)), key=lambda at: at == self.active):
            self._paint_handle(painter, tokens, ground, at)
        small = QFont(font)
        small.setPixelSize(SMALL_PX)
        self._paint_texts(painter, tokens, small)

    def _paint_groove(self, painter: QPainter, tokens: Tokens) -> None:
        groove = QRectF(0, _MIDDLE_PX - _GROOVE_PX / 2, self.width_px, _GROOVE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(groove, _GROOVE_PX / 2, _GROOVE_PX / 2)
        groove.setLeft(self.places[0] if len(self.places) == 2 else 0)
        groove.setRight(self.places[-1])
        painter.setBrush(QColor(tokens.primary if self.enabled else tokens.faint))
        painter.drawRoundedRect(groove, _GROOVE_PX / 2, _GROOVE_PX / 2)

    def _paint_handle(self, painter: QPainter, tokens: Tokens, ground: str, at: int) -> None:
        middle = QPointF(self.places[at], _MIDDLE_PX)
        if not self.enabled:
            color = tokens.faint
        elif self.held and at == self.active:
            color = tokens.primary_pressed
        else:
            color = tokens.primary_hover if self.hovered else tokens.primary
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))  # a gap between handle and groove
        painter.drawEllipse(middle, HANDLE_PX + _HALO_PX, HANDLE_PX + _HALO_PX)
        radius = float(HANDLE_PX)
        if self.ringed and at == self.active:  # inside of the handle: at the ends there is no room around it
            painter.setPen(QPen(QColor(tokens.focus), RING_PX))
            painter.drawEllipse(middle, radius - RING_PX / 2, radius - RING_PX / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            radius -= RING_PX + RING_GAP_PX
        painter.setBrush(QColor(color))
        painter.drawEllipse(middle, radius, radius)

    def _paint_texts(self, painter: QPainter, tokens: Tokens, font: QFont) -> None:
        """The values above their handles, in figures that do not jump, and the ends where those leave room."""
        even = even_figures(font)
        metrics = QFontMetricsF(even)
        texts: tuple[str, ...] = self.texts
        spots = [self._spot(place, text, metrics) for place, text in zip(self.places, texts, strict=True)]
        if len(spots) == 2 and spots[0].right() + _APART_PX > spots[1].left():
            texts = (texts[0] if texts[0] == texts[1] else self.both,)
            spots = [self._spot(sum(self.places) / 2, texts[0], metrics)]
        painter.setFont(even)
        painter.setPen(QColor(tokens.primary_text if self.enabled else tokens.faint))
        for spot, text in zip(spots, texts, strict=True):
            painter.drawText(spot, _CENTRED, text)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(tokens.muted if self.enabled else tokens.faint))
        for text, place in zip(self.ends, (0.0, self.width_px), strict=True):
            spot = self._spot(place, text, metrics)
            roomy = spot.adjusted(-_APART_PX, 0, _APART_PX, 0)
            if not any(roomy.intersects(other) for other in spots):
                painter.drawText(spot, _CENTRED, text)

    def _spot(self, middle: float, text: str, metrics: QFontMetricsF) -> QRectF:
        """Where a text goes: centred on a place, but inside of the track."""
        text_px = metrics.horizontalAdvance(text)
        left = min(max(middle - text_px / 2, 0), max(self.width_px - text_px, 0))
        return QRectF(left, 0, text_px, _TEXT_PX)
