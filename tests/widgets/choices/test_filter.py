"""What a typed text leaves of a list, and the rows around it. No window needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstate.core.properties.namesake import told_apart
from deskstate_widgets.choices._filter import matching
from deskstate_widgets.choices._flow import flow
from deskstate_widgets.choices._rows import rows_for_many, rows_for_one

LANGUAGES = ("JavaScript", "Python", "CPython", "TypeScript", "My py tools", "Pretty yam", "Py")
MODES = ("fuzzy", "contains", "prefix", None)

texts = st.text(alphabet="abAB .-]^\\", max_size=4)
label_lists = st.lists(st.text(alphabet="abcABC .-]^\\", max_size=8), max_size=12)


def fitting(labels: tuple[str, ...], text: str, mode: str | None) -> list[str]:
    return [labels[place] for place in matching(labels, text, mode)]


def test_fuzzy_puts_the_best_fit_first() -> None:
    assert fitting(LANGUAGES, "py", "fuzzy") == ["Py", "Python", "My py tools", "CPython", "Pretty yam"]


def test_fuzzy_finds_letters_in_their_order_only() -> None:
    assert fitting(LANGUAGES, "jst", "fuzzy") == ["JavaScript"]
    assert fitting(LANGUAGES, "tsj", "fuzzy") == []


def test_fuzzy_prefers_letters_that_stand_close_together() -> None:
    assert fitting(("a---b---c", "a-b-c", "abxc"), "abc", "fuzzy") == ["abxc", "a-b-c", "a---b---c"]


def test_contains_keeps_the_order_of_the_options() -> None:
    assert fitting(LANGUAGES, "py", "contains") == ["Python", "CPython", "My py tools", "Py"]


def test_prefix_takes_only_what_begins_with_the_text() -> None:
    assert fitting(LANGUAGES, "PY", "prefix") == ["Python", "Py"]


def test_case_does_not_count_in_any_language() -> None:
    for mode in ("fuzzy", "contains", "prefix"):
        assert fitting(("Straße", "ÇAY"), "STRASSE", mode) == ["Straße"]
        assert fitting(("Straße", "ÇAY"), "çay", mode) == ["ÇAY"]


@pytest.mark.parametrize("mode", MODES)
def test_blanks_fit_everything(mode: str | None) -> None:
    assert fitting(LANGUAGES, "  ", mode) == list(LANGUAGES)


@given(label_lists, texts)
def test_whatever_contains_the_text_is_a_fuzzy_fit_and_comes_first(labels: list[str], text: str) -> None:
    contains, fuzzy = set(matching(labels, text, "contains")), list(matching(labels, text, "fuzzy"))
    assert set(fuzzy[: len(contains)]) == contains


@given(label_lists, texts)
def test_a_fuzzy_fit_has_the_letters_in_order(labels: list[str], text: str) -> None:
    letters = "".join(text.casefold().split())
    for place in matching(labels, text, "fuzzy"):
        rest = iter(labels[place].casefold())
        assert all(letter in rest for letter in letters)


@given(label_lists, texts, st.sampled_from(MODES))
def test_no_label_is_listed_twice(labels: list[str], text: str, mode: str | None) -> None:
    places = list(matching(labels, text, mode))
    assert len(places) == len(set(places))


def test_a_new_option_stands_above_the_matches_of_one_choice() -> None:
    rows = rows_for_one(LANGUAGES, " pyt ", "contains", accept_new=True)
    assert rows.texts() == ['Add: "pyt"', "Python", "CPython"]
    assert [rows.picked(row) for row in range(3)] == [("pyt",), ("Python",), ("CPython",)]
    assert rows.best == 0
    assert rows.row_of("CPython") == 2


def test_a_text_that_differs_in_case_only_is_a_new_option_and_enter_takes_it_as_it_was_typed() -> None:
    one = rows_for_one(("mW", "kW"), "MW", "contains", accept_new=True)
    assert one.texts() == ['Add: "MW"', "mW"]
    assert one.texts()[one.best] == 'Add: "MW"'
    many = rows_for_many(("mW", "kW"), (), "MW", "contains", accept_new=True, select_all_up_to=10)
    assert many.texts() == ["mW", 'Add: "MW"']
    assert many.texts()[many.best] == 'Add: "MW"'


def test_an_option_that_is_typed_exactly_is_no_new_option_and_wins_over_one_of_another_case() -> None:
    one = rows_for_one(("mW", "MW"), " MW ", "contains", accept_new=True)
    assert one.texts() == ["mW", "MW"]
    assert one.texts()[one.best] == "MW"
    many = rows_for_many(("mW", "MW"), (), "MW", "contains", accept_new=True, select_all_up_to=1)
    assert many.texts() == ["mW", "MW"]
    assert many.texts()[many.best] == "MW"


def test_fuzzy_puts_the_option_that_was_typed_exactly_first() -> None:
    assert fitting(("mw", "mW", "MW"), "MW", "fuzzy") == ["MW", "mw", "mW"]


def test_enter_takes_the_option_that_was_typed_in_full_where_nothing_new_may_be_entered() -> None:
    rows = rows_for_one(("Unpy", "py"), "PY", "contains", accept_new=False)
    assert rows.texts()[rows.best] == "py"


def test_what_is_chosen_already_is_not_offered_again() -> None:
    rows = rows_for_many(("a", "b", "c"), ("b",), "", "fuzzy", accept_new=False, select_all_up_to=10)
    assert rows.texts() == ["Select all", "a", "c"]
    assert rows.picked(0) == ("a", "c")
    assert rows.best == 1


def test_select_all_speaks_of_matches_while_a_text_is_typed() -> None:
    rows = rows_for_many(("ax", "ay", "b"), (), "a", "prefix", accept_new=True, select_all_up_to=10)
    assert rows.texts() == ["Select 2 matches", "ax", "ay", 'Add: "a"']
    assert rows.picked(0) == ("ax", "ay")
    assert rows.picked(3) == ("a",)


@pytest.mark.parametrize(("most", "offered"), [(0, False), (1, False), (2, False), (3, True), (1000, True)])
def test_select_all_is_offered_for_so_many_options_and_no_more(most: int, offered: bool) -> None:
    rows = rows_for_many(("a", "b", "c"), (), "", "fuzzy", accept_new=False, select_all_up_to=most)
    assert (rows.above is not None) is offered


def test_select_all_needs_two_options() -> None:
    rows = rows_for_many(("a", "b"), ("b",), "", "fuzzy", accept_new=False, select_all_up_to=10)
    assert rows.texts() == ["a"]


def test_a_chosen_text_cannot_be_added_again_but_in_another_case() -> None:
    def offered(typed: str) -> list[str]:
        return rows_for_many(("a",), ("New",), typed, "fuzzy", accept_new=True, select_all_up_to=10).texts()

    assert offered("New") == []
    assert offered("new") == ['Add: "new"']


def test_each_of_two_options_labelled_alike_can_be_chosen() -> None:
    kim, lea, other_kim = labels = told_apart(("Kim", "Lea", "Kim"))
    one = rows_for_one(labels, "kim", "fuzzy", accept_new=False)
    assert one.texts() == ["Kim", "Kim"]
    assert [one.picked(row) for row in (0, 1)] == [(kim,), (other_kim,)]
    assert one.row_of(other_kim) == 1
    many = rows_for_many(labels, (kim,), "Kim", "fuzzy", accept_new=True, select_all_up_to=10)
    assert many.texts() == ["Kim"]
    assert many.picked(0) == (other_kim,)
    assert rows_for_one((lea, kim), "Kim", "fuzzy", accept_new=True).texts() == ["Kim"]


def test_boxes_flow_into_the_next_line_when_one_is_full() -> None:
    placed = flow([(50, 20), (40, 30), (30, 20)], 100, 5, 2)
    assert placed.places == ((0, 0), (55, 0), (0, 32))
    assert (placed.width_px, placed.height_px) == (95, 52)


def test_without_a_width_boxes_stay_in_one_line() -> None:
    assert flow([(50, 20), (40, 30)], None, 5, 2).places == ((0, 0), (55, 0))


def test_a_box_that_is_too_wide_gets_a_line_of_its_own() -> None:
    assert flow([(150, 20), (40, 30)], 100, 5, 2).places == ((0, 0), (0, 22))


def test_a_label_of_several_lines_is_a_row_of_one() -> None:
    rows = rows_for_one(("one\ntwo",), "", "fuzzy", accept_new=False)
    assert rows.texts() == ["one two"]
    assert rows.picked(0) == ("one\ntwo",)
