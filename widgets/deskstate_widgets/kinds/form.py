"""`ds.form`: a card around inputs that are reported together.

GUI thread only. What waits until it is submitted is the stage's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import layout
from deskstate_widgets.boxes.panel import Panel, Shape
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Form(Holder[layout.Form]):
    """A panel with the elements of the form."""

    def __init__(self, properties: layout.Form, host: Host) -> None:
        super().__init__(properties, host)
        self._panel = Panel(_shape(properties))
        self.widget = self._panel.widget

    def update(self, new: layout.Form, old: layout.Form) -> None:
        if self._panel.reshape(_shape(new)):
            self.host.relayout()

    def arrange(self, children: Sequence[Child]) -> None:
        self._panel.arrange(children)

    def reveal(self, child: Child) -> None:
        self._panel.reveal(child)

    def view(self) -> tuple[int, int] | None:
        return self._panel.view()

    def restore_view(self, view: tuple[int, int]) -> None:
        self._panel.restore_view(view)


def _shape(properties: layout.Form) -> Shape:
    return Shape(border=properties.border, width=properties.width, height=properties.height)
