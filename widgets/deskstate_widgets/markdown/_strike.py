"""Reads struck text: words between single tildes or between double ones.

No Qt. A rule of the markdown-it parser in place of its own, in which an opening `~~` is lost to a single `~` after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKERS: Final = {1: 0x7E, 2: -0x7E}
"""By the number of tildes: the parser pairs equal markers, so one tilde never closes what two have opened."""


def add_strike(parser: MarkdownIt) -> None:
    """Have a parser read struck text."""
    parser.inline.ruler.at("strikethrough", _tildes)
    parser.inline.ruler2.at("strikethrough", _strike)


def _tildes(state: StateInline, silent: bool) -> bool:
    """Take one or two tildes as what may begin or end struck text; more are text."""
    if silent or state.src[state.pos] != "~":
        return False
    run = state.scanDelims(state.pos, True)
    state.push("text", "", 0).content = "~" * run.length
    if run.length in _MARKERS:
        state.delimiters.append(
            Delimiter(_MARKERS[run.length], 0, len(state.tokens) - 1, -1, run.can_open, run.can_close)
        )
    state.pos += run.length
    return True


def _strike(state: StateInline) -> None:
    """Turn the tildes that the parser has paired into tokens."""
    nested = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in (state.delimiters, *nested):
        for opener in delimiters:
            if opener.marker in _MARKERS.values() and opener.end >= 0:
                _become(state.tokens[opener.token], "s_open", 1)
                _become(state.tokens[delimiters[opener.end].token], "s_close", -1)


def _become(token: Token, kind: str, nesting: Literal[1, -1]) -> None:
    token.type, token.tag, token.nesting, token.content = kind, "s", nesting, ""
