"""Records of the elements that are read.

No Qt.
"""

from __future__ import annotations

from typing import ClassVar

from deskstate.core.properties.base import Height, LabelVisibility, Properties, TextAlignment, Width


class Markdown(Properties, frozen=True, gc=False):
    """Formatted text: `ds.markdown`, `ds.caption`, most of `ds.write`."""

    kind: ClassVar[str] = "markdown"
    names: ClassVar[tuple[str, ...]] = ("markdown", "caption")
    guess_px: ClassVar[int] = 24
    body: str
    caption: bool = False
    allow_html: bool = False
    help: str | None = None
    width: Width | str = "auto"
    """"auto": what it needs in a horizontal container, all there is elsewhere."""
    text_alignment: TextAlignment = "left"
    anchors: bool = True
    wrap: bool = True

    @property
    def called(self) -> tuple[str, ...]:
        return ("caption",) if self.caption else ("markdown",)


class Heading(Properties, frozen=True, gc=False):
    """`ds.title`, `ds.header`, `ds.subheader`."""

    kind: ClassVar[str] = "heading"
    names: ClassVar[tuple[str, ...]] = ("title", "header", "subheader")
    guess_px: ClassVar[int] = 40
    body: str
    level: int = 1
    """1, 2 or 3."""
    anchor: str | None = None
    """Name to scroll to; None: made from the text."""
    hide_anchor: bool = False
    help: str | None = None
    icon: str | None = None
    divider: str | None = None
    """A colour's name, "rainbow", or None for no line."""
    width: Width = "stretch"
    text_alignment: TextAlignment = "left"
    wrap: bool = True

    @property
    def called(self) -> tuple[str, ...]:
        return (self.names[self.level - 1],)


class Text(Properties, frozen=True, gc=False):
    """Plain text, line breaks and spaces kept: `ds.text`."""

    kind: ClassVar[str] = "text"
    guess_px: ClassVar[int] = 24
    body: str
    help: str | None = None
    width: Width = "content"
    text_alignment: TextAlignment = "left"
    wrap: bool = True


class Code(Properties, frozen=True, gc=False):
    """A block of source text: `ds.code`."""

    kind: ClassVar[str] = "code"
    guess_px: ClassVar[int] = 84
    body: str
    language: str | None = "python"
    line_numbers: bool = False
    wrap_lines: bool = False
    height: Height = "content"
    width: Width = "stretch"

    @property
    def keeps_view(self) -> bool:
        return True


class Divider(Properties, frozen=True, gc=False):
    """A thin line: `ds.divider`."""

    kind: ClassVar[str] = "divider"
    guess_px: ClassVar[int] = 17
    width: Width = "stretch"


class Json(Properties, frozen=True, gc=False):
    """A tree of JSON data: `ds.json`."""

    kind: ClassVar[str] = "json"
    guess_px: ClassVar[int] = 120
    body: str
    """JSON text."""
    expanded: bool | int = True
    """True: all levels open, False: none, a number: that many levels."""
    width: Width = "stretch"

    @property
    def keeps_view(self) -> bool:
        return True


class Metric(Properties, frozen=True, gc=False):
    """A big number with its change: `ds.metric`."""

    kind: ClassVar[str] = "metric"
    guess_px: ClassVar[int] = 96
    label: str
    body: str
    """The value as shown."""
    delta: str = ""
    """The change as shown, without arrow; empty: none."""
    direction: str = "none"
    """Arrow of the change: "up", "down" or "none"."""
    color: str = "gray"
    """Of the change: a colour's name."""
    help: str | None = None
    icon: str | None = None
    label_visibility: LabelVisibility = "visible"
    border: bool = False
    width: Width = "stretch"
    height: Height = "content"
    chart_data: tuple[float, ...] = ()
    chart_type: str = "line"
    """"line", "area" or "bar"."""
    delta_description: str | None = None
    format: str | None = None
    """How the widget shows `body` and `delta` when they are numbers: printf or a preset's name; None: as they are."""
