"""One of `ds.columns`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import layout
from deskstate_widgets.boxes.card import set_card
from deskstate_widgets.boxes.scroll_box import StackBox
from deskstate_widgets.boxes.stack import Stack
from deskstate_widgets.look.tokens import GAP_PX, PAD_PX
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Column(Holder[layout.Column]):
    """Elements one below another; as high as the highest column beside it."""

    def __init__(self, properties: layout.Column, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = StackBox()
        self._stack = Stack(self.widget)
        self._dress(properties)

    def update(self, new: layout.Column, old: layout.Column) -> None:
        if (new.border, new.vertical_alignment) != (old.border, old.vertical_alignment):
            self._dress(new)
        if (new.weight, new.border) != (old.weight, old.border):
            self.host.relayout()

    def arrange(self, children: Sequence[Child]) -> None:
        self._stack.arrange(children)

    def reveal(self, child: Child) -> None:
        self._stack.reveal(child)

    def _dress(self, properties: layout.Column) -> None:
        set_card(self.widget, properties.border)
        self._stack.reshape(
            gap_px=GAP_PX,
            margin_px=PAD_PX if properties.border else 0,
            horizontal="left",
            vertical=properties.vertical_alignment,
        )
