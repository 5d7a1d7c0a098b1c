"""Values on a scale (rule 21.3)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

import numpy as np
import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from tests.elements.scripts import App

DAY_US = 86_400_000_000
DAY = date(1970, 1, 11)
MOMENT = datetime(1970, 1, 11, 12)
BERLIN_NOON = datetime(1970, 1, 11, 12, tzinfo=UTC)


slider: Any = ds.slider
"""The command, called with what no type checker would let through."""


def value_of(app: App, *args: Any, **kwargs: Any) -> Any:
    """What a slider answers with."""
    seen: list[Any] = []
    app(lambda: seen.append(slider("a", *args, key="a", **kwargs)))
    return seen[0]


def scale_of(app: App) -> tuple[str, float, float, float]:
    """Type, begin, end and step of the scale."""
    record = cast("inputs.Slider", app.element("a").properties)
    return record.data_type, record.minimum, record.maximum, record.step


@pytest.mark.parametrize(
    ("arguments", "value", "scale"),
    [
        ((), "0", ("int", 0, 100, 1)),
        ((5, 10), "5", ("int", 5, 10, 1)),
        ((10, 5), "10", ("int", 5, 10, 1)),
        ((None, None, 0.5), "0.5", ("float", 0.0, 1.0, 0.01)),
        ((1.0, 2.0), "1.0", ("float", 1.0, 2.0, 0.01)),
        ((0, 10, 20), "20", ("int", 0, 20, 1)),
        ((0, 10, -5), "-5", ("int", -5, 10, 1)),
        ((0, 10, (8, 2)), "(2, 8)", ("int", 0, 10, 1)),
        ((0, 10, [2, 8], 2), "(2, 8)", ("int", 0, 10, 2)),
        ((0, 10, (-5, 20)), "(-5, 20)", ("int", -5, 20, 1)),
        ((0, 10, ()), "(0, 10)", ("int", 0, 10, 1)),
        ((0, 10, (3,)), "(3,)", ("int", 0, 10, 1)),
        ((0, 10, True), "1", ("int", 0, 10, 1)),
        ((0, 10, np.int64(3)), "3", ("int", 0, 10, 1)),
    ],
)
def test_the_value_says_what_the_scale_is_of(app: App, arguments: tuple[Any, ...], value: str, scale: object) -> None:
    """Rule 21.3."""
    assert repr(value_of(app, *arguments)) == value
    assert scale_of(app) == scale


@pytest.mark.parametrize(
    ("value", "kind", "begin", "end", "step"),
    [
        (DAY, "date", -4 * DAY_US, 24 * DAY_US, DAY_US),
        (MOMENT, "datetime", int(-3.5 * DAY_US), int(24.5 * DAY_US), DAY_US),
        (BERLIN_NOON, "datetime", int(-3.5 * DAY_US), int(24.5 * DAY_US), DAY_US),
        (time(12, 30), "time", 10_957 * DAY_US, 10_958 * DAY_US - 1, 900_000_000),
    ],
)
def test_dates_and_times_travel_as_microseconds(
    app: App, value: Any, kind: str, begin: int, end: int, step: int
) -> None:
    """Rule 21.3."""
    assert value_of(app, value=value) == value
    assert scale_of(app) == (kind, begin, end, step)
    (shown,) = app.shown("a")
    app(lambda: slider("a", value=value, key="a"), entered={"a": (shown,)})
    assert app.state.read("a") == value


def test_a_range_of_dates(app: App) -> None:
    """Rule 21.3."""
    ends = (DAY, DAY + timedelta(days=3))
    assert value_of(app, DAY, DAY + timedelta(days=9), ends, timedelta(days=3), "DD.MM.") == ends
    assert scale_of(app) == ("date", 10 * DAY_US, 19 * DAY_US, 3 * DAY_US)
    assert app.shown("a") == (10 * DAY_US, 13 * DAY_US)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_scale_of_dates_does_not_reach_too_far(app: App, day: date) -> None:
    with pytest.raises(errors.JSNumberBoundsError, match=r"between 1684-07-2. and 2255-06-0"):
        value_of(app, value=day)


@pytest.mark.parametrize("day", [date(1684, 8, 1), date(2255, 6, 1)])
def test_a_scale_of_dates_ends_where_it_must(app: App, day: date) -> None:
    assert value_of(app, value=day) == day


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"min_value": 0, "max_value": 10.0}, errors.InvalidParameterTypeError),
        ({"min_value": 0, "max_value": 10, "value": 5.0}, errors.InvalidParameterTypeError),
        ({"value": "x"}, errors.InvalidParameterTypeError),
        ({"value": (1, 2, 3)}, errors.ValueError),
        ({"value": (1, 2.0)}, errors.InvalidParameterTypeError),
        ({"min_value": 0, "max_value": 9, "value": DAY}, errors.InvalidParameterTypeError),
        ({"value": DAY, "step": 1}, errors.InvalidParameterTypeError),
        ({"value": 5, "step": timedelta(days=1)}, errors.InvalidParameterTypeError),
        ({"value": 5, "step": 0.5}, errors.InvalidParameterTypeError),
        ({"value": 5, "step": 0}, errors.ValueError),
        ({"value": DAY, "step": timedelta(0)}, errors.ValueError),
        ({"max_value": 2**60}, errors.JSNumberBoundsError),
        ({"label_visibility": "none"}, errors.ValueError),
    ],
)
def test_what_does_not_go_together_is_refused(app: App, arguments: dict[str, Any], error: type[Exception]) -> None:
    """Rule 21.3."""
    with pytest.raises(error):
        value_of(app, **arguments)


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({"min_value": 5, "max_value": 5}, 5),
        ({"min_value": 0, "max_value": 0, "value": 0, "step": 5}, 0),
        ({"min_value": 2.5, "max_value": 2.5}, 2.5),
        ({"min_value": 5, "max_value": 5, "value": (5, 5)}, (5, 5)),
        ({"min_value": 5, "max_value": 5, "value": ()}, (5, 5)),
        ({"min_value": DAY, "max_value": DAY}, DAY),
        ({"min_value": MOMENT, "max_value": MOMENT, "value": (MOMENT, MOMENT)}, (MOMENT, MOMENT)),
        ({"min_value": time(9), "max_value": time(9)}, time(9)),
        ({"min_value": time(9), "max_value": time(9), "step": timedelta(hours=1)}, time(9)),
    ],
)
def test_a_scale_of_one_value_has_it_and_is_disabled(app: App, arguments: dict[str, Any], value: object) -> None:
    """rule 21.3"""
    assert value_of(app, **arguments) == value
    record = cast("inputs.Slider", app.element("a").properties)
    assert record.disabled
    assert record.minimum == record.maximum


def test_a_scale_of_one_value_takes_nothing_from_the_window_and_moves_again_when_it_is_longer(app: App) -> None:
    """rule 21.3"""
    seen: list[int] = []

    def script(most: int) -> None:
        seen.append(slider("a", 0, most, key="a"))

    app(lambda: script(0))
    app(lambda: script(0), entered={"a": (3,)})
    app(lambda: script(5))
    app(lambda: script(5), entered={"a": (3,)})
    assert seen == [0, 0, 0, 3]
    assert not cast("inputs.Slider", app.element("a").properties).disabled


@pytest.mark.parametrize(
    ("shown", "value"), [((5,), "5"), ((5.5,), "5"), ((50,), "3"), ((1, 2), "3"), ((float("nan"),), "3")]
)
def test_what_a_person_enters_is_brought_into_form(app: App, shown: tuple[float, ...], value: str) -> None:
    """Rule 4.10."""
    value_of(app, 0, 10, 3)
    app(lambda: ds.slider("a", 0, 10, 3, key="a"), entered={"a": shown})
    assert repr(app.state.read("a")) == value


@pytest.mark.parametrize(
    ("assigned", "now", "later"),
    [(5, "5", "5"), (5.5, "5.5", "5"), (True, "True", "1"), ((2, 3), "(2, 3)", "3"), ("5", "'5'", "5")],
)
def test_code_may_assign_what_lies_on_the_scale(app: App, assigned: object, now: str, later: str) -> None:
    """Rule 4.10."""
    seen: list[str] = []

    def script() -> None:
        if not seen:
            ds.session_state.a = assigned
        seen.append(repr(ds.slider("a", 0, 10, 3, key="a")))

    app(script)
    app(script)
    assert seen == [now, later]


@pytest.mark.parametrize(
    ("assigned", "error"),
    [
        *[(50, errors.ValueAboveMaxError), (-1, errors.ValueBelowMinError), ((3, 11), errors.ValueAboveMaxError)],
        *[(None, errors.InvalidParameterTypeError), ("x", errors.InvalidParameterTypeError)],
    ],
)
def test_code_may_assign_nothing_else(app: App, assigned: object, error: type[Exception]) -> None:
    """Rule 4.10: refused in the run that assigns it, as it is in the next, the default in the one after."""
    seen: list[object] = []

    def script() -> None:
        if "once" not in ds.session_state:
            ds.session_state.update(once=True, a=assigned)
        seen.append(ds.slider("a", 0, 10, 3, key="a"))

    with pytest.raises(error):
        app(script)
    app(script)
    assert seen == [assigned]
    assert app.shown("a") in ((50,), (-1,), (3, 11), (3,))


def test_without_a_value_a_pair_in_the_state_makes_it_a_range(app: App) -> None:
    """Rule 4.3."""
    seen: list[object] = []

    def script() -> None:
        ds.session_state.setdefault("a", (2, 3))
        seen.append(ds.slider("a", 0, 10, key="a"))

    app(script)
    app(script, entered={"a": (4, 5)})
    assert seen == [(2, 3), (4, 5)]


def test_a_slider_that_becomes_a_range_begins_with_its_default_in_the_next_run(app: App) -> None:
    """Rule 3.6: neither value nor label count beside the key."""
    value_of(app, 0, 10, 5)
    assert value_of(app, 0, 10, (3, 4)) == 5
    assert value_of(app, 0, 10, (3, 4)) == (3, 4)


@pytest.mark.parametrize("other", [{"max_value": 9}, {"step": 2}, {"min_value": 1}])
def test_the_scale_counts_besides_the_key(app: App, other: dict[str, Any]) -> None:
    """Rule 3.6."""
    arguments: dict[str, Any] = {"min_value": 0, "max_value": 10, "step": 1}
    value_of(app, **arguments)
    before = app.element("a").id
    value_of(app, **arguments | {"value": 5, "format": "%d km"})
    assert app.element("a").id == before
    value_of(app, **arguments | other)
    assert app.element("a").id != before


def test_one_is_not_true(app: App) -> None:
    """Words that are equal but of other types make another record (rule 21.3)."""
    assert [repr(value_of(app, low, high)) for low, high in ((0, 1), (0.0, 1.0), (False, True))] == ["0", "0.0", "0"]


@pytest.mark.parametrize(
    ("arguments", "format"),
    [
        *[((0.0, 1.0, 0.0, 0.001), "%0.3f"), ((0.0, 1.0), "%0.2f"), ((0.0, 9.0, 1.0, 1.0), "%0.2f")],
        *[((0.0005, 1.0), "%0.4f"), ((0.0, 1.0, 0.125), "%0.3f"), ((0.0, 1 / 3), "%0.2f")],
        *[((0.0, 1e-6, 0.0, 1e-7), "%0.7f"), ((0.0, 1e30), "%0.2f"), ((0.0, 1.0, (0.1, 0.2), 0.05), "%0.2f")],
    ],
)
def test_floats_are_shown_with_the_decimals_that_the_scale_has(
    app: App, arguments: tuple[Any, ...], format: str
) -> None:
    (element,) = app(lambda: slider("a", *arguments))
    assert cast("inputs.Slider", element.properties).format == format
