"""What happens when a native widget breaks: the terminal is told, and the others live on.

GUI thread only.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from deskstate.core.properties.base import Properties
from deskstate_widgets.native import Holder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child, Host


class Broken(Holder[Properties]):
    """Stands in the place of an element whose native widget could not be made.

    Args:
        properties: The element's.
        host: Of the element.
        words: What a reader is told.
    """

    def __init__(self, properties: Properties, host: Host, words: str | None = None) -> None:
        super().__init__(properties, host)
        self.widget = QLabel(words or f"This {properties.kind.replace('_', ' ')} cannot be shown.")
        self.widget.setTextFormat(Qt.TextFormat.PlainText)
        self.widget.setWordWrap(True)

    def update(self, new: Properties, old: Properties) -> None:
        """Nothing of it is shown."""

    def arrange(self, children: Sequence[Child]) -> None:
        """Nothing of them is shown."""


def report(error: Exception) -> None:
    """Tell the terminal about an error in a native widget, or a test about it."""
    sys.excepthook(type(error), error, error.__traceback__)
