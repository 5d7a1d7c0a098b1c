"""Style rules of what is read: progress bars, trees of data, quiet buttons; and of what the shell lays over a page.

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
QPushButton[look="quiet"] {{
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 1px 3px; min-height: 20px;
    color: {tokens.muted}; font-size: 13px;
}}
QPushButton[look="quiet"]:hover {{ color: {tokens.text}; }}
QPushButton[look="quiet"]:focus {{ border-color: {tokens.focus}; color: {tokens.text}; }}
QFrame[look="overlay"] {{
    background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: 8px;
}}
QFrame[look="overlay"] QLabel {{ border: none; font-size: 13px; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="mono"] {{ font-family: "{mono_font_family()}"; font-size: 12px; }}
QPushButton[look="overlay"] {{
    background: transparent; border: 1px solid {tokens.border}; border-radius: 6px; padding: 3px 10px; font-size: 13px;
}}
QPushButton[look="overlay"]:hover {{ background: {tokens.surface_hover}; }}
QPushButton[look="overlay"]:focus {{ border-color: {tokens.focus}; }}
"""
