"""Marks that ride along in the HTML for what Qt's rich text cannot draw: rounded boxes, list markers, quotation bars.

No Qt. The writer sets them, `_painted_boxes` paints them. A stretch of text that wants a box has a background with
alpha 0, which Qt paints as nothing; a paragraph that wants a marker, a bar or a box has a number in its user state.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

import msgspec

from deskstate_widgets.look.colors import rgb

if TYPE_CHECKING:
    from deskstate_widgets.markdown.text_style import TextStyle

RAINBOW: Final = "#010203"
"""Stands for a background in all colours of the rainbow."""
INK: Final = "#010204"
"""Stands for a thin tint of the text's own colour, which fits on any ground."""


class Marker(IntEnum):
    """What stands before the first line of a list item."""

    NONE = 0
    BULLET = 1
    NUMBER = 2
    OPEN_TASK = 3
    DONE_TASK = 4


class ParagraphMark(msgspec.Struct, frozen=True):
    """What is painted around one paragraph."""

    marker: Marker = Marker.NONE
    number: int = 0
    """Of an item of an ordered list."""
    lists: int = 0
    """How many lists the paragraph is in."""
    code: bool = False
    """A block of code: a box behind it."""
    rule: bool = False
    """A thematic break: a hairline in its place."""
    quotes: int = 0
    """How many quotations the paragraph is in."""
    quote_lists: int = 0
    """How many lists the outermost quotation is in."""

    def state(self) -> int:
        """The mark as the user state of a text block; -1, as Qt has it, when there is nothing to paint."""
        bits = (
            self.marker
            | self.code << 3
            | self.rule << 4
            | min(self.quotes, 7) << 5
            | min(self.quote_lists, 7) << 8
            | min(self.number, 0xFFFF) << 15
        )
        return bits | min(self.lists, 15) << 11 if bits else -1

    @classmethod
    def of_state(cls, state: int) -> ParagraphMark:
        """The mark that a user state holds."""
        bits = max(state, 0)
        return cls(
            marker=Marker(bits & 7),
            code=bool(bits & 8),
            rule=bool(bits & 16),
            quotes=bits >> 5 & 7,
            quote_lists=bits >> 8 & 7,
            lists=bits >> 11 & 15,
            number=bits >> 15,
        )


def box_css(color: str, style: TextStyle) -> str:
    """The declaration that asks for a box of a colour "#rrggbb" behind a stretch of text."""
    if style.painted:
        red, green, blue = rgb(color)
        return f"background-color:rgba({red},{green},{blue},0);"
    return f"background-color:{style.tokens.sunken if color in (INK, RAINBOW) else color};"


def marker_text(marker: Marker, number: int) -> str:
    """A marker in letters, for where nobody paints it."""
    signs = {Marker.BULLET: "•", Marker.NUMBER: f"{number}.", Marker.OPEN_TASK: "☐", Marker.DONE_TASK: "☑"}
    return f"{signs[marker]}\u00a0\u00a0" if marker in signs else ""
