"""Style rules of the ground that all windows share: tool tips, menus, scroll bars.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstate_widgets.look.tokens import Tokens


def rules(tokens: Tokens) -> str:
    """The rules of what belongs to no family."""
    return f"""
QToolTip {{
    background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.border}; padding: 6px 8px;
}}
QMenu {{
    background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.border}; padding: 4px;
}}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {tokens.surface_hover}; }}
QMenu::item:disabled {{ color: {tokens.faint}; }}
QMenu::separator {{ height: 1px; background: {tokens.border}; margin: 4px 8px; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {tokens.border}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {tokens.border_strong}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
