"""The differ asks for exactly what must change, and the patched tree equals the new one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstate.core.diff import Shown
from deskstate.core.element import Element
from deskstate.core.patches import Insert, Move, Patch, Remove, Show, Update
from deskstate.core.properties.inputs import Checkbox, TextInput
from deskstate.core.properties.layout import Container
from deskstate.core.properties.text import Code, Text


class Mirror:
    """Applies patches the way a window does."""

    def __init__(self) -> None:
        self.children: dict[int, list[int]] = {0: []}
        self.parent: dict[int, int] = {}
        self.about: dict[int, tuple[Any, str | None, Any]] = {}

    def apply(self, patches: list[Patch]) -> None:
        for patch in patches:
            match patch:
                case Insert():
                    self._put(patch.place, patch.parent, patch.before)
                    self.children[patch.place] = []
                    self.about[patch.place] = (patch.properties, patch.id, patch.value)
                case Move():
                    parent = self.parent[patch.place]
                    self.children[parent].remove(patch.place)
                    self._put(patch.place, parent, patch.before)
                case Remove():
                    self.children[self.parent[patch.place]].remove(patch.place)
                case Update():
                    self.about[patch.place] = (patch.properties, patch.id, self.about[patch.place][2])
                case Show():
                    properties, id, _ = self.about[patch.place]
                    self.about[patch.place] = (properties, id, patch.value)

    def _put(self, place: int, parent: int, before: int) -> None:
        siblings = self.children[parent]
        siblings.insert(siblings.index(before) if before else len(siblings), place)
        self.parent[place] = parent

    def tree(self, place: int = 0) -> list[Any]:
        return [(self.about[child], self.tree(child)) for child in self.children[place]]


def box(*children: Element) -> Element:
    return Element(Container(), children=list(children))


def words(text: str) -> list[Element]:
    return [Element(Text(letter)) for letter in text]


def field(id: str, value: str = "", label: str = "") -> Element:
    return Element(TextInput(label or id), id=id, value=value)


def described(element: Element) -> Any:
    children = [described(child) for child in element.children or ()]
    return ((element.properties, element.id, element.value), children)


def shown_after(*trees: Element) -> Shown:
    shown = Shown()
    for tree in trees:
        shown.advance(tree, complete=True)
    return shown


def patches(old: Element, new: Element, *, complete: bool = True) -> list[Patch]:
    return shown_after(old).advance(new, complete=complete)[0]


# Places of `box(*words("abcd"))`: the box is 1, a is 2, b is 3, c is 4, d is 5.


def test_equal_trees_need_no_patch() -> None:
    assert patches(box(*words("abcd")), box(*words("abcd"))) == []


def test_a_changed_text_is_one_update() -> None:
    assert patches(box(*words("abc")), box(*words("axc"))) == [Update(3, Text("x"), None, None)]


def test_an_element_at_the_top_is_one_insert() -> None:
    assert patches(box(*words("bcd")), box(*words("abcd"))) == [Insert(5, 1, 2, Text("a"), None, None, None)]


def test_an_element_at_the_end_is_appended() -> None:
    assert patches(box(*words("ab")), box(*words("abc"))) == [Insert(4, 1, 0, Text("c"), None, None, None)]


def test_a_removed_element_is_one_removal() -> None:
    assert patches(box(*words("abcd")), box(*words("acd"))) == [Remove(3)]


def test_a_keyed_input_moves_with_one_move() -> None:
    old = box(field("a"), field("b"), field("c"))
    new = box(field("b"), field("c"), field("a"))
    assert patches(old, new) == [Move(2, 0)]


def test_a_relabelled_input_keeps_its_widget() -> None:
    old, new = box(Element(Checkbox("One"), id="1", value=False)), box(Element(Checkbox("Two"), id="2", value=False))
    assert patches(old, new) == [Update(2, Checkbox("Two"), "2", None), Show(2, False)]


def test_a_key_names_one_widget_for_good() -> None:
    old = box(Element(TextInput("Password"), id="a", key="a", value="secret"))
    new = box(Element(TextInput("Name"), id="b", key="b", value=""))
    assert patches(old, new) == [Remove(2), Insert(3, 1, 0, TextInput("Name"), "b", "b", "")]


def test_a_value_that_the_person_entered_is_not_written_back() -> None:
    shown = shown_after(box(field("a", "x")))
    shown.entered("a", "typed", seen=1)
    assert shown.advance(box(field("a", "typed")), complete=True)[0] == []


def test_a_value_that_the_script_changed_is_shown() -> None:
    shown = shown_after(box(field("a", "x")))
    shown.entered("a", "typed", seen=1)
    assert shown.advance(box(field("a", "set")), complete=True)[0] == [Show(2, "set")]


def test_a_value_entered_before_the_script_set_another_is_said_again() -> None:
    shown = shown_after(box(field("a", "x")), box(field("a", "set")))  # batch 2 sets it
    shown.entered("a", "typed", seen=1)  # entered when the window had applied batch 1 only
    assert shown.advance(box(field("a", "typed")), complete=True)[0] == [Show(2, "typed")]


def test_an_element_drawn_again_shows_the_value_that_it_has_now() -> None:
    name = field("a", "x")
    shown = shown_after(box(name))
    shown.entered("a", "typed", seen=1)
    assert shown.advance(box(name), complete=True)[0] == [Show(2, "x")]
    name.value = "set"
    assert shown.advance(box(name), complete=True)[0] == [Show(2, "set")]


def test_a_value_follows_its_identity_to_another_widget() -> None:
    shown = shown_after(box(field("a", "x"), field("b", "y")))
    shown.advance(box(field("c", "z")), complete=True)
    shown.entered("b", "typed", seen=2)  # it is gone
    shown.entered("c", "typed", seen=2)
    assert shown.advance(box(field("c", "z")), complete=True)[0] == [Show(2, "z")]


def test_what_a_run_has_not_reached_stays_and_is_stale() -> None:
    """rule 11.8"""
    found = shown_after(box(*words("abcd"))).advance(box(*words("ab")), complete=False)
    assert found == ([], (4, 5))


def test_what_a_run_has_drawn_again_further_up_moves_there() -> None:
    """rule 11.8"""
    found = shown_after(box(*words("abcd"))).advance(box(*words("ac")), complete=False)
    assert found == ([Remove(3)], (5,))


def test_a_group_is_known_again_by_what_it_begins_with() -> None:
    rows = [box(*words(letter), field(letter)) for letter in "abc"]
    assert patches(box(*rows), box(*[box(*words(letter), field(letter)) for letter in "ac"])) == [Remove(5)]


def test_what_stood_where_the_run_is_gives_way() -> None:
    """rule 11.8"""
    old = box(Element(Code("long")), *words("bc"))
    found = shown_after(old).advance(box(*words("x")), complete=False)
    assert found == ([Remove(2), Update(3, Text("x"), None, None)], (4,))


def test_the_end_of_a_run_takes_the_rest_away() -> None:
    """rule 11.8"""
    shown = shown_after(box(*words("abc")))
    shown.advance(box(*words("a")), complete=False)
    assert shown.advance(box(*words("a")), complete=True)[0] == [Remove(3), Remove(4)]


KINDS = st.sampled_from(["text", "code", "field", "box"])


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> Element:
    ids = draw(st.permutations("pqrstu"))
    taken = iter(ids)

    def element(depth: int) -> Element:
        kind = draw(KINDS)
        if kind == "box" and depth:
            return box(*[element(depth - 1) for _ in range(draw(st.integers(0, 5)))])
        if kind == "field":
            id = next(taken, None)
            if id is not None:
                keyed = draw(st.booleans())
                return Element(TextInput(id), id=id, key=id if keyed else None, value=draw(st.sampled_from("xyz")))
        record = Code if kind == "code" else Text
        return Element(record(draw(st.sampled_from("abcd"))))

    return box(*[element(depth) for _ in range(draw(st.integers(0, 7)))])


@given(st.lists(trees(), min_size=1, max_size=6))
def test_a_patched_tree_equals_the_new_one(history: list[Element]) -> None:
    shown, mirror = Shown(), Mirror()
    for tree in history:
        mirror.apply(shown.advance(tree, complete=True)[0])
        assert mirror.tree() == [described(tree)]
        assert shown.advance(tree, complete=True)[0] == []


@given(st.lists(st.tuples(trees(), st.integers(0, 7)), min_size=1, max_size=5))
def test_a_run_shown_in_parts_ends_at_the_same_tree(history: list[tuple[Element, int]]) -> None:
    shown, mirror = Shown(), Mirror()
    for tree, reached in history:
        assert tree.children is not None
        part = Element(tree.properties, children=tree.children[:reached])
        mirror.apply(shown.advance(part, complete=False)[0])
        mirror.apply(shown.advance(tree, complete=True)[0])
        assert mirror.tree() == [described(tree)]


@given(st.lists(trees(), min_size=1, max_size=6), st.booleans())
def test_what_replaces_something_of_the_same_run_is_at_every_moment_as_if_it_were_fresh(
    rounds: list[Element], whole: bool
) -> None:
    """rule 11.5"""
    shown, mirror = Shown(), Mirror()
    for number, tree in enumerate(rounds):
        assert tree.children is not None
        growing = Element(tree.properties, children=[], replaces=number > 0)
        place = box(growing)
        for child in tree.children:
            growing.children.append(child)  # type: ignore[union-attr] # a list
            if not whole:
                mirror.apply(shown.advance(place, complete=False)[0])
                if number:
                    assert mirror.tree() == [described(place)]
        mirror.apply(shown.advance(place, complete=False)[0])
        if number:
            assert mirror.tree() == [described(place)]
        assert shown.advance(place, complete=False)[0] == []


@given(trees(), st.lists(st.tuples(trees(), st.integers(0, 7)), min_size=1, max_size=5))
def test_no_name_is_ever_there_twice(first: Element, history: list[tuple[Element, int]]) -> None:
    """rule 11.8"""

    def names(nodes: list[Any]) -> list[str]:
        return [name for about, inside in nodes for name in ([about[1]] if about[1] else []) + names(inside)]

    shown, mirror = Shown(), Mirror()
    mirror.apply(shown.advance(first, complete=True)[0])
    for tree, reached in history:
        assert tree.children is not None
        mirror.apply(shown.advance(Element(tree.properties, children=tree.children[:reached]), complete=False)[0])
        found = names(mirror.tree())
        assert len(set(found)) == len(found)


@given(st.lists(trees(), min_size=2, max_size=4))
def test_what_two_runs_that_ended_for_a_rerun_have_not_drawn_is_gone_in_the_third(history: list[Element]) -> None:
    """rule 11.8"""
    last = history[-1]
    shown, mirror = Shown(), Mirror()
    for tree in history:
        mirror.apply(shown.advance(box(tree), complete=False)[0])
    for _ in range(2):
        shown.passed(box(last))
    mirror.apply(shown.advance(box(last), complete=False)[0])
    assert mirror.tree() == [described(box(last))]


@given(trees(), trees())
def test_no_more_moves_than_needed(old: Element, new: Element) -> None:
    moves = [patch for patch in patches(old, new) if isinstance(patch, Move)]
    assert len({move.place for move in moves}) == len(moves)


@pytest.mark.parametrize(
    ("before", "after", "moves"), [("abcd", "bcda", 1), ("abcd", "dcba", 3), ("abcde", "aecdb", 2)]
)
def test_the_fewest_moves(before: str, after: str, moves: int) -> None:
    found = patches(box(*map(field, before)), box(*map(field, after)))
    assert [type(patch) for patch in found] == [Move] * moves
