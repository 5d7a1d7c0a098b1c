"""What a test reads of an element.

No Qt. After a run the nodes are new; those of the run before are out of date (rule 23.3).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, cast

from deskstate.core.element import Element
from deskstate.core.properties import status, text
from deskstate.core.properties.base import Properties

if TYPE_CHECKING:
    from deskstate.testing.apptest import AppTest


class AppTestError(Exception):
    """A test tried what a person could not do, or what is not supported."""


class Node:
    """One element of the app. Its record's fields can be read as attributes too."""

    def __init__(self, element: Element, root: AppTest, type: str) -> None:
        self._element = element
        self.root = root
        self.type = type

    @property
    def proto(self) -> Properties:
        """The element's record."""
        return self._element.properties

    @property
    def key(self) -> str | None:
        """The user's key."""
        return self._element.key

    @property
    def value(self) -> Any:
        """What the element shows."""
        return getattr(self.proto, "body", None)

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app with all that was set since the last run (rule 23.2)."""
        return self.root.run(timeout=timeout)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name in ("set_value", "click"):
            return self._refused(name)
        return getattr(self._element.properties, name)

    def _refused(self, name: str) -> Callable[..., NoReturn]:
        def refuse(*_: object) -> NoReturn:
            raise AppTestError(f"A {self.type} has no `{name}`: that is nothing that a person could do with it.")

        return refuse

    def __repr__(self) -> str:
        key = f", key={self.key!r}" if self.key is not None else ""
        return f"{self.type}({self.value!r}{key})"


class Markdown(Node):
    """Markdown, a caption or a divider."""

    @property
    def is_caption(self) -> bool:
        """True for `ds.caption`."""
        return self.type == "caption"


class Heading(Node):
    """A title, header or subheader."""

    @property
    def tag(self) -> str:
        """Name of the level: "h1", "h2" or "h3"."""
        return f"h{cast('text.Heading', self.proto).level}"


class Code(Node):
    """A block of source text."""

    @property
    def show_line_numbers(self) -> bool:
        """True when lines are numbered."""
        return cast("text.Code", self.proto).line_numbers


class Progress(Node):
    """A progress bar."""

    @property
    def value(self) -> int:
        """0 to 100."""
        return cast("status.Progress", self.proto).percent


class Traceback(Node):
    """An exception that the app shows."""

    @property
    def value(self) -> str:
        """The message."""
        return cast("status.Traceback", self.proto).message

    @property
    def message(self) -> str:
        """The message."""
        return self.value

    @property
    def stack_trace(self) -> list[str]:
        """The frames, formatted."""
        return list(cast("status.Traceback", self.proto).frames)
