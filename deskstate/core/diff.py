"""What must change in the window: the tree that it shows, the tree that a run has built, and the patches between them.

No Qt. Used by one thread at a time. Three questions per container:

    1 who was this before?  a pair has the same state identity, or else an equal record, or else the same kind
    2 what must move?       the longest series of pairs already in order stays; all others come before an anchor
    3 what is different?    the record, the value

A run in progress has reached a part of its tree only. What it has not reached yet stays behind what it has (rule 11.8):

    shown a b c d, run so far a x      ->  a x c d    (b stood at a place that the run has reached)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from deskstate.core.element import Element
from deskstate.core.patches import Insert, Move, Patch, Remove, Show, Update
from deskstate.core.properties.base import Properties

DEEPEST: Final = 60
"""So many containers in one another are shown: laying one out takes up to nine calls of Python's thousand.

A container that is in more of them is in the window without what it holds, and says so. Tabs and columns are whole.
"""
_UNKNOWN: Final[Any] = object()


class Slot(msgspec.Struct, eq=False, gc=False):
    """One native widget of the window, as the differ knows it."""

    place: int
    depth: int
    """How many others it is in."""
    element: Element
    value: Any = None
    """What an input shows, in the form that its record documents."""
    told: int = 0
    """Number of the batch that last set an input."""
    children: list[Slot] | None = None
    """None for what holds no others."""

    def inside(self) -> Iterator[Slot]:
        """All that it holds."""
        for child in self.children or ():
            yield child
            yield from child.inside()


class Shown:
    """What the window shows."""

    def __init__(self) -> None:
        self.root: Slot | None = None
        self.inputs: dict[str, Slot] = {}
        """By state identity."""
        self.batch = 0
        """Number of the last batch."""
        self.places = 0
        """Number of the last native widget."""
        self.count = 0
        """How many native widgets there are."""
        self._before: list[Patch] = []
        """What comes before the patches of the next batch."""

    def entered(self, id: str, value: Any, seen: int) -> None:
        """A person entered a value when the window had applied the batch `seen`.

        If the script has set that input in a later batch, the window does not show what was entered: the next diff says
        the value again (design: echo).
        """
        slot = self.inputs.get(id)
        if slot is not None:
            slot.value = _UNKNOWN if slot.told > seen else value

    def clear(self, form: str) -> None:
        """Show the defaults of a form with the next batch, wherever the run is then: it was submitted (rule 8.9)."""
        for slot in self.root.inside() if self.root is not None else ():
            element = slot.element
            if element.id is not None and element.form == form and not element.trigger:
                self._show_default(slot, element)

    def _show_default(self, slot: Slot, element: Element) -> None:
        default = element.default if element.codec is None else element.codec.to_window(element.default)
        if slot.value != default:
            self._before.append(Show(slot.place, default))
            slot.value = default
            slot.told = self.batch + 1

    def advance(self, tree: Element, *, complete: bool) -> tuple[list[Patch], tuple[int, ...]]:
        """Take the window to a run's tree.

        Args:
            tree: Root of the tree, with its children as far as the run has come.
            complete: False while the run goes on.

        Returns:
            The patches in order, and the places that the run has not reached yet.
        """
        walk = _Walk(self, complete, self._before)
        self._before = []
        self.batch += 1
        if self.root is None:
            self.root = walk.insert(tree, 0, 0, 0)
        else:
            walk.update(self.root, tree)
        return walk.patches, tuple(walk.stale)


class _Walk:
    """One walk along both trees."""

    def __init__(self, shown: Shown, complete: bool, patches: list[Patch]) -> None:
        self.shown = shown
        self.complete = complete
        self.patches = patches
        self.stale: list[int] = []

    def update(self, slot: Slot, new: Element) -> None:
        """Bring a widget up to its element, and its children up to theirs."""
        old = slot.element
        slot.element = new
        if new.properties is not old.properties or new.id != old.id or new.quiet != old.quiet:
            self._change(slot, old, new)
        elif slot.value is not new.value and slot.value != new.value:
            self._say(slot, new)
        if new.children is not None:
            self.arrange(slot, new.children)

    def _change(self, slot: Slot, old: Element, new: Element) -> None:
        if new.properties != old.properties or new.id != old.id or new.quiet != old.quiet:
            self.patches.append(Update(slot.place, new.properties, new.id, new.key, new.quiet))
        if new.id != old.id:
            self._forget(slot, old)
            slot.value = None
            if new.id is not None:
                self.shown.inputs[new.id] = slot
                slot.value = _UNKNOWN
        if slot.value is not new.value and slot.value != new.value:
            self._say(slot, new)

    def _say(self, slot: Slot, new: Element) -> None:
        self.patches.append(Show(slot.place, new.value))
        slot.value = new.value
        slot.told = self.shown.batch

    def _forget(self, slot: Slot, element: Element) -> None:
        if element.id is not None and self.shown.inputs.get(element.id) is slot:  # else it has got another widget
            del self.shown.inputs[element.id]

    def arrange(self, parent: Slot, children: list[Element]) -> None:
        """Bring the children of a container up to date."""
        if parent.depth > DEEPEST + 1:
            return
        old = parent.children or []
        new = children if self.complete else children[:]  # the script may add to it meanwhile
        same = 0
        aligned = len(old) == len(new) or not self.complete
        for slot, element in zip(old, new, strict=False):
            was = slot.element
            if was is element and slot.value is element.value:  # nothing changed: nearly all are like this in a rerun
                if element.children is not None:
                    self.arrange(slot, element.children)
            elif (
                was.properties is element.properties
                and was.id is element.id
                and was.quiet is element.quiet
                and element.children is None
                and slot.value is element.value
            ):
                slot.element = element
            elif was.id == element.id and (
                was.properties is element.properties
                or (
                    type(was.properties) is type(element.properties)
                    and (aligned or element.id is not None or was.properties == element.properties)
                )
            ):
                self.update(slot, element)
            else:
                break
            same += 1
        if same == len(new):
            if same == len(old):
                return
            if not self.complete:
                self.stale += [slot.place for slot in old[same:]]
                return
        self._rearrange(parent, same, old[same:], new[same:])

    def _rearrange(self, parent: Slot, same: int, old: list[Slot], new: list[Element]) -> None:
        pairs = _pair(old, new)
        kept = {id(slot) for slot in pairs if slot is not None}
        rest: list[Slot] = []
        for index, slot in enumerate(old):
            if id(slot) in kept:
                continue
            if self.complete or index < len(new):
                self.patches.append(Remove(slot.place))
                self._drop(slot)
            else:
                rest.append(slot)
        self.stale += [slot.place for slot in rest]
        stays = _staying(old, [*pairs, *rest])
        order: list[Slot] = (parent.children or [])[:same]
        waiting: list[tuple[Slot | None, Element | None]] = []
        target: list[tuple[Slot | None, Element | None]] = [
            *zip(pairs, new, strict=True),
            *((each, None) for each in rest),
        ]
        for pair, wanted in target:
            if pair is None or id(pair) not in stays:
                waiting.append((pair, wanted))
                continue
            self._place(parent, waiting, pair.place, order)
            waiting = []
            if wanted is not None:
                self.update(pair, wanted)
            order.append(pair)
        self._place(parent, waiting, 0, order)
        parent.children = order

    def _place(
        self, parent: Slot, waiting: list[tuple[Slot | None, Element | None]], before: int, order: list[Slot]
    ) -> None:
        """Put new and moved widgets, in their order, before one that stays."""
        for slot, element in waiting:
            if slot is None:
                assert element is not None
                order.append(self.insert(element, parent.place, before, parent.depth + 1))
                continue
            self.patches.append(Move(slot.place, before))
            if element is not None:
                self.update(slot, element)
            order.append(slot)

    def insert(self, element: Element, parent: int, before: int, depth: int) -> Slot:
        """Make a widget with all that is inside."""
        shown = self.shown
        shown.places += 1
        shown.count += 1
        place = shown.places
        self.patches.append(
            Insert(place, parent, before, element.properties, element.id, element.key, element.value, element.quiet)
        )
        slot = Slot(place, depth, element, element.value, shown.batch)
        if element.id is not None:
            shown.inputs[element.id] = slot
        if element.children and depth <= DEEPEST + 1:
            slot.children = []
            for child in element.children if self.complete else element.children[:]:
                slot.children.append(self.insert(child, place, 0, depth + 1))
        return slot

    def _drop(self, slot: Slot) -> None:
        self.shown.count -= 1
        self._forget(slot, slot.element)
        for child in slot.children or ():
            self._drop(child)


def _pair(old: list[Slot], new: list[Element]) -> list[Slot | None]:
    """For each new element the widget that it takes over, or None."""
    by_id: dict[str, Slot] = {}
    by_record: dict[Properties, list[Slot]] = {}
    for slot in reversed(old):
        if slot.element.id is not None:
            by_id[slot.element.id] = slot
        else:
            by_record.setdefault(slot.element.properties, []).append(slot)
    pairs: list[Slot | None] = []
    taken: set[int] = set()
    for element in new:
        pair: Slot | None = None
        if element.id is not None:
            pair = by_id.get(element.id)
            if pair is not None and type(pair.element.properties) is not type(element.properties):
                pair = None
        elif by_record.get(element.properties):
            pair = by_record[element.properties].pop()
        if pair is not None:
            taken.add(id(pair))
        pairs.append(pair)
    _pair_by_kind(old, new, pairs, taken)
    return pairs


def _pair_by_kind(old: list[Slot], new: list[Element], pairs: list[Slot | None], taken: set[int]) -> None:
    """Give what has no pair yet a widget of the same kind, in order.

    A key names one input for good: its widget is never given to another one.
    """
    free: dict[type[Properties], list[Slot]] = {}
    for slot in reversed(old):
        if id(slot) not in taken and slot.element.key is None:
            free.setdefault(type(slot.element.properties), []).append(slot)
    if not free:
        return
    for index, element in enumerate(new):
        if pairs[index] is None and element.key is None:
            same_kind = free.get(type(element.properties))
            if same_kind:
                pairs[index] = same_kind.pop()


def _staying(old: list[Slot], order: list[Slot | None]) -> set[int]:
    """The most widgets that need not move: the longest series of `order` that stands in this order in `old`.

    a b c d -> b c d a: b, c and d stay, a moves. Patience sorting, O(n log n).
    """
    position = {id(slot): index for index, slot in enumerate(old)}
    tops: list[int] = []
    top_slots: list[int] = []
    previous: dict[int, int | None] = {}
    for slot in order:
        if slot is None:
            continue
        name = id(slot)
        at = position[name]
        pile = bisect_left(tops, at)
        previous[name] = top_slots[pile - 1] if pile else None
        if pile == len(tops):
            tops.append(at)
            top_slots.append(name)
        else:
            tops[pile] = at
            top_slots[pile] = name
    stays: set[int] = set()
    name_or_none = top_slots[-1] if top_slots else None
    while name_or_none is not None:
        stays.add(name_or_none)
        name_or_none = previous[name_or_none]
    return stays
