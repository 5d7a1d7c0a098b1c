"""The root of a window: puts each region where it belongs.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deskstate.core.properties import layout
from deskstate_widgets.frame.root_frame import RootFrame
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Root(Holder[layout.Root]):
    """What the window shows below its menu."""

    def __init__(self, properties: layout.Root, host: Host) -> None:
        super().__init__(properties, host)
        self._frame = RootFrame()
        self.widget = self._frame
        self._parts = {
            "main": self._frame.set_main,
            "sidebar": self._frame.set_sidebar_content,
            "toasts": self._frame.set_toasts,
        }
        self._frame.set_wide(properties.layout == "wide")
        if properties.sidebar is not None:
            self._frame.set_sidebar(properties.sidebar)

    def update(self, new: layout.Root, old: layout.Root) -> None:
        self._frame.set_wide(new.layout == "wide")
        if new.sidebar is not None and (new.sidebar != old.sidebar or new.asked > old.asked):
            self._frame.set_sidebar(new.sidebar)

    def arrange(self, children: Sequence[Child]) -> None:
        """Show these regions, each in its own part of the window."""
        for child in children:
            self._parts[cast("layout.Region", child.properties).name](child.widget())

    def reveal(self, child: Child) -> None:
        self._frame.reveal(child.widget())

    def overlay_area(self) -> RootFrame:
        """What a window may lay small things upon, at the upper right."""
        return self._frame

    def fill_visible(self) -> None:
        """Make and lay out all that can be seen, before a picture is taken."""
        self._frame.fill_visible()
