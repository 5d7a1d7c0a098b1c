"""`ds.container`: a group of elements, one below another or side by side.

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


class Container(Holder[layout.Container]):
    """A panel in the shape that the record asks for."""

    def __init__(self, properties: layout.Container, host: Host) -> None:
        super().__init__(properties, host)
        self._panel = Panel(_shape(properties))
        self.widget = self._panel.widget
        self._arranged = False

    def update(self, new: layout.Container, old: layout.Container) -> None:
        if self._panel.reshape(_shape(new)):
            self.host.relayout()

    def arrange(self, children: Sequence[Child]) -> None:
        changed = self._panel.arrange(children)
        if changed and self._arranged:  # the gaps around it change too
            self.host.relayout()
        self._arranged = True

    def reveal(self, child: Child) -> None:
        self._panel.reveal(child)

    def view(self) -> tuple[int, int] | None:
        return self._panel.view()

    def restore_view(self, view: tuple[int, int]) -> None:
        self._panel.restore_view(view)


def _shape(properties: layout.Container) -> Shape:
    return Shape(
        border=properties.border,
        width=properties.width,
        height=properties.height,
        across=properties.horizontal,
        wrap=properties.wrap,
        horizontal=properties.horizontal_alignment,
        vertical=properties.vertical_alignment,
        gap_px=properties.gap_px,
        follows_end=properties.autoscroll,
    )
