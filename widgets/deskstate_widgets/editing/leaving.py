"""What gets the focus when an editor is left by Esc.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from deskstate_widgets.boxes.scroll_box import ScrollBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def leave(editor: QWidget) -> None:
    """Give the focus to the scroll area around an editor; Tab goes on from the editor."""
    area = ScrollBox.around(editor)
    if area is None:
        editor.clearFocus()
    else:
        area.setFocus(Qt.FocusReason.OtherFocusReason)
        area.left = editor
