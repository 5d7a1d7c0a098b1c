"""The native widget of the tests' own kind "board".

GUI thread only.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from deskstate_widgets.native import Host, Native
from tests.elements.boards import Board


class BoardWidget(Native[Board]):
    """Shows what the object says."""

    def __init__(self, properties: Board, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = self._label = QLabel(properties.data.object.says)

    def update(self, new: Board, old: Board) -> None:
        self._label.setText(new.data.object.says)
