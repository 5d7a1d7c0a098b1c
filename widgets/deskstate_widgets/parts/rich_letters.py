"""Cuts text into letters as a reader sees them: with their accents, whole emoji, whole words of a script that joins.

No widgets: of Qt only the rules of Unicode for where a letter ends.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINED: Final = frozenset("".join(map(chr, (*range(0x07CA, 0x0800), *range(0x1800, 0x18AB)))))
"""Letters of N'Ko and Mongolian, which join as those of Arabic and Syriac do."""

_INDIC: Final = "\u0900-\u109f\u1780-\u17ff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f"
_APART: Final = f"([\U0001f1e6-\U0001f1ff]{{2}}|[{_INDIC}][{_INDIC}\u200c\u200d]*)"
"""Pattern of what Qt must be given by itself. WORKAROUND: Qt cuts the flag behind an emoji in two, and an emoji beside
a letter of India or its neighbours wherever it likes, even inside of a character, as of Qt 6.11."""


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

    for piece in re.split(_APART, text):
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, piece)
        units = piece.encode("utf-16-le")
        start = 0
        while (end := finder.toNextBoundary()) >= 0:
            yield units[start * 2 : end * 2].decode("utf-16-le")
            start = end
