"""Records of the elements that tell how things stand.

No Qt.
"""

from __future__ import annotations

from typing import ClassVar, Final

from deskstate.core.properties.base import Properties, Width


class Alert(Properties, frozen=True, gc=False):
    """A coloured box: `ds.success`, `ds.info`, `ds.warning`, `ds.error`."""

    kind: ClassVar[str] = "alert"
    names: ClassVar[tuple[str, ...]] = ("success", "info", "warning", "error")
    guess_px: ClassVar[int] = 56
    body: str
    level: str = "info"
    """"success", "info", "warning" or "error"."""
    icon: str | None = None
    title: str | None = None
    width: Width = "stretch"

    @property
    def called(self) -> tuple[str, ...]:
        return (self.level,)


class Traceback(Properties, frozen=True, gc=False):
    """An exception with the user's own lines: `ds.exception`, and what an error in the script shows."""

    kind: ClassVar[str] = "traceback"
    names: ClassVar[tuple[str, ...]] = ("exception",)
    guess_px: ClassVar[int] = 220
    type_name: str
    message: str = ""
    is_markdown: bool = False
    """True when the message is Markdown (deskstate's own errors)."""
    frames: tuple[str, ...] = ()
    """One formatted frame each, outermost first, the user's only."""
    is_warning: bool = False
    width: Width = "stretch"


class Progress(Properties, frozen=True, gc=False):
    """A progress bar: `ds.progress`."""

    kind: ClassVar[str] = "progress"
    guess_px: ClassVar[int] = 32
    percent: int
    """0 to 100."""
    text: str | None = None
    width: Width = "stretch"


class Spinner(Properties, frozen=True, gc=False):
    """A sign that something is under way: `ds.spinner`. Appears when it lasts longer than half a second."""

    kind: ClassVar[str] = "spinner"
    text: str
    show_time: bool = False
    width: Width = "content"
    started_s: float = 0.0
    """`time.monotonic()` when the block was entered."""


class Toast(Properties, frozen=True, gc=False):
    """A message that comes and goes: `ds.toast`."""

    kind: ClassVar[str] = "toast"
    void: ClassVar[bool] = True
    guess_px: ClassVar[int] = 0
    body: str
    icon: str | None = None
    duration_s: float | None = 4.0
    """None: until it is closed by hand."""
    serial: int = 0
    """Number of the call, so that the same words shown again are a new message."""


class Empty(Properties, frozen=True, gc=False):
    """A place without anything in it: `ds.empty`."""

    kind: ClassVar[str] = "empty"
    void: ClassVar[bool] = True
    guess_px: ClassVar[int] = 0


NOTHING: Final = Empty()
"""What stands in a place that nothing was drawn in."""
