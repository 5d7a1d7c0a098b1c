"""What all records of properties have in common.

No Qt.
"""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

Width = Literal["stretch", "content"] | int
"""Of an element: all there is, what it needs, or that many px."""
Height = Literal["stretch", "content"] | int
LabelVisibility = Literal["visible", "hidden", "collapsed"]
TextAlignment = Literal["left", "center", "right", "justify"]


class Properties(msgspec.Struct, frozen=True, gc=False):
    """All that a native widget needs to draw one element, except its value.

    Compared by value in C; holds strings, numbers, booleans, None, handles and tuples of these only.
    """

    kind: ClassVar[str] = ""
    """Name of the element's kind, and of the file of its native widget."""
    holds: ClassVar[bool] = False
    """True for containers."""
    known_by_content: ClassVar[bool] = False
    """True for groups, whose records are all alike: what they begin with says which is which."""

    @property
    def keeps_view(self) -> bool:
        """True for what a person can open, fold or scroll without a word to the script."""
        return False
