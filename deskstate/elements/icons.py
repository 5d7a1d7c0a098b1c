"""Icons: one emoji, `:material/name:`, or the word "spinner".

No Qt.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Final

from deskstate import errors

_SYMBOL: Final = r"(:material/([a-z0-9_]+):)\s*"
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
_MODIFIERS: Final = frozenset({0xFE0E, 0xFE0F, 0x20E3} | set(range(0x1F3FB, 0x1F400)) | set(range(0xE0020, 0xE0080)))
"""Characters that only change the emoji before them: its style, its skin, its key cap, its region."""
_JOINER: Final = 0x200D
_BLOCKS: Final = (
    *((0x1F000, 0x1FAFF), (0x2190, 0x21FF), (0x2300, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF)),
    *((point, point) for point in (0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x24C2, 0x3030, 0x303D, 0x3297, 0x3299)),
)
"""Where Unicode keeps its emoji: first and last code point."""


def icon(value: object) -> str | None:
    """An icon, or None for none.

    Raises:
        APIException: For a text that is no icon, or names a symbol that does not exist (rule 22.3).
        InvalidParameterTypeError: For what is no text.
    """
    if value is None:
        return None
    if not isinstance(value, str):
        raise errors.InvalidParameterTypeError("icon", value, "a string or None")
    stripped = value.strip()
    if not stripped:
        return None
    if stripped == "spinner" or is_symbol(stripped) or is_emoji(stripped):
        return stripped
    raise errors.APIException(
        f"{errors.code(str(value))} is not a valid icon. Give one emoji, such as `🚨`, or the name of a Material "
        f"symbol, such as `:material/thumb_up:`."
    )


def leading_icon(text: str) -> tuple[str | None, str]:
    """The icon that a text begins with, and the rest of the text."""
    if text.startswith(":material/"):
        match = re.match(_SYMBOL, text)
        return (match[1], text[match.end() :]) if match is not None and is_symbol(match[1]) else (None, text)
    if not text or text[0].isascii():
        return None, text
    head = text.split(maxsplit=1)
    for end in range(len(head[0]), 0, -1):
        if is_emoji(head[0][:end]):
            return head[0][:end], text[end:].lstrip(" -_")
    return None, text


def is_symbol(value: str) -> bool:
    """True for ":material/name:" of a symbol that exists."""
    match = re.fullmatch(_SYMBOL, value) if value.startswith(":material/") else None
    return match is not None and (match[2] in _listed("icons.txt") or not _listed("icons.txt"))


def is_emoji(value: str) -> bool:
    """True for one emoji, with the characters that modify it or join it with others."""
    if not value or value.isascii():
        return False
    signs = 0
    letters = 0
    joined = False
    for character in value:
        point = ord(character)
        if point == _JOINER:
            joined = True
        elif point in _FLAG_LETTERS:
            letters += 1
        elif point not in _MODIFIERS:
            key_cap = character in "0123456789#*" and "\u20e3" in value
            if not key_cap and not any(first <= point <= last for first, last in _BLOCKS):
                return False
            signs += not joined
            joined = False
    return (signs, letters) in ((1, 0), (0, 2))  # a flag is two letters


def emoji_named(value: str) -> str | None:
    """The emoji of a shortcode such as ":rocket:"."""
    return _listed("emoji.txt").get(value[1:-1]) if value[:1] == value[-1:] == ":" else None


@cache
def _listed(file: str) -> dict[str, str]:
    """What the windows' data say about names; nothing where they are not installed, so that nothing is refused."""
    from importlib.util import find_spec  # late: only an app with such icons needs it

    package = find_spec("deskstate_widgets")
    if package is None or package.origin is None:
        return {}
    try:
        with open(os.path.join(os.path.dirname(package.origin), "data", file), encoding="utf-8") as lines:
            return dict(line.split(maxsplit=1) for line in lines.read().splitlines())
    except OSError:
        return {}
