"""`write`: show anything in the way that suits it.

No Qt. Libraries are never imported: an object tells by its class where it comes from.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable
from io import StringIO
from typing import TYPE_CHECKING, Any, Final, cast

from deskstate import errors
from deskstate.elements.base import Spot
from deskstate.elements.shapes import is_a, is_from, is_json_like, is_table, package_of

if TYPE_CHECKING:
    from deskstate.elements.place import Place

_TICKS: Final = re.compile("`+")
_YIELDS: Final = 0x20
"""Flag of the code of functions that yield, as in `inspect`, which takes long to import."""
_DOCUMENTED: Final = (types.BuiltinFunctionType, types.FunctionType, types.MethodType, types.ModuleType, type)
_DRAWN: Final[tuple[tuple[Callable[[Any], bool], str], ...]] = (
    (lambda value: package_of(value) == "altair" and hasattr(value, "to_dict"), "altair_chart"),
    (lambda value: is_from(value, "matplotlib.figure.Figure"), "pyplot"),
    (lambda value: is_from(value, "plotly.basedatatypes.BaseFigure"), "plotly_chart"),
    (lambda value: package_of(value) == "graphviz" and hasattr(value, "source"), "graphviz_chart"),
    (lambda value: is_from(value, "sympy.core.basic.Basic", "sympy.matrices.matrixbase.MatrixBase"), "latex"),
    (lambda value: is_from(value, "PIL.Image.Image"), "image"),
    (lambda value: is_from(value, "pydeck.bindings.deck.Deck"), "pydeck_chart"),
)
"""What is drawn by commands that come later, by the command."""


class WriteElements(Spot):
    """`write`."""

    __slots__ = ()

    def write(self, *args: object, unsafe_allow_html: bool = False) -> None:
        """Show anything, each argument in the way that suits it (rule 22.1).

        | argument | shown as |
        |---|---|
        | texts | Markdown; several in a row are one text |
        | dict, list, view, namedtuple, model, `session_state` | a tree of JSON |
        | exception | exception with its lines |
        | generator, generator function | its texts as they come |
        | StringIO | Markdown of its text |
        | anything else | its `str`, as code |

        Args:
            *args: What to show.
            unsafe_allow_html: True when HTML in texts, and HTML by which objects describe themselves, is shown as what
                it means.

        Raises:
            APIException: For dataframes, charts, pictures and what else needs a command that comes in a later version;
                and when several things are written over one element.
        """
        if len(args) > 1 and self._at is not None and self._at[1] >= 0:
            raise errors.APIException(
                "`write` with several arguments cannot draw over one element. Write into a container: "
                "`place.container().write(...)`."
            )
        place = cast("Place", self)
        texts: list[str] = []
        for argument in args:
            if isinstance(argument, Spot):  # what a command answered: it is drawn already
                continue
            kind = _kind_of(argument, unsafe_allow_html)
            if kind == "text":
                texts.append(argument if isinstance(argument, str) else _code(str(argument)))
                continue
            if texts:
                place.markdown(" ".join(texts), unsafe_allow_html)
                texts = []
            _write_one(place, argument, kind, unsafe_allow_html)
        if texts:
            place.markdown(" ".join(texts), unsafe_allow_html)


def _kind_of(value: Any, unsafe_allow_html: bool) -> str:
    """The command that shows an object; "text" for what stands in a line with other texts."""
    if isinstance(value, str):
        return "text"
    if isinstance(value, Exception):
        return "exception"
    if is_table(value):
        return "dataframe"
    for recognises, command in _DRAWN:
        if recognises(value):
            return command
    if is_json_like(value):
        return "json"
    if isinstance(value, StringIO):
        return "markdown"
    if _is_stream(value):
        return "write_stream"
    if is_a(value, *_DOCUMENTED) or hasattr(value, "__dataclass_fields__"):
        return "help"
    if unsafe_allow_html and callable(getattr(value, "_repr_html_", None)):
        return "html"
    if callable(getattr(value, "to_pandas", None)) or hasattr(value, "__dataframe__"):
        return "dataframe"
    return "help" if _is_address(str(value)) else "text"


def _write_one(place: Place, value: Any, kind: str, unsafe_allow_html: bool) -> None:
    if kind == "exception":
        place.exception(value)
    elif kind == "json":
        place.json(value)
    elif kind == "markdown":
        place.markdown(value.getvalue())
    elif kind == "html":
        place.markdown(value._repr_html_(), True)
    elif kind == "write_stream":
        _write_stream(place, value, unsafe_allow_html)
    else:
        _refuse(value, kind)


def _refuse(value: object, command: str) -> None:
    cures = {
        "dataframe": "show its text, `ds.text(df.to_string())`, or its records, `ds.write(df.to_dict('records'))`",
        "help": "show what you need of it: `ds.code(repr(x))`, `ds.markdown(x.__doc__)`, `ds.json(vars(x))`",
        "latex": "show it with `ds.code(str(x))`",
    }
    raise errors.APIException(
        f"`ds.write` shows an object of type `{type(value).__name__}` with `ds.{command}`, which comes in a later "
        f"version of deskstate. Until then {cures.get(command, 'leave it out, or write it to a file')}."
    )


def _is_stream(value: object) -> bool:
    """True for generators, and for functions that make one."""
    if isinstance(value, types.FunctionType):
        return bool(value.__code__.co_flags & _YIELDS)
    return isinstance(value, types.GeneratorType)


def _write_stream(place: Place, source: Any, unsafe_allow_html: bool) -> None:
    """Show the texts of a generator as one Markdown text that grows, and what is no text below it."""
    text = ""
    slot: Place | None = None
    chunks: Iterable[object] = source() if isinstance(source, types.FunctionType) else source
    for chunk in chunks:
        if isinstance(chunk, str):
            slot = place.empty() if slot is None else slot
            text += chunk
            slot.markdown(text, unsafe_allow_html)
        else:
            text, slot = "", None
            place.write(chunk, unsafe_allow_html=unsafe_allow_html)


def _code(text: str) -> str:
    """A text as code: in the line, or as a block when it has several lines."""
    longest = max(map(len, _TICKS.findall(text)), default=0)
    if "\n" in text:
        fence = "`" * max(3, longest + 1)
        return f"{fence}\n{text}\n{fence}"
    ticks = "`" * (longest + 1)
    return f"{ticks}{text}{ticks}"


def _is_address(text: str) -> bool:
    """True for what `object.__str__` says."""
    return text.startswith("<") and text.endswith(">") and " at 0x" in text
