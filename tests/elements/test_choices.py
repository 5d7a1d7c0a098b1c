"""One or some of several options (rules 4.10 to 4.15, 21.5, 21.6)."""

from __future__ import annotations

import operator
import threading
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, cast

import numpy as np
import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from deskstate.testing import AppTest
from tests.elements.scripts import App

pd: Any = pytest.importorskip("pandas")

Colour = Enum("Colour", "RED BLUE")
OneOf = Callable[..., Any]


def _one_or_more(option: int) -> str:
    return "one" if option == 1 else "more"


@pytest.fixture(params=["selectbox", "radio"])
def one_of(request: pytest.FixtureRequest) -> OneOf:
    """Each command that chooses one option."""
    return cast("OneOf", getattr(ds, request.param))


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


def test_of_a_label_that_several_have_the_last_option_counts(app: App, one_of: OneOf) -> None:
    """Rule 4.12: for a test that enters a label, and does not say which of them."""
    seen: list[int] = []

    def script() -> None:
        seen.append(one_of("s", [1, 2, 3], key="s", format_func=_one_or_more))

    app(script)
    app(script, entered={"s": "more"})
    assert seen == [1, 3]
    assert places(app, "s") == [2]


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


class Device:
    """Equal to itself only, and it cannot be copied."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lock = threading.Lock()


def _name(device: Device) -> str:
    return device.name


def _kim_or_lea(person: int) -> str:
    return "Lea" if person == 2 else "Kim"


def picked(app: App, key: str, *places: int) -> Any:
    """What the window reports when a person picks the options at these positions."""
    options = cast("inputs.Selectbox", app.element(key).properties).options
    labels = tuple(options[place] for place in places)
    return labels if isinstance(app.element(key).properties, inputs.Multiselect) else labels[0]


def places(app: App, key: str) -> list[int]:
    """Positions of what the window shows as chosen."""
    options = cast("inputs.Selectbox", app.element(key).properties).options
    shown = app.shown(key)
    labels = cast("tuple[str, ...]", shown if isinstance(shown, tuple) else (shown,))
    return [options.index(label) for label in labels]


def test_what_is_chosen_is_the_option_itself(app: App, one_of: OneOf) -> None:
    """rule 4.15"""
    seen: list[Any] = []
    options = [Device("lamp"), Device("fan")]

    def script() -> None:
        seen.append(one_of("s", options, key="s", format_func=_name))
        assert ds.session_state.s is seen[-1]

    app(script)
    app(script, entered={"s": "fan"})
    app(script)
    assert [options.index(device) for device in seen] == [0, 1, 1]


def test_a_chosen_list_dict_or_set_is_a_copy_with_the_same_things_in_it(app: App, one_of: OneOf) -> None:
    """rules 2.11, 4.15"""
    seen: list[Any] = []
    lamp = Device("lamp")
    options: list[Any] = [[lamp, [1]], {"device": lamp}, {lamp}, (lamp, [2])]
    for index in range(4):
        app(lambda index=index: seen.append(one_of("s", options, index, format_func=type)))  # type: ignore[misc] # defaults bind the loop's values
    assert [chosen == option for chosen, option in zip(seen, options, strict=True)] == [True] * 4
    assert [chosen is option for chosen, option in zip(seen, options, strict=True)] == [False, False, False, True]
    assert seen[0][0] is seen[1]["device"] is lamp
    assert seen[0][1] is not options[0][1]


def test_of_options_labelled_alike_the_one_that_is_picked_comes_back_and_stays(app: App, one_of: OneOf) -> None:
    """rule 4.12"""
    seen: list[int] = []

    def script(*people: int) -> None:
        seen.append(one_of("s", people, key="s", format_func=_kim_or_lea))

    app(lambda: script(1, 2, 3))
    app(lambda: script(1, 2, 3), entered={"s": picked(app, "s", 2)})
    assert places(app, "s") == [2]
    app(lambda: script(1, 2, 3))
    app(lambda: script(1, 2, 3), entered={"s": picked(app, "s", 0)})
    app(lambda: script(3, 2, 1))
    assert places(app, "s") == [2]
    app(lambda: script(4, 5, 1, 3))
    assert places(app, "s") == [2]
    assert seen == [1, 3, 3, 1, 1, 1]


def test_code_may_assign_each_of_several_options_that_are_labelled_alike(app: App, one_of: OneOf) -> None:
    """rules 4.10, 4.12"""
    seen: list[int] = []

    def script(person: int | None) -> None:
        if person is not None:
            ds.session_state.s = person
        seen.append(one_of("s", (1, 2, 3), key="s", format_func=_kim_or_lea))

    for person in (3, None, 1, None):
        app(lambda person=person: script(person))  # type: ignore[misc] # defaults bind the loop's values
    assert seen == [3, 3, 1, 1]


def test_a_text_that_is_an_option_twice_stays_chosen_where_it_was_picked(app: App, one_of: OneOf) -> None:
    """rule 4.12"""

    def script() -> None:
        one_of("s", ["a", "b", "a"], 2, key="s")

    app(script)
    assert places(app, "s") == [2]
    for place in (0, 2, 1, 0):
        app(script, entered={"s": picked(app, "s", place)})
        app(script)
        assert places(app, "s") == [place]


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("Kim Lea Kim", "Kim Lea Kim", 2),
        ("Kim Lea Kim", "Lea Kim", 1),
        ("Kim Lea Kim", "Lea Kim Lea Kim", 3),
        ("Lea Ann Kim", "Kim Lea Kim", 2),
        ("Kim Lea Kim", "Ann Lea", 0),
        ("Kim Kim Kim", "Lea Kim Kim", 2),
    ],
)
def test_options_that_are_made_anew_are_known_by_label_and_position(
    app: App, one_of: OneOf, before: str, after: str, place: int
) -> None:
    """rules 4.11, 4.12: the same label at the same position; else the only one; else as many of them before it."""
    seen: list[Device] = []
    offered: list[Device] = []

    def script(names: str) -> None:
        offered[:] = map(Device, names.split())
        seen.append(one_of("s", offered, key="s", format_func=_name))

    app(lambda: script(before))
    app(lambda: script(before), entered={"s": picked(app, "s", 2)})
    app(lambda: script(after))
    assert seen[-1] is offered[place]
    assert places(app, "s") == [place]


def test_what_is_no_longer_offered_is_not_returned_although_another_option_is_labelled_as_it_was(
    app: App, one_of: OneOf
) -> None:
    """rule 4.11"""
    seen: list[int] = []

    def script(*people: int) -> None:
        seen.append(one_of("s", people, key="s", format_func=_kim_or_lea))
        assert ds.session_state.s == seen[-1]

    app(lambda: script(2, 1))
    app(lambda: script(2, 1), entered={"s": "Kim"})
    app(lambda: script(2, 7))
    app(lambda: script(2, 7))
    assert seen == [2, 1, 7, 7]


def test_what_is_gone_gives_way_to_the_index_where_those_that_stay_are_labelled_alike(app: App, one_of: OneOf) -> None:
    """rules 4.11, 4.12"""
    seen: list[int] = []

    def script(*people: int) -> None:
        seen.append(one_of("s", people, key="s", format_func=_kim_or_lea))

    app(lambda: script(1, 2, 3, 5))
    app(lambda: script(1, 2, 3, 5), entered={"s": picked(app, "s", 2)})
    app(lambda: script(1, 2, 5))
    assert seen == [1, 3, 1]
    assert places(app, "s") == [0]


@pytest.mark.parametrize("command", ["selectbox", "radio"])
def test_a_run_that_follows_a_rerun_offers_other_options_with_the_same_labels(command: str) -> None:
    """rules 2.12, 4.12: what is offered now is returned, and what the window sends counts."""
    app = AppTest.from_string(
        f"""
        import deskstate as ds
        turn = ds.session_state.setdefault("turn", 0)
        options = [("Kim", turn), ("Kim", turn + 1)]
        ds.text(options.index(ds.{command}("s", options, key="s", format_func=lambda option: option[0])))
        if ds.button("Go"):
            ds.session_state.turn += 10
            ds.rerun()
        """
    ).run()
    getattr(app, command)[0].set_value(("Kim", 1)).run()
    for _ in range(3):
        app.button[0].click().run()
        assert not app.exception
        assert app.text[0].value == "1"


def test_a_form_that_is_cleared_shows_the_default_where_the_options_are_made_anew(app: App) -> None:
    """rules 8.9, 4.12"""

    def script() -> None:
        with ds.form("f", clear_on_submit=True):
            ds.selectbox("s", [Device("lamp"), Device("fan")], key="s", format_func=_name)
            ds.form_submit_button("Send", key="send")

    app(script)
    app.state.submit("f", app.run.page)
    app(script, entered={"s": "fan"}, clicked="send")
    assert app.shown("s") == "lamp"
    app(script)
    assert app.shown("s") == "lamp"


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


def test_chosen_options_are_the_options_themselves_in_a_list_of_the_scripts_own(app: App) -> None:
    """rules 2.11, 4.15"""
    seen: list[list[Device]] = []
    options = [Device("lamp"), Device("fan")]

    def script() -> None:
        chosen = ds.multiselect("m", options, options[1], key="m", format_func=_name)
        seen.append(list(chosen))
        chosen.clear()

    app(script)
    app(script, entered={"m": ("lamp", "fan")})
    app(script)
    assert [list(map(options.index, chosen)) for chosen in seen] == [[1], [0, 1], [0, 1]]


def test_some_of_several_options_labelled_alike_are_those_that_were_picked(app: App) -> None:
    """rule 4.12"""
    seen: list[list[int]] = []

    def script(*people: int) -> None:
        seen.append(ds.multiselect("m", people, [people[-1]], key="m", format_func=_kim_or_lea))

    app(lambda: script(1, 2, 3))
    assert places(app, "m") == [2]
    app(lambda: script(1, 2, 3), entered={"m": picked(app, "m", 0)})
    app(lambda: script(1, 2, 3), entered={"m": picked(app, "m", 2, 1, 0)})
    app(lambda: script(3, 2, 1))
    assert places(app, "m") == [0, 1, 2]
    app(lambda: script(4, 1, 2))
    assert seen == [[3], [1], [3, 2, 1], [3, 2, 1], [4, 2, 1]]
    assert places(app, "m") == [0, 2, 1]


def test_texts_that_are_an_option_twice_stay_chosen_where_they_were_picked(app: App) -> None:
    """rule 4.12"""

    def script() -> None:
        ds.multiselect("m", ["a", "b", "a"], key="m")

    app(script)
    for chosen in ((2,), (2, 0), (1, 2), (0, 2)):
        app(script, entered={"m": picked(app, "m", *chosen)})
        app(script)
        assert places(app, "m") == list(chosen)


def test_an_option_that_is_no_longer_offered_is_not_among_the_chosen(app: App) -> None:
    """rule 4.11"""
    seen: list[list[int]] = []

    def script(*people: int) -> None:
        seen.append(ds.multiselect("m", people, [], key="m", format_func=_kim_or_lea))
        assert ds.session_state.m == seen[-1]

    app(lambda: script(2, 1))
    app(lambda: script(2, 1), entered={"m": ("Kim", "Lea")})
    app(lambda: script(2, 7))
    app(lambda: script(7))
    assert seen == [[], [1, 2], [7, 2], [7]]


def test_of_several_labelled_alike_those_that_are_gone_are_not_among_the_chosen(app: App) -> None:
    """rules 4.11, 4.12: nothing is chosen that was not, and nothing twice."""
    seen: list[list[int]] = []

    def script(*people: int) -> None:
        seen.append(ds.multiselect("m", people, [], key="m", format_func=_kim_or_lea))

    app(lambda: script(1, 3, 5, 7))
    app(lambda: script(1, 3, 5, 7), entered={"m": picked(app, "m", 2, 0)})
    app(lambda: script(7, 1, 3))
    assert places(app, "m") == [1]
    app(lambda: script(1, 3))
    app(lambda: script(9, 11))
    assert seen == [[], [5, 1], [1], [1], [9]]


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
