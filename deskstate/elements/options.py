"""The options of a choice: made a tuple from whatever a script has, labelled, and found again by their labels.

No Qt.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, time
from enum import Enum, EnumType
from typing import Any, Final, cast

from deskstate import errors
from deskstate.core.properties.namesake import Namesake, namesakes, told_apart
from deskstate.elements import checks
from deskstate.elements.shapes import is_a

_TEXTS: Final = frozenset({str})
_PLAIN: Final = frozenset({str, int, float, bool, type(None), date, time, datetime})


def options_of(source: Any) -> tuple[Any, ...]:
    """The options in an object (rule 4.14).

    Args:
        source: A list, tuple, set, range, generator …; of a mapping the keys count, of an Enum class its members, of an
            array, a series or a dataframe (without importing their libraries) the first column. A single value is one
            option, None is none.
    """
    if source.__class__ is list or source.__class__ is tuple:
        return tuple(source)
    if source is None:
        return ()
    if isinstance(source, (str, bytes, int, float)):
        return (source,)
    if is_a(source, EnumType):
        return tuple([member.value if is_a(member, str) else member for member in source])
    if hasattr(source, "columns") and hasattr(source, "iloc"):  # a dataframe of pandas
        return tuple(source.iloc[:, 0].tolist()) if len(source.columns) else ()
    if hasattr(source, "columns") and hasattr(source, "get_column"):  # a dataframe of polars
        return tuple(source.get_column(source.columns[0]).to_list()) if source.columns else ()
    for method in ("tolist", "to_list", "to_pylist"):  # an array or a series: Python's own numbers
        if hasattr(source, method):
            return _first_column(getattr(source, method)())
    return tuple(source) if hasattr(source, "__iter__") else (source,)


def settled(options: Any, format_func: Callable[[Any], object]) -> Any:
    """Something hashable that says all about options, where their labels are their `str` and never change.

    Returns:
        Options, and their types unless they are texts, as 1 == 1.0 == True; or None when they must be looked at anew in
        each call.
    """
    if format_func is not str:
        return None
    kind = options.__class__
    if kind is list or kind is tuple:
        found = tuple(options)
        kinds = set(map(type, found))
        if kinds <= _TEXTS:
            return found, None
        if not kinds <= _PLAIN or str in kinds:  # a text may be the label of another option
            return None
        return found, tuple(map(type, found))
    return (options, None) if kind is range or isinstance(options, EnumType) else None


def labels_of(options: tuple[Any, ...], format_func: Callable[[Any], object]) -> tuple[str, ...]:
    """The labels of options, in their order; those that several options have know which they are of.

    Raises:
        APIException: When `==` does not answer with a boolean for them.
    """
    if options and type(options[0]) is not str:
        try:
            bool(options[0] == options[0])  # only whether it answers
        except ValueError:
            raise errors.APIException(
                f"`options` must hold objects that `==` can compare. It holds `{type(options[0]).__name__}`. "
                f"Give their positions or names as options instead."
            ) from None
    labels: tuple[Any, ...] = tuple(map(format_func, options))
    try:
        joined = "".join(labels)
    except TypeError:  # not all of them are texts
        joined = None
    return told_apart(
        labels if joined is not None and checks.text(joined) == joined else tuple(map(checks.text, labels))
    )


def place_reported(labels: tuple[str, ...], shown: str) -> int | None:
    """The position of the option that the window reports, whose options may have been others; None for no option.

    The same label at the same position; else the only option with it; else one with as many namesakes before it. A bare
    label that several options have does not say which of them: the last one.
    """
    if shown in labels:
        return labels.index(shown)
    if not isinstance(shown, Namesake):
        return max(namesakes(labels, shown), default=None)
    return _nearest(labels, shown, namesakes(labels, shown))


def place_of(
    value: Any,
    label: str,
    options: tuple[Any, ...],
    labels: tuple[str, ...],
    former: Iterable[Namesake] = (),
    taken: Collection[int] = (),
) -> int | None:
    """The position of the only option that is labelled like a value, or else of the one that equals it, or None.

    Args:
        value: An option of this call or of an earlier one, or what code has assigned in place of one.
        label: Its label.
        options: Those of this call.
        labels: Theirs.
        former: What the window has shown as chosen: it tells options apart that are equal.
        taken: Positions of what is chosen besides it.
    """
    if label in labels:
        return labels.index(label)
    alike = namesakes(labels, label)
    equal = [place for place in alike if is_same(options[place], value)]
    return _place_among([place for place in equal if place not in taken] or equal, label, labels, former, alike)


def place_anew(
    label: str,
    options: tuple[Any, ...],
    labels: tuple[str, ...],
    former: Iterable[Namesake],
    taken: Collection[int],
    earlier: Iterable[Any],
) -> int | None:
    """The position of what stands for a value that no option equals, as the options are made anew in each run, or None.

    Args:
        label: Of the value.
        options: Those of this call.
        labels: Theirs.
        former: What the window has shown as chosen.
        taken: Positions of what is chosen besides it.
        earlier: The options that the window has shown: one of those is another one than the value.
    """
    alike = namesakes(labels, label)
    place = _place_among([place for place in alike if place not in taken], label, labels, former, alike)
    return None if place is None or any(is_same(each, options[place]) for each in earlier) else place


def _place_among(
    free: list[int], label: str, labels: tuple[str, ...], former: Iterable[Namesake], alike: list[int]
) -> int | None:
    """The position that the window's choice leads to, else the first one."""
    if len(free) > 1:
        for shown in former:
            place = _nearest(labels, shown, alike) if str.__eq__(shown, label) else None
            if place in free:
                return place
    return free[0] if free else None


def is_same(option: Any, value: Any) -> bool:
    """Whether a value is an option: the object itself, or one of its type that equals it."""
    if option is value:
        return True
    try:
        return type(option) is type(value) and bool(option == value)
    except Exception:  # the script's own `==`
        return False


def _nearest(labels: tuple[str, ...], shown: Namesake, alike: list[int]) -> int | None:
    """The position of an option that the window has shown; `alike` are those with its label, if there are several."""
    if not alike:
        label = str(shown)
        return labels.index(label) if label in labels else None
    return shown.place if shown.place in alike else alike[min(shown.turn, len(alike) - 1)]


def own(value: Any) -> Any:
    """A chosen option as the script gets it: the option itself; a list, dict or set as a copy (rules 2.11, 4.15)."""
    kind = value.__class__
    if kind is list:
        return list(map(own, value))
    if kind is dict:
        return {key: own(each) for key, each in value.items()}
    return copy.copy(value) if is_a(value, list, dict, set) else value


def coerced(value: Any, source: Any, options: tuple[Any, ...]) -> Any:
    """The member of the options' Enum class that stands for a member of an earlier definition of it (rule 4.13)."""
    if not isinstance(value, Enum):
        return value
    new = _enum_of(source, options)
    old = type(value)
    if new is None or new is old or new.__qualname__ != old.__qualname__:
        return value
    return new[value.name] if new.__members__.keys() == old.__members__.keys() else value


def _enum_of(source: Any, options: tuple[Any, ...]) -> type[Enum] | None:
    """The Enum class that all options are of."""
    if isinstance(source, EnumType):
        return cast("type[Enum]", source)
    kinds: set[Any] = set(map(type, options))
    kind = kinds.pop() if len(kinds) == 1 else None
    return cast("type[Enum]", kind) if isinstance(kind, EnumType) else None


def _first_column(values: Any) -> tuple[Any, ...]:
    if not is_a(values, list):  # of an array without dimensions
        return (values,)
    return tuple([row[0] if is_a(row, list) and row else row for row in values])
