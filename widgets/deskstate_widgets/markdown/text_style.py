"""What the writer of rich text must know about its surroundings: sizes and families.

No Qt.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from deskstate_widgets.look.tokens import (
    BODY_PX,
    HEADING_PX,
    LIGHT,
    LINE_HEIGHT,
    SIDEBAR_HEADING_PX,
    SMALL_PX,
    STRONG_WEIGHT,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskstate_widgets.look.tokens import Tokens

TextSize = Literal["body", "small", "caption", "h1", "h2", "h3", "h4", "h5", "h6"]
"""Names of text sizes."""

_SIZE_PX: Final = MappingProxyType({"body": BODY_PX, "small": SMALL_PX, "caption": SMALL_PX})

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
    """Whether `_painted_boxes` paints boxes and markers around the text. In a tool tip, say, only Qt paints."""
    clusters: Callable[[str], Iterable[str]] = tuple
    """Cuts a text into its characters, with accents and whole emoji; by itself Python knows only their parts."""

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
