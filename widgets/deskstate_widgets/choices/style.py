"""Style rules of choices: lists, chips, radio buttons.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.symbols import SYMBOLS_FAMILY
from deskstate_widgets.look.tokens import RADIUS_PX, SMALL_RADIUS_PX

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return _lists(tokens) + _chips(tokens) + _glyphs(tokens)


def _lists(tokens: Tokens) -> str:
    return f"""
QFrame[look="choice-panel"] {{
    background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: {RADIUS_PX}px;
}}
QListView[look="choices"] {{ background: {tokens.surface}; color: {tokens.text}; border: none; outline: none; }}
QListView[look="choices"]::item {{
    min-height: 34px; max-height: 34px; padding: 0 4px; border: none; border-radius: {SMALL_RADIUS_PX}px;
}}
QListView[look="choices"]::item:selected {{ color: {tokens.primary_text}; background: {_tint(tokens.primary, 0.08)}; }}
QListView[look="choices"]::item:focus {{ background: {tokens.surface_hover}; }}
QListView[look="choices"]::item:selected:focus {{ background: {_tint(tokens.primary, 0.14)}; }}
QFrame[look="choice-rule-below"] {{ background: transparent; border: none; border-bottom: 1px solid {tokens.border}; }}
QFrame[look="choice-rule-above"] {{ background: transparent; border: none; border-top: 1px solid {tokens.border}; }}
QLabel[look="choice-note"] {{ color: {tokens.muted}; padding: 8px 4px; }}
"""


def _chips(tokens: Tokens) -> str:
    return f"""
QFrame[look="choice-field"] {{
    background: {tokens.surface}; border: 1px solid {tokens.border}; border-radius: {RADIUS_PX}px;
}}
QFrame[look="choice-field"]:hover {{ border-color: {tokens.border_strong}; }}
QFrame[look="choice-field"]:focus {{ border: 2px solid {tokens.focus}; }}
QFrame[look="choice-field"]:disabled {{ background: {tokens.sunken}; border-color: {tokens.border}; }}
QScrollArea[look="choice-chips"], QScrollArea[look="choice-chips"] > QWidget > QWidget {{
    background: transparent; border: none;
}}
QLineEdit[look="choice-line"] {{
    background: transparent; border: none; padding: 0; color: {tokens.text}; placeholder-text-color: {tokens.muted};
}}
QLineEdit[look="choice-line"]:disabled {{ color: {tokens.faint}; placeholder-text-color: {tokens.faint}; }}
"""


def _glyphs(tokens: Tokens) -> str:
    return f"""
QLabel[look="choice-glyph"], QToolButton[look="choice-glyph"] {{
    font-family: "{SYMBOLS_FAMILY}"; font-size: 20px; color: {tokens.muted}; background: transparent; border: none;
}}
QListView QLabel[look="choice-glyph"] {{ font-size: 18px; color: {tokens.primary_text}; }}
QToolButton[look="choice-glyph"] {{ font-size: 18px; border-radius: {SMALL_RADIUS_PX}px; }}
QToolButton[look="choice-glyph"]:hover {{ color: {tokens.text}; background: {tokens.surface_pressed}; }}
QLabel[look="choice-glyph"]:disabled, QToolButton[look="choice-glyph"]:disabled {{ color: {tokens.faint}; }}
"""


def _tint(color: str, opacity: float) -> str:
    """A see-through shade of "#rrggbb"."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {opacity})"
