"""Style rules of what shows how far something is.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return f"""
QProgressBar {{
    background: {tokens.track}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}}
QProgressBar::chunk {{ background: {tokens.primary}; border-radius: 3px; }}
"""
