"""Figures and trees of data (rule 22.2)."""

from __future__ import annotations

import json
from collections import ChainMap, OrderedDict, UserList, deque
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple, cast

import numpy as np
import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import text as records
from tests.elements.scripts import App


class Point(NamedTuple):
    """Named things."""

    x: int
    y: int


def metric(app: App, *args: Any, **kwargs: Any) -> records.Metric:
    (element,) = app(lambda: ds.metric("m", *args, **kwargs))
    return cast("records.Metric", element.properties)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *[(5, "5"), (5.5, "5.5"), ("70 °F", "70 °F"), (None, "\u2014"), (Decimal("1.50"), "1.50"), (True, "True")],
        *[(np.float64(1.5), "1.5"), (np.int64(-2), "-2")],
    ],
)
def test_a_metric_shows_numbers_and_texts(app: App, value: object, shown: str) -> None:
    """Rule 22.2."""
    assert metric(app, value).body == shown


@pytest.mark.parametrize(
    ("delta", "direction", "color"),
    [
        *[(1, "up", "green"), (-1, "down", "red"), (0, "none", "gray"), ("0", "none", "gray"), ("-3 %", "down", "red")],
        *[(None, "none", "gray"), ("", "none", "gray"), ("+3 %", "up", "green"), ("  - 3", "down", "red")],
    ],
)
def test_the_sign_of_a_change_gives_arrow_and_colour(app: App, delta: object, direction: str, color: str) -> None:
    """Rule 22.2."""
    record = metric(app, 5, delta)
    assert (record.direction, record.color) == (direction, color)


@pytest.mark.parametrize(
    "delta",
    ["0%", "0.00 %", "-0.0%", "+0", "±0", "€0", " -0,00 €", "\u22120", "$ 0.0", "0 points", -0.0, 0.0, Decimal("0.00")],
)
def test_a_change_of_zero_is_neutral_whatever_its_unit(app: App, delta: object) -> None:
    record = metric(app, 5, delta)
    assert (record.direction, record.color) == ("none", "gray")


@pytest.mark.parametrize("delta", ["0.01 %", "05", "0 of 5", "10", "1e0", "v0", "up"])
def test_a_change_that_is_not_zero_is_none_because_of_a_zero_in_it(app: App, delta: str) -> None:
    record = metric(app, 5, delta)
    assert (record.direction, record.color) == ("up", "green")


@pytest.mark.parametrize(
    "delta", ["\u22125", " \u2212 5 %", "\u22120.1", "\uff0d5", "\ufe635", "\u20135", "$-5", "€ \u22125", "- $5", "-x"]
)
def test_a_fall_may_be_written_with_any_minus(app: App, delta: str) -> None:
    record = metric(app, 5, delta)
    assert (record.direction, record.color) == ("down", "red")


@pytest.mark.parametrize(
    ("delta", "words", "color"),
    [(1, "inverse", "red"), (-1, "inverse", "green"), (1, "off", "gray"), (1, "grey", "gray")],
)
def test_the_colour_of_a_change_can_be_chosen(app: App, delta: int, words: str, color: str) -> None:
    assert metric(app, 5, delta, words).color == color


def test_the_arrow_of_a_change_can_be_chosen(app: App) -> None:
    assert [metric(app, 5, 1, delta_arrow=arrow).direction for arrow in ("auto", "up", "down", "off")] == [
        *("up", "up", "down", "none")
    ]


@pytest.mark.parametrize("value", [[1], {}, object()])
def test_a_metric_of_something_else_is_refused(app: App, value: object) -> None:
    with pytest.raises(errors.InvalidParameterTypeError):
        metric(app, value)


def test_a_metric_takes_any_numbers_for_its_chart(app: App) -> None:
    assert metric(app, 5, chart_data=np.array([1, 2])).chart_data == (1.0, 2.0)
    with pytest.raises(errors.APIException, match="numbers only"):
        metric(app, 5, chart_data=["x"])


def test_the_format_is_left_to_the_window(app: App) -> None:
    record = metric(app, 1234.5, 1.5, format="compact")
    assert (record.body, record.delta, record.format) == ("1234.5", "1.5", "compact")


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ({"a": [1, None, True]}, {"a": [1, None, True]}),
        ((1, 2), [1, 2]),
        ({1}, [1]),
        (range(2), [0, 1]),
        (deque([1]), [1]),
        (UserList([1]), [1]),
        (Point(1, 2), {"x": 1, "y": 2}),
        (ChainMap({"a": 1}), {"a": 1}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (OrderedDict({"a": 1}), {"a": 1}),
        ({"a": {2}}, {"a": [2]}),
        ({"a": 1j}, {"a": "1j"}),
        (5, 5),
        (None, None),
    ],
)
def test_json_takes_what_can_be_turned_into_it(app: App, data: object, shown: object) -> None:
    """Rule 22.1."""
    (element,) = app(lambda: ds.json(data))
    assert json.loads(cast("records.Json", element.properties).body) == shown


def test_json_as_text_stays_as_it_is(app: App) -> None:
    (element,) = app(lambda: ds.json('{"a": 1}', expanded=2))
    assert element.properties == records.Json('{"a": 1}', expanded=2)


def test_keys_that_json_does_not_know_are_left_out_with_a_warning(app: App, caplog: pytest.LogCaptureFixture) -> None:
    warning, tree = app(lambda: ds.json({(1, 2): "a", "b": 1}))
    assert warning.properties.kind == "alert"
    assert tree.properties == records.Json('{"b": 1}')
    assert "cannot be shown as JSON" in caplog.text


def test_session_state_is_shown_with_its_visible_entries(app: App) -> None:
    """Rule 2.18."""

    def script() -> None:
        ds.session_state.a = 1
        ds.checkbox("hidden")
        ds.write(ds.session_state)

    assert app(script)[1].properties == records.Json('{"a": 1}')
