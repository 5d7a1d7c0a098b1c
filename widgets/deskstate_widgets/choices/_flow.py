"""Boxes in lines, as words in a paragraph.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence


class Flow(msgspec.Struct, frozen=True):
    """Where boxes stand."""

    places: tuple[tuple[int, int], ...]
    """Left and top of each box, in px."""
    width_px: int
    height_px: int


def flow(sizes: Sequence[tuple[int, int]], most_px: int | None, gap_px: int, line_gap_px: int) -> Flow:
    """Place boxes from left to right, and into the next line when one is full.

    Args:
        sizes: Width and height of each box, in px.
        most_px: Width of a line; a box that is wider gets a line of its own. None: one line.
        gap_px: Between two boxes of a line.
        line_gap_px: Between two lines.
    """
    places: list[tuple[int, int]] = []
    left = top = line_px = widest_px = 0
    for width_px, height_px in sizes:
        if most_px is not None and left > 0 and left + width_px > most_px:
            left, top, line_px = 0, top + line_px + line_gap_px, 0
        places.append((left, top))
        widest_px = max(widest_px, left + width_px)
        line_px = max(line_px, height_px)
        left += width_px + gap_px
    return Flow(tuple(places), widest_px, top + line_px)
