"""What all records of properties have in common.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Literal

import msgspec

Width = Literal["stretch", "content"] | int
"""Of an element: all there is, what it needs, or that many px."""
Height = Literal["stretch", "content"] | int
LabelVisibility = Literal["visible", "hidden", "collapsed"]
TextAlignment = Literal["left", "center", "right", "justify"]
Takes = Literal["value", "click", "submit"]
"""What a person gives an input: a value that stays; what lasts for one run; the same, with all that the form holds."""


class Properties(msgspec.Struct, frozen=True, gc=False):
    """All that a native widget needs to draw one element, except its value.

    Compared by value in C; holds strings, numbers, booleans, None, handles and tuples of these only.
    """

    kind: ClassVar[str] = ""
    """Name of the element's kind, and of the file of its native widget."""
    native: ClassVar[str | Callable[[Any, Any], Any] | None] = None
    """What makes its native widget of record and host, or the full name of that; None: it is found by the kind."""
    names: ClassVar[tuple[str, ...]] = ()
    """All that elements of the kind may be called; none: as the kind."""
    takes: ClassVar[Takes] = "value"
    """Of an input."""
    holds: ClassVar[bool] = False
    """True for containers."""
    gathers: ClassVar[bool] = False
    """True for forms: what is entered inside waits for a click on what takes "submit"."""
    part: ClassVar[bool] = False
    """True for what stands nowhere but in the container that makes it, a column or a tab."""
    void: ClassVar[bool] = False
    """True for what never takes any space."""
    guess_px: ClassVar[int] = 66
    """Its height before one of its kind was seen: a label, and a control below it."""
    known_by_content: ClassVar[bool] = False
    """True for groups, whose records are all alike: what they begin with says which is which."""

    @property
    def called(self) -> tuple[str, ...]:
        """What it is called in tests, the usual name first: mostly its command."""
        return self.names or (self.kind,)

    @property
    def keeps_view(self) -> bool:
        """True for what a person can open, fold or scroll without a word to the script."""
        return False


def class_name(kind: str) -> str:
    """How classes are called that belong to a kind: "TextInput" for "text_input"."""
    return "".join([part.capitalize() for part in kind.split("_")])
