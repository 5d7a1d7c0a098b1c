"""Cuts text into letters as a reader sees them: with their accents, whole emoji, whole words of a script that joins.

No widgets: of Qt only the rules of Unicode for where a letter ends.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINED: Final = frozenset("".join(map(chr, (*range(0x07CA, 0x0800), *range(0x1800, 0x18AB)))))
"""Letters of N'Ko and Mongolian, which join as those of Arabic and Syriac do."""


def joins(letter: str) -> bool:
    """Whether a letter changes its shape with those beside it."""
    return letter[0] in _JOINED or unicodedata.bidirectional(letter[0]) == "AL"


def letters(text: str) -> Iterator[str]:
    """Cut a text into pieces that may be drawn apart from each other."""
    if text.isascii():
        yield from text
        return
    word = ""
    for letter in _clusters(text):
        if joins(letter):
            word += letter
            continue
        if word:
            yield word
            word = ""
        yield letter
    if word:
        yield word


def _clusters(text: str) -> Iterator[str]:
    """Cut a text into extended grapheme clusters (UAX 29)."""
    from PySide6.QtCore import QTextBoundaryFinder  # late: most texts are not cut

    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units = text.encode("utf-16-le")
    start = 0
    while (end := finder.toNextBoundary()) >= 0:
        yield units[start * 2 : end * 2].decode("utf-16-le")
        start = end
