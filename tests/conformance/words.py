"""The words that random scripts are made of: inputs with arguments and values, displays, containers.

No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
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


_SHRINKING = "['a', 'b', 'c'][: 1 + n % 3]"

KINDS: Final = (
    Kind("checkbox", ((), ("True",), ("n % 2 == 0",)), (True, False)),
    Kind(
        "text_input",
        ((), ("'d'",), ("None",), ("f'd{n}'",), ("'d'", "max_chars=3")),
        ("x", "y", "", "abc"),
    ),
    Kind("toggle", ((), ("True",)), (True, False)),
    Kind("text_area", ((), ("'d'",), ("None",)), ("x", "two\nlines", "")),
    Kind("number_input", (("0", "10"), ("0", "10", "5"), ("value=1",)), (1, 7, 0)),
    Kind("number_input", ((), ("value=None",), ("0.0", "10.0", "0.5")), (1.0, 0.25, 7.5)),
    Kind("slider", (("0", "10"), (), ("0", "10", "n % 5")), (1, 7, 0)),
    Kind("slider", (("0", "10", "(2, 5)"), ("0", "20", "(n % 5, 9)")), ((3, 4), (0, 10), (7, 7))),
    Kind("slider", (("0.0", "1.0", "0.5"),), (0.25, 1.0, 0.0)),
    Kind(
        "selectbox",
        (("['a', 'b', 'c']",), ("['a', 'b', 'c']", "1"), ("['a', 'b']", "None"), (_SHRINKING,), ("[1, 2, 'a']",)),
        ("a", "b", "c", None, 2),
    ),
    Kind(
        "radio",
        (("['a', 'b', 'c']",), ("['a', 'b', 'c']", "1"), ("['a', 'b']", "None"), (_SHRINKING,), ("range(3)",)),
        ("a", "b", "c", 2),
    ),
    Kind(
        "multiselect",
        (("['a', 'b', 'c']",), ("['a', 'b', 'c']", "['b']"), (_SHRINKING,), ("['a', 'b', 'c']", "max_selections=2")),
        (["a"], []),  # an input without key keeps what is none of its options through runs that fail
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
            return list(element.options)
        case "multiselect":
            options: list[Any] = list(element.options)
            return [[], options[:1], options[::-1], options[1:]]
        case _:
            return _numbers(element)


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
