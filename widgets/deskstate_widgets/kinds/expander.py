"""`ds.expander`: elements that can be folded away.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import layout
from deskstate_widgets.boxes.collapsible import Collapsible
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.boxes.stack import Stack
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Expander(Holder[layout.Expander]):
    """A header and a stack; what is folded away is made when it is opened for the first time."""

    def __init__(self, properties: layout.Expander, host: Host) -> None:
        super().__init__(properties, host)
        self._fold = Collapsible()
        self._fold.describe(properties.label, properties.icon, properties.type)
        self._fold.toggled.connect(self._toggled)
        self.widget = self._fold
        self._tracked = False
        self._said = properties
        self._stack = Stack(self._fold.body)
        self._stack.sleep()
        self._open(properties.expanded)
        apply_width(self._fold, properties.width)

    def update(self, new: layout.Expander, old: layout.Expander) -> None:
        self._said = new
        self._fold.describe(new.label, new.icon, new.type)
        if (new.expanded != old.expanded or new.asked > old.asked) and not self._tracked:
            self._open(new.expanded)
        if new.width != old.width:
            apply_width(self._fold, new.width)
            self.host.relayout()

    def show_value(self, value: bool | None) -> None:
        """Open or close it. None: its state is not tracked, and stays what the person made it."""
        if value is not None:
            self._tracked = True
            self._open(value)

    def arrange(self, children: Sequence[Child]) -> None:
        self._stack.arrange(children)

    def reveal(self, child: Child) -> None:
        if not self._fold.is_open:
            self._toggled(True)
        self._stack.reveal(child)

    def focus(self) -> None:
        self._fold.take_focus()

    def view(self) -> tuple[bool, int] | None:
        """Whether it is open, and how often the script had asked by then."""
        is_open = self._fold.is_open
        return None if self._tracked or is_open == self._said.expanded else (is_open, self._said.asked)

    def restore_view(self, view: tuple[bool, int]) -> None:
        is_open, asked = view
        if self._said.asked <= asked:  # else the script has asked anew
            self._open(is_open)

    def _open(self, is_open: bool) -> None:
        if is_open:
            self._stack.wake()
        else:
            self._stack.sleep()
        self._fold.set_open(is_open)

    def _toggled(self, is_open: bool) -> None:
        self._open(is_open)
        if self._tracked:
            self.host.commit(is_open)
