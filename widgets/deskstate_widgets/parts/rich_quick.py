"""Reads the commonest Markdown, one line with some **strong**, *emphasised* or `code` words, without the parser.

No Qt. A line that could mean anything else is left to the parser, which takes ten times as long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORDS: Final = r"[^\s*`_~\[\]\\<>&$|](?:[^*`_~\[\]\\<>&$|\n]*[^\s*`_~\[\]\\<>&$|])?"
_PIECE: Final = re.compile(
    rf"(?<![^\s(])(?:\*\*({_WORDS})\*\*|\*({_WORDS})\*|`([^\s`](?:[^`\n]*[^\s`])?)`)(?![^\s.,;:!?)])"
)
_OTHER: Final = re.compile(r"[*`_~\[\]\\<>&$|\n]|:[a-z0-9_+/-]+:")
_BLOCK: Final = re.compile(r"[#>+=-]|\d{1,9}[.)]")


def quick_tokens(line: str, *, inline: bool) -> list[Token] | None:
    """The inline tokens of a line.

    Args:
        line: Without white space at its ends.
        inline: Whether it is a label, in which a leading "#" or "-" means nothing.

    Returns:
        What the parser would give, or None when only the parser can tell.
    """
    from markdown_it.token import Token  # Loaded late: plain text needs no parser.

    if not inline and _BLOCK.match(line):
        return None
    tokens: list[Token] = []
    at = 0
    for match in _PIECE.finditer(line):
        before = line[at : match.start()]
        if _OTHER.search(before):
            return None
        if before:
            tokens.append(Token("text", "", 0, content=before))
        strong, emphasised, code = match.groups()
        if code is not None:
            tokens.append(Token("code_inline", "", 0, content=code))
        else:
            kind, words = ("strong", strong) if strong is not None else ("em", emphasised)
            if _OTHER.search(words):
                return None
            tokens += (
                Token(f"{kind}_open", "", 1),
                Token("text", "", 0, content=words),
                Token(f"{kind}_close", "", -1),
            )
        at = match.end()
    rest = line[at:]
    if _OTHER.search(rest):
        return None
    if rest:
        tokens.append(Token("text", "", 0, content=rest))
    return tokens
