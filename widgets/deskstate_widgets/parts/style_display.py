"""Style rules of what is read: progress bars, tracebacks, metrics.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.parts.fonts import mono_font_family

if TYPE_CHECKING:
    from deskstate_widgets.parts.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    red = tokens.hues["red"]
    return f"""
QProgressBar {{ background: {tokens.track}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {tokens.primary}; border-radius: 3px; }}
QLabel#deskstate-frames {{ color: {red.text}; font-family: "{mono_font_family()}"; font-size: 12px; }}
QPushButton[look="quiet"] {{
    background: transparent; border: none; color: {tokens.muted}; font-size: 13px; padding: 2px 4px;
}}
QPushButton[look="quiet"]:hover {{ color: {tokens.text}; }}
QPushButton[look="quiet"]:focus {{ color: {tokens.text}; text-decoration: underline; }}
QFrame[look="overlay"] {{
    background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: 8px;
}}
QFrame[look="overlay"] QLabel {{ border: none; font-size: 13px; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="about-title"] {{ font-size: 20px; font-weight: 600; }}
QLabel[look="mono"] {{ font-family: "{mono_font_family()}"; font-size: 12px; }}
QPushButton[look="overlay"] {{
    background: transparent; border: 1px solid {tokens.border}; border-radius: 6px; padding: 3px 10px; font-size: 13px;
}}
QPushButton[look="overlay"]:hover {{ background: {tokens.surface_hover}; }}
QPushButton[look="overlay"]:focus {{ border-color: {tokens.focus}; }}
"""
