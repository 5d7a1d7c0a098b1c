"""The label of an option where others of the same choice are labelled alike.

No Qt.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Self


class Namesake(str):
    """A label that knows which option it is of: it is shown as any other text, and equals no other one's label.

    Records and values of choices hold it in place of a label that several options have.
    """

    __slots__ = ("place", "turn")

    place: int
    """Position of the option among all of them."""
    turn: int
    """Position among those that are labelled alike."""

    def __new__(cls, label: str, place: int, turn: int) -> Self:
        self = super().__new__(cls, label)
        self.place = place
        self.turn = turn
        return self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Namesake) and self.place == other.place and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def told_apart(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Labels of which no two are equal."""
    if len(set(labels)) == len(labels):
        return labels
    counts = Counter(labels)
    turns: Counter[str] = Counter()
    apart: list[str] = []
    for place, label in enumerate(labels):
        if counts[label] > 1:
            apart.append(Namesake(label, place, turns[label]))
            turns[label] += 1
        else:
            apart.append(label)
    return tuple(apart)


def namesakes(labels: tuple[str, ...], label: str) -> list[int]:
    """Positions of those that are labelled alike; none when the label is the only one, or none."""
    return [place for place, each in enumerate(labels) if each.__class__ is Namesake and str.__eq__(each, label)]


def reads_alike(one: Any, other: Any) -> bool:
    """Whether what a window shows reads like something else, whichever of the options labelled so is meant."""
    if one.__class__ is tuple and other.__class__ is tuple:
        return len(one) == len(other) and all(map(reads_alike, one, other))
    return bool(one == other) or (isinstance(one, str) and isinstance(other, str) and str.__eq__(one, other))
