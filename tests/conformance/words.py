"""The words that random scripts are made of: inputs with arguments and values, displays, containers.

No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

KEYS: Final = 5
"""Keys k0, k1 … that inputs and entries of one script share, so that they meet."""


@dataclass(frozen=True)
class Kind:
    """One kind of input."""

    name: str
    arguments: tuple[tuple[str, ...], ...]
    """What may follow the label."""
    values: tuple[Any, ...]
    """What a person may enter."""
    on: str = "on_change"
    """Parameter for a callback; empty for inputs that get none, since their values settle: "settle-silently"."""
    turns: bool = False
    """True when with a key it becomes another input."""
    methods: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    """What else a test can do to it, with arguments."""


PRELUDE: Final = """\
import datetime
from uuid import SafeUUID
WRONG_TYPE = 'TypeError', 'ValueError', 'AttributeError'
"""
"""Names that arguments use."""
_SHRINKING = "['a', 'b', 'c'][: 1 + n % 3]"

_TURNING: Final = "['a', 'b', 'c', 'a', 'b'][n % 3 : n % 3 + 3]"
_TICKS: Final = (("check", ()), ("uncheck", ()))
_STEPS: Final = (("increment", ()), ("decrement", ()))
_CHOICES: Final = (("select_index", (1,)), ("select_index", (0,)), ("select", ("b",)), ("select_index", (None,)))

KINDS: Final = (
    Kind("checkbox", ((), ("True",), ("n % 2 == 0",)), (True, False), methods=_TICKS),
    Kind(
        "text_input",
        (
            (),
            ("'d'",),
            ("None",),
            ("f'd{n}'",),
            ("'d'", "max_chars=3"),
            ("None if n % 2 else 'd'",),
            ("'d'", "placeholder=f'p{n % 2}'"),
        ),
        ("x", "y", "", "abc"),
        methods=(("input", ("z",)), ("input", ("longer",))),
    ),
    Kind("text_input", (("'dd'", "max_chars=2 + n % 2"),), ("x", "", "abc"), on="", turns=True),
    Kind("toggle", ((), ("True",)), (True, False)),
    Kind(
        "text_area",
        ((), ("'d'",), ("None",), ("f'd{n % 2}'",)),
        ("x", "two\nlines", ""),
        methods=(("input", ("z",)),),
    ),
    Kind(
        "number_input",
        (
            ("0", "10"),
            ("0", "10", "5"),
            ("value=1",),
            ("0", "9", "n % 3"),
            ("0", "9", "None if n % 2 else 5"),
            ("0", "9", "5", "1 + n % 2"),
        ),
        (1, 7, 0),
        methods=_STEPS,
    ),
    Kind("number_input", (("1", "10"), ("-3", "3", "2"), ("value=1",)), (1, 2, 3), methods=_STEPS),
    Kind(
        "number_input", (("1", "2 + n % 3"), ("1 + n % 4", "10"), ("-1", "5 + n % 3")), (1, 2, 7), on="", methods=_STEPS
    ),
    Kind(
        "number_input",
        (
            (),
            ("value=None",),
            ("0.0", "10.0", "0.5"),
            ("value=1.5", "step=0.5"),
            ("0.0", "None", "None"),
        ),
        (1.0, 0.25, 7.5),
        methods=_STEPS,
    ),
    Kind(
        "slider",
        (
            ("0", "10"),
            (),
            ("0", "10", "n % 5"),
            ("0", "10", "5", "2"),
        ),
        (1, 7, 0),
    ),
    Kind(
        "slider",
        (("0", "10", "(2, 5)"), ("0", "20", "(n % 5, 9)"), ("0", "20", "[]")),
        ((3, 4), (0, 10), (7, 7)),
        methods=(("set_range", (1, 2)), ("set_range", (5, 9))),
    ),
    Kind(
        "slider",
        (("0.0", "1.0", "0.5"), ("value=0.5",)),
        (0.25, 1.0, 0.0),
    ),
    Kind(
        "slider",
        (("0", "8 + n % 3"), ("n % 3", "10", "5"), ("0", "10", "5", "1 + n % 2")),
        (1, 7, 0),
        on="",
        turns=True,
    ),
    Kind("slider", (("0.0", "1.0 + n % 2", "0.5"),), (0.25, 1.0, 0.0), on="", turns=True),
    Kind("multiselect", (("['a', 'b', 'c']", "max_selections=1 + n % 2"),), (["a"], []), turns=True),
    Kind("text_area", (("'d'", "max_chars=2"),), ("x", "", "two\nlines"), on=""),
    Kind(
        "slider",
        (
            ("datetime.date(2024, 1, 1)", "datetime.date(2024, 1, 31)", "datetime.date(2024, 1, 10)"),
            ("value=datetime.date(2024, 1, 1 + n % 3)",),
        ),
        (date(2024, 1, 3), date(2024, 1, 11)),
    ),
    Kind(
        "selectbox",
        (
            ("['a', 'b', 'c']",),
            ("['a', 'b', 'c']", "1"),
            ("['a', 'b']", "None"),
            (_SHRINKING,),
            (_SHRINKING, "None"),
            (_TURNING,),
            (_TURNING, "n % 3"),
            ("[1, 2, 'a']",),
            ("['a', 'b', 'c'][: n % 3]",),
            ("['a', 'b', 'c']", "accept_new_options=True"),
            ("['a', 'b', 'c']", "None if n % 2 else 1"),
        ),
        ("a", "b", "c", None, 2),
        methods=_CHOICES,
    ),
    Kind(
        "selectbox",
        (
            ("['a', 'b', 'c']", "format_func=str.upper"),
            ("['a', 'b', 'c']", "format_func=lambda o: f'{o}{n % 2}'"),
            (_SHRINKING, "format_func=str.upper"),
            (_TURNING, "format_func=lambda o: o * 2"),
        ),
        ("a", "b", "c"),
        methods=_CHOICES[2:3],  # by index not: see the difference "test-goes-on"
    ),
    Kind(
        "selectbox",
        (
            ("SafeUUID",),
            ("list(SafeUUID)", "1"),
            ("SafeUUID", "None"),
            ("SafeUUID", "format_func=lambda o: str(getattr(o, 'value', o))"),
        ),
        ("SafeUUID.safe", "SafeUUID.unknown"),
        on="",
        methods=_CHOICES[:2],
    ),
    Kind(
        "selectbox",
        (
            ("['a', 'b', 'c']", "1", "format_func={'a': 'A', 'b': 'B', 'c': 'C'}.get"),
            ("[1, 'x', '2']",),
        ),
        ("a", "b"),
        on="",  # labelled alike not: see the difference "labelled-alike"
    ),
    Kind("slider", (("value=1 if n % 2 else 0.5",), ("0", "10", "(2, 5) if n % 3 else 4")), (0, 1), on=""),
    Kind("number_input", (("value=1 if n % 2 else 1.5",), ("0", "9", "5", "1 + n % 2")), (0, 1.5), on=""),
    Kind(
        "radio",
        (
            ("['a', 'b', 'c']",),
            ("['a', 'b', 'c']", "1"),
            ("['a', 'b']", "None"),
            (_SHRINKING,),
            (_TURNING,),
            ("range(3)",),
            ("{'a': 1, 'b': 2}",),
            ("('a', 'b', 'c')", "horizontal=True"),
        ),
        ("a", "b", "c", 2),
    ),
    Kind(
        "radio",
        (
            ("['a', 'b', 'c']", "format_func=str.upper"),
            ("['a', 'b', 'c']", "format_func=lambda o: f'{o}{n % 2}'"),
            ("[1, 2, 3]", "format_func=lambda o: f'#{o}'"),
        ),
        ("a", "b", 2),
    ),
    Kind(
        "multiselect",
        (
            ("['a', 'b', 'c']",),
            ("['a', 'b', 'c']", "['b']"),
            ("['a', 'b', 'c']", "'c'"),
            (_SHRINKING,),
            (_TURNING,),
            ("['a', 'b', 'c']", "max_selections=2"),
            ("['a', 'b', 'c']", "accept_new_options=True"),
            ("['a', 'b', 'c']", "['b'] if n % 2 else None"),
        ),
        (["a"], []),  # an input without key keeps what is none of its options through runs that fail
        methods=(("select", ("a",)), ("unselect", ("a",)), ("unselect", ("b",))),
    ),
    Kind(
        "multiselect",
        (
            ("['a', 'b', 'c']", "format_func=str.upper"),
            ("['a', 'b', 'c']", "format_func=lambda o: f'{o}{n % 2}'"),
            ("['a', 'b', 'c']", "['b']", "format_func=lambda o: o * 2"),
        ),
        (["a"], []),
        methods=(("select", ("a",)), ("unselect", ("a",))),
    ),
)

BUTTON: Final = Kind("button", ((),), (True,), on="on_click")

VALUES: Final[tuple[Any, ...]] = (1, "a", True, None, 0.5, ["a"], "z", 50, False, "", [], (2, 5), ["b", "z"])
"""What a script writes and hands to callbacks."""
LITERALS: Final = tuple(map(repr, VALUES))

ENTERABLE: Final = frozenset({"button", *(kind.name for kind in KINDS)})


def enterable(element: Any) -> list[Any]:
    """Values that a person could enter into an input as it stands there."""
    match element.type:
        case "button":
            return [True]
        case "checkbox" | "toggle":
            return [not element.value]
        case "text_input" | "text_area":
            return ["x", "y", "", "three"]
        case "selectbox" | "radio":
            return _options(element)
        case "multiselect":
            options = _options(element)
            return [[], options[:1], options[::-1], options[1:]]
        case "slider" if isinstance(element.value, date):
            return [date(2024, 1, 2), date(2024, 1, 9)]
        case _:
            return _numbers(element)


def _options(element: Any) -> list[Any]:
    """Labels that a test may enter: those that `format_func` leaves as they are."""
    return [label for label in element.options if _formatted(element.format_func, label) == label]


def _formatted(format_func: Any, label: str) -> Any:
    try:
        return format_func(label)
    except Exception:  # it takes options only, and a test's text is a label then
        return label


def _numbers(element: Any) -> list[Any]:
    low = 0 if element.min is None else element.min
    high = low + 9 if element.max is None else element.max
    shown = str(element.value)
    is_range = shown.startswith("(")
    number = float if "." in shown else int
    low, high, above = number(low), number(high), number(low + element.step)
    return [(low, high), (low, low), (high, high)] if is_range else [low, high, above]


DISPLAYS: Final = (
    "text(f'run {{n}}')",
    "write({value})",
    "markdown('**m**')",
    "caption(f'{{n}}')",
    "title('t')",
    "header('h', divider=True)",
    "subheader('s')",
    "code('x = 1')",
    "divider()",
    "json({{'v': {value}}})",
    "metric('m', n, n - 3)",
    "success('s')",
    "info('i')",
    "warning('w')",
    "error('e')",
    "progress(n % 10 * 10)",
    "exception(ValueError('shown'))",
    "empty()",
)

TRACKED: Final = ("expander('e', on_change='rerun'{more})", "tabs(['A', 'B'], on_change='rerun'{more})[1]")
"""Containers whose state is known."""
CONTAINERS: Final = (
    "container()",
    "columns(2)[0]",
    "columns([1, 2])[1]",
    "expander('e')",
    "tabs(['A', 'B'])[1]",
    "container(border=True)",
    "expander(f'e {n % 2}', expanded=True)",
)

STATEMENTS_DEEP: Final = ("input", "input", "display", "read", "assign", "button", "control")
STATEMENTS: Final = (
    "toast",
    "over",
    "tracked",
    "purge",
    "spinner",
    "columns",
    "input",
    "input",
    "input",
    "input",
    "display",
    "button",
    "read",
    "assign",
    "if",
    "container",
    "form",
    "loop",
    "control",
    "empty",
    "sidebar",
    "forget",
    "keep",
    "try",
)
