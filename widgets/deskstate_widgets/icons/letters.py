"""Icons as letters of a font: emoji, `:material/name:` and the signs that controls are built with.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QFont

from deskstate_widgets.look.fonts import ensure_emoji, ensure_icons, ui_font_family
from deskstate_widgets.look.symbols import INTERFACE, symbol
from deskstate_widgets.markdown.emoji import EMOJI
from deskstate_widgets.markdown.html import clean

_MATERIAL: Final = re.compile(r":material/([a-z0-9_]+):")


def icon_text(spec: str) -> tuple[str, str]:
    """An icon as text in a font.

    Args:
        spec: An emoji, ":material/name:", or a name of `symbols.INTERFACE` such as "chevron_down".

    Returns:
        The family and the text. A name that no icon has is its own text in the interface's family.
    """
    match = _MATERIAL.fullmatch(spec)
    letter = INTERFACE.get(spec) or (symbol(match[1]) if match else None)
    if letter is not None:
        return ensure_icons(), letter
    if match or spec.isascii():
        return ui_font_family(), clean(spec)
    return ensure_emoji(), clean(spec)


def is_lone_icon(text: str) -> bool:
    """Whether a label is nothing but one icon: `:material/name:` or an emoji."""
    text = text.strip()
    if _MATERIAL.fullmatch(text):
        return True
    if text.isascii() or not re.match(EMOJI, text):
        return False
    from PySide6.QtCore import QTextBoundaryFinder  # late: most labels begin with a letter

    signs = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    return signs.toNextBoundary() == len(text.encode("utf-16-le")) // 2  # Qt counts in these


def icon_font(spec: str, px: int) -> QFont:
    """The font that draws `icon_text(spec)`, for a label or a button."""
    font = QFont(icon_text(spec)[0])
    font.setPixelSize(px)
    return font
