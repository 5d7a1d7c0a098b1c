"""Guesses how wide the widest word of written text may be, so that labels with room enough need not watch their words.

No Qt.
"""

from __future__ import annotations

import re
from typing import Final

from deskstate_widgets.text.text_width import WIDEST

_TAG: Final = re.compile(r"<[^>]*>")
_UNSURE: Final = re.compile(r"<(?!/?(?:p|span|a|br)\b)|font-size:(?!\d+px)")
"""Tables, in which columns share the width, pictures, and what a script may have written itself."""
_SIZE: Final = re.compile(r"font-size:(\d+)px")
_INDENT: Final = re.compile(r"margin:\S+ \S+ \S+ (\d+)px")


def widest_px(html: str, px: int) -> float:
    """Width that the widest word has at most, with the indent of its paragraph. Most are less than half as wide.

    Args:
        html: As `html.to_html` writes it.
        px: Size of plain text.
    """
    if not html.isascii() or _UNSURE.search(html):
        return float("inf")
    letters = max(map(len, _TAG.sub("", html).split()), default=0)
    letter_px = max(px, *map(int, _SIZE.findall(html)), 0) * WIDEST
    return letters * letter_px + max(map(int, _INDENT.findall(html)), default=0)
