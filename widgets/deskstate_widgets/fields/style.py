"""Style rules of fields that are typed into.

No Qt. `LineField`, which is the "line", sees to its own height: it stays the same with a ring around it at any zoom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.look.symbols import SYMBOLS_FAMILY
from deskstate_widgets.look.tokens import CONTROL_PX, ICON_PX, RADIUS_PX, SMALL_PX, SMALL_RADIUS_PX

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    inner_px = CONTROL_PX - 2
    return f"""
QLineEdit[look="field"], QLineEdit[look="line"], QPlainTextEdit[look="field"] {{
    background: {tokens.surface}; color: {tokens.text}; placeholder-text-color: {tokens.muted};
    border: 1px solid {tokens.border}; border-radius: {RADIUS_PX}px; selection-background-color: {tokens.primary};
    selection-color: {tokens.on_primary};
}}
QLineEdit[look="line"] {{ padding: 0 9px; lineedit-password-character: 8226; }}
QLineEdit[look="field"] {{ padding: 0 9px; min-height: {inner_px}px; }}
QPlainTextEdit[look="field"] {{ padding: 8px 3px 8px 11px; }}
QLineEdit[look="field"]:hover, QLineEdit[look="line"]:hover, QPlainTextEdit[look="field"]:hover {{
    border-color: {tokens.border_strong};
}}
QLineEdit[look="line"]:focus {{ border: 2px solid {tokens.focus}; padding: 0 calc(9px + 1px - 2px); }}
QLineEdit[look="field"]:focus {{
    border: 2px solid {tokens.focus}; padding: 0 calc(9px + 1px - 2px);
    min-height: calc({inner_px}px + 1px + 1px - 2px - 2px);
}}
QPlainTextEdit[look="field"]:focus {{
    border: 2px solid {tokens.focus};
    padding: calc(8px + 1px - 2px) calc(3px + 1px - 2px) calc(8px + 1px - 2px) calc(11px + 1px - 2px);
}}
QLineEdit[look][wrong="true"], QPlainTextEdit[look][wrong="true"] {{ border-color: {tokens.hues["red"].solid}; }}
QLineEdit[look="field"]:disabled, QLineEdit[look="line"]:disabled, QPlainTextEdit[look="field"]:disabled {{
    background: {tokens.sunken}; color: {tokens.faint}; placeholder-text-color: {tokens.faint};
    border-color: {tokens.border};
}}
QLabel[look="label"] {{ font-size: {SMALL_PX}px; }}
QLabel[look="note"] {{ font-size: {SMALL_PX}px; color: {tokens.muted}; }}
QLabel[look="problem"] {{ font-size: {SMALL_PX}px; color: {tokens.hues["red"].text}; }}
QToolButton[look="inside"] {{
    background: transparent; border: none; border-radius: {SMALL_RADIUS_PX}px; color: {tokens.muted};
    font-family: "{SYMBOLS_FAMILY}"; font-size: {ICON_PX}px;
}}
QToolButton[look="inside"]:hover {{ background: {tokens.surface_hover}; color: {tokens.text}; }}
QToolButton[look="inside"]:focus {{ border: 2px solid {tokens.focus}; color: {tokens.text}; }}
QToolButton[look="inside"]:pressed {{ background: {tokens.surface_pressed}; }}
QToolButton[look="inside"]:disabled {{ color: {tokens.faint}; }}
"""
