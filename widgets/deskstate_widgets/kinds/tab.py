"""One of `ds.tabs`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import layout
from deskstate_widgets.boxes.panel import is_void
from deskstate_widgets.boxes.scroll_box import StackBox
from deskstate_widgets.boxes.stack import Stack
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Tab(Holder[layout.Tab]):
    """Elements one below another; made when the tab is opened for the first time."""

    def __init__(self, properties: layout.Tab, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = StackBox()
        self.stack = Stack(self.widget)
        self.stack.sleep()
        self.is_void: bool | None = None
        """True while there is nothing in it that takes space; None: it is not known yet what is in it."""

    def update(self, new: layout.Tab, old: layout.Tab) -> None:
        if new.label != old.label:
            self.host.relayout()

    def arrange(self, children: Sequence[Child]) -> None:
        self.stack.arrange(children)
        was_void, self.is_void = self.is_void, all(map(is_void, children))
        if was_void is not None and was_void != self.is_void:
            self.host.relayout()

    def reveal(self, child: Child) -> None:
        self.stack.reveal(child)
