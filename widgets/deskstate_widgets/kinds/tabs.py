"""`ds.tabs`: pages of which one is open.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskstate.core.properties import layout
from deskstate_widgets.boxes.panel import first_in_view
from deskstate_widgets.boxes.scroll_box import ScrollBox, settle
from deskstate_widgets.boxes.sizing import apply_height, apply_width
from deskstate_widgets.boxes.tab_bar import TabBar
from deskstate_widgets.kinds.tab import Tab
from deskstate_widgets.look.tokens import GAP_PX
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Tabs(Holder[layout.Tabs]):
    """A bar and the pages; as high as the open page."""

    def __init__(self, properties: layout.Tabs, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self._default = properties.default
        self._tracked = False
        self._tabs: list[Child] = []
        self._shown: dict[Child, QWidget] = {}
        self._open: Child | None = None
        self._first: str | None = None
        """Label of the tab that is to be open when there are tabs."""
        self._bar = TabBar()
        self._bar.chosen.connect(self._chosen)
        line = QFrame()
        line.setProperty("look", "hairline")
        line.setFixedHeight(1)
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._frame = QVBoxLayout(self.widget)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(self._bar)
        self._frame.addWidget(line)
        self._scroll: ScrollBox | None = None
        self._size(properties)

    def update(self, new: layout.Tabs, old: layout.Tabs) -> None:
        self._default = new.default
        if (new.width, new.height) != (old.width, old.height):
            self._size(new)
            self.host.relayout()

    def show_value(self, value: str | None) -> None:
        """Open a tab by its label. None: which one is open is not tracked, and stays what the person made it."""
        if value is not None:
            self._tracked = True
            self._first = value
            if value in self._bar.labels():
                self._switch(self._bar.labels().index(value))

    def arrange(self, children: Sequence[Child]) -> None:
        """Show these tabs; the open one stays open as long as it is there."""
        old_tabs, open_tab = self._tabs, self._open
        labels = [cast("layout.Tab", child.properties).label for child in children]
        self._tabs = list(children)
        if open_tab in self._tabs:
            current = self._tabs.index(open_tab)
        else:
            current = labels.index(self._first) if self._first in labels else self._default
        for child in old_tabs:
            page = self._shown.pop(child)
            if child in self._tabs:
                self._shown[child] = page
            elif shiboken6.isValid(page):
                self._column.removeWidget(page)
                page.setParent(None)
        for place, child in enumerate(self._tabs):
            page = self._shown[child] = child.widget()
            if self._column.indexOf(page) != place:
                page.setVisible(child is self._open)
                self._column.insertWidget(place, page)
        self._bar.set_labels(labels, min(current, len(labels) - 1))
        if self._tabs:
            self._switch(min(current, len(labels) - 1))
            self._keep_off()

    def reveal(self, child: Child) -> None:
        self._chosen(self._tabs.index(child))
        settle()

    def focus(self) -> None:
        self._bar.setFocus()

    def view(self) -> tuple[str | None, tuple[int, int] | None] | None:
        """Label of the tab that a person has opened, and where that is scrolled to."""
        opened = None
        if not self._tracked and self._open in self._tabs and self._tabs.index(self._open) != self._default:
            opened = cast("layout.Tab", self._open.properties).label
        place = None
        if self._scroll is not None and self._open is not None:
            place = first_in_view(self._scroll, cast("Tab", self._open.native()).stack.children)
        return None if opened is None and place is None else (opened, place)

    def restore_view(self, view: tuple[str | None, tuple[int, int] | None]) -> None:
        opened, place = view
        labels = self._bar.labels()
        if opened in labels:
            self._switch(labels.index(opened))
        elif opened is not None:
            self._first = opened
        if self._scroll is not None and self._open is not None and place is not None:
            stack = cast("Tab", self._open.native()).stack
            index, top_px = place
            if index < len(stack.children):
                stack.reveal(stack.children[index])
                self._scroll.go_back(stack.children[index].widget(), top_px)

    def _size(self, properties: layout.Tabs) -> None:
        """Width and height; pages of a fixed height scroll."""
        apply_width(self.widget, properties.width)
        apply_height(self.widget, properties.height)
        scrolls = isinstance(properties.height, int)
        if scrolls and self._scroll is None:
            self._scroll = ScrollBox(self._pages)
            self._frame.addWidget(self._scroll, 1)
        elif not scrolls:
            self._frame.addWidget(self._pages, 1)
            if self._scroll is not None:
                self._scroll.deleteLater()
                self._scroll = None

    def _chosen(self, index: int) -> None:
        """A person opened a tab."""
        if 0 <= index < len(self._tabs) and self._tabs[index] is not self._open:
            self._switch(index)
            if self._tracked:
                self._first = self._bar.labels()[index]
                self.host.commit(self._first)

    def _switch(self, index: int) -> None:
        """Show one page and hide the others."""
        self._bar.open(index)
        if self._tabs[index] is self._open:
            return
        before, self._open = self._open, self._tabs[index]
        if before is not None and before in self._tabs:
            cast("Tab", before.native()).stack.sleep()
            before.widget().hide()
        cast("Tab", self._open.native()).stack.wake()
        self._open.widget().show()
        self._keep_off()

    def _keep_off(self) -> None:
        """Leave space between the bar and the open page, unless that is empty."""
        assert self._open is not None
        gap_px = 0 if cast("Tab", self._open.native()).is_void else GAP_PX
        self._column.setContentsMargins(0, gap_px, 0, 0)
