"""The one style sheet of the application: the ground that all windows share, then the rules of each family of widgets.

GUI thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskstate_widgets.parts import style_choices, style_display, style_fields, style_layout

if TYPE_CHECKING:
    from deskstate_widgets.parts.tokens import Tokens


_PX: Final = r"\b([2-9]|[1-9]\d+)px\b"
"""Sizes of a stylesheet, hairlines of 1 px left out."""
_CALC: Final = r"calc\(([^)]*)\)"
"""A sum of sizes, as in CSS, which Qt does not know."""


def stylesheet(tokens: Tokens, more: str = "", *, zoom: float = 1.0) -> str:
    """The text for `QApplication.setStyleSheet`.

    Args:
        tokens: Its colours.
        more: Rules of what is no widget of this package, written in the same way.
        zoom: How much larger than designed all sizes are.
    """
    families = (style_fields, style_choices, style_layout, style_display)
    return _zoomed("\n".join([_ground(tokens), *(family.rules(tokens) for family in families)]) + more, zoom)


def _ground(tokens: Tokens) -> str:
    """Tool tips, menus and scroll bars, which belong to no family."""
    return f"""
QToolTip {{
    background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.border}; padding: 6px 8px;
}}
QMenu {{
    background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.border}; padding: 4px;
}}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {tokens.surface_hover}; }}
QMenu::item:disabled {{ color: {tokens.faint}; }}
QMenu::separator {{ height: 1px; background: {tokens.border}; margin: 4px 8px; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {tokens.border}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {tokens.border_strong}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def _zoomed(sheet: str, zoom: float) -> str:
    """A stylesheet with its sizes scaled; hairlines stay. Sums are made of what is scaled, so that they add up."""
    scaled = sheet if zoom == 1.0 else re.sub(_PX, lambda found: f"{round(int(found[1]) * zoom)}px", sheet)
    return re.sub(_CALC, lambda found: f"{_sum(found[1])}px", scaled)


def _sum(sizes: str) -> int:
    """What "9px + 1px - 2px" comes to, at least 0."""
    return max(sum(int(size) for size in sizes.replace("px", "").replace("- ", "-").replace("+ ", "").split()), 0)
