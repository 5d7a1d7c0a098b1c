"""What number a person means by what they typed or pasted, in the country where they are."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstate_widgets.fields._number_words import read_number
from deskstate_widgets.values.numbers import ENGLISH, Marks, plain, with_decimals

GERMAN: Final = Marks(",", ".")
FRENCH: Final = Marks(",", "\u202f")
SWISS: Final = Marks(".", "\u2019")
NO_NUMBER: Final = "Please enter a number."


@pytest.mark.parametrize("marks", [ENGLISH, GERMAN, FRENCH, SWISS])
@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("12", "12"), (" 12 ", "12"), ("1,5", "1.5"), ("1.5", "1.5"), (".5", "0.5"), (",25", "0.25"), ("5.", "5")],
        *[("1 234", "1234"), ("1\u00a0234", "1234"), ("1\u202f234,5", "1234.5"), ("1'234.5", "1234.5")],
        *[("1\u2019234", "1234"), ("1_000", "1000"), ("10 000 000", "10000000"), ("1\u2009234", "1234")],
        *[("1,234.5", "1234.5"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"), ("1,234,567", "1234567")],
        *[("0.500", "0.5"), ("0,500", "0.5"), ("1000.000", "1000"), ("1234,567", "1234.567"), ("1,00,000", "100000")],
        *[("-3", "-3"), ("\u22123", "-3"), ("\u20133", "-3"), ("- 3", "-3"), ("+3", "3"), ("(12)", "-12")],
        *[("1e3", "1000"), ("1E+3", "1000"), ("2.5e-3", "0.0025"), ("2,5e-3", "0.0025"), ("-1e3", "-1000")],
        *[("\uff11\uff12", "12"), ("\uff0d\uff11\uff0e\uff15", "-1.5"), ("\u0661\u0662", "12")],
        *[("\u0661\u066b\u0665", "1.5"), ("\u200e-3", "-3"), ("\ufeff12", "12")],
        *[("$12", "12"), ("12 \u20ac", "12"), ("-$12.50", "-12.5"), ("\u20ac -12,50", "-12.5"), ("CHF", None)],
        *[("12\t", "12"), ("9" * 30, "9" * 30), ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5")],
        *[("", None), ("abc", None), ("1x5", None), ("--1", None), ("-", None), (".", None), ("1 0", None)],
        *[("1\t2", None), ("12 34", None), ("1,2,3", None), ("1.000.5", None), ("1,5,00", None), ("7 apples", None)],
        *[("50 %", None), ("e5", None), ("1e", None), ("nan", None), ("inf", None), ("0x10", None), ("1 2 3", None)],
        *[("(-5)", None), ("+-5", None), ("$5\u20ac", None), ("5-", None), ("1..5", None), ("\u00bd", None)],
    ],
)
def test_what_is_read_alike_everywhere(text: str, number: str | None, marks: Marks) -> None:
    assert read_number(text, marks) == (NO_NUMBER if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("marks", "text", "number"),
    [
        *[(ENGLISH, "1.000", "1"), (ENGLISH, "1,000", "1000"), (ENGLISH, "1,000.5", "1000.5")],
        *[
            (GERMAN, "1.000", "1000"),
            (GERMAN, "1,000", "1"),
            (GERMAN, "1.000,5", "1000.5"),
            (GERMAN, "-1.000", "-1000"),
        ],
        *[(FRENCH, "1,000", "1"), (FRENCH, "1 000", "1000"), (FRENCH, "1 000,5", "1000.5")],
        *[(SWISS, "1.000", "1"), (SWISS, "1'000", "1000"), (SWISS, "1'000.5", "1000.5")],
    ],
)
def test_what_is_a_number_in_the_country_is_that_number(marks: Marks, text: str, number: str) -> None:
    assert read_number(text, marks) == Decimal(number)


@pytest.mark.parametrize(
    ("marks", "text", "said"),
    [
        (FRENCH, "1.000", "This may mean 1 or 1000. Please write one of them."),
        (FRENCH, "1.500", "This may mean 1,5 or 1500. Please write one of them."),
        (SWISS, "1,500", "This may mean 1.5 or 1500. Please write one of them."),
        (SWISS, "-12,345", "This may mean -12345 or -12.345. Please write one of them."),
    ],
)
def test_what_may_mean_two_numbers_says_so(marks: Marks, text: str, said: str) -> None:
    assert read_number(text, marks) == said


@given(st.integers(), st.sampled_from([ENGLISH, GERMAN, FRENCH, SWISS]))
def test_any_whole_number_comes_back(number: int, marks: Marks) -> None:
    assert read_number(str(number), marks) == number


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(0, 8),
    st.sampled_from([ENGLISH, GERMAN, FRENCH, SWISS]),
)
def test_a_float_is_read_as_it_is_shown(number: float, decimals: int, marks: Marks) -> None:
    for shown in (plain(number), with_decimals(number, decimals)):
        assert read_number(shown.replace(".", marks.decimal), marks) == Decimal(shown)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        *[(0.0, 2, "0.00"), (275.0, 2, "275.00"), (0.001, 3, "0.001"), (0.0005, 2, "0.0005"), (1.5, 3, "1.500")],
        *[(1 / 3, 2, "0.33"), (0.1 + 0.2, 2, "0.30"), (1e-7, 2, "0.0000001"), (1e30, 2, "1e+30"), (-2.0, 2, "-2.00")],
    ],
)
def test_a_float_without_a_format_has_the_decimals_that_it_needs(value: float, decimals: int, text: str) -> None:
    assert with_decimals(value, decimals) == text
