"""Cuts text into letters as a reader sees them: with their accents, whole emoji, whole words of a script that joins.

No Qt.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_JOINED: Final = frozenset("".join(map(chr, (*range(0x07CA, 0x0800), *range(0x1800, 0x18AB)))))
"""Letters of N'Ko and Mongolian, which join as those of Arabic and Syriac do."""


def joins(letter: str) -> bool:
    """Whether a letter changes its shape with those beside it."""
    return letter[0] in _JOINED or unicodedata.bidirectional(letter[0]) == "AL"


def letters(text: str, clusters: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Cut a text into pieces that may be drawn apart from each other.

    Args:
        text: What is cut.
        clusters: What knows where a character ends, see `TextStyle.clusters`.
    """
    if text.isascii():
        yield from text
        return
    word = ""
    for letter in clusters(text):
        if joins(letter):
            word += letter
            continue
        if word:
            yield word
            word = ""
        yield letter
    if word:
        yield word
