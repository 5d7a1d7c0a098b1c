"""What must change in the window: the tree that it shows, the tree that a run has built, and the patches between them.

No Qt. Used by one thread at a time. Three questions per container:

    1 who was this before?  a pair has the same state identity, or else an equal record, or else the same kind
    2 what must move?       the longest series of pairs already in order stays; all others come before an anchor
    3 what is different?    the record, the value

A run in progress has reached a part of its tree only. What it has not reached yet stays behind what it has (rule 11.8):

    shown a b c d, run so far a x      ->  a x c d    (b stood at a place that the run has reached)
    shown a b c d, run so far a c      ->  a c d      (c is never there twice)

A container in the place of another one of the same run is a new one: of what it has not drawn nothing stays, but while
a `with` block fills it. And what two runs that ended for a rerun have not drawn is not waited for in the third.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final

import msgspec

from deskstate.core.element import Element
from deskstate.core.pairs import Pairing, begin_alike, is_same_fold, label_of, mark_of, marks_of, name_of
from deskstate.core.patches import Insert, Move, Patch, Remove, Show, Update
from deskstate.core.properties.base import Properties

DEEPEST: Final = 60
"""So many containers in one another are shown: laying one out takes up to nine calls of Python's thousand.

A container that is in more of them is in the window without what it holds, and says so. Tabs and columns are whole.
"""
MISSED: Final = 2
"""After so many runs that have ended for a rerun and did not draw it, something is not waited for any more."""
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
        self.named: dict[str, Slot] = {}
        """By state identity, and by the key of what has none."""
        self.labels: Counter[tuple[type[Properties], str | None]] = Counter()
        """How many there are with one label of what has a state that only the window knows."""
        self.missed: dict[int, int] = {}
        """How many of the last runs, which ended for a rerun, have not drawn what is at a place."""
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
        slot = self.named.get(id)
        if slot is not None:
            slot.value = _UNKNOWN if slot.told > seen else value

    def passed(self, tree: Element) -> None:
        """A run has ended for a rerun: what it and the one before did not draw is not waited for any more (rule 11.8).

        Args:
            tree: Root of the tree that it has drawn.
        """
        if self.root is None:
            return
        missed: dict[int, int] = {}
        waiting = [(self.root, tree)]
        while waiting:
            slot, element = waiting.pop()
            slots, drawn = slot.children or [], element.children or []
            for each in slots[len(drawn) :]:
                missed[each.place] = self.missed.get(each.place, 0) + 1
            waiting += [pair for pair in zip(slots, drawn, strict=False) if pair[0].children]
        self.missed = missed

    @property
    def is_overdue(self) -> bool:
        """True when the window shows something that is not waited for any more."""
        return bool(self.missed) and max(self.missed.values()) >= MISSED

    def clear(self, form: str) -> None:
        """Show the defaults of a form with the next batch, wherever the run is then: it was submitted (rule 8.9)."""
        for slot in self.root.inside() if self.root is not None else ():
            element = slot.element
            if element.id is not None and element.around.form == form and not element.trigger:
                self._show_default(slot, element)

    def _show_default(self, slot: Slot, element: Element) -> None:
        default = element.codec.to_window(element.default)
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
        walk = _Walk(self, tree, complete, self._before)
        self._before = []
        self.batch += 1
        if self.root is None:
            self.root = walk.insert(tree, 0, 0, 0)
        else:
            walk.update(self.root, tree)
        walk.remove_former(self.root)
        if complete:
            self.missed = {}
        return walk.patches, tuple(walk.stale)


class _Walk:
    """One walk along both trees."""

    def __init__(self, shown: Shown, tree: Element, complete: bool, patches: list[Patch]) -> None:
        self.shown = shown
        self.tree = tree
        self.complete = complete
        self.patches = patches
        self.stale: list[int] = []
        self._waits = not complete
        """True where what is not drawn may still come."""
        self._replaced = False
        """True inside of a container that has taken the place of something that the run had drawn."""
        self._former: set[int] = set()
        """Widgets whose names others have got, and which have not been looked at yet."""
        self._labels_before = dict(shown.labels)
        self._labels_after: set[tuple[type[Properties], str | None]] | None = None

    def update(self, slot: Slot, new: Element) -> None:
        """Bring a widget up to its element, and its children up to theirs."""
        old = slot.element
        slot.element = new
        if new.properties is not old.properties or new.id != old.id or new.quiet != old.quiet:
            self._change(slot, old, new)
        elif slot.value is not new.value and slot.value != new.value:
            self._say(slot, new)
        if new.children is not None:
            self.arrange(slot, new)

    def _change(self, slot: Slot, old: Element, new: Element) -> None:
        if new.properties != old.properties or new.id != old.id or new.quiet != old.quiet:
            self.patches.append(Update(slot.place, new.properties, new.id, new.key, new.quiet))
        if name_of(new) != name_of(old) or new.call is not None:
            self._forget(slot, old)
            self._know(slot, new)
        if new.id != old.id:
            slot.value = None if new.id is None else _UNKNOWN
        if slot.value is not new.value and slot.value != new.value:
            self._say(slot, new)

    def _say(self, slot: Slot, new: Element) -> None:
        self.patches.append(Show(slot.place, new.value))
        slot.value = new.value
        slot.told = self.shown.batch

    def _know(self, slot: Slot, element: Element) -> None:
        """Enter a widget into the books."""
        name = element.id or element.key  # as `name_of`, but for one function call per element
        if name is not None:
            named = self.shown.named
            if not self.complete and name in named:
                self._former.add(named[name].place)
            named[name] = slot
            self._former.discard(slot.place)
        if element.call is not None:
            self.shown.labels[_label(element.properties)] += 1

    def _forget(self, slot: Slot, element: Element) -> None:
        name = name_of(element)
        if name is not None and self.shown.named.get(name) is slot:  # else it has got another widget
            del self.shown.named[name]
        if element.call is not None:
            label = _label(element.properties)
            self.shown.labels[label] -= 1
            if not self.shown.labels[label]:
                del self.shown.labels[label]

    def arrange(self, parent: Slot, new: Element) -> None:
        """Bring the children of a container up to date."""
        waits, replaced = self._waits, self._replaced
        if not waits or not (replaced or new.replaces):
            self._arrange(parent, new)
            return
        self._waits = new.blocks > 0 if new.replaces else new.blocks >= 0
        self._replaced = True
        self._arrange(parent, new)
        self._waits, self._replaced = waits, replaced

    def _arrange(self, parent: Slot, container: Element) -> None:
        if parent.depth > DEEPEST + 1:
            return
        children: Any = container.children
        old = parent.children or []
        new: list[Element] = children if self.complete else children[:]  # the script may add to it meanwhile
        same = 0
        aligned = len(old) == len(new) or self._waits
        later: tuple[set[Hashable], set[Hashable]] | None = None
        for slot, element in zip(old, new, strict=False):
            was = slot.element
            inside = element.children
            if was is element and inside is None and slot.value is element.value:
                same += 1  # nothing changed: nearly all are like this in a rerun
                continue
            if (
                was.properties is element.properties
                and was.id is element.id
                and was.quiet is element.quiet
                and slot.value is element.value
                and was.call == element.call
                and was.key is element.key
            ):
                before = slot.children
                if not before or not inside or begin_alike(before, inside):
                    slot.element = element
                    if self._waits and inside is not None:
                        self.arrange(slot, element)
                    elif before or inside:
                        self._arrange(slot, element)
                    same += 1
                    continue
            if was.id != element.id or was.key != element.key or type(was.properties) is not type(element.properties):
                break
            if name_of(element) is None:
                if was.call is not None or element.call is not None:
                    if not is_same_fold(was, element):
                        break
                elif not aligned and not element.properties.known_by_content and was.properties != element.properties:
                    break
                elif self._may_be_another(slot, element):
                    if later is None:
                        later = _marks(old[same + 1 :]), _marks(new[same + 1 :])
                    if not later[0].isdisjoint(marks_of(element)) or not later[1].isdisjoint(marks_of(slot)):
                        break
            self.update(slot, element)
            same += 1
        if same == len(new) and (same == len(old) or (self._waits and not self.shown.missed)):
            if same < len(old):
                self.stale += [slot.place for slot in old[same:]]
            return
        self._rearrange(parent, same, old[same:], new[same:])

    def _may_be_another(self, slot: Slot, element: Element) -> bool:
        """Whether an element may have stood elsewhere, or what stood at its place may have gone elsewhere."""
        if not element.properties.known_by_content:
            return self._waits and slot.element.properties != element.properties
        before, now = slot.children, element.children
        if not before or not now:
            return slot.element.properties != element.properties
        return before[0].element is not now[0] and mark_of(slot) != mark_of(element)

    def _rearrange(self, parent: Slot, same: int, old: list[Slot], new: list[Element]) -> None:
        if not old:  # the run goes on to draw what is new
            parent.children = parent.children or []
            self._place(parent, [(None, element) for element in new], 0, parent.children)
            return
        pairs = Pairing(old, new, stays=self._stays, stood=self._stood).pairs
        kept = {id(slot) for slot in pairs if slot is not None}
        rest: list[Slot] = []
        for index, slot in enumerate(old):
            if id(slot) in kept:
                continue
            if not self._waits or index < len(new) or self.shown.missed.get(slot.place, 0) >= MISSED:
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
        self._know(slot, element)
        if element.children and depth <= DEEPEST + 1:
            slot.children = []
            for child in element.children if self.complete else element.children[:]:
                slot.children.append(self.insert(child, place, 0, depth + 1))
        return slot

    def _stays(self, properties: Properties) -> bool:
        """True for a label that is in the run's tree."""
        if self._labels_after is None:
            self._labels_after = set(_labels(self.tree))
        return _label(properties) in self._labels_after

    def _stood(self, properties: Properties) -> bool:
        """True for a label that was in the window."""
        return _label(properties) in self._labels_before

    def remove_former(self, parent: Slot) -> None:
        """Take away what is in another place now, and still stands where the run has not come yet."""
        if not self._former:
            return
        for slot in parent.children or ():
            if slot.place in self._former:
                self.patches.append(Remove(slot.place))
                self._drop(slot)
            else:
                self.remove_former(slot)
        if parent.children:
            parent.children = [slot for slot in parent.children if slot.place not in self._former]

    def _drop(self, slot: Slot) -> None:
        self.shown.count -= 1
        self._forget(slot, slot.element)
        for child in slot.children or ():
            self._drop(child)


def _label(properties: Properties) -> tuple[type[Properties], str | None]:
    return type(properties), label_of(properties)


def _labels(element: Element) -> Iterator[tuple[type[Properties], str | None]]:
    """The labels of all inside that has a state which only the window knows."""
    for child in (element.children or ())[:]:
        if child.call is not None:
            yield _label(child.properties)
        if child.children:
            yield from _labels(child)


def _marks(nodes: Sequence[Element | Slot]) -> set[Hashable]:
    """The marks of all that have no names."""
    found: set[Hashable] = set()
    for node in nodes:
        if name_of(node if isinstance(node, Element) else node.element) is None:
            found.update(marks_of(node))
    return found


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
