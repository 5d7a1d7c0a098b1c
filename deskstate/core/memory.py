"""The memory of calls: what a command came to, as long as it may be said again. Bounded by what it holds.

No Qt. Script's thread.
"""

from __future__ import annotations

from collections import deque
from typing import Any, Final, TypeVar

from deskstate.core.properties.handle import Handle
from deskstate.core.traces import UserLine

T = TypeVar("T")

LONG: Final = 1_000
"""Calls with texts of more characters than that count by their length, all others by their number; so do bytes."""
MOST_LONG: Final = 2_000_000
"""So many characters and bytes all long calls together may have; the oldest go first."""


class Memory(dict[Any, T]):
    """What calls came to, by function and words.

    Looking into it is the hot path of a rerun, and a plain look into a dict.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, UserLine | None] = {}
        """Where the script asks for the inputs without keys, by their identities."""
        self._long: deque[tuple[Any, int]] = deque()
        """The long calls with their lengths, oldest first."""
        self._long_length = 0

    def keep(self, call: Any, answer: T) -> None:
        """Remember a call that is not remembered yet.

        Args:
            call: Function and words.
            answer: What it came to.

        Raises:
            TypeError: When a word cannot be hashed.
        """
        self[call] = answer
        length = _length(call[1])
        if length <= LONG:
            return
        self._long.append((call, length))
        self._long_length += length
        while self._long_length > MOST_LONG and len(self._long) > 1:
            oldest, freed = self._long.popleft()
            self._long_length -= freed
            self.pop(oldest, None)

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self.lines.clear()
        self._long.clear()
        self._long_length = 0


def _length(words: tuple[Any, ...]) -> int:
    """Characters of the texts among the words of a call, bytes of the objects, and of those in groups of words.

    All else is small.
    """
    length = 0
    for word in words:  # once for each element of a first run: types are told the quick way
        kind = word.__class__
        if kind is str or kind is bytes:
            length += len(word)
        elif kind is tuple and word:
            length += _length(word)
        elif kind is Handle:
            length += word.size_bytes
    return length
