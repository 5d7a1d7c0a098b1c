"""Which neighbours of a long stack share a box, so that most of them stay where they were.

No Qt. A flat Qt layout of 3,000 widgets takes 1.5 ms to settle after one text changed; boxes of 16 take 0.2 ms. Those
that are not made yet share one box, however many they are, until some of them come near: making a box takes 0.1 ms.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE: Final = 16
"""Of a new chunk. After each change Qt asks all wrapping texts in the same box for their height again (10 to 100 µs
each), so a box may hold few; and each box costs 0.3 µs per change and 50 µs once, so not too few.
"""
LIMIT: Final = 32
"""A chunk with something made in it that grows beyond this is cut."""
FLAT: Final = 24
"""A new stack of up to this many needs no chunks."""

T = TypeVar("T")
"""Hashed and compared by identity, or alike."""
Cut = list[tuple[int, list[T]]]
"""New chunks in order: the number of the old chunk that lives on in it or -1, and its members."""


def regroup(
    wanted: Sequence[T], old: Sequence[Sequence[T]], made: Callable[[T], bool], pinned: T | None = None
) -> Cut[T]:
    """Divide the members of a stack over chunks.

    A member keeps its chunk when the order allows; new ones join the chunk of the one before them. Old chunks that
    nobody stays in are left out.

    Args:
        wanted: All members in their new order, each once.
        old: The members of the chunks that there are now.
        made: True for a member that has a widget.
        pinned: One that must not change its chunk, because it holds the keyboard focus.
    """
    if len(old) <= 1 and not any(map(made, wanted)):  # the end of a page that grows: what follows would say the same
        return [(len(old) - 1, list(wanted))] if wanted else []
    home = {member: number for number, members in enumerate(old) for member in members}
    homes = [home.get(member, -1) for member in wanted]
    stays = _stays(homes, wanted.index(pinned) if pinned in home and pinned in wanted else -1)
    groups: list[tuple[list[T], list[bool]]] = [([], []) for _ in old] or [([], [])]
    current = next((number for number, stay in zip(homes, stays, strict=True) if stay), 0)
    for member, number, stay in zip(wanted, homes, stays, strict=True):
        if stay:
            current = number
        groups[current][0].append(member)
        groups[current][1].append(stay)
    cut: Cut[T] = []
    for number, (members, kept) in enumerate(groups):
        if members:
            cut += _cut(number if old else -1, members, kept, made, pinned)
    return cut


def _stays(homes: list[int], pin: int) -> list[bool]:
    """Who keeps the chunk: as many as possible, in an order that never goes back, and the pinned one for sure."""
    known = [
        (place, number)
        for place, number in enumerate(homes)
        if number >= 0 and (pin < 0 or (number <= homes[pin] if place <= pin else number >= homes[pin]))
    ]
    numbers = [number for _, number in known]
    stays = [False] * len(homes)
    if all(a <= b for a, b in pairwise(numbers)):
        for place, _ in known:
            stays[place] = True
        return stays
    # Longest non-decreasing subsequence by patience sorting: last[i] is the smallest end of a run of length i + 1.
    last: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(known):
        length = bisect_right(last, number)
        before.append(ends[length - 1] if length else -1)
        last[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    index = ends[-1]
    while index >= 0:
        stays[known[index][0]] = True
        index = before[index]
    return stays


def slices(members: list[T]) -> list[list[T]]:
    """Even parts of at most `SIZE`."""
    if not members:
        return []
    parts = -(-len(members) // SIZE)
    step, more = divmod(len(members), parts)
    bounds = [index * step + min(index, more) for index in range(parts + 1)]
    return [members[start:end] for start, end in pairwise(bounds)]


def _cut(number: int, members: list[T], kept: list[bool], made: Callable[[T], bool], pinned: T | None) -> Cut[T]:
    """One chunk, or several when it has become too large; the old box goes to the part that has most of its own."""
    if len(members) <= (LIMIT if any(kept) else FLAT):
        return [(number, members)]
    if not any(kept):
        first, *rest = _parts(members, made)
        return [(number, first), *((-1, part) for part in rest)]
    start = kept.index(True)
    end = len(kept) - kept[::-1].index(True)
    if end - start <= LIMIT:  # old ones between new ones: the new ones get chunks of their own
        if end <= LIMIT:
            start = 0
        head, tail = members[:start], members[end:]
        return [
            *((-1, part) for part in _parts(head, made)),
            (number, members[start:end]),
            *((-1, part) for part in _parts(tail, made)),
        ]
    parts = _parts(members, made)
    counts: list[int] = []
    place = 0
    for part in parts:
        counts.append(len(members) if pinned in part else sum(kept[place : place + len(part)]))
        place += len(part)
    heir = counts.index(max(counts))
    return [(number if index == heir else -1, part) for index, part in enumerate(parts)]


def _parts(members: list[T], made: Callable[[T], bool]) -> list[list[T]]:
    """Even parts of at most `SIZE`, and neighbouring parts that have nothing made in them as one."""
    parts: list[list[T]] = []
    was_bare = False
    for part in slices(members):
        bare = not any(map(made, part))
        if bare and was_bare:
            parts[-1].extend(part)
        else:
            parts.append(part)
        was_bare = bare
    return parts
