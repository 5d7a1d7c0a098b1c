"""The root of a window: main column, sidebar, toasts.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import layout
from deskstate_widgets.frame.root_frame import RootFrame
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Page(Holder[layout.Page]):
    """What the window shows below its menu."""

    def __init__(self, properties: layout.Page, host: Host) -> None:
        super().__init__(properties, host)
        self._frame = RootFrame()
        self.widget = self._frame
        self._frame.set_wide(properties.layout == "wide")
        if properties.sidebar is not None:
            self._frame.set_sidebar(properties.sidebar)

    def update(self, new: layout.Page, old: layout.Page) -> None:
        self._frame.set_wide(new.layout == "wide")
        if new.sidebar is not None and (new.sidebar != old.sidebar or new.asked > old.asked):
            self._frame.set_sidebar(new.sidebar)

    def arrange(self, children: Sequence[Child]) -> None:
        """Show these three: main column, sidebar, toasts."""
        main, sidebar, toasts = (child.widget() for child in children)
        self._frame.set_main(main)
        self._frame.set_sidebar_content(sidebar)
        self._frame.set_toasts(toasts)

    def reveal(self, child: Child) -> None:
        self._frame.reveal(child.widget())

    def overlay_area(self) -> RootFrame:
        """What a window may lay small things upon, at the upper right."""
        return self._frame

    def fill_visible(self) -> None:
        """Make and lay out all that can be seen, before a picture is taken."""
        self._frame.fill_visible()
