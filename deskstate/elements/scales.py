"""What a slider slides on: whole numbers, floats, dates, times or datetimes, and how each becomes a number.

No Qt. The codec of `slider`: a window knows a tuple of one number, or of two for a range; dates and times are whole
microseconds since 1970 without regard to time zones; times are those of the first day of 2000.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from typing import Any, Final, Self

from deskstate import errors
from deskstate.core.codec import OwnCodec
from deskstate.core.element import Element
from deskstate.elements.numbers import LARGEST_INT, check_size
from deskstate.elements.shapes import is_a

Number = int | float

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_DAY: Final = timedelta(days=1)
_AROUND: Final = timedelta(days=14)
"""How far a scale of dates goes to both sides of its value."""
_SPAN: Final = timedelta(microseconds=LARGEST_INT)
_FIRST_DAY: Final = (datetime(1970, 1, 1) - _SPAN).date() + _DAY
_LAST_DAY: Final = (datetime(1970, 1, 1) + _SPAN).date() - _DAY
_TIMES_DAY: Final = date(2000, 1, 1)
_FORMATS: Final = {"int": "%d", "date": "YYYY-MM-DD", "datetime": "YYYY-MM-DD", "time": "HH:mm"}
_LEAST_DECIMALS: Final = 2
"""Of floats that are shown without a format."""
_MOST_DECIMALS: Final = 20
_EXACT_DIGITS: Final = 15
"""A float with more digits than that comes from a calculation, as 1 / 3 does: nobody wrote all of them."""
_NAMES: Final = {
    "int": "a whole number",
    "float": "a float",
    "date": "a date",
    "time": "a time",
    "datetime": "a datetime",
}
_SCALARS: Final = "a number, a date, a time, a datetime, or a list or tuple of two of them"


class Scale(OwnCodec):
    """A scale with the value that it begins with."""

    def __init__(
        self,
        kind: str,
        minimum: Number,
        maximum: Number,
        step: Number,
        values: tuple[Number, ...],
        *,
        single: bool,
        zone: tzinfo | None,
    ) -> None:
        self.kind = kind
        """"int", "float", "date", "time" or "datetime"."""
        self.minimum = minimum
        self.maximum = maximum
        self.step = step
        self.format = _FORMATS[kind] if kind != "float" else _float_format(minimum, maximum, step, *values)
        self._values = values
        """The value at first, as a window knows it."""
        self._last: tuple[Any, tuple[Number, ...]] = (None, values)
        """A value that was shown, and its numbers: most values are shown many times."""
        self._single = single
        """True when the script is told one value, False when a tuple."""
        self._zone = zone

    @classmethod
    def of(cls, low: Any, high: Any, value: Any, step: Any, *, is_range: bool) -> Self:
        """The scale that a call of `slider` means (rule 21.3).

        Args:
            low: `min_value`.
            high: `max_value`.
            value: One value, or a tuple of up to two.
            step: Between two values.
            is_range: True for a range although no value is given.
        """
        if value is None:
            first = 0 if low is None else low
            value = (first, 100 if high is None else high) if is_range else first
        single = not is_a(value, tuple)
        values: tuple[Any, ...] = (value,) if single else value
        if len(values) > 2:
            raise errors.ValueError("value", _SCALARS, got=value)
        kinds = {_kind(each) for each in values}
        if len(kinds) > 1:
            raise errors.InvalidParameterTypeError("value", value, "one value, or two of the same type")
        kind = kinds.pop() if kinds else "int"
        low, high, step = _completed(kind, values, low, high, step)
        _check_types(kind, low, high, step)
        if low > high:
            low, high = high, low
        values = tuple(sorted(values)) if values else (low, high)
        low, high = min(low, *values), max(high, *values)
        ends = _number(kind, low), _number(kind, high)
        _check_sizes(kind, ends)
        zone = values[0].tzinfo if kind in ("time", "datetime") else None
        numbers = tuple([_number(kind, each) for each in values])
        return cls(kind, *ends, _step_number(step), numbers, single=single, zone=zone)

    @property
    def default(self) -> Any:
        """The value at first."""
        return self._said(self._values)

    def to_window(self, value: Any) -> tuple[Number, ...]:
        """One or two numbers; those of the default for what is none."""
        last, numbers = self._last
        if last is value and value.__class__ is not list:
            return numbers
        try:
            numbers = self._numbers(value)
        except (TypeError, ValueError, AttributeError, OverflowError):
            numbers = self._values
        self._last = (value, numbers)
        return numbers

    def from_window(self, shown: tuple[Number, ...]) -> Any:
        """The value that numbers stand for; the default when they are too few, too many, or out of bounds."""
        inside = all(math.isfinite(number) and self.minimum <= number <= self.maximum for number in shown)
        return self._said(shown if inside and len(shown) == len(self._values) else self._values)

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """The value; what code assigns in this run must lie on the scale (rule 4.10).

        Raises:
            InvalidParameterTypeError: When it is of another type.
            ValueBelowMinError: When it is too low.
            ValueAboveMaxError: When it is too high.
        """
        if not assigned:
            return value
        try:
            numbers = self._numbers(value)
        except (TypeError, ValueError, AttributeError, OverflowError):
            wanted = f"{_NAMES[self.kind]}, as the slider's other values"
            raise errors.InvalidParameterTypeError("value", value, wanted) from None
        for number in numbers:
            if number < self.minimum:
                raise errors.ValueBelowMinError(self._value(number), self._value(self.minimum))
            if number > self.maximum:
                raise errors.ValueAboveMaxError(self._value(number), self._value(self.maximum))
        return value

    def _numbers(self, value: Any) -> tuple[Number, ...]:
        if is_a(value, list, tuple):
            return tuple([_number(self.kind, each) for each in value])
        return (_number(self.kind, value),)

    def _said(self, numbers: tuple[Number, ...]) -> Any:
        """As the script is told: one value, or a tuple."""
        return self._value(numbers[0]) if self._single else tuple([self._value(each) for each in numbers])

    def _value(self, number: Number) -> Any:
        if self.kind == "int":
            return int(number)
        if self.kind == "float":
            return float(number)
        moment = (_EPOCH + timedelta(microseconds=int(number))).replace(tzinfo=self._zone)
        if self.kind == "date":
            return moment.date()
        return moment if self.kind == "datetime" else moment.timetz()


def _kind(value: Any) -> str:
    """Name of a value's type."""
    if isinstance(value, datetime):
        return "datetime"
    if isinstance(value, date):
        return "date"
    if isinstance(value, time):
        return "time"
    if hasattr(value, "__index__"):
        return "int"
    if hasattr(value, "__float__"):
        return "float"
    raise errors.InvalidParameterTypeError("value", value, _SCALARS)


def _completed(kind: str, values: tuple[Any, ...], low: Any, high: Any, step: Any) -> tuple[Any, Any, Any]:
    """The ends and the step, with defaults for what is not given."""
    if kind == "int":
        ends: tuple[Any, Any] = (0, 100)
    elif kind == "float":
        ends = (0.0, 1.0)
    elif kind == "time":
        ends = (time.min.replace(tzinfo=values[0].tzinfo), time.max.replace(tzinfo=values[0].tzinfo))
    else:
        ends = _around(values[0])
    low = ends[0] if low is None else low
    high = ends[1] if high is None else high
    if step is None:
        step = {"int": 1, "float": 0.01, "time": timedelta(minutes=15)}.get(kind, _DAY)
        if kind == "datetime" and _kind(low) == _kind(high) == kind and abs(high - low) < _DAY:
            step = timedelta(minutes=15)
    elif not step:
        raise errors.ValueError("step", "greater than 0", got=step)
    return low, high, step


def _around(value: date) -> tuple[date, date]:
    """The days around a date that a scale has by default, as far as there are such days."""
    first: date = _FIRST_DAY
    last: date = _LAST_DAY
    if isinstance(value, datetime):
        first = datetime.combine(_FIRST_DAY, time.min, tzinfo=value.tzinfo)
        last = datetime.combine(_LAST_DAY, time.max, tzinfo=value.tzinfo)
    low = value - _AROUND if value > first + _AROUND else min(value, first)
    high = value + _AROUND if value < last - _AROUND else max(value, last)
    return low, high


def _check_types(kind: str, low: Any, high: Any, step: Any) -> None:
    """Raise InvalidParameterTypeError when the ends or the step are of another type than the value."""
    wanted = _NAMES[kind]
    for name, end in (("min_value", low), ("max_value", high)):
        if _kind(end) != kind:
            raise errors.InvalidParameterTypeError(name, end, f"{wanted}, as the slider's other values")
    if kind in ("int", "float"):
        if isinstance(step, timedelta) or _kind(step) != kind:
            raise errors.InvalidParameterTypeError("step", step, f"{wanted}, as the slider's other values")
    elif not isinstance(step, timedelta):
        raise errors.InvalidParameterTypeError("step", step, "a timedelta, as the slider is one of dates or times")


def _check_sizes(kind: str, ends: tuple[Number, Number]) -> None:
    """Raise JSNumberBoundsError when the scale reaches too far."""
    for name, end in zip(("min_value", "max_value"), ends, strict=True):
        if kind in ("int", "float"):
            check_size(name, end)
        elif abs(end) > LARGEST_INT:
            raise errors.JSNumberBoundsError(name, "too far from 1970", _FIRST_DAY, _LAST_DAY)


def _number(kind: str, value: Any) -> Number:
    """A value as a window knows it."""
    if kind == "int":
        return value if isinstance(value, float) else int(value)
    if kind == "float":
        return float(value)
    if kind == "date":
        value = datetime(value.year, value.month, value.day)
    elif kind == "time":
        value = datetime.combine(_TIMES_DAY, value)
    since: timedelta = value.replace(tzinfo=UTC) - _EPOCH
    return since // _MICROSECOND


def _float_format(*floats: Number) -> str:
    """The printf format with the decimals that these floats have, and no fewer than two."""
    written = (Decimal(repr(each)).normalize().as_tuple() for each in floats if math.isfinite(each))
    decimals = (-int(each.exponent) for each in written if len(each.digits) <= _EXACT_DIGITS)
    return f"%0.{min(max(_LEAST_DECIMALS, *decimals), _MOST_DECIMALS)}f"


def _step_number(step: Any) -> Number:
    if isinstance(step, timedelta):
        return step // _MICROSECOND
    return float(step) if _kind(step) == "float" else int(step)
