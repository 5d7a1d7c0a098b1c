"""Source code in colour: what Pygments finds, drawn in the colours of the house.

No Qt. Pygments is loaded when the first piece of code in a known language is shown.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from deskstate_widgets.markdown.escaped import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstate_widgets.look.tokens import Tokens

_LONGEST: Final = 200_000
"""Characters; longer sources are shown without colours, because finding them would be felt."""

_KINDS: Final = {
    "Comment": "comment",
    "Keyword": "keyword",
    "Keyword.Constant": "number",
    "Operator.Word": "keyword",
    "Name.Function": "name",
    "Name.Class": "name",
    "Name.Namespace": "plain",
    "Name.Decorator": "decorator",
    "Name.Builtin": "builtin",
    "Name.Exception": "builtin",
    "Name.Tag": "keyword",
    "Name.Attribute": "decorator",
    "Name.Constant": "number",
    "Literal.String": "string",
    "Literal.String.Escape": "number",
    "Literal.String.Interpol": "number",
    "Literal.String.Affix": "keyword",
    "Literal.Number": "number",
    "Generic.Deleted": "deleted",
    "Generic.Inserted": "string",
    "Generic.Heading": "keyword",
    "Generic.Subheading": "keyword",
    "Generic.Prompt": "comment",
    "Generic.Output": "comment",
    "Generic.Error": "deleted",
    "Generic.Traceback": "deleted",
}
"""Pygments' names of what it finds, by the kinds that look different here; a longer name wins."""


class _Lexer(Protocol):
    """What is used of a lexer of Pygments, which has no types of its own."""

    def get_tokens_unprocessed(self, text: str) -> Iterable[tuple[int, object, str]]: ...


class Span(NamedTuple):
    """A stretch of source that is not plain."""

    start: int
    """In characters."""
    length: int
    kind: str


def colors(tokens: Tokens) -> dict[str, str]:
    """The colour of each kind."""
    hues = tokens.hues
    return {
        "comment": tokens.muted,
        "keyword": hues["violet"].text,
        "name": hues["blue"].text,
        "builtin": hues["blue"].text,
        "decorator": hues["orange"].text,
        "string": hues["green"].text,
        "number": hues["orange"].text,
        "deleted": hues["red"].text,
    }


def spans(source: str, language: str | None) -> list[Span]:
    """Find what is to be coloured.

    Args:
        source: Code with line feeds only.
        language: A name that Pygments knows, such as "python"; another or None gives no spans.
    """
    if not language or len(source) > _LONGEST:
        return []
    lexer = _lexer(language.lower())
    if lexer is None:
        return []
    found: list[Span] = []
    # Some lexers know a line's end only by its line break, so the last line gets one too.
    for start, token_type, text in lexer.get_tokens_unprocessed(source + "\n"):
        kind = _kind(str(token_type).removeprefix("Token."))
        if kind != "plain" and text.strip():
            found.append(Span(start, min(len(text), len(source) - start), kind))
    return found


def code_html(source: str, language: str | None, tokens: Tokens) -> str:
    """Source as HTML for inside a paragraph whose white space is kept."""
    palette = colors(tokens)
    pieces: list[str] = []
    at = 0
    for span in spans(source, language):
        if span.start < at:
            continue
        end = span.start + span.length
        slant = "font-style:italic;" if span.kind == "comment" else ""
        pieces.append(_escape(source[at : span.start]))
        pieces.append(f'<span style="color:{palette[span.kind]};{slant}">{_escape(source[span.start : end])}</span>')
        at = end
    pieces.append(_escape(source[at:]))
    return "".join(pieces)


def _escape(text: str) -> str:
    return escaped(text).replace("\n", "<br>")


@cache
def _kind(token_type: str) -> str:
    while token_type:
        if token_type in _KINDS:
            return _KINDS[token_type]
        token_type = token_type.rpartition(".")[0]
    return "plain"


@lru_cache(maxsize=64)
def _lexer(language: str) -> _Lexer | None:
    # Loaded late: Pygments takes 20 ms, and most windows show no code. It has no types.
    import pygments.lexers  # type: ignore[import-untyped]
    import pygments.util  # type: ignore[import-untyped]

    try:
        lexer: _Lexer = pygments.lexers.get_lexer_by_name(language)  # pyright: ignore[reportUnknownMemberType]
    except pygments.util.ClassNotFound:
        return None
    return lexer
