"""Style rules of containers, headers and tabs.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstate_widgets.look.tokens import RADIUS_PX, SMALL_RADIUS_PX

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens

APART_PX: Final = 24
"""Between two tabs."""
WALKER_PX: Final = 28
"""Width of a button that walks along tabs."""
MAKE_WAY_PX: Final = 5
"""By how much the words of a tab make way for the ring around it, with the gap inside of that."""


def rules(tokens: Tokens) -> str:
    """The rules of this family."""
    return _cards(tokens) + _tabs(tokens)


def _cards(tokens: Tokens) -> str:
    return f"""
QScrollBar::handle:disabled {{ background: transparent; }}
QWidget[look="card"] {{ border: 1px solid {tokens.border}; border-radius: {RADIUS_PX}px; }}
QPushButton[look="fold"] {{
    min-height: 0; padding: 0; border: 2px solid transparent; border-radius: {RADIUS_PX}px; background: transparent;
    outline: none;
}}
QPushButton[look="fold"]:hover {{ background: {tokens.surface_hover}; border-color: {tokens.surface_hover}; }}
QPushButton[look="fold"]:pressed {{ background: {tokens.surface_pressed}; }}
QPushButton[look="fold"]:focus {{ border-color: {tokens.focus}; }}
QFrame[look="rail"] {{ border: none; border-left: 1px solid {tokens.border}; margin: 0 0 0 9px; }}
QLabel[look="dot"] {{ background: {tokens.border_strong}; border-radius: 4px; margin: 6px; }}
"""


def _tabs(tokens: Tokens) -> str:
    return f"""
QTabBar[look="tabs"] {{ outline: none; }}
QTabBar[look="tabs"]::tab {{
    background: transparent; border: none; border-bottom: 2px solid transparent; color: {tokens.muted};
    padding: 8px 0; margin: 0 {APART_PX}px 0 0;
}}
QTabBar[look="tabs"]::tab:hover {{ color: {tokens.text}; }}
QTabBar[look="tabs"]::tab:selected {{ color: {tokens.text}; border-bottom-color: {tokens.primary_text}; }}
QTabBar[look="tabs"]::tab:focus {{
    border: 2px solid {tokens.focus}; border-radius: {SMALL_RADIUS_PX}px;
    padding: calc(8px - 2px) calc({MAKE_WAY_PX}px - 2px) 8px calc({MAKE_WAY_PX}px - 2px);
    margin: 0 calc({APART_PX}px - {MAKE_WAY_PX}px - {MAKE_WAY_PX}px) 0 0;
}}
QTabBar[look="tabs"]::scroller {{ width: {WALKER_PX}px; }}
QTabBar[look="tabs"] QToolButton {{ background: palette(window); border: none; color: {tokens.muted}; }}
QFrame[look="sidebar"] QTabBar[look="tabs"] QToolButton {{ background: {tokens.sidebar}; }}
QTabBar[look="tabs"] QToolButton:hover {{ color: {tokens.text}; }}
QTabBar[look="tabs"] QToolButton:disabled {{ color: {tokens.border}; }}
QFrame[look="hairline"] {{ background: {tokens.border}; border: none; }}
"""
