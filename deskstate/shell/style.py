"""Style rules of what belongs to the window itself: menu bar, running sign, notices, the dialog about the app.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.fonts import mono_font_family
from deskstate_widgets.look.tokens import STRONG_WEIGHT

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The text that follows the style sheet of the widgets."""
    return f"""
QMenuBar {{ background: {tokens.background}; padding: 2px 6px; spacing: 0; }}
QMenuBar::item {{ background: transparent; padding: 4px 10px; border-radius: 5px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {tokens.surface_hover}; }}
QFrame[look="overlay"] {{
    background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: 8px;
}}
QFrame[look="overlay"] QLabel {{ border: none; font-size: 13px; }}
QFrame[look="overlay"] QLabel[look="strong"] {{ font-weight: {STRONG_WEIGHT}; }}
QFrame[look="overlay"] QLabel[look="mono"] {{
    background: {tokens.sunken}; border-radius: 5px; padding: 6px 8px;
    font-family: "{mono_font_family()}"; font-size: 12px;
}}
QPushButton[look="overlay"] {{
    background: transparent; border: 1px solid {tokens.border}; border-radius: 6px; padding: 3px 10px; font-size: 13px;
    outline: none;
}}
QPushButton[look="overlay"]:hover {{ background: {tokens.surface_hover}; }}
QPushButton[look="overlay"]:pressed {{ background: {tokens.surface_pressed}; }}
QPushButton[look="overlay"]:disabled {{ color: {tokens.faint}; }}
QPushButton[look="overlay"]:focus {{ border-color: {tokens.focus}; }}
QLabel[look="about-title"] {{ font-size: 20px; font-weight: {STRONG_WEIGHT}; }}
"""
