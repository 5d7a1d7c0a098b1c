"""A part of the window that a script draws into: the main column, the sidebar, the places of the toasts.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import layout
from deskstate_widgets.boxes.panel import Panel, Shape
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Region(Holder[layout.Region]):
    """One element below another, without a frame; where it stands is the root's business."""

    def __init__(self, properties: layout.Region, host: Host) -> None:
        super().__init__(properties, host)
        self._panel = Panel(Shape())
        self.widget = self._panel.widget
        self._arranged = False

    def update(self, new: layout.Region, old: layout.Region) -> None:
        """Stay as it is: a region keeps its name."""

    def arrange(self, children: Sequence[Child]) -> None:
        changed = self._panel.arrange(children)
        if changed and self._arranged:  # there is a sidebar while something is in it
            self.host.relayout()
        self._arranged = True

    def reveal(self, child: Child) -> None:
        self._panel.reveal(child)
