"""Which option it is that was chosen, of several that look alike or were made anew (rules 4.12, 4.15).

No Qt.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, cast

import pytest

import deskstate as ds
from deskstate.core.properties import inputs
from deskstate.testing import AppTest
from tests.elements.scripts import App

OneOf = Callable[..., Any]


class Device:
    """Equal to itself only, and it cannot be copied."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lock = threading.Lock()


def _one_or_more(option: int) -> str:
    return "one" if option == 1 else "more"


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


def test_of_a_label_that_several_have_the_last_option_counts(app: App, one_of: OneOf) -> None:
    """Rule 4.12: for a test that enters a label, and does not say which of them."""
    seen: list[int] = []

    def script() -> None:
        seen.append(one_of("s", [1, 2, 3], key="s", format_func=_one_or_more))

    app(script)
    app(script, entered={"s": "more"})
    assert seen == [1, 3]
    assert places(app, "s") == [2]


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
    app.state.submit("f", app.run.root)
    app(script, entered={"s": "fan"}, clicked="send")
    assert app.shown("s") == "lamp"
    app(script)
    assert app.shown("s") == "lamp"


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
