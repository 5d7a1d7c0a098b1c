"""Numbers that are typed (rule 21.2)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import numpy as np
import pytest

import deskstate as ds
from deskstate import errors
from deskstate.core.properties import inputs
from tests.elements.scripts import App

number_input: Any = ds.number_input
"""The command, called with what no type checker would let through."""


def told(value: object) -> str:
    """A value with its type: 1, 1.0 and True are three things."""
    return repr(value)


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        *[({}, "0.0"), ({"min_value": 5}, "5"), ({"max_value": 5}, "0"), ({"value": 5}, "5"), ({"step": 1}, "0")],
        *[({"max_value": 5.0}, "0.0"), ({"value": 0.5}, "0.5"), ({"value": None}, "None"), ({"value": True}, "1")],
        *[({"value": np.int64(5)}, "5"), ({"value": np.float64(0.5)}, "0.5"), ({"value": Decimal("0.5")}, "0.5")],
        *[({"min_value": 0, "value": None}, "None"), ({"value": 2**53 - 1}, "9007199254740991")],
    ],
)
def test_the_numbers_given_make_it_one_of_ints_or_floats(app: App, arguments: dict[str, Any], value: str) -> None:
    """Rule 21.2."""
    seen: list[object] = []
    app(lambda: seen.append(number_input("a", **arguments)))
    assert told(seen[0]) == value


def test_the_record_says_what_is_typed(app: App) -> None:
    elements = app(lambda: [ds.number_input("a", 0, 9, 5, 2), ds.number_input("b", value=0.5, format="%.3f")])
    assert [element.properties for element in elements] == [
        inputs.NumberInput("a", minimum=0, maximum=9, step=2, format="%d"),
        inputs.NumberInput("b", is_float=True, step=0.01, format="%.3f"),
    ]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"min_value": 0, "max_value": 1.0}, errors.MixedNumericTypesError),
        ({"value": 1, "step": 0.5}, errors.MixedNumericTypesError),
        ({"value": "x"}, errors.InvalidParameterTypeError),
        ({"min_value": 5, "max_value": 1}, errors.InvalidMinMaxError),
        ({"min_value": 5, "value": 1}, errors.ValueBelowMinError),
        ({"max_value": 5, "value": 9}, errors.ValueAboveMaxError),
        ({"value": 2**53}, errors.JSNumberBoundsError),
        ({"max_value": float("inf")}, errors.JSNumberBoundsError),
        ({"format": "dollar"}, errors.InvalidNumberFormatError),
        ({"width": "content"}, errors.InvalidWidthError),
    ],
)
def test_numbers_that_do_not_go_together_are_refused(
    app: App, arguments: dict[str, Any], error: type[Exception]
) -> None:
    """Rule 21.2."""
    with pytest.raises(error):
        app(lambda: number_input("a", **arguments))


def test_one_is_not_true(app: App) -> None:
    """Words that are equal but of other types make another record (rule 21.2)."""
    seen: list[object] = []

    def script() -> None:
        seen.extend([ds.number_input("a", value=1), ds.number_input("b", value=1.0)])
        seen.extend([ds.number_input("b", value=1, key="b"), ds.number_input("a", value=1.0, key="a")])

    app(script)
    assert [told(each) for each in seen] == ["1", "1.0", "1", "1.0"]


@pytest.mark.parametrize(("shown", "value"), [(5, "5"), (5.7, "5"), (50, "3"), (-1, "3"), (None, "3")])
def test_what_a_person_enters_is_brought_into_form(app: App, shown: Any, value: str) -> None:
    """Rule 4.10."""
    seen: list[object] = []

    def script() -> None:
        seen.append(ds.number_input("a", 0, 10, 3, key="a"))

    app(script)
    app(script, entered={"a": shown})
    assert told(seen[-1]) == value


@pytest.mark.parametrize(
    ("assigned", "now", "later"),
    [(50, "3", "3"), (None, "None", "None"), (1.5, "1.5", "1"), (True, "True", "1"), (Decimal(2), "Decimal('2')", "2")],
)
def test_code_may_assign_numbers_and_none(app: App, assigned: object, now: str, later: str) -> None:
    """Rule 4.10: out of bounds it goes back to the default, and the state with it."""
    seen: list[object] = []

    def script() -> None:
        if not seen:
            ds.session_state.a = assigned
        seen.append(ds.number_input("a", 0, 10, 3, key="a"))
        seen.append(ds.session_state.a)

    app(script)
    app(script)
    assert [told(each) for each in seen] == [now, now, later, later]


@pytest.mark.parametrize("assigned", ["x", [], "5"])
def test_code_may_assign_nothing_else(app: App, assigned: object) -> None:
    """Rule 4.10: in each run."""

    def script() -> None:
        ds.session_state.setdefault("a", assigned)
        ds.number_input("a", 0, 10, 3, key="a")

    for _ in range(2):
        with pytest.raises(errors.InvalidParameterTypeError):
            app(script)


def test_with_a_key_only_the_key_counts(app: App) -> None:
    """Rule 3.6."""
    seen: list[object] = []
    app(lambda: ds.number_input("a", 0, 10, key="a"))
    app(lambda: seen.append(ds.number_input("b", 0, 5, 3, 2, key="a")), entered={"a": 5})
    assert seen == [5]


def test_a_float_without_a_format_is_shown_as_it_needs_it(app: App) -> None:
    elements = app(lambda: [ds.number_input("a", step=0.001), ds.number_input("b", value=1.0), ds.number_input("c", 1)])
    assert [cast("inputs.NumberInput", each.properties).format for each in elements] == [None, None, "%d"]
