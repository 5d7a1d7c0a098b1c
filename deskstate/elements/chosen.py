"""Between the options that a script gave and the labels that a window shows: the codecs of the choices.

No Qt. Options are found by their labels (rule 4.12). `options`, `labels` and `format_func` are those of one call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from deskstate import errors
from deskstate.elements import checks
from deskstate.elements.options import coerced, labels_of, options_of

_TEXTS: Final = frozenset({str})
_NOTHING: Final = object()


class OneOf:
    """Values of `selectbox` and `radio`: one of the options, or None. The window knows a label, or None."""

    __slots__ = ("_index", "_last", "_open", "_source", "format_func", "labels", "options")

    def __init__(self, source: Any, format_func: Callable[[Any], object], index: int | None, open: bool) -> None:
        self._source = source
        """What the script gave as options."""
        self.options = options_of(source)
        self.labels = labels_of(self.options, format_func)
        self.format_func = format_func
        self._index = index
        """Of the option that is chosen at first; checked by the command."""
        self._last: tuple[Any, str] = (_NOTHING, "")
        """The last choice, with its label: it is asked for twice in a call, and the same in many runs."""
        self._open = open
        """True when a person may enter a text that is none of the labels."""

    @property
    def default(self) -> Any:
        """The option that is chosen at first (rule 21.5)."""
        return self.options[self._index] if self._index is not None and self.options else None

    def to_window(self, value: Any) -> str | None:
        """The label of an option."""
        if value.__class__ is str and self.format_func is str and value in self.labels:
            return value
        last, label = self._last
        if last is value:
            return label
        return None if value is None or not (self.labels or self._open) else _shown(self, value)

    def from_window(self, shown: str) -> Any:
        """The option with a label; of several the last one."""
        for option, label in zip(reversed(self.options), reversed(self.labels), strict=True):
            if label == shown:
                return option
        return shown

    def admit(self, value: Any, assigned: bool) -> Any:
        """The value, or the default when it is no option any more (rules 4.10, 4.11)."""
        if value is None or (value.__class__ is str and self.format_func is str and value in self.labels):
            return value
        if value is self._last[0]:
            return value
        value = coerced(value, self._source, self.options)
        label = _label(self, value)
        if label is not None and label in self.labels:
            self._last = (value, label)
            return value
        return value if self._open else self.default


class SomeOf:
    """Values of `multiselect`: a list of options. The window knows a tuple of labels."""

    __slots__ = ("_defaults", "_most", "_open", "_source", "_usual", "format_func", "labels", "options")

    def __init__(
        self,
        source: Any,
        format_func: Callable[[Any], object],
        chosen: tuple[Any, ...],
        most: int | None,
        open: bool,
    ) -> None:
        """Settle the options.

        Args:
            source: What the script gave as options.
            format_func: Makes labels.
            chosen: Options that are chosen at first.
            most: How many may be chosen; checked by the command.
            open: True when a person may enter texts that are none of the labels.

        Raises:
            DefaultNotInOptionsError: When a chosen one is no option (rule 21.6).
        """
        self._source = source
        self.options = options_of(source)
        self.labels = labels_of(self.options, format_func)
        self.format_func = format_func
        self._defaults = tuple([_position(self.options, option) for option in chosen])
        self._most = most
        self._open = open
        self._usual: tuple[str, ...] = ()
        """The last choice of texts that are their own labels: most choices are shown many times."""

    @property
    def default(self) -> list[Any]:
        """The options that are chosen at first."""
        return [self.options[index] for index in self._defaults]

    def to_window(self, value: Any) -> tuple[str, ...]:
        """The labels of options."""
        chosen = tuple(value)
        return chosen if chosen == self._usual else tuple([_shown(self, option) for option in chosen])

    def from_window(self, shown: Iterable[str]) -> list[Any]:
        """The options with these labels, in their order; of several with one label the first one."""
        return [self.options[self.labels.index(label)] if label in self.labels else label for label in shown]

    def admit(self, value: Any, assigned: bool) -> Any:
        """The value, without what is no option any more (rules 4.10, 4.11).

        Raises:
            InvalidParameterTypeError: When it is no list.
            SelectionCountExceedsMaxError: When it has more than `max_selections`.
        """
        if value.__class__ is list and self._is_usual(tuple(value)):
            return value
        if not hasattr(value, "__iter__"):
            raise errors.InvalidParameterTypeError("value", value, "a list of options")
        if self._most is not None and len(value) > self._most:
            raise errors.SelectionCountExceedsMaxError(len(value), self._most)
        known = [coerced(option, self._source, self.options) for option in value]
        if not self._open:
            known = [option for option in known if _label(self, option) in self.labels]
        return value if len(known) == len(value) and all(map(_is, known, value)) else known

    def _is_usual(self, chosen: tuple[Any, ...]) -> bool:
        """True for texts that are their own labels, and not too many of them."""
        if chosen == self._usual:
            return True
        if (
            self.format_func is not str
            or (self._most is not None and len(chosen) > self._most)
            or not _TEXTS.issuperset(map(type, chosen))
            or not all([option in self.labels for option in chosen])
        ):
            return False
        self._usual = chosen
        return True


def _position(options: tuple[Any, ...], option: Any) -> int:
    if option not in options:
        raise errors.DefaultNotInOptionsError(option)
    return options.index(option)


def _label(codec: OneOf | SomeOf, value: Any) -> str | None:
    try:
        return checks.text(codec.format_func(value))
    except Exception:  # `format_func` is the script's, and knows its options only
        return None


def _shown(codec: OneOf | SomeOf, value: Any) -> str:
    label = _label(codec, value)
    return checks.text(value) if label is None else label


def _is(one: object, other: object) -> bool:
    return one is other
