"""Where a character ends, as a reader sees it: with its accents, a whole emoji.

No widgets: of Qt only the rules of Unicode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDIC: Final = "\u0900-\u109f\u1780-\u17ff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f"
_APART: Final = f"([\U0001f1e6-\U0001f1ff]{{2}}|[{_INDIC}][{_INDIC}\u200c\u200d]*)"
"""Pattern of what Qt must be given by itself. WORKAROUND: Qt cuts the flag behind an emoji in two, and an emoji beside
a letter of India or its neighbours wherever it likes, even inside of a character, as of Qt 6.11."""


def clusters(text: str) -> Iterator[str]:
    """Cut a text into extended grapheme clusters (UAX 29)."""
    from PySide6.QtCore import QTextBoundaryFinder  # late: most texts are not cut

    for piece in re.split(_APART, text):
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, piece)
        units = piece.encode("utf-16-le")
        start = 0
        while (end := finder.toNextBoundary()) >= 0:
            yield units[start * 2 : end * 2].decode("utf-16-le")
            start = end
