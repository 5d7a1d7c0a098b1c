"""How the focus comes and goes: when a control shows a ring for it, and what gets it when an editor is left by Esc.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from deskstate_widgets.parts.scroll_box import ScrollBox

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget


def came_by_keyboard(event: QFocusEvent) -> bool:
    """Whether a key moved the focus here."""
    return event.reason() in (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )


def leave(editor: QWidget) -> None:
    """Give the focus to the scroll area around an editor; Tab goes on from the editor."""
    area = ScrollBox.around(editor)
    if area is None:
        editor.clearFocus()
    else:
        area.setFocus(Qt.FocusReason.OtherFocusReason)
        area.left = editor
