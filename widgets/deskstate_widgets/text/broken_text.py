"""Plain text that is painted without a label, in lines; a word that is wider than its place breaks.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics

from deskstate_widgets.text.direction import LEFT, let_text_run
from deskstate_widgets.text.text_width import has_wide_word

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter, QTextLayout

_WRAPPED: Final = Qt.TextFlag.TextWordWrap | LEFT | Qt.AlignmentFlag.AlignTop
_ANY_PX: Final = 100_000


def text_box(text: str, font: QFont, room_px: int) -> QRect:
    """The room that a text takes where there is so much from left to right."""
    broken = _broken(text, font, room_px)
    if broken is not None:
        return broken.boundingRect().toAlignedRect()
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(room_px, 1), _ANY_PX), _WRAPPED, text)


def draw_text(painter: QPainter, room: QRect, text: str) -> None:
    """Draw a text from the upper left corner of some room, in the font of the painter."""
    let_text_run(painter)
    broken = _broken(text, painter.font(), room.width())
    if broken is not None:
        broken.draw(painter, QPointF(room.topLeft()))
    else:
        painter.drawText(room, _WRAPPED, text)


def _broken(text: str, font: QFont, room_px: int) -> QTextLayout | None:
    """The text in lines, if one of its words must break for that; Qt's painter breaks none."""
    if not has_wide_word(text, font.pixelSize(), QFontMetrics(font), room_px):
        return None
    from deskstate_widgets.text._line_breaks import in_lines  # late: few options are so long

    return in_lines(text.replace("\n", "\u2028"), font, room_px)
