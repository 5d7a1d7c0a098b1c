"""Style rules of what is read: progress bars, trees of data and quiet buttons.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.parts.fonts import mono_font_family

if TYPE_CHECKING:
    from deskstate_widgets.parts.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return f"""
QProgressBar {{
    background: {tokens.track}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}}
QProgressBar::chunk {{ background: {tokens.primary}; border-radius: 3px; }}
QTreeView[look="json"] {{
    background: {tokens.sunken}; border: none; border-radius: 8px; padding: 8px;
    font-family: "{mono_font_family()}"; font-size: 13px;
}}
QPushButton[look="quiet"] {{
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 1px 3px; min-height: 20px;
    color: {tokens.muted}; font-size: 13px; outline: none;
}}
QPushButton[look="quiet"]:hover {{ color: {tokens.text}; }}
QPushButton[look="quiet"]:focus {{ border-color: {tokens.focus}; color: {tokens.text}; }}
"""
