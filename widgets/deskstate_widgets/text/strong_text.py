"""A line of text in strong letters: the titles of alerts, the names of errors.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from deskstate_widgets.look.fonts import SEMIBOLD
from deskstate_widgets.text.read_text import ReadText

if TYPE_CHECKING:
    from deskstate_widgets.text.rich_text import Words


class StrongText(ReadText):
    """A text that is semibold all through."""

    def say(self, words: Words, help: str | None = None, icon: str | None = None) -> None:
        """Show a text; arguments as for `ReadText.say`."""
        super().say(words, help, icon)
        self._strengthen()

    def _dress(self) -> None:
        super()._dress()  # a new size or colour takes the weight away
        self._strengthen()

    def _strengthen(self) -> None:
        if self.font().weight() != SEMIBOLD:
            font = QFont(self.font())
            font.setWeight(SEMIBOLD)
            self.setFont(font)
