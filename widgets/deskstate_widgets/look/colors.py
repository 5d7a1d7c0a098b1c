"""Colours as scripts and the house write them: by name, mixed, in figures.

No Qt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deskstate_widgets.look.tokens import Hue

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def hue(tokens: Tokens, name: str) -> Hue | None:
    """A colour by the name that scripts use: also "grey" and "primary"."""
    if name == "primary":
        return Hue(tokens.primary, mix(tokens.primary, tokens.background, 0.14), tokens.primary_text)
    return tokens.hues.get("gray" if name == "grey" else name)


def mix(color: str, ground: str, share: float) -> str:
    """A colour laid thinly over a ground, all as "#rrggbb".

    Args:
        color: On top.
        ground: Below.
        share: How much of the colour shows, 0 to 1.
    """
    pairs = zip(rgb(color), rgb(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def rgb(color: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def hex_color(text: str) -> str | None:
    """A colour that a script wrote, as "#rrggbb".

    Args:
        text: "#rgb", "#rrggbb", "#rrggbbaa", "rgb(…)" or "rgba(…)"; transparency is dropped.

    Returns:
        None when it is nothing of the kind.
    """
    if match := re.fullmatch(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})", text):
        digits = match[1]
        return "#" + ("".join(c * 2 for c in digits[:3]) if len(digits) < 6 else digits[:6]).lower()
    if match := re.fullmatch(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]*)?\)", text):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in match.groups())
    return None
