"""Numbers that are typed: `number_input`.

No Qt.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.codec import Codec
from deskstate.core.element import Element
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs
from deskstate.core.properties.base import LabelVisibility, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Bind, Key, Kwargs, OnChange, PersistState, Spot, refuse_bind
from deskstate.elements.icons import icon as checked_icon

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class _Rest(TypedDict, total=False):
        """Parameters that do not change the type of the value."""

        on_change: OnChange
        args: Args
        kwargs: Kwargs
        placeholder: str | None
        disabled: bool
        required: bool
        label_visibility: LabelVisibility
        icon: str | None
        width: Width
        bind: Bind
        persist_state: PersistState


Number = int | float

LARGEST_INT: Final = 2**53 - 1
"""Beyond it a double does not know every whole number any more."""
_LARGEST_FLOAT: Final = 1.7976931348623157e308


class NumberElements(Spot):
    """`number_input`."""

    __slots__ = ()

    @overload
    def number_input(
        self,
        label: str,
        min_value: int,
        max_value: int | None = None,
        value: int | Literal["min"] = "min",
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: int | None = None,
        max_value: int | None = None,
        *,
        value: int,
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: None = None,
        *,
        max_value: int,
        value: int | Literal["min"] = "min",
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: int | None = None,
        max_value: int | None = None,
        value: int | Literal["min"] = "min",
        *,
        step: int,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: int,
        max_value: int | None,
        value: None,
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int | None: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: int,
        max_value: int | None = None,
        *,
        value: None,
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int | None: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: int | None = None,
        max_value: int | None = None,
        *,
        value: None,
        step: int,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int | None: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: float | None = None,
        max_value: float | None = None,
        value: float | Literal["min"] = "min",
        step: float | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> float: ...
    @overload
    def number_input(
        self,
        label: str,
        min_value: float | None = None,
        max_value: float | None = None,
        value: float | Literal["min"] | None = "min",
        step: float | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> float | None: ...
    def number_input(
        self,
        label: str,
        min_value: Number | None = None,
        max_value: Number | None = None,
        value: Number | Literal["min"] | None = "min",
        step: Number | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        placeholder: str | None = None,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        icon: str | None = None,
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """A field for a number, with buttons that step it.

        Whole numbers if all of `min_value`, `max_value`, `value` and `step` that are given are ints; floats if all are
        floats, or if none is given.

        Args:
            label: Inline Markdown above the field.
            min_value: Smallest number; None for no limit (ints: -(2^53 - 1)).
            max_value: Largest number; None for no limit (ints: 2^53 - 1).
            value: The number at first. "min" (default): `min_value`, or 0. None: empty, until a number is entered.
            step: By how much the buttons step. Default 1 for ints, 0.01 for floats.
            format: printf format of what is shown, such as "%.3f" or "%d"; the value itself is not rounded. Without
                one a float has as many decimals as the step, at least two, and more where the number has more.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: Called before the script runs again when a person changes it; "rerun" only runs the script;
                "ignore" waits for the next run that something else causes.
            args: For the callback.
            kwargs: For the callback.
            placeholder: Shown while the field is empty.
            disabled: Greyed out; nothing is taken from the window.
            required: True when a form cannot be submitted while the field is empty.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            icon: In the field: an emoji, ":material/name:" or "spinner".
            width: "stretch" or px.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the field is not drawn; needs a key.

        Returns:
            The number, or None while the field is empty. A number out of bounds that code has put into `session_state`
            goes back to the default (rule 4.10).

        Raises:
            MixedNumericTypesError: When ints and floats are mixed (rule 21.2).
            ValueBelowMinError: When `value` is less than `min_value`.
            ValueAboveMaxError: When `value` is greater than `max_value`.
            InvalidMinMaxError: When `min_value` is greater than `max_value`.
            InvalidNumberFormatError: When `format` does not format a number.
            JSNumberBoundsError: When a number is too large.
        """
        types = (min_value.__class__, max_value.__class__, value.__class__, step.__class__)
        numbers = (label, min_value, max_value, value, step, types)
        look = (format, help, placeholder, disabled, required, label_visibility, icon, width, bind)
        return self._ask(_number_input, (numbers, look), key, on_change, args, kwargs, disabled, persist_state)


class _Numbers(Codec):
    """Values of number inputs: an int or a float, or None while the field is empty."""

    def __init__(
        self, *, is_float: bool, default: Number | None, minimum: Number | None, maximum: Number | None
    ) -> None:
        self._is_float = is_float
        self._default = default
        self._minimum = minimum
        self._maximum = maximum

    def from_window(self, shown: Any) -> Number | None:
        """A number of the right type; the default for what is out of bounds."""
        number = float(shown) if self._is_float else int(shown)
        return number if self._is_inside(number) and math.isfinite(number) else self._default

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """The value, or the default when it is out of bounds (rule 4.10).

        Raises:
            InvalidParameterTypeError: When it is no number, and code assigns it or the input has bounds.
        """
        if value is None:
            return None
        if not hasattr(value, "__float__"):
            if not assigned and self._minimum is None and self._maximum is None:
                return value
            raise errors.InvalidParameterTypeError("value", value, "a number or None")
        return value if self._is_inside(value) else self._default

    def _is_inside(self, value: Any) -> bool:
        return not (
            (self._minimum is not None and value < self._minimum)
            or (self._maximum is not None and value > self._maximum)
        )


def _number_input(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, min_value, max_value, value, step, _), look = words
    format, help, placeholder, disabled, required, label_visibility, icon, width, bind = look
    refuse_bind(bind)
    is_float = _is_float(min_value=min_value, max_value=max_value, value=value, step=step)
    kind = float if is_float else int
    low, high, by = (None if number is None else kind(number) for number in (min_value, max_value, step))
    default = (kind(0) if low is None else low) if value == "min" else None if value is None else kind(value)
    if by is None:
        by = 0.01 if is_float else 1
    _check_bounds(low, high, default, by)
    properties = inputs.NumberInput(
        label=checks.label(label),
        is_float=is_float,
        minimum=low,
        maximum=high,
        step=by,
        format=_printf(format, is_float=is_float),
        help=checks.help(help),
        placeholder=checks.optional(placeholder) or "",
        disabled=bool(disabled),
        required=bool(required),
        label_visibility=checks.label_visibility(label_visibility),
        icon=checked_icon(icon),
        width=checks.width(width, content=False),
        clearable=value is None,
    )
    counts: tuple[Any, ...] = ()
    if key is None:
        counts = (label, min_value, max_value, value, step, format, help, placeholder, icon, width, required)
    codec = _Numbers(is_float=is_float, default=default, minimum=low, maximum=high)
    id = state_id("number_input", key, counts, around)
    return Made(properties, id, default, codec, given=value is not None and value != "min")


def _is_float(**numbers: Any) -> bool:
    """True for floats, False for whole numbers. Raises MixedNumericTypesError, InvalidParameterTypeError."""
    whole: list[bool] = []
    for name, number in numbers.items():
        if number is None or (name == "value" and number == "min"):
            continue
        if not hasattr(number, "__float__"):
            raise errors.InvalidParameterTypeError(name, number, "a number or None")
        whole.append(hasattr(number, "__index__"))
    if any(whole) and not all(whole):
        raise errors.MixedNumericTypesError(**numbers)
    return not any(whole)


def _check_bounds(low: Number | None, high: Number | None, default: Number | None, step: Number) -> None:
    if low is not None and high is not None and low > high:
        raise errors.InvalidMinMaxError(low, high)
    if low is not None and default is not None and default < low:
        raise errors.ValueBelowMinError(default, low)
    if high is not None and default is not None and default > high:
        raise errors.ValueAboveMaxError(default, high)
    for name, number in (("min_value", low), ("max_value", high), ("step", step), ("value", default)):
        check_size(name, number)


def check_size(parameter: str, number: Number | None) -> None:
    """Raise JSNumberBoundsError for a number that is too large to count on."""
    if isinstance(number, float):
        if abs(number) > _LARGEST_FLOAT:
            raise errors.JSNumberBoundsError(parameter, number, "-1.797e+308", "1.797e+308")
    elif number is not None and abs(number) > LARGEST_INT:
        raise errors.JSNumberBoundsError(parameter, number, "-(2^53 - 1)", "2^53 - 1")


def _printf(format: str | None, *, is_float: bool) -> str | None:
    """The format of what is shown; None: a float as it needs it. Raises InvalidNumberFormatError."""
    if format is None:
        return None if is_float else "%d"
    try:
        float(format % 2)
    except (TypeError, ValueError):
        raise errors.InvalidNumberFormatError(format) from None
    if is_float and format in ("%d", "%u", "%i"):
        checks.warn(f"A number input holds a float, but its format {format!r} shows whole numbers only")
    return format
