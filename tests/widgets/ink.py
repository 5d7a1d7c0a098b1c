"""Where on a picture something is drawn.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

SEEN: Final = 90
"""So far from the ground, as a sum over red, green and blue, a px can be seen as drawn."""
TOUCHED: Final = 20
"""So far from it is a px that a letter's soft edge reaches."""


def ink(widget: QWidget, area: QRect | None = None, *, least: int = SEEN) -> QRect:
    """The smallest rectangle around all that is drawn in an area, whose first px is the ground.

    Args:
        widget: Whose picture is taken.
        area: Of it; None: all.
        least: How far from the ground a px must be to count.
    """
    image = widget.grab().toImage()
    area = image.rect() if area is None else area & image.rect()
    ground = image.pixelColor(area.topLeft())
    spots = [
        (x, y)
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
        if _distance(image.pixelColor(x, y), ground) > least
    ]
    if not spots:
        return QRect()
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    return QRect(left, top, max(x for x, _ in spots) - left + 1, max(y for _, y in spots) - top + 1)


def _distance(color: QColor, ground: QColor) -> int:
    parts = ((color.red(), ground.red()), (color.green(), ground.green()), (color.blue(), ground.blue()))
    return sum(abs(a - b) for a, b in parts)
