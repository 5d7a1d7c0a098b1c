"""Between the options that a script gave and the labels that a window shows: the codecs of the choices.

No Qt. Made for each call, as they hold its options and its `format_func`. Options are found by their labels
(rule 4.12).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from deskstate import errors
from deskstate.elements import checks
from deskstate.elements.options import coerced


class OneOf:
    """Values of `selectbox` and `radio`: one of the options, or None. The window knows a label, or None."""

    __slots__ = ("_index", "_open", "_source", "format_func", "labels", "options")

    def __init__(
        self,
        source: Any,
        options: tuple[Any, ...],
        labels: tuple[str, ...],
        format_func: Callable[[Any], object],
        index: int | None,
        open: bool,
    ) -> None:
        self._source = source
        """What the script gave as options."""
        self.options = options
        self.labels = labels
        self.format_func = format_func
        self._index = index
        self._open = open
        """True when a person may enter a text that is none of the labels."""

    @property
    def default(self) -> Any:
        """The option at `index` (rule 21.5)."""
        return self.options[self._index] if self._index is not None and self.options else None

    def to_window(self, value: Any) -> str | None:
        """The label of an option."""
        if value is None or not (self.labels or self._open):
            return None
        if value.__class__ is str and self.format_func is str and value in self.labels:
            return str(value)
        return _label(self, value)

    def from_window(self, shown: str | None) -> Any:
        """The option with a label; of several the last one."""
        if shown is None:
            return self.default
        for option, label in zip(reversed(self.options), reversed(self.labels), strict=True):
            if label == shown:
                return option
        return shown

    def admit(self, value: Any, assigned: bool) -> Any:
        """The value, or the default when it is no option any more (rules 4.10, 4.11)."""
        if value is None or (value.__class__ is str and self.format_func is str and value in self.labels):
            return value
        value = coerced(value, self._source, self.options)
        return value if self._open or _is_option(self, value) else self.default


class SomeOf:
    """Values of `multiselect`: a list of options. The window knows a tuple of labels."""

    __slots__ = ("_defaults", "_most", "_open", "_source", "format_func", "labels", "options")

    def __init__(
        self,
        source: Any,
        options: tuple[Any, ...],
        labels: tuple[str, ...],
        format_func: Callable[[Any], object],
        defaults: tuple[int, ...],
        most: int | None,
        open: bool,
    ) -> None:
        self._source = source
        """What the script gave as options."""
        self.options = options
        self.labels = labels
        self.format_func = format_func
        self._defaults = defaults
        """Positions of the options that are chosen at first."""
        self._most = most
        """How many may be chosen."""
        self._open = open
        """True when a person may enter texts that are none of the labels."""

    @property
    def default(self) -> list[Any]:
        """The options that are chosen at first (rule 21.6)."""
        return [self.options[index] for index in self._defaults]

    def to_window(self, value: Any) -> tuple[str, ...]:
        """The labels of options."""
        return tuple([_label(self, option) for option in value])

    def from_window(self, shown: Iterable[str]) -> list[Any]:
        """The options with these labels, in their order."""
        return [self.options[self.labels.index(label)] if label in self.labels else label for label in shown]

    def admit(self, value: Any, assigned: bool) -> Any:
        """The value, without what is no option any more (rules 4.10, 4.11).

        Raises:
            InvalidParameterTypeError: When it is no list.
            SelectionCountExceedsMaxError: When it has more than `max_selections`.
        """
        if not hasattr(value, "__iter__"):
            raise errors.InvalidParameterTypeError("value", value, "a list of options")
        chosen: list[Any] = list(value)
        if self._most is not None and len(chosen) > self._most:
            raise errors.SelectionCountExceedsMaxError(len(chosen), self._most)
        known = [coerced(option, self._source, self.options) for option in chosen]
        if not self._open:
            known = [option for option in known if _is_option(self, option)]
        same = len(known) == len(chosen) and all(map(_is, known, chosen))
        return value if same else known


def _label(codec: OneOf | SomeOf, value: Any) -> str:
    try:
        return checks.text(codec.format_func(value))
    except Exception:  # `format_func` is the script's, and knows its options only
        return checks.text(value)


def _is_option(codec: OneOf | SomeOf, value: Any) -> bool:
    try:
        return checks.text(codec.format_func(value)) in codec.labels
    except Exception:  # as above
        return False


def _is(one: object, other: object) -> bool:
    return one is other
