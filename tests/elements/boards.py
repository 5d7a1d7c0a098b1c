"""A kind of element of the tests' own, whose record holds an object that nobody can look into.

No Qt.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from deskstate.core.properties.base import Properties
from deskstate.core.properties.handle import Handle
from deskstate.core.run import Made
from deskstate.elements.place import Place


class Sealed:
    """Neither hashed, nor compared, nor copied, nor written out; it only knows what it says."""

    __hash__ = None  # type: ignore[assignment] # that is what it is for

    def __init__(self, says: str) -> None:
        self.says = says

    def _refuse(self, *_: object) -> NoReturn:
        raise AssertionError("Somebody has looked into it.")

    __eq__ = __bool__ = __repr__ = __reduce_ex__ = __copy__ = __deepcopy__ = _refuse


class Board(Properties, frozen=True, gc=False):
    """What `Boards.board` shows."""

    kind: ClassVar[str] = "board"
    native: ClassVar[str] = "tests.shell.board_widget.BoardWidget"
    data: Handle


class Boards(Place):
    """A place with one more command."""

    __slots__ = ()

    def board(self, data: Any, fingerprint: object, *, size_bytes: int = 0) -> Place:
        """Show an object that has a fingerprint."""
        return self._show(_board, Handle(data, fingerprint, size_bytes))


def _board(data: Handle) -> Made:
    return Made(Board(data))
