"""Style rules of trees of data.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.fonts import mono_font_family

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return f"""
QTreeView[look="json"] {{
    background: {tokens.sunken}; border: none; border-radius: 8px; padding: 8px;
    font-family: "{mono_font_family()}"; font-size: 13px;
}}
"""
