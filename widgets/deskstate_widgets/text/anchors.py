"""The names by which a link such as `#next-steps` finds a heading.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskstate_widgets.look.fonts import SEMIBOLD
from deskstate_widgets.text.rich_text import RichText

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


def slug(title: str) -> str:
    """The anchor of a heading that was given none: its words in lower case, with hyphens between them."""
    return _BETWEEN_WORDS.sub("-", title.casefold()).strip("-")


def anchor_px(text: RichText, anchor: str) -> int | None:
    """How far below the upper edge of a text the heading of an anchor stands, in px.

    Args:
        text: An element `heading`, or a document with headings.
        anchor: Without "#".

    Returns:
        None when nothing in this text has that anchor.
    """
    if text.objectName() == anchor:
        return 0
    document = text.document()
    block = None if document is None else document.begin()
    while document is not None and block is not None and block.isValid():
        if _is_heading(block) and slug(block.text()) == anchor:
            return max(0, round(text.text_origin().y() + document.documentLayout().blockBoundingRect(block).y()))
        block = block.next()
    return None


def _is_heading(block: QTextBlock) -> bool:
    """Whether a paragraph begins with strong letters, as headings do."""
    pieces = block.begin()
    return not pieces.atEnd() and pieces.fragment().charFormat().fontWeight() >= SEMIBOLD
