"""Reads the commonest Markdown, one line with some **strong**, *emphasised* or `code` words, without the parser.

No Qt. A line that could mean anything else is left to the parser, which takes ten times as long, and 40 ms to load.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

_WORDS: Final = r"[^\s*`_~\[\]\\<>&$|](?:[^*`_~\[\]\\<>&$|\n]*[^\s*`_~\[\]\\<>&$|])?"
_PIECE: Final = re.compile(
    rf"(?<![^\s(])(?:\*\*({_WORDS})\*\*|\*({_WORDS})\*|`([^\s`](?:[^`\n]*[^\s`])?)`)(?![^\s.,;:!?)])"
)
_OTHER: Final = re.compile(r"[*`_~\[\]\\<>&$|\n]|:[a-z0-9_+/-]+:")
_BLOCK: Final = re.compile(r"[#>+=-]|\d{1,9}[.)]")


class QuickToken(NamedTuple):
    """What the parser calls a token, as far as it matters here."""

    type: str
    content: str = ""
    attrs: Mapping[str, Any] = MappingProxyType({})
    meta: Mapping[str, Any] = MappingProxyType({})
    info: str = ""
    children: None = None


def quick_tokens(line: str, *, inline: bool) -> list[QuickToken] | None:
    """The inline tokens of a line.

    Args:
        line: Without white space at its ends.
        inline: Whether it is a label, in which a leading "#" or "-" means nothing.

    Returns:
        What the parser would give, or None when only the parser can tell.
    """
    if not inline and _BLOCK.match(line):
        return None
    tokens: list[QuickToken] = []
    at = 0
    for match in _PIECE.finditer(line):
        before = line[at : match.start()]
        if _OTHER.search(before):
            return None
        if before:
            tokens.append(QuickToken("text", before))
        strong, emphasised, code = match.groups()
        if code is not None:
            tokens.append(QuickToken("code_inline", code))
        else:
            kind, words = ("strong", strong) if strong is not None else ("em", emphasised)
            if _OTHER.search(words):
                return None
            tokens += (QuickToken(f"{kind}_open"), QuickToken("text", words), QuickToken(f"{kind}_close"))
        at = match.end()
    rest = line[at:]
    if _OTHER.search(rest):
        return None
    if rest:
        tokens.append(QuickToken("text", rest))
    return tokens
