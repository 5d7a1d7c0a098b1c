"""Reads footnotes: `[^name]` in a text, `[^name]: …` for what it says; the notes stand below the text.

No Qt. Rules of the markdown-it parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_NOTE: Final = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_MARK: Final = re.compile(r"\[\^([^\]\s]+)\]")
_NOTES: Final = "footnotes"
"""In the parser's environment: what each note says, by its name."""
_USED: Final = "footnotes used"
"""Names in the order in which the text refers to them."""


def add_footnotes(parser: MarkdownIt) -> None:
    """Have a parser read footnotes."""
    parser.block.ruler.before("reference", "footnote", _note, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "footnote_mark", _mark)
    parser.core.ruler.after("inline", "footnotes", _put_below)


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What a note says: the rest of the line, and the lines after it that are indented."""
    if state.level or state.is_code_block(start):
        return False
    match = _NOTE.match(_line(state, start))
    if match is None:
        return False
    if silent:
        return True
    lines = [_line(state, start)[match.end() :]]
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] > state.blkIndent:
        lines.append(_line(state, line))
        line += 1
    state.env.setdefault(_NOTES, {}).setdefault(match[1], " ".join(lines))
    state.line = line
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _mark(state: StateInline, silent: bool) -> bool:
    """A small number in place of the name of a note that there is."""
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None or match[1] not in state.env.get(_NOTES, {}):
        return False
    if not silent:
        used = state.env.setdefault(_USED, [])
        if match[1] not in used:
            used.append(match[1])
        state.push("footnote_mark", "", 0).content = str(used.index(match[1]) + 1)
    state.pos = match.end()
    return True


def _put_below(state: StateCore) -> None:
    """Put the notes that the text refers to below it, as a list after a line."""
    notes = [state.env[_NOTES][name] for name in state.env.get(_USED, ())]
    if notes:
        state.tokens.append(Token("hr", "hr", 0, block=True))
        state.tokens += state.md.parse("\n".join(f"{number}. {note}" for number, note in enumerate(notes, 1)))
