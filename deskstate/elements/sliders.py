"""Values on a scale: `slider`.

No Qt.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from deskstate.core.around import Around
from deskstate.core.cursor import current
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs
from deskstate.core.properties.base import LabelVisibility, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Bind, Key, Kwargs, OnChange, PersistState, Spot, refuse_bind
from deskstate.elements.scales import Scale
from deskstate.elements.shapes import is_a

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class _Rest(TypedDict, total=False):
        """Parameters that do not change the type of the value."""

        on_change: OnChange
        args: Args
        kwargs: Kwargs
        disabled: bool
        label_visibility: LabelVisibility
        width: Width
        bind: Bind
        persist_state: PersistState


_SINGLES: Final = (int, float, date, time)
D = TypeVar("D", bound=date | time)
"""A date, a time or a datetime."""


class SliderElements(Spot):
    """`slider`."""

    __slots__ = ()

    @overload
    def slider(
        self,
        label: str,
        min_value: int | None = None,
        max_value: int | None = None,
        value: int | None = None,
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> int: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: float | None = None,
        max_value: float | None = None,
        value: float | None = None,
        step: float | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> float: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: int | None,
        max_value: int | None,
        value: tuple[int, int] | list[int],
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> tuple[int, int]: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: int | None = None,
        max_value: int | None = None,
        *,
        value: tuple[int, int] | list[int],
        step: int | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> tuple[int, int]: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: float | None,
        max_value: float | None,
        value: tuple[float, float] | list[float],
        step: float | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> tuple[float, float]: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: float | None = None,
        max_value: float | None = None,
        *,
        value: tuple[float, float] | list[float],
        step: float | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> tuple[float, float]: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: D,
        max_value: D | None = None,
        value: D | None = None,
        step: timedelta | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> D: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: D | None = None,
        max_value: D | None = None,
        *,
        value: D,
        step: timedelta | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> D: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: D,
        max_value: D,
        value: tuple[D, D] | list[D],
        step: timedelta | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> tuple[D, D]: ...
    @overload
    def slider(
        self,
        label: str,
        min_value: D | None = None,
        max_value: D | None = None,
        *,
        value: tuple[D, D] | list[D],
        step: timedelta | None = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> tuple[D, D]: ...
    def slider(
        self,
        label: str,
        min_value: Any = None,
        max_value: Any = None,
        value: Any = None,
        step: Any = None,
        format: str | None = None,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """A handle on a scale, or two for a range, which reports when it is let go.

        `value` says what the scale is of: ints, floats, dates, times or datetimes, and all else that is given must be
        of that type. Without one, `min_value` says so. Where the scale ends where it begins, the slider is disabled.

        Args:
            label: Inline Markdown above the scale.
            min_value: Begin of the scale. Default 0, 0.0, 14 days before the value, or 00:00.
            max_value: End of the scale. Default 100, 1.0, 14 days after the value, or 23:59.
            value: Where the handle is at first, default `min_value`; a list or tuple of two for a range, in any order,
                an empty one for all of it. The scale is widened to hold it (rule 21.3).
            step: Between two values. Default 1, 0.01, one day, or for times 15 minutes: a timedelta.
            format: printf ("%d km"), a preset ("plain", "localized", "percent", "dollar", "euro", "yen", "accounting",
                "bytes", "compact", "scientific", "engineering"), or for dates a pattern such as "YYYY-MM-DD". Without
                one, floats have as many decimals as the step, at least two.
            key: Name of the value in `session_state`; unique in a run. With a key another `min_value`, `max_value` or
                `step` makes a new slider (rule 3.6).
            help: Markdown shown at a question mark beside the label.
            on_change: Called before the script runs again when a person changes it; "rerun" only runs the script;
                "ignore" waits for the next run that something else causes.
            args: For the callback.
            kwargs: For the callback.
            disabled: Greyed out; nothing is taken from the window.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            width: "stretch" or px.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the slider is not drawn; needs a key.

        Returns:
            The value, or a tuple of the range's two ends.

        Raises:
            InvalidParameterTypeError: When the types are mixed or unknown.
            ValueBelowMinError: When code has put a value below `min_value` into `session_state` (rule 4.10).
            ValueAboveMaxError: When code has put a value above `max_value` there.
            JSNumberBoundsError: When a number is too large.
        """
        is_range = False
        if is_a(value, list):
            value = tuple(value)
        if value is None and key is not None:
            state, key = current().state, str(key)
            kept = state.peek(key)
            is_range = not isinstance(kept, _SINGLES) and not hasattr(kept, "__float__") and state.holds(key)
        types = (min_value.__class__, max_value.__class__, _types(value), step.__class__)
        numbers = (label, min_value, max_value, value, step, types, is_range)
        look = (format, help, disabled, label_visibility, width, bind)
        return self._ask(_slider, (numbers, look), key, on_change, args, kwargs, disabled, persist_state)


def _types(value: Any) -> Any:
    """The type of a value, or those of a range's ends."""
    return tuple(map(type, value)) if value.__class__ is tuple else value.__class__


def _slider(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, min_value, max_value, value, step, _, is_range), look = words
    format, help, disabled, label_visibility, width, bind = look
    refuse_bind(bind)
    scale = Scale.of(min_value, max_value, value, step, is_range=is_range)
    properties = inputs.Slider(
        label=checks.label(label),
        data_type=scale.kind,
        minimum=scale.minimum,
        maximum=scale.maximum,
        step=scale.step,
        format=scale.format if format is None else checks.text(format),
        help=checks.help(help),
        disabled=bool(disabled) or scale.minimum == scale.maximum,
        label_visibility=checks.label_visibility(label_visibility),
        width=checks.width(width, content=False),
    )
    counts: tuple[Any, ...] = (min_value, max_value, step)
    if key is None:
        counts = (label, min_value, max_value, value, step, format, help, width)
    id = state_id("slider", key, counts, around)
    return Made(properties, id, scale.default, scale, given=value is not None)
