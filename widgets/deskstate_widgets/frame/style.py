"""Style rules of the sidebar and of toasts.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.tokens import RADIUS_PX, SMALL_RADIUS_PX

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return f"""
QFrame[look="toast"] {{
    background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: {RADIUS_PX}px;
}}
QFrame[look="sidebar"] {{ background: {tokens.sidebar}; border: none; }}
QFrame[look="edge"] {{ background: transparent; border: none; border-right: 1px solid {tokens.border}; }}
QFrame[look="edge"]:enabled:hover {{ border-right: 2px solid {tokens.focus}; }}
QFrame[look="shade"] {{ background: rgba(0, 0, 0, 90); border: none; }}
QToolButton[look="subtle"], QToolButton[look="floating"] {{
    background: transparent; border: 2px solid transparent; border-radius: {SMALL_RADIUS_PX}px; color: {tokens.muted};
}}
QToolButton[look="floating"] {{ background: {tokens.background}; }}
QToolButton[look="subtle"]:hover, QToolButton[look="floating"]:hover {{
    background: {tokens.surface_hover}; color: {tokens.text};
}}
QToolButton[look="subtle"]:pressed, QToolButton[look="floating"]:pressed {{ background: {tokens.surface_pressed}; }}
QToolButton[look="subtle"]:focus, QToolButton[look="floating"]:focus {{ border-color: {tokens.focus}; }}
"""
