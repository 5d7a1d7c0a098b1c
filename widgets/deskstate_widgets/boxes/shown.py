"""Showing and hiding the pieces of a widget.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.boxes.sizing import is_hidden

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def set_shown(piece: QWidget, wanted: bool) -> None:
    """Show or hide a widget in a layout.

    The layout shows it by itself before it is seen for the first time, so this is left to it: showing is dear.
    """
    parent = piece.parentWidget()
    seen = parent is not None and parent.isVisible()
    if not wanted:
        piece.hide()
    elif is_hidden(piece) or seen:
        piece.show()
