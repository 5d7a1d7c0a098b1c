"""Fields for texts (rule 21.1)."""

from __future__ import annotations

from typing import Any

import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from tests.elements.scripts import App


def test_a_text_at_first_is_a_text_or_none(app: App) -> None:
    """Rule 21.1."""
    seen: list[object] = []
    app(lambda: seen.append((ds.text_input("a", 5), ds.text_input("b"), ds.text_input("c", None, key="c"))))
    app(lambda: seen.append(ds.text_input("c", None, key="c")), entered={"c": "x"})
    app(lambda: seen.append(ds.text_input("c", None, key="c")), entered={"c": None})
    assert seen == [("5", "", None), "x", None]


def test_an_emptied_field_is_empty_and_none_is_the_default(app: App) -> None:
    """Rule 21.1."""
    seen: list[object] = []
    app(lambda: ds.text_area("a", "d", key="a"))
    app(lambda: seen.append(ds.text_area("a", "d", key="a")), entered={"a": ""})
    app(lambda: seen.append(ds.text_area("a", "d", key="a")), entered={"a": None})
    assert seen == ["", "d"]


def test_a_text_is_cut_when_it_comes_from_the_window(app: App) -> None:
    """Rule 4.10: what code assigns is accepted as it is, and cut when it comes back."""
    seen: list[object] = []

    def script() -> None:
        if not seen:
            ds.session_state.a = "long"
        seen.append(ds.text_input("a", max_chars=2, key="a"))

    app(script)
    app(script)
    app(script, entered={"a": "other"})
    assert seen == ["long", "lo", "ot"]


@pytest.mark.parametrize("assigned", [5, True, [], 1.5])
def test_code_may_assign_texts_only(app: App, assigned: object) -> None:
    """Rule 4.10."""
    seen: list[object] = []

    def script() -> None:
        if "once" not in ds.session_state:
            ds.session_state.update(once=True, a=assigned)
        seen.append(ds.text_area("a", key="a"))

    with pytest.raises(errors.InvalidParameterTypeError):
        app(script)
    app(script)
    assert seen == [assigned]
    assert app.shown("a") == str(assigned)


def test_none_stays_none(app: App) -> None:
    """Rule 4.10."""
    seen: list[object] = []

    def script() -> None:
        if not seen:
            ds.session_state.a = None
        seen.append(ds.text_input("a", "d", key="a"))

    app(script)
    app(script)
    assert seen == [None, None]


def test_the_window_is_shown_what_it_can_show(app: App) -> None:
    app(lambda: ds.text_input("a", "x\0\ud800", key="a"))
    assert app.shown("a") == "x\ufffd\ufffd"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"max_chars": 5}, {"max_chars": 6}, False),
        ({"validate": "a"}, {"validate": "b"}, False),
        ({"validate": ("a", "m")}, {"validate": ("a", "n")}, True),
        ({"value": "x", "help": "h", "type": "email"}, {"value": "y", "placeholder": "p"}, True),
    ],
)
def test_what_counts_besides_the_key(app: App, first: dict[str, Any], second: dict[str, Any], same: bool) -> None:
    """Rule 3.6."""
    app(lambda: ds.text_input("a", key="k", **first))
    before = app.element("k").id
    app(lambda: ds.text_input("b", key="k", **second))
    assert (app.element("k").id == before) is same


def test_what_counts_besides_the_key_of_an_area(app: App) -> None:
    """Rule 3.6."""
    ids: list[str | None] = []
    for max_chars, height in ((5, None), (5, 100), (6, 100)):
        app(lambda max_chars=max_chars, height=height: ds.text_area("a", height=height, max_chars=max_chars, key="k"))  # type: ignore[misc] # defaults bind the loop's values
        ids.append(app.element("k").id)
    assert (ids[0] == ids[1], ids[1] == ids[2]) == (True, False)


def test_the_type_brings_icon_placeholder_and_pattern(app: App) -> None:
    (element,) = app(lambda: ds.text_input("a", type="email"))
    record = element.properties
    assert isinstance(record, inputs.TextInput)
    assert (record.icon, record.placeholder, record.autocomplete) == (":material/mail:", "you@example.com", "email")
    assert record.validate is not None
    (element,) = app(
        lambda: ds.text_input("a", type="email", icon="🎉", placeholder="", validate="x", autocomplete="off")
    )
    assert element.properties == inputs.TextInput(
        "a", type="email", icon="🎉", placeholder="", validate=("x", ""), autocomplete="off"
    )


@pytest.mark.parametrize(
    ("live", "live_ms"),
    [*[(False, None), (True, 250), ("300ms", 300), ("0.5s", 500), ("1m", 60_000), ("0ms", 0), (" 2 seconds ", 2000)]],
)
def test_a_pause_in_typing_reports_the_text(app: App, live: Any, live_ms: int | None) -> None:
    (element,) = app(lambda: ds.text_input("a", live=live))
    assert element.properties == inputs.TextInput("a", live_ms=live_ms)


@pytest.mark.parametrize(
    ("live", "error"),
    [
        *[("soon", errors.BadTimeStringError), ("5", errors.BadTimeStringError), ("2m", errors.ValueOutOfRangeError)],
        *[("-1s", errors.ValueOutOfRangeError), (300, errors.InvalidParameterTypeError)],
    ],
)
def test_a_wrong_pause_is_refused(app: App, live: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        app(lambda: ds.text_input("a", live=live))


@pytest.mark.parametrize("validate", [5, ("a",), ("a", 5), ["a", "b"]])
def test_a_wrong_pattern_is_refused(app: App, validate: Any) -> None:
    with pytest.raises((errors.ValueError, errors.InvalidParameterTypeError)):
        app(lambda: ds.text_input("a", validate=validate))


@pytest.mark.parametrize(
    ("height", "record"), [(None, None), ("content", "content"), ("stretch", "stretch"), (200, 200), (10, 68)]
)
def test_an_area_is_at_least_two_lines_high(app: App, height: Any, record: Any) -> None:
    (element,) = app(lambda: ds.text_area("a", height=height))
    assert element.properties == inputs.TextArea("a", height=record)


@pytest.mark.parametrize(
    "words",
    [{"type": "secret"}, {"max_chars": -1}, {"width": "content"}, {"label_visibility": "none"}, {"height": "tall"}],
)
def test_other_words_are_refused(app: App, words: dict[str, Any]) -> None:
    command = ds.text_area if "height" in words else ds.text_input
    with pytest.raises(errors.APIException):
        app(lambda: command("a", **words))
