"""Plain text that is painted without a label, in lines; a word that is wider than its place breaks.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from deskstate_widgets.parts.direction import LEFT, let_text_run

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

_WRAPPED: Final = Qt.TextFlag.TextWordWrap | LEFT | Qt.AlignmentFlag.AlignTop
_ANY_PX: Final = 100_000
_WIDEST: Final = 1.25
"""No letter of ASCII is wider, in heights of the font."""


def has_wide_word(text: str, font: QFont, room_px: int) -> bool:
    """Whether some word of a text is wider than this."""
    if text.isascii() and len(text) * font.pixelSize() * _WIDEST < room_px:
        return False
    metrics = QFontMetrics(font)
    return any(metrics.horizontalAdvance(word) > room_px for word in text.split())


def text_box(text: str, font: QFont, room_px: int) -> QRect:
    """The room that a text takes where there is so much from left to right."""
    if has_wide_word(text, font, room_px):
        return _laid_out(text, font, room_px).boundingRect().toAlignedRect()
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(room_px, 1), _ANY_PX), _WRAPPED, text)


def draw_text(painter: QPainter, room: QRect, text: str) -> None:
    """Draw a text from the upper left corner of some room, in the font of the painter."""
    let_text_run(painter)
    if has_wide_word(text, painter.font(), room.width()):
        _laid_out(text, painter.font(), room.width()).draw(painter, QPointF(room.topLeft()))
    else:
        painter.drawText(room, _WRAPPED, text)


def _laid_out(text: str, font: QFont, room_px: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(LEFT)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    below = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room_px, 1))
        line.setPosition(QPointF(0, below))
        below += line.height()
    layout.endLayout()
    return layout
