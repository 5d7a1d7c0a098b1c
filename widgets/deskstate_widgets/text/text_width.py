"""Whether text fits, mostly without measuring it.

No Qt, but for the metrics of a font that it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

WIDEST: Final = 1.25
"""No letter of ASCII is wider, in heights of the font."""


def surely_fits(text: str, px: int, room_px: int) -> bool:
    """Whether a text is so short that it fits on a line, whatever its letters are.

    Args:
        text: Plain.
        px: Size of its font.
        room_px: Length of the line.
    """
    return text.isascii() and len(text) * px * WIDEST < room_px


def has_wide_word(text: str, px: int, metrics: QFontMetrics, room_px: int) -> bool:
    """Whether some word of a text is wider than a line.

    Args:
        text: Plain.
        px: Size of its font.
        metrics: Of that font.
        room_px: Length of the line.
    """
    if surely_fits(text, px, room_px):
        return False
    return any(metrics.horizontalAdvance(word) > room_px for word in text.split())
