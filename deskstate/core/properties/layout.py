"""Records of the containers.

No Qt.
"""

from __future__ import annotations

from typing import ClassVar

from deskstate.core.properties.base import Height, Properties, Width


class Root(Properties, frozen=True, gc=False):
    """The root of a window's tree. Children: Region only."""

    kind: ClassVar[str] = "root"
    holds: ClassVar[bool] = True
    title: str | None = None
    """Of the window; None: the script's file name."""
    icon: str | None = None
    layout: str = "centered"
    """"centered": a readable column; "wide": the whole window."""
    sidebar: str | int | None = None
    """"auto", "expanded", "collapsed", "locked", or the width in px (200 to 600); None: as it is."""
    asked: int = 0
    """Greater than before when the script asks anew for the sidebar to be like that."""
    menu_items: tuple[tuple[str, str | None], ...] = ()
    """("Get help" | "Report a bug" | "About", URL or Markdown text)."""


class Region(Properties, frozen=True, gc=False):
    """A part of the window. There once it is drawn into for the first time, and from then on as long as the window."""

    kind: ClassVar[str] = "region"
    holds: ClassVar[bool] = True
    name: str
    """"main", "sidebar" or "toasts"."""


class Container(Properties, frozen=True, gc=False):
    """A group, top to bottom or left to right: `ds.container`."""

    kind: ClassVar[str] = "container"
    holds: ClassVar[bool] = True
    guess_px: ClassVar[int] = 120
    known_by_content: ClassVar[bool] = True
    border: bool = False
    width: Width = "stretch"
    height: Height = "content"
    """px: scrolls inside."""
    horizontal: bool = False
    wrap: bool = True
    horizontal_alignment: str = "left"
    """"left", "center", "right" or "distribute"."""
    vertical_alignment: str = "top"
    """"top", "center", "bottom" or "distribute"."""
    gap_px: int = 16
    autoscroll: bool = False
    """True: a container of fixed height follows its end."""

    @property
    def keeps_view(self) -> bool:
        return isinstance(self.height, int)


class Columns(Properties, frozen=True, gc=False):
    """`ds.columns`: cells side by side. Children: Column only."""

    kind: ClassVar[str] = "columns"
    holds: ClassVar[bool] = True
    guess_px: ClassVar[int] = 120
    known_by_content: ClassVar[bool] = True
    gap_px: int = 16
    width: Width = "stretch"
    wrap: bool = True
    """True: one below another when the window is narrow."""


class Column(Properties, frozen=True, gc=False):
    """One of `ds.columns`."""

    kind: ClassVar[str] = "column"
    holds: ClassVar[bool] = True
    part: ClassVar[bool] = True
    weight: float = 1.0
    """Share of the width; the weights of one `ds.columns` sum up to 1."""
    vertical_alignment: str = "top"
    border: bool = False
    gap_px: int = 16
    """Between the columns."""


class Expander(Properties, frozen=True, gc=False):
    """`ds.expander`. Value when its state is tracked: bool, open or not; else None."""

    kind: ClassVar[str] = "expander"
    holds: ClassVar[bool] = True
    guess_px: ClassVar[int] = 46
    label: str
    expanded: bool = False
    """Open when it first appears."""
    asked: int = 0
    """Greater than before when the script asks anew for it to be open or closed."""
    icon: str | None = None
    type: str = "default"
    """"default", "compact" or "step"."""
    width: Width = "stretch"

    @property
    def keeps_view(self) -> bool:
        return True


class Tabs(Properties, frozen=True, gc=False):
    """`ds.tabs`. Children: Tab only. Value when its state is tracked: label of the open tab; else None."""

    kind: ClassVar[str] = "tabs"
    holds: ClassVar[bool] = True
    guess_px: ClassVar[int] = 240
    known_by_content: ClassVar[bool] = True
    default: int = 0
    """Index of the tab that is open when the tabs first appear."""
    width: Width = "stretch"
    height: Height = "content"

    @property
    def keeps_view(self) -> bool:
        return True


class Tab(Properties, frozen=True, gc=False):
    """One of `ds.tabs`."""

    kind: ClassVar[str] = "tab"
    holds: ClassVar[bool] = True
    part: ClassVar[bool] = True
    label: str


class Form(Properties, frozen=True, gc=False):
    """`ds.form`: what is edited inside is reported by its submit buttons only."""

    kind: ClassVar[str] = "form"
    holds: ClassVar[bool] = True
    gathers: ClassVar[bool] = True
    guess_px: ClassVar[int] = 220
    form_id: str
    clear_on_submit: bool = False
    enter_to_submit: bool = True
    border: bool = True
    width: Width = "stretch"
    height: Height = "content"

    @property
    def keeps_view(self) -> bool:
        return isinstance(self.height, int)
