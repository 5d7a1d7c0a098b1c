"""One or some of several options (rules 4.10 to 4.15, 21.5, 21.6)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, cast

import numpy as np
import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from tests.elements.scripts import App

pd: Any = pytest.importorskip("pandas")

Colour = Enum("Colour", "RED BLUE")
OneOf = Callable[..., Any]


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        (["a", "b"], ("a", "b")),
        (("a",), ("a",)),
        ({"k": 1, "l": 2}, ("k", "l")),
        ({7}, ("7",)),
        (range(2), ("0", "1")),
        ((str(i) for i in range(2)), ("0", "1")),
        ("xyz", ("xyz",)),
        (5, ("5",)),
        (None, ()),
        ([], ()),
        ([None, 1, 2.5, True, "x"], ("None", "1", "2.5", "True", "x")),
        (Colour, ("Colour.RED", "Colour.BLUE")),
        (np.array([1, 2]), ("1", "2")),
        (np.array([["a", "b"], ["c", "d"]]), ("a", "c")),
        (np.array(5), ("5",)),
        (pd.Series(["a", "b"]), ("a", "b")),
        (pd.DataFrame({"x": [1, 2], "y": [3, 4]}), ("1", "2")),
        (pd.DataFrame({"x": [1], "y": [2]}).columns, ("x", "y")),
        (pd.DataFrame(), ()),
        (["a\0b"], ("a\ufffdb",)),
    ],
)
def test_options_come_in_many_forms(app: App, options: Any, labels: tuple[str, ...]) -> None:
    """Rule 4.14."""
    (element,) = app(lambda: ds.selectbox("s", options))
    assert cast("inputs.Selectbox", element.properties).options == labels


def test_the_option_itself_comes_back(app: App, one_of: OneOf) -> None:
    """Rules 4.12, 21.5."""
    seen: list[Any] = []
    options = [1, "1.5", None, 2.5, Colour.RED]
    app(lambda: one_of("s", options, key="s"))
    for label in ("1", "1.5", "None", "2.5", "Colour.RED"):
        app(lambda: seen.append(one_of("s", options, key="s")), entered={"s": label})
        assert app.shown("s") == (None if seen[-1] is None else label)
    assert seen == options


def test_a_testers_view_of_the_options(app: App, one_of: OneOf) -> None:
    app(lambda: one_of("s", [1, 2], key="s", format_func="no {}".format))
    codec = cast("Any", app.element("s").codec)
    assert (codec.options, codec.labels, codec.format_func(5)) == ((1, 2), ("no 1", "no 2"), "no 5")


def test_the_index_counts_at_first_only(app: App, one_of: OneOf) -> None:
    """Rule 21.5."""
    seen: list[Any] = []
    for index in (1, 2, None):
        app(lambda index=index: seen.append(one_of("s", ["a", "b", "c"], index, key="s")))  # type: ignore[misc] # defaults bind the loop's values
    assert seen == ["b", "b", "b"]


def test_nothing_is_chosen_without_index_or_options(app: App, one_of: OneOf) -> None:
    """Rule 21.5."""
    seen: list[Any] = []
    app(lambda: seen.extend([one_of("s", ["a"], None), one_of("t", []), one_of("u", [], 5)]))
    assert seen == [None, None, None]
    assert [element.value for element in app.main] == [None, None, None]


@pytest.mark.parametrize(
    ("index", "error"),
    [
        (2, errors.ValueOutOfRangeError),
        (-1, errors.ValueOutOfRangeError),
        ("a", errors.InvalidParameterTypeError),
        (0.5, errors.InvalidParameterTypeError),
    ],
)
def test_a_wrong_index_is_refused(app: App, one_of: OneOf, index: Any, error: type[Exception]) -> None:
    """Rule 21.5."""
    with pytest.raises(error):
        app(lambda: one_of("s", ["a", "b"], index))


def test_an_option_that_is_gone_gives_way_to_the_index(app: App, one_of: OneOf) -> None:
    """Rule 4.11."""
    seen: list[tuple[Any, Any]] = []

    def script(options: Iterable[str]) -> None:
        seen.append((one_of("s", options, key="s"), ds.session_state.s))

    app(lambda: script(["a", "b"]))
    app(lambda: script(["a", "b"]), entered={"s": "b"})
    app(lambda: script(["c", "b"]))
    app(lambda: script(["c", "d"]))
    app(lambda: script([]))
    assert seen == [("a", "a"), ("b", "b"), ("b", "b"), ("c", "c"), (None, None)]


@pytest.mark.parametrize(
    ("assigned", "now", "later"),
    [
        (2, "2", "2"),
        ("2", "'2'", "2"),
        (9, "1", "1"),
        (2.0, "1", "1"),
        (True, "1", "1"),
        (None, "None", "None"),
        ([], "1", "1"),
    ],
)
def test_code_may_assign_options_and_none(app: App, one_of: OneOf, assigned: object, now: str, later: str) -> None:
    """Rule 4.10: for what is no option the state holds the default."""
    seen: list[str] = []

    def script() -> None:
        if not seen:
            ds.session_state.s = assigned
        seen.append(repr(one_of("s", [1, 2], key="s")))
        assert repr(ds.session_state.s) == seen[-1]

    app(script)
    app(script)
    assert seen == [now, later]


def test_a_format_that_knows_its_options_only_is_no_trouble(app: App, one_of: OneOf) -> None:
    """Rule 4.10."""
    seen: list[Any] = []
    options = [{"name": "a"}, {"name": "b"}]

    def script() -> None:
        if not seen:
            ds.session_state.s = "b"
        seen.append(one_of("s", options, key="s", format_func=operator.itemgetter("name")))

    app(script)
    app(script, entered={"s": "b"})
    assert seen == [{"name": "a"}, {"name": "b"}]


def test_a_member_of_a_class_that_was_defined_again_is_the_new_member(app: App, one_of: OneOf) -> None:
    """Rule 4.13."""
    seen: list[Any] = []

    def script(*, as_list: bool) -> None:
        again = Enum("Colour", "RED BLUE")  # type: ignore[misc] # a new class in each run
        ds.session_state.setdefault("s", again["BLUE"])
        seen.append(one_of("s", list(again) if as_list else again, key="s") is again["BLUE"])

    for as_list in (False, True, False):
        app(lambda as_list=as_list: script(as_list=as_list))  # type: ignore[misc] # defaults bind the loop's values
    assert seen == [True, True, True]


def test_without_a_key_the_labels_make_another_input(app: App, one_of: OneOf) -> None:
    """Rules 3.2, 3.4."""
    app(lambda: [one_of("s", ["a"]), one_of("s", ["b"]), one_of("s", ["a", "b"]), one_of("s", ["a", "b"], 1)])
    assert len(app.state.drawn) == 4
    with pytest.raises(errors.DuplicateElementId):
        app(lambda: [one_of("s", [1]), one_of("s", ["1"]), one_of("s", [1], format_func="1".format)])


def test_one_is_not_true(app: App, one_of: OneOf) -> None:
    """Words that are equal but of other types make another choice (rule 4.12)."""
    seen: list[Any] = []
    app(lambda: seen.extend([one_of("a", [1, 0]), one_of("a", [True, 0]), one_of("a", [1.0, 0])]))
    assert list(map(repr, seen)) == ["1", "True", "1.0"]


def test_options_must_be_comparable(app: App) -> None:
    with pytest.raises(errors.APIException, match="`ndarray`"):
        app(lambda: ds.selectbox("s", [np.array([1, 2]), np.array([3, 4])]))


def test_a_text_that_is_no_option_may_be_entered(app: App) -> None:
    """Rule 3.6: whether it may counts besides the key."""
    seen: list[Any] = []

    def script() -> None:
        seen.append(ds.selectbox("s", [1, 2], key="s", accept_new_options=True))

    app(script)
    app(script, entered={"s": "new"})
    app(script, entered={"s": "2"})
    app(script)
    assert seen == [1, "new", 2, 2]
    before = app.element("s").id
    app(lambda: ds.selectbox("t", [3], key="s"))
    assert app.element("s").id != before


def test_the_record_of_a_selectbox(app: App) -> None:
    elements = app(lambda: [ds.selectbox("a", ["x"], None, placeholder=""), ds.selectbox("b", "x", filter_mode=None)])
    assert [element.properties for element in elements] == [
        inputs.Selectbox("a", options=("x",), clearable=True, placeholder=" "),
        inputs.Selectbox("b", options=("x",), filter_mode=None),
    ]
    with pytest.raises(errors.IncompatibleParametersError):
        app(lambda: ds.selectbox("a", ["x"], filter_mode=None, accept_new_options=True))
    with pytest.raises(errors.ValueError, match="filter_mode"):
        app(lambda: ds.selectbox("a", ["x"], filter_mode=cast("Any", "loose")))


def test_the_record_of_a_radio(app: App) -> None:
    (element,) = app(lambda: ds.radio("a", ["x", "y"], captions=["one", None], horizontal=True))
    assert element.properties == inputs.Radio("a", options=("x", "y"), captions=("one", ""), horizontal=True)
    with pytest.raises(errors.InvalidParameterTypeError, match="captions"):
        app(lambda: ds.radio("a", ["x"], captions=cast("Any", [5])))


# multiselect


@pytest.mark.parametrize(
    ("default", "value"),
    [*[(None, []), ("b", ["b"]), (["c", "a"], ["c", "a"]), (("a",), ["a"]), ({"b"}, ["b"]), (["a", "a"], ["a", "a"])]],
)
def test_a_default_is_one_option_or_several(app: App, default: Any, value: list[str]) -> None:
    """Rule 21.6."""
    seen: list[Any] = []
    app(lambda: seen.append(ds.multiselect("m", ["a", "b", "c"], default)))
    assert seen == [value]
    assert app.main[0].value == tuple(value)


def test_the_order_of_choosing_is_kept(app: App) -> None:
    """Rule 21.6."""
    seen: list[Any] = []
    app(lambda: ds.multiselect("m", [1, 2, 3], key="m"))
    app(lambda: seen.append(ds.multiselect("m", [1, 2, 3], key="m")), entered={"m": ("3", "1")})
    assert seen == [[3, 1]]


def test_a_default_must_be_an_option(app: App) -> None:
    """Rule 21.6."""
    for accept_new_options in (False, True):
        with pytest.raises(errors.DefaultNotInOptionsError, match="'z'"):
            app(lambda new=accept_new_options: ds.multiselect("m", ["a"], ["z"], accept_new_options=new))  # type: ignore[misc] # defaults bind the loop's values


def test_no_more_than_max_selections(app: App) -> None:
    """Rules 4.10, 21.6."""
    with pytest.raises(errors.SelectionCountExceedsMaxError, match="2 options"):
        app(lambda: ds.multiselect("m", ["a", "b"], ["a", "b"], max_selections=1))
    for wrong in (0, -1, True, 1.5):
        with pytest.raises(errors.ValueError, match="max_selections"):
            app(lambda wrong=wrong: ds.multiselect("m", ["a"], max_selections=cast("int", wrong)))  # type: ignore[misc] # defaults bind the loop's values


@pytest.mark.parametrize(
    ("assigned", "now", "later"),
    [
        (["b", "z"], "['b']", "['b']"),
        (["z"], "[]", "[]"),
        (("a", "b"), "('a', 'b')", "['a', 'b']"),
        ("ab", "'ab'", "['a', 'b']"),
        (["b", "b"], "['b', 'b']", "['b', 'b']"),
        ([5], "[]", "[]"),
    ],
)
def test_code_may_assign_lists_of_options(app: App, assigned: object, now: str, later: str) -> None:
    """Rule 4.10: what is no option is left out, in the state as well."""
    seen: list[str] = []

    def script() -> None:
        if not seen:
            ds.session_state.m = assigned
        seen.append(repr(ds.multiselect("m", ["a", "b"], key="m")))
        assert repr(ds.session_state.m) == seen[-1]

    app(script)
    app(script)
    assert seen == [now, later]


@pytest.mark.parametrize("assigned", [None, 5])
def test_code_may_assign_nothing_else(app: App, assigned: object) -> None:
    """Rule 4.10."""

    def script() -> None:
        ds.session_state.setdefault("m", assigned)
        ds.multiselect("m", ["a"], key="m")

    for _ in range(2):
        with pytest.raises(errors.InvalidParameterTypeError):
            app(script)


def test_a_returned_list_is_the_scripts_own(app: App) -> None:
    """Rule 2.11."""
    seen: list[list[str]] = []

    def script() -> None:
        chosen = ds.multiselect("m", ["a", "b"], ["a"], key="m")
        seen.append(list(chosen))
        chosen.append("b")

    app(script)
    app(script)
    assert seen == [["a"], ["a"]]


def test_a_list_of_the_state_is_no_default(app: App) -> None:
    """Rule 2.10: a list in the state can be changed, and another window's default is not changed with it."""
    seen: list[list[str]] = []

    def script() -> None:
        seen.append(ds.multiselect("m", ["a", "b"], ["a"], key="m"))
        ds.session_state.m.append("b")

    app(script)
    app(script)
    other = App()
    other.memo = app.memo
    other(script)
    assert seen == [["a"], ["a", "b"], ["a"]]


def test_texts_that_are_no_options_may_be_entered(app: App) -> None:
    seen: list[Any] = []

    def script() -> None:
        seen.append(ds.multiselect("m", [1], key="m", accept_new_options=True))

    app(script)
    app(script, entered={"m": ("new", "1")})
    assert seen == [[], ["new", 1]]


@pytest.mark.parametrize(
    ("select_all", "offered", "up_to"), [(True, True, None), (False, False, None), (1000, True, 1000), (0, False, 0)]
)
def test_choosing_all_is_offered_up_to_a_number(app: App, select_all: Any, offered: bool, up_to: int | None) -> None:
    (element,) = app(lambda: ds.multiselect("m", ["a"], select_all=select_all, wrap=False))
    assert element.properties == inputs.Multiselect(
        "m", options=("a",), select_all=offered, select_all_up_to=up_to, wrap=False
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"max_selections": 2}, False),
        ({"accept_new_options": True}, False),
        ({"default": ["a"]}, True),
        ({"options": ["z"]}, True),
    ],
)
def test_what_counts_besides_the_key(app: App, other: dict[str, Any], same: bool) -> None:
    """Rule 3.6."""
    app(lambda: ds.multiselect("m", ["a", "b"], key="m"))
    before = app.element("m").id
    words: dict[str, Any] = {"options": ["a", "b"], "key": "m"}
    app(lambda: ds.multiselect("m", **words | other))
    assert (app.element("m").id == before) is same
