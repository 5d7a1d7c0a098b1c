"""What the writer of rich text must know about its surroundings: sizes, families and colours.

No Qt.
"""

from __future__ import annotations

import re
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from deskstate_widgets.parts.tokens import BODY_PX, HEADING_PX, LIGHT, LINE_HEIGHT, SIDEBAR_HEADING_PX, SMALL_PX, Hue

if TYPE_CHECKING:
    from deskstate_widgets.parts.tokens import Tokens

TextSize = Literal["body", "small", "caption", "h1", "h2", "h3", "h4", "h5", "h6"]
"""Names of text sizes."""

_SIZE_PX: Final = MappingProxyType({"body": BODY_PX, "small": SMALL_PX, "caption": SMALL_PX})

STRONG_WEIGHT: Final = 600 if sys.platform in ("win32", "darwin") else 700
"""Of headings and strong text, which are semibold. The bundled fonts have no other strong face, and answer 700 with it.
From 700 on Qt makes a strong face where a font has none, as many do for Chinese, Japanese and Korean; at 600 it would
draw regular letters."""

INDENT_PX: Final = 24
"""Of a list, per level."""
QUOTE_PX: Final = 18
"""From the bar of a quotation to its text."""
CODE_PAD_PX: Final = 14
"""Inside of a block of code, left and right."""
CODE_PAD_Y_PX: Final = 12
"""Inside of a block of code, above and below."""
BOX_PAD_PX: Final = 4
"""Inside of inline code, badges and highlights, left and right."""
ICON_SCALE: Final = 1.2
"""Size of an icon among letters, in theirs."""


class TextStyle(msgspec.Struct, frozen=True):
    """Everything that decides how a text looks, besides its markup."""

    tokens: Tokens = LIGHT
    px: int = BODY_PX
    """Size of plain text; all others are in proportion."""
    line_px: int = 23
    """Height of a line of plain text."""
    heading: bool = False
    """Whether the text itself is a heading: semibold, set tight."""
    figure: bool = False
    """Whether the text itself is a number: nothing is set tight in it."""
    color: str | None = None
    """Colour of plain text as "#rrggbb"; None: the palette's."""
    mono: str = "monospace"
    """Families of code, as in CSS."""
    aside: bool = False
    """Whether the text stands in the sidebar."""
    painted: bool = False
    """Whether `rich_boxes` paints boxes and markers around the text. In a tool tip, say, only Qt paints."""

    @property
    def code_px(self) -> int:
        """Size of inline code: its letters are as tall as those around it."""
        return max(9, round(self.px * 0.88))

    @property
    def small_px(self) -> int:
        """Size of small text and badges."""
        return max(9, round(self.px * 0.87))


def size_px(size: str, *, aside: bool) -> int:
    """Font size in px of a `TextSize`.

    Args:
        size: The name.
        aside: Whether the text stands in the sidebar.
    """
    return _SIZE_PX.get(size) or (SIDEBAR_HEADING_PX if aside else HEADING_PX)[int(size[1])]


def line_height(px: int, *, heading: bool) -> int:
    """Height of a line in px for a font size in px: roomy for reading, tight for headings."""
    return int(px * (1.28 if heading else LINE_HEIGHT) + 0.5)


def heading_tracking(px: int) -> float:
    """Space between the letters of a heading, in px: the larger, the tighter."""
    return -0.02 * px if px >= 20 else 0.0


def heading_css(style: TextStyle) -> str:
    """Size, weight and tracking of a heading."""
    tracking = "" if style.figure else f"letter-spacing:{heading_tracking(style.px):.2f}px;"
    return f"font-size:{style.px}px;font-weight:{STRONG_WEIGHT};{tracking}"


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
