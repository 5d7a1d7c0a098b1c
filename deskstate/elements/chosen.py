"""Between the options that a script gave and the labels that a window shows: the codecs of the choices.

No Qt. Options are found by their labels, and where several are labelled alike by what they are and where they stand
(rule 4.12). `options`, `labels` and `format_func` are those of one call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, cast

from deskstate import errors
from deskstate.core.codec import OwnCodec
from deskstate.core.element import Element
from deskstate.core.properties.namesake import Namesake
from deskstate.elements import checks
from deskstate.elements.options import (
    coerced,
    is_same,
    labels_of,
    options_of,
    own,
    place_anew,
    place_of,
    place_reported,
)

if TYPE_CHECKING:
    from deskstate.core.properties import inputs

_TEXTS: Final = frozenset({str})
_NOTHING: Final = object()


class OneOf(OwnCodec):
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
        if self._index is not None and self.options and value is self.options[self._index]:
            return self.labels[self._index]
        return None if value is None or not (self.labels or self._open) else _shown(self, value)

    def from_window(self, shown: str) -> Any:
        """The option that was picked, or the text that was entered."""
        place = place_reported(self.labels, shown)
        return str(shown) if place is None else self.options[place]

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """The option that the value is, or the default when it is none any more (rules 4.10, 4.11, 4.12)."""
        if value is None or (value.__class__ is str and self.format_func is str and value in self.labels):
            return value
        last, shown = self._last
        if value is last and shown.__class__ is str:
            return value
        value = coerced(value, self._source, self.options)
        label = _label(self, value)
        place = None if label is None else place_of(value, label, self.options, self.labels, self._former(before))
        if place is None and label is not None:
            place = place_anew(label, self.options, self.labels, self._former(before), (), _earlier(before))
        if place is None:
            return value if self._open else self.default
        value = _offered(self.options[place], value, assigned)
        self._last = (value, self.labels[place])
        return value

    def answer(self, value: Any) -> Any:
        """The option itself."""
        return value if value.__class__ is str else own(value)

    def _former(self, before: Element | None) -> Iterator[Namesake]:
        """What was chosen so far, or else what is chosen at first."""
        if before is None:
            if self._index is not None and self.labels:
                yield Namesake(self.labels[self._index], self._index, 0)
        else:
            yield from _former((before.value,), before)


class SomeOf(OwnCodec):
    """Values of `multiselect`: a list of options. The window knows a tuple of labels."""

    __slots__ = ("_defaults", "_last", "_most", "_open", "_source", "_usual", "format_func", "labels", "options")

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
        self._last: tuple[tuple[Any, ...], tuple[str, ...]] = ((), ())
        """The last other choice, with its labels."""

    @property
    def default(self) -> list[Any]:
        """The options that are chosen at first."""
        return [self.options[place] for place in self._defaults]

    def to_window(self, value: Any) -> tuple[str, ...]:
        """The labels of options."""
        chosen = tuple(value)
        if chosen == self._usual:
            return chosen
        last, labels = self._last
        if len(chosen) == len(last) and all(map(_is, chosen, last)):
            return labels
        found = self._found(chosen, None)
        return tuple([_shown(self, option) if place is None else self.labels[place] for option, place in found])

    def from_window(self, shown: Iterable[str]) -> list[Any]:
        """The options that were picked and the texts that were entered, in their order."""
        places = [place_reported(self.labels, label) for label in shown]
        return [
            str(label) if place is None else self.options[place] for label, place in zip(shown, places, strict=True)
        ]

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """The options that the values are, without what is none any more (rules 4.10, 4.11, 4.12).

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
        known: list[Any] = []
        labels: list[str] = []
        for option, place in self._found(value, before):
            if place is not None:
                known.append(_offered(self.options[place], option, assigned))
                labels.append(self.labels[place])
            elif self._open:
                known.append(option)
                labels.append(_shown(self, option))
        self._last = (tuple(known), tuple(labels))
        return value if len(known) == len(value) and all(map(_is, known, value)) else known

    def answer(self, value: Any) -> Any:
        """A list of the options themselves."""
        return own(value)

    def _found(self, chosen: Iterable[Any], before: Element | None) -> list[tuple[Any, int | None]]:
        """What is chosen, with the positions of what is an option."""
        former = [*(self._first() if before is None else _former(before.value, before))]
        options = [coerced(each, self._source, self.options) for each in chosen]
        shown = [_label(self, option) for option in options]
        places: list[int | None] = [None] * len(options)
        taken: set[int] = set()
        for index, label in enumerate(shown):
            if label is not None:
                place = places[index] = place_of(options[index], label, self.options, self.labels, former, taken)
                if place is not None:
                    taken.add(place)
        for index, label in enumerate(shown):
            if label is not None and places[index] is None:
                place = places[index] = place_anew(label, self.options, self.labels, former, taken, _earlier(before))
                if place is not None:
                    taken.add(place)
        return list(zip(options, places, strict=True))

    def _first(self) -> Iterator[Namesake]:
        """What is chosen at first."""
        return (Namesake(self.labels[place], place, 0) for place in self._defaults)

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
    return next((place for place, each in enumerate(options) if each is option), options.index(option))


def _former(shown: Iterable[str | None], before: Element) -> Iterator[Namesake]:
    """What the window has shown as chosen, with the positions that it had."""
    options: tuple[str, ...] = cast("inputs.Selectbox", before.properties).options
    for label in shown:
        if isinstance(label, Namesake):
            yield label
        elif label in options:
            yield Namesake(label, options.index(label), 0)


def _earlier(before: Element | None) -> tuple[Any, ...]:
    """The options that the window has shown."""
    return () if before is None else cast("OneOf | SomeOf", before.codec).options


def _offered(option: Any, value: Any, assigned: bool) -> Any:
    """The option that a value is: what code assigns may say it in another form for one run (rule 4.10)."""
    return value if assigned and not is_same(option, value) else option


def _label(codec: OneOf | SomeOf, value: Any) -> str | None:
    try:
        return checks.text(codec.format_func(value))
    except Exception:  # `format_func` is the script's, and knows its options only
        return None


def _shown(codec: OneOf | SomeOf, value: Any) -> str:
    label = _label(codec, value)
    return checks.text(value) if label is None else label


def _is(one: object, other: object) -> bool:
    return one is other or (one.__class__ is other.__class__ is str and one == other)
