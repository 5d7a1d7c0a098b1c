"""The memory of calls: what a command came to, as long as it may be said again. Bounded by what it holds.

No Qt. Script's thread.
"""

from __future__ import annotations

import sys
from collections import deque
from typing import Any, Final, TypeVar

from deskstate.core.traces import UserLine

T = TypeVar("T")

LONG_BYTES: Final = 1_000
"""Calls with texts of more than that count by their size, all others by their number."""
MOST_LONG_BYTES: Final = 2_000_000
"""So much all long calls together may have; the oldest go first."""


class Memory(dict[Any, T]):
    """What calls came to, by function and words.

    Looking into it is the hot path of a rerun, and a plain look into a dict.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, UserLine | None] = {}
        """Where the script asks for the inputs without keys, by their identities."""
        self._long: deque[tuple[Any, int]] = deque()
        """The long calls with their sizes, oldest first."""
        self._long_bytes = 0

    def keep(self, call: Any, answer: T) -> None:
        """Remember a call that is not remembered yet.

        Args:
            call: Function and words.
            answer: What it came to.

        Raises:
            TypeError: When a word cannot be hashed.
        """
        self[call] = answer
        size = _bytes(call[1])
        if size <= LONG_BYTES:
            return
        self._long.append((call, size))
        self._long_bytes += size
        while self._long_bytes > MOST_LONG_BYTES and len(self._long) > 1:
            oldest, freed = self._long.popleft()
            self._long_bytes -= freed
            self.pop(oldest, None)

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self.lines.clear()
        self._long.clear()
        self._long_bytes = 0


def _bytes(words: tuple[Any, ...]) -> int:
    """Size of the texts among the words of a call, and of those in groups of words; all else is small."""
    size = 0
    for word in words:
        if isinstance(word, str | bytes):
            size += sys.getsizeof(word)
        elif isinstance(word, tuple):
            size += _bytes(word)  # pyright: ignore[reportUnknownArgumentType] # groups hold words of all kinds
    return size
