"""What keeps a button pressed while only the page moves below the pointer.

GUI thread only. The press of the mouse ends an edit, and what the script makes of that may move the button, before the
mouse is released: outside of the button by then, although nobody has moved the pointer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QAbstractButton


class Grip:
    """Remembers where on the screen a button was pressed."""

    def __init__(self) -> None:
        self._pressed_at: QPoint | None = None

    def holds(self, button: QAbstractButton, pos: QPoint) -> bool:
        """True while the button is pressed and the pointer stays where it was, wherever the button is.

        Args:
            button: What asks, in its `hitButton`.
            pos: Where the pointer is, as seen from the button.
        """
        pointer = button.mapToGlobal(pos)
        if self._pressed_at is None or not button.isDown():
            self._pressed_at = pointer
            return False
        return (pointer - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
