"""What colours a picture shows, and how well one is seen on another.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, "#rrggbb", as WCAG 2 counts it, 1 to 21."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def clearest(picture: QImage, ground: str) -> float:
    """The contrast with a ground of what is seen best upon it."""
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    return max(contrast(color, ground) for color in colors)


def row_of(picture: QImage, y: int) -> list[str]:
    """The colours on a line across a picture, each once where it follows itself."""
    row = [picture.pixelColor(x, y).name() for x in range(picture.width())]
    return [color for at, color in enumerate(row) if at == 0 or row[at - 1] != color]


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
