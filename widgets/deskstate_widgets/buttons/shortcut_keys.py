"""The keys that click a button.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut

from deskstate_widgets.buttons._key_words import key_sequence
from deskstate_widgets.buttons.push_button import PushButton


class ButtonKeys:
    """The shortcut of one button."""

    def __init__(self, button: PushButton) -> None:
        self._button = button
        self._shortcut = QShortcut(button)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(button.click)
        self._shortcut.activatedAmbiguously.connect(self._click_first)

    def listen(self, shortcut: str | None) -> str:
        """Click the button when these keys are pressed.

        Args:
            shortcut: As the script writes it; None: no keys.

        Returns:
            What stands on the button for them.
        """
        keys = key_sequence(shortcut)
        self._shortcut.setKey(keys)
        return keys.toString(QKeySequence.SequenceFormat.NativeText)

    def _click_first(self) -> None:
        """Several buttons have these keys: the first one on the page is meant."""
        keys = self._shortcut.key()
        window = self._button.window()
        rivals = [
            button
            for button in window.findChildren(PushButton)
            if button.isVisible() and any(other.key() == keys for other in button.findChildren(QShortcut))
        ]
        min(rivals, key=lambda button: _reading_order(button.mapTo(window, QPoint(0, 0)))).click()


def _reading_order(place: QPoint) -> tuple[int, int]:
    return place.y(), place.x()
