"""How a number is shown: printf formats and the presets that `slider` and `number_input` know by name.

No Qt. Showing never changes a value: whole numbers of any length and floats are formatted as they are.
"""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Number = int | float


class Marks(msgspec.Struct, frozen=True):
    """The marks that a country writes between the digits of a number."""

    decimal: str = "."
    group: str = ","


ENGLISH: Final = Marks()

_CONVERSION: Final = re.compile(
    r"%(?:%|(?P<flags>[-+ 0#,]*)(?P<width>\d*)(?:\.(?P<precision>\d+))?(?P<letter>[bcdieEfFgGosuxX]))"
)
_EXACT_DIGITS: Final = 15
"""So many digits of a decimal number come back from a float as they were."""
_MOST_DECIMALS: Final = 20
"""Beyond so many zeros a float is shown with an exponent."""


def format_number(value: Number, format: str | None, marks: Marks = ENGLISH) -> str:
    """The text of a number.

    Args:
        value: What to show.
        format: A printf format such as "%.2f" or "£ %,d", the name of a preset ("plain", "localized", "percent",
            "dollar", "euro", "yen", "accounting", "bytes", "compact", "scientific", "engineering"), or None for the
            shortest text that says the number exactly. A format that cannot be read counts as None.
        marks: Used by the presets and by the flag ",".

    Returns:
        The text; "" for nan and the infinities.
    """
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    if not format:
        return plain(value)
    preset = _PRESETS.get(format)
    if preset is not None:
        return preset(value, marks)
    if not any(match["letter"] for match in _CONVERSION.finditer(format)):
        return plain(value)
    try:
        return _CONVERSION.sub(lambda match: _convert(value, match, marks), format)
    except (ValueError, OverflowError):
        return plain(value)


def plain(value: Number) -> str:
    """The shortest digits that say a number exactly: "1234.5", "0.1", "3" for 3.0, "1e+30" for a very large one."""
    if isinstance(value, int):
        return str(int(value))
    if value and not -_MOST_DECIMALS < Decimal(repr(value)).adjusted() <= _MOST_DECIMALS:
        return repr(value)
    return _trimmed(f"{Decimal(repr(value)):f}")


def decimals_of(value: Number) -> int:
    """How many digits there are behind the decimal mark: 3 for 0.125, 0 for 2.0."""
    return len(plain(value).partition(".")[2])


def with_decimals(value: Number, decimals: int) -> str:
    """A float with at least so many decimals, and with all that somebody has written: 1.50, 0.0005.

    A float that needs more than 15 digits comes from a calculation, as 1 / 3 and 0.1 + 0.2 do, and is rounded.
    """
    shortest = plain(value)
    if "e" in shortest:
        return shortest
    written = len(shortest.replace(".", "").replace("-", "").strip("0")) <= _EXACT_DIGITS
    return f"{value:.{max(decimals, decimals_of(value)) if written else decimals}f}"


def _convert(value: Number, match: re.Match[str], marks: Marks) -> str:
    letter: str | None = match["letter"]
    if letter is None:
        return "%"
    flags, width, precision = match["flags"], match["width"], match["precision"]
    if letter == "s":
        body = plain(value)
    elif letter == "c":
        return chr(int(value))
    elif letter in "diuboxX":
        body = format(int(value), "d" if letter in "diu" else letter)
    else:
        body = f"{value:.{6 if precision is None else precision}{letter}}"
    sign, digits = ("-", body[1:]) if body.startswith("-") else ("", body)
    sign = sign or ("+" if "+" in flags else " " if " " in flags else "")
    if "#" in flags and letter in "boxX":
        sign += "0" + letter
    if "," in flags:
        digits = _grouped(digits, marks)
    missing = int(width or 0) - len(sign) - len(digits)
    if "-" in flags:
        return sign + digits + " " * missing
    if "0" in flags:
        return sign + "0" * missing + digits
    return " " * missing + sign + digits


def _grouped(digits: str, marks: Marks) -> str:
    """Unsigned digits with a mark between each three of the whole part, and the country's decimal mark."""
    whole, point, rest = digits.partition(".")
    start = len(whole) % 3 or 3
    groups = [whole[:start], *(whole[at : at + 3] for at in range(start, len(whole), 3))]
    return marks.group.join(groups) + (marks.decimal if point else "") + rest


def _trimmed(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _exact(value: Number | Decimal) -> Decimal:
    return abs(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))


def _fixed(value: Number | Decimal, decimals: int) -> str:
    """Unsigned digits, a half rounded away from zero as a person would."""
    exact = _exact(value)
    if exact.adjusted() + decimals > 27:
        # More digits than a Decimal context keeps: there is no fraction to round.
        return f"{exact:.{decimals}f}"
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


def _signed(value: Number | Decimal, unsigned: str) -> str:
    return "-" + unsigned if value < 0 and any(digit in unsigned for digit in "123456789") else unsigned


def _localized(value: Number, marks: Marks) -> str:
    return _signed(value, _grouped(_trimmed(_fixed(value, 3)), marks))


def _percent(value: Number, marks: Marks) -> str:
    hundredfold = value * 100 if isinstance(value, int) else Decimal(repr(value)) * 100
    return _signed(value, _grouped(_trimmed(_fixed(hundredfold, 2)), marks)) + "%"


def _money(sign: str, decimals: int) -> Callable[[Number, Marks], str]:
    def show(value: Number, marks: Marks) -> str:
        digits = _grouped(_fixed(value, decimals), marks)
        # Where the comma is the decimal mark, the sign stands behind the number.
        return _signed(value, f"{digits}\N{NO-BREAK SPACE}{sign}" if marks.decimal == "," else sign + digits)

    return show


def _accounting(value: Number, marks: Marks) -> str:
    digits = _grouped(_fixed(value, 2), marks)
    return f"({digits})" if value < 0 else digits


def _scaled(value: Number, units: tuple[str, ...], marks: Marks) -> str:
    """Two figures of a number, or its whole part, in the largest fitting unit; each is a thousand times the last."""
    exact = _exact(value)
    at = 0
    while exact.scaleb(-3 * at) >= Decimal("999.5") and at < len(units) - 1:
        at += 1
    short = exact.scaleb(-3 * at)
    digits = _trimmed(_fixed(short, min(max(0, 1 - short.adjusted()), 9))) if short else "0"
    return _signed(value, _grouped(digits, marks) + units[at])


def _compact(value: Number, marks: Marks) -> str:
    return _scaled(value, ("", "K", "M", "B", "T"), marks)


def _bytes(value: Number, marks: Marks) -> str:
    return _scaled(value, ("B", "KB", "MB", "GB", "TB", "PB"), marks)


def _powered(multiple: int) -> Callable[[Number, Marks], str]:
    def show(value: Number, marks: Marks) -> str:
        exact = _exact(value)
        power = exact.adjusted() // multiple * multiple if exact else 0
        digits = _fixed(exact.scaleb(-power), 3)
        if len(digits.partition(".")[0]) > multiple:  # 9.9996 is rounded up to 10: one power more
            power += multiple
            digits = _fixed(exact.scaleb(-power), 3)
        return _signed(value, f"{_trimmed(digits).replace('.', marks.decimal)}E{power}")

    return show


_PRESETS: Final[Mapping[str, Callable[[Number, Marks], str]]] = {
    "plain": lambda value, _: plain(value),
    "localized": _localized,
    "percent": _percent,
    "dollar": _money("$", 2),
    "euro": _money("€", 2),
    "yen": _money("¥", 0),
    "accounting": _accounting,
    "bytes": _bytes,
    "compact": _compact,
    "scientific": _powered(1),
    "engineering": _powered(3),
}
