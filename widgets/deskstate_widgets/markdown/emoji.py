"""Emoji: the shortcodes that name them, and where they stand in a text.

No Qt.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent.parent / "data" / "emoji.txt"

_PICTOGRAPHS: Final = (
    "\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u25fd\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620\u2622"
    "\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b"
    "\u267e\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5"
    "\u26c8\u26ce\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f"
    "\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764"
    "\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
EMOJI: Final = f"[{_PICTOGRAPHS}]|.\ufe0f|[#*0-9]\u20e3"
"""Regular expression for what wants the emoji font."""


def has_emoji(text: str) -> bool:
    """Whether something in a text wants the emoji font."""
    return not text.isascii() and re.search(EMOJI, text) is not None


def shortcode(name: str) -> str | None:
    """The emoji of a shortcode.

    Args:
        name: Without colons, for example "+1" or "heart".

    Returns:
        The emoji, or None when there is none of that name.
    """
    return _table().get(name)


@cache
def _table() -> dict[str, str]:
    """All shortcodes, read on first use (about 2 ms)."""
    return dict(line.split(" ", 1) for line in _FILE.read_text("utf-8").splitlines())
