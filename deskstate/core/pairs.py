"""Who was this before: which native widget of a container each of its new elements takes over.

No Qt. Used by one thread at a time. In this order:

    1 the same name: a state identity, or the key of a container
    2 the same record, and of a container that is known by what it holds the same beginning
    3 of what has a state that only the window knows: the same label; else, for labels that are nowhere else in the
      window, the same call of the script (a counter in the label); never the place alone. A container that begins with
      such a thing goes along with it
    4 the same kind, in order
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstate.core.element import Element

if TYPE_CHECKING:
    from deskstate.core.diff import Slot
    from deskstate.core.properties.base import Properties

_FIGURES: Final = re.compile(r"[\d.,]+")


def name_of(element: Element) -> str | None:
    """What nothing else in a window is called: the state identity, or the key of an element that has none."""
    return element.id if element.id is not None else element.key


def label_of(properties: Properties) -> str | None:
    """The label of what has a state that only the window knows; None for what has no label."""
    return getattr(properties, "label", None)


def mark_of(node: Element | Slot) -> Hashable:
    """By which an element without a name is found again: its record, and for a group what it begins with.

    Args:
        node: An element with what the run has drawn inside, or a widget with what the window shows there.
    """
    element = _element(node)
    properties = element.properties
    if not properties.known_by_content or not node.children:
        return properties
    chain: list[Hashable] = [properties]
    while node.children:
        node = node.children[0]
        element = _element(node)
        name = name_of(element)
        chain.append(element.properties if name is None else name)
        if name is not None or element.call is not None:
            break
    return tuple(chain)


def begin_alike(before: Sequence[Slot], now: Sequence[Element]) -> bool:
    """Whether two groups of one record surely have the same mark: the quick way to say yes.

    Args:
        before: What the window shows in it, and
        now: what the run has drawn; neither is empty.
    """
    slots: Sequence[Slot] | None = before
    elements: Sequence[Element] | None = now
    while slots and elements:
        slot, element = slots[0], elements[0]
        was = slot.element
        if was is element:
            return True
        if was.properties is not element.properties or was.id != element.id or was.key != element.key:
            return False
        if element.id is not None:
            return True
        slots, elements = slot.children, element.children
    return False


def marks_of(node: Element | Slot) -> tuple[Hashable, ...]:
    """Its mark, and where it begins with a fold the call of that, whose label may hold a counter."""
    led = _leading(node)
    return (mark_of(node),) if led is None else (mark_of(node), (led.way, _kind(led.fold), *_call(led.fold)))


class _Led(NamedTuple):
    """What begins with a labelled fold that has no name, or is one."""

    way: tuple[Properties, ...]
    """The containers around the fold, from the outermost."""
    fold: Element


def _leading(node: Element | Slot) -> _Led | None:
    way: list[Properties] = []
    while True:
        element = _element(node)
        if _is_fold(element, labelled=True):
            return _Led(tuple(way), element)
        if not _is_plain(element) or not (way or element.properties.known_by_content) or not node.children:
            return None
        way.append(element.properties)
        node = node.children[0]


def _element(node: Element | Slot) -> Element:
    return node if isinstance(node, Element) else node.element


def is_same_fold(old: Element, new: Element) -> bool:
    """Whether two elements at one place, of which one has a state that only the window knows, are the same."""
    if old.call is None or new.call is None or type(old.properties) is not type(new.properties):
        return False
    label = label_of(new.properties)
    if label is not None:
        return label_of(old.properties) == label
    return old.call == new.call or not old.call.is_of(new.call)


class Pairing:
    """Finds the pairs of one container.

    Args:
        old: What the window shows.
        new: What the run has drawn.
        stays: Whether a label that the window shows is anywhere in the run's tree.
        stood: Whether a label of the run's tree was anywhere in the window.
    """

    def __init__(
        self,
        old: Sequence[Slot],
        new: Sequence[Element],
        *,
        stays: Callable[[Properties], bool],
        stood: Callable[[Properties], bool],
    ) -> None:
        self._old = old
        self._new = new
        self._stays = stays
        self._stood = stood
        self.pairs: list[Slot | None] = [None] * len(new)
        """For each new element the widget that it takes over, or None."""
        self._taken: set[int] = set()
        self._match(lambda element: name_of(element) is not None, lambda element: (name_of(element), _kind(element)))
        self._match(_is_plain, mark_of, mark_of)
        if any([element.call is not None or element.properties.known_by_content for element in new]):
            self._match_folds()
        self._match(lambda element: _is_plain(element) and element.properties.known_by_content, _record)
        self._match(lambda element: element.key is None and element.call is None, _kind)

    def _match(
        self,
        is_asked: Callable[[Element], bool],
        key: Callable[[Element], Hashable],
        shown_key: Callable[[Slot], Hashable] | None = None,
    ) -> None:
        """Give each element that has no pair yet the first free widget with the same key."""
        free: dict[Hashable, list[Slot]] = {}
        for slot in reversed(self._old):
            if id(slot) not in self._taken and is_asked(slot.element):
                found = free.setdefault(key(slot.element) if shown_key is None else shown_key(slot), [])
                found.append(slot)
        if not free:
            return
        for index, element in enumerate(self._new):
            if self.pairs[index] is None and is_asked(element):
                slots = free.get(key(element))
                if slots:
                    self._take(index, slots.pop())

    def _take(self, index: int, slot: Slot) -> None:
        self.pairs[index] = slot
        self._taken.add(id(slot))

    def _match_folds(self) -> None:
        self._match(lambda element: _is_fold(element, labelled=True), lambda element: (_kind(element), _label(element)))
        self._match_alone(
            lambda led: (led.way, _kind(led.fold), *_line(led.fold), _FIGURES.sub("", _label(led.fold) or ""))
        )
        self._match_alone(lambda led: (led.way, _kind(led.fold), *_call(led.fold)))
        self._match(
            lambda element: _is_fold(element, labelled=False), lambda element: (_record(element), *_call(element))
        )
        self._match(
            lambda element: _is_fold(element, labelled=False), lambda element: (_kind(element), *_call(element))
        )
        if self._is_of_another_version():
            self._match(lambda element: _is_fold(element, labelled=False), _kind)

    def _match_alone(self, key: Callable[[_Led], Hashable]) -> None:
        """Pair what is alone with its key on both sides, and has a label that is nowhere else."""
        old: dict[Hashable, list[tuple[Slot, Element]]] = {}
        for slot in self._old:
            led = _leading(slot) if id(slot) not in self._taken else None
            if led is not None:
                old.setdefault(key(led), []).append((slot, led.fold))
        if not old:
            return
        new: dict[Hashable, list[tuple[int, Element]]] = {}
        for index, element in enumerate(self._new):
            led = _leading(element) if self.pairs[index] is None else None
            if led is not None:
                new.setdefault(key(led), []).append((index, led.fold))
        for each, drawn in new.items():
            shown = old.get(each, [])
            if len(shown) == len(drawn) == 1:
                (slot, before), (index, after) = shown[0], drawn[0]
                if not self._stays(before.properties) and not self._stood(after.properties):
                    self._take(index, slot)

    def _is_of_another_version(self) -> bool:
        """True when the script was changed between the two: no call can be compared."""
        calls = [element.call for element in self._new if element.call is not None]
        return bool(calls) and not any(
            [each.element.call is not None and each.element.call.is_of(calls[0]) for each in self._old]
        )


def _record(element: Element) -> Properties:
    return element.properties


def _kind(element: Element) -> type[Properties]:
    return type(element.properties)


def _label(element: Element) -> str | None:
    return label_of(element.properties)


def _is_plain(element: Element) -> bool:
    """True for what has neither name nor state."""
    return element.call is None and element.id is None and element.key is None


def _is_fold(element: Element, *, labelled: bool) -> bool:
    """True for what has a state that only the window knows, and no name."""
    return element.call is not None and name_of(element) is None and (_label(element) is not None) is labelled


def _line(element: Element) -> tuple[int, tuple[int, ...]]:
    call = element.call
    assert call is not None
    return id(call.script), call.spot


def _call(element: Element) -> tuple[int, tuple[int, ...], int]:
    call = element.call
    assert call is not None
    return *_line(element), call.part
