"""Where a list opens: below its field, above it when there is more room, always on the screen.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP_PX = 4
"""Between the field and the list."""
EDGE_PX = 4
"""Kept free at the edges of the screen."""


def place(anchor: QRect, wanted: QSize, screen: QRect) -> QRect:
    """The rectangle of the list.

    Args:
        anchor: The field, in the coordinates of the screen.
        wanted: Size of the list if there is room for it.
        screen: The part of the screen that may be used.
    """
    usable = screen.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    below_px = usable.bottom() - anchor.bottom() - GAP_PX
    above_px = anchor.top() - usable.top() - GAP_PX
    upwards = below_px < wanted.height() and above_px > below_px
    size = QSize(min(wanted.width(), usable.width()), min(wanted.height(), max(above_px if upwards else below_px, 0)))
    left = max(usable.left(), min(anchor.left(), usable.right() + 1 - size.width()))
    top = anchor.top() - GAP_PX - size.height() if upwards else anchor.bottom() + 1 + GAP_PX
    return QRect(QPoint(left, top), size)
