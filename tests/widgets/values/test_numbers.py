"""Numbers as text."""

from __future__ import annotations

import pytest

from deskstate_widgets.values.numbers import Marks, format_number, plain

GERMAN = Marks(decimal=",", group=".")


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (3, "%d", "3"),
        (3.9, "%d", "3"),
        (-3.9, "%i", "-3"),
        (2**80 + 1, "%d", "1208925819614629174706177"),
        (1234.567, "%.2f", "1234.57"),
        (1234.567, "%0.1f", "1234.6"),
        (5, "%03d", "005"),
        (-5, "%04d", "-005"),
        (5, "%-4d|", "5   |"),
        (5, "%+d", "+5"),
        (255, "%x", "ff"),
        (255, "%#X", "0XFF"),
        (8, "%o", "10"),
        (5, "%b", "101"),
        (12345.678, "%e", "1.234568e+04"),
        (0.30000000000000004, "%g", "0.3"),
        (1234567, "%,d", "1,234,567"),
        (999, "%,d", "999"),
        (-1234567.5, "%,.1f", "-1,234,567.5"),
        (50, "%d%%", "50%"),
        (12.5, "£ %.2f a piece", "£ 12.50 a piece"),
        (7, "%s", "7"),
    ],
)
def test_a_printf_format_is_followed(value: float, format: str, text: str) -> None:
    assert format_number(value, format) == text


@pytest.mark.parametrize(
    ("value", "preset", "text"),
    [
        (1234.567, "plain", "1234.567"),
        (1234.567, "localized", "1,234.567"),
        (0.5, "percent", "50%"),
        (1.23456, "percent", "123.46%"),
        (1234.567, "dollar", "$1,234.57"),
        (-1234.567, "dollar", "-$1,234.57"),
        (1234.567, "euro", "€1,234.57"),
        (1234.567, "yen", "¥1,235"),
        (-1234.567, "accounting", "(1,234.57)"),
        (1234.567, "bytes", "1.2KB"),
        (5, "bytes", "5B"),
        (1234.567, "compact", "1.2K"),
        (12, "compact", "12"),
        (999_999, "compact", "1M"),
        (12_345, "compact", "12K"),
        (1234.567, "scientific", "1.235E3"),
        (12345, "engineering", "12.345E3"),
        (9.9996, "scientific", "1E1"),
        (0, "scientific", "0E0"),
        (-0.0001, "dollar", "$0.00"),
    ],
)
def test_a_preset_is_followed(value: float, preset: str, text: str) -> None:
    assert format_number(value, preset) == text


def test_presets_write_with_the_marks_of_the_country() -> None:
    assert format_number(1234.5, "localized", GERMAN) == "1.234,5"
    assert format_number(1234.5, "euro", GERMAN) == "1.234,50\N{NO-BREAK SPACE}€"


def test_a_format_that_cannot_be_read_shows_the_number_as_it_is() -> None:
    for format in ("", None, "no conversion", "%z", "%"):
        assert format_number(1.5, format) == "1.5"


def test_what_is_no_number_shows_nothing() -> None:
    for value in (float("nan"), float("inf"), float("-inf")):
        assert format_number(value, "%.2f") == ""


def test_plain_says_a_number_exactly() -> None:
    assert plain(0.1) == "0.1"
    assert plain(3.0) == "3"
    assert plain(1e-7) == "0.0000001"
    assert plain(10**40) == "1" + "0" * 40
    assert plain(1e300) == "1e+300"
    assert plain(True) == "1"
