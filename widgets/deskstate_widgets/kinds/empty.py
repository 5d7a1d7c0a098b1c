"""`ds.empty` without anything in it: it keeps a place and takes no space.

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from deskstate.core.properties import status
from deskstate_widgets.native import Host, Native


class Empty(Native[status.Empty]):
    """Nothing to see."""

    def __init__(self, properties: status.Empty, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self.widget.hide()

    def update(self, new: status.Empty, old: status.Empty) -> None:
        """All of them are alike."""
