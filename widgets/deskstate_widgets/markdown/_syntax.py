"""What a script may write beyond plain Markdown: directives, shortcodes, icons, maths.

No Qt. Each is a rule of the markdown-it parser; `parser` puts them together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from deskstate_widgets.look.symbols import symbol
from deskstate_widgets.markdown._footnotes import add_footnotes
from deskstate_widgets.markdown._strike import add_strike
from deskstate_widgets.markdown.emoji import shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_COLORS: Final = "red|orange|yellow|green|blue|violet|gray|grey|rainbow|primary"
_DIRECTIVE: Final = re.compile(rf":((?:{_COLORS})(?:-background|-badge)?|color|small|shimmer)\[")
_ATTRIBUTES: Final = re.compile(r"\{([^{}\n]*)\}")
_ATTRIBUTE: Final = re.compile(r"""(foreground|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))""")
_ICON: Final = re.compile(r":material/([a-z0-9_]+):")
_SHORTCODE: Final = re.compile(r":([a-z0-9_+-]+):")
_MATHS: Final = re.compile(r"\$\$(?!\$)(.+?)\$\$|\$(?![\s$])((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)", re.DOTALL)
_CELLS: Final = ("th_open", "td_open")
_MOST_CELLS: Final = 4_000
"""Of all tables of a document; laying out much more would freeze the window."""
_MOST_COLUMNS: Final = 200


@cache
def parser(*, allow_html: bool) -> MarkdownIt:
    """The parser: CommonMark with tables and strikethrough, and the rules of this file."""
    made = MarkdownIt("commonmark", {"html": allow_html, "maxNesting": 40}).enable(["table", "strikethrough"])
    if not allow_html:
        made.disable(["html_block", "html_inline"])
    # The writer drops unsafe links; the parser's own check would leave them as source text.
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    add_strike(made)
    add_footnotes(made)
    made.inline.ruler.before("link", "open_bracket", _open_bracket)
    made.inline.ruler.before("open_bracket", "directive", _directive)
    made.inline.ruler.before("escape", "maths", _maths)
    made.block.ruler.before("fence", "maths_block", _maths_block, {"alt": ["paragraph", "blockquote", "list"]})
    made.core.ruler.after("block", "cut_tables", _cut_tables)
    return made


def _open_bracket(state: StateInline, silent: bool) -> bool:
    """A "[" that nothing closes is text; the link rule would look for its end to the end of the text, for each."""
    if state.src[state.pos] != "[" or state.src.find("]", state.pos) >= 0:
        return False
    if not silent:
        state.pending += "["
    state.pos += 1
    return True


def _directive(state: StateInline, silent: bool) -> bool:
    """`:red[…]` and its kin, `:material/home:`, `:smile:`."""
    if state.src[state.pos] != ":":
        return False
    match = _DIRECTIVE.match(state.src, state.pos, state.posMax)
    if match is None:
        return _symbol(state, silent)
    if state.src.find("]", match.end()) < 0:
        return False
    start = match.end()
    end = state.md.helpers.parseLinkLabel(state, start - 1)
    if end < 0:
        return False
    after = end + 1
    attributes = _ATTRIBUTES.match(state.src, after, state.posMax) if match[1] == "color" else None
    if attributes is not None:
        after = attributes.end()
    if not silent:
        limit = state.posMax
        token = state.push("directive_open", "", 1)
        token.info = match[1]
        if attributes is not None:
            token.meta = {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes[1])}
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("directive_close", "", -1)
        state.posMax = limit
    state.pos = after
    return True


def _symbol(state: StateInline, silent: bool) -> bool:
    """One icon or emoji; a name that nobody knows stays as it was written."""
    if match := _ICON.match(state.src, state.pos, state.posMax):
        kind, content = "icon", symbol(match[1])
    elif match := _SHORTCODE.match(state.src, state.pos, state.posMax):
        kind, content = "text", shortcode(match[1])
    else:
        return False
    if content is None:
        return False
    if not silent:
        state.push(kind, "", 0).content = content
    state.pos = match.end()
    return True


def _maths(state: StateInline, silent: bool) -> bool:
    """`$…$` and, inside a paragraph, `$$…$$`."""
    if state.src[state.pos] != "$":
        return False
    match = _MATHS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("maths", "", 0).content = (match[1] or match[2]).strip()
    state.pos = match.end()
    return True


def _maths_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block between lines of `$$`, or on one line `$$…$$`."""
    if state.is_code_block(start):
        return False
    begin = state.bMarks[start] + state.tShift[start]
    first = state.src[begin : state.eMarks[start]]
    if not first.startswith("$$"):
        return False
    one_line = len(first) > 4 and first.rstrip().endswith("$$")
    if not one_line and first.strip() != "$$":
        return False
    last = start
    if not one_line:
        last = next((n for n in range(start + 1, end) if _line(state, n).strip() == "$$"), -1)
        if last < 0:
            return False
    if silent:
        return True
    token = state.push("maths_block", "", 0)
    token.content = (
        first.strip()[2:-2].strip()
        if one_line
        else "\n".join(_line(state, n).strip() for n in range(start + 1, last)).strip()
    )
    state.line = last + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


def _cut_tables(state: StateCore) -> None:
    """Leave out what is too much of huge tables, before their cells are read, and say so below them."""
    tokens = state.tokens
    if sum(token.type in _CELLS for token in tokens) <= _MOST_CELLS:
        return
    kept: list[Token] = []
    room, done, told = _MOST_CELLS, 0, False
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            kept += tokens[done:index]
            done = index
        elif token.type == "table_close":
            if room > 0:
                table = _cut_table(tokens[done : index + 1], room)
                room -= sum(part.type in _CELLS for part in table)
                kept += table
            elif not told:
                told = True
                kept += _note("Further tables are not shown.", token.level)
            done = index + 1
    state.tokens = kept + tokens[done:]


def _cut_table(table: Sequence[Token], room: int) -> list[Token]:
    """A table's head and so many of its rows that they have at most `room` cells; a sentence says what is left out."""
    columns = sum(token.type == "th_open" for token in table)
    rows = sum(token.type == "tr_open" for token in table) - 1
    columns_kept = min(columns, _MOST_COLUMNS)
    rows_kept = min(rows, max(room // columns_kept - 1, 0))
    kept: list[Token] = []
    row, column = -1, 0
    for token in table:
        if token.type == "tr_open":
            row += 1
        elif token.type in _CELLS:
            column += 1
        elif token.type == "tr_close":
            column = 0
        elif token.type == "tbody_close":
            row = 0
        if row <= rows_kept and column <= columns_kept:
            kept.append(token)
    left = [
        f"{shown:,} of {written:,} {kind}"
        for shown, written, kind in ((rows_kept, rows, "rows"), (columns_kept, columns, "columns"))
        if shown < written
    ]
    return kept + _note(f"Only {' and '.join(left)} are shown.", table[0].level) if left else kept


def _note(sentence: str, level: int) -> list[Token]:
    """A paragraph of the window's own words."""
    return [
        Token("paragraph_open", "p", 1, level=level, block=True),
        Token("inline", "", 0, content=f"*{sentence}*", level=level + 1, block=True, children=[]),
        Token("paragraph_close", "p", -1, level=level, block=True),
    ]
