"""Which options fit what a person has typed, best first.

No Qt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def matching(labels: Sequence[str], text: str, mode: str | None) -> Sequence[int]:
    """The places of the labels that fit the text. Case and blanks around the text do not count.

    Args:
        labels: All options.
        text: What has been typed; everything fits an empty text.
        mode: "fuzzy": the letters of the text occur in this order, best fit first; "contains" and "prefix": the text
            stands in the label, or begins it, in the order of the labels; None: everything fits.
    """
    needle = text.strip().casefold()
    if not needle or mode is None:
        return range(len(labels))
    if mode == "prefix":
        return [place for place, label in enumerate(labels) if label.casefold().startswith(needle)]
    if mode == "contains":
        return [place for place, label in enumerate(labels) if needle in label.casefold()]
    return _ranked(labels, needle, text.strip())


def _ranked(labels: Sequence[str], needle: str, typed: str) -> list[int]:
    """Places of fuzzy fits: equal, begins with it, has a word that does, contains it, has its letters scattered."""
    equal: list[int] = []
    beginning: list[int] = []
    at_word: list[int] = []
    inside: list[int] = []
    scattered: list[tuple[int, int]] = []
    later_word = f" {needle}"
    letters = _in_this_order("".join(needle.split())).search
    for place, label in enumerate(labels):
        folded = label.casefold()
        found = folded.find(needle)
        if found > 0:
            begins_word = not folded[found - 1].isalnum() or later_word in folded
            (at_word if begins_word else inside).append(place)
        elif found == 0:
            (equal if len(folded) == len(needle) else beginning).append(place)
        elif fit := letters(folded):
            scattered.append((_looseness(folded, fit.start(), fit.end()), place))
    scattered.sort()
    equal.sort(key=lambda place: labels[place] != typed)
    return [*equal, *beginning, *at_word, *inside, *(place for _, place in scattered)]


def _in_this_order(letters: str) -> re.Pattern[str]:
    """A pattern for text with these letters in it: abc -> a[^b]*b[^c]*c, which never has to look back."""
    return re.compile(re.escape(letters[0]) + "".join(f"[^{re.escape(one)}]*{re.escape(one)}" for one in letters[1:]))


def _looseness(folded: str, start: int, end: int) -> int:
    """How far apart the letters stand; twice as bad when the first of them is inside a word."""
    inside_word = start > 0 and folded[start - 1].isalnum()
    return (end - start) << inside_word
