"""Style rules of buttons.

No Qt. `PushButton` sees to its own height: it stays the same with a ring around it at any zoom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.tokens import RADIUS_PX, SMALL_PX

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return f"""
PushButton[look] {{
    padding: 0 14px; border: 1px solid {tokens.border}; border-radius: {RADIUS_PX}px;
    background: {tokens.surface}; color: {tokens.text}; outline: none;
}}
PushButton[look]:hover {{ background: {tokens.surface_hover}; border-color: {tokens.border_strong}; }}
PushButton[look]:pressed {{ background: {tokens.surface_pressed}; }}
PushButton[look][ring="true"] {{ border: 2px solid {tokens.focus}; padding: 0 calc(14px + 1px - 2px); }}
PushButton[look]:disabled {{ background: {tokens.sunken}; border-color: {tokens.border}; color: {tokens.faint}; }}
PushButton[look="primary"] {{
    background: {tokens.primary}; border-color: {tokens.primary}; color: {tokens.on_primary};
}}
PushButton[look="primary"]:hover {{ background: {tokens.primary_hover}; border-color: {tokens.primary_hover}; }}
PushButton[look="primary"]:pressed {{ background: {tokens.primary_pressed}; border-color: {tokens.primary_pressed}; }}
PushButton[look="primary"][ring="true"] {{ border-color: {tokens.focus}; }}
PushButton[look="primary"]:disabled {{
    background: {tokens.track}; border-color: {tokens.track}; color: {tokens.faint};
}}
PushButton[look="tertiary"] {{ background: transparent; border: none; padding: 0; }}
PushButton[look="tertiary"]:hover {{ color: {tokens.primary_text}; }}
PushButton[look="tertiary"]:pressed {{ color: {tokens.primary}; }}
PushButton[look="tertiary"][ring="true"] {{
    border: none; border-bottom: 2px solid {tokens.focus}; border-radius: 0; padding: 2px 0 0 0;
}}
PushButton[look="tertiary"]:disabled {{ background: transparent; color: {tokens.faint}; }}
QLabel[look="keys"] {{ font-size: {SMALL_PX}px; }}
QPushButton[look="quiet"] {{
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 1px 3px; min-height: 20px;
    color: {tokens.muted}; font-size: 13px; outline: none;
}}
QPushButton[look="quiet"]:hover {{ color: {tokens.text}; }}
QPushButton[look="quiet"]:focus {{ border-color: {tokens.focus}; color: {tokens.text}; }}
"""
