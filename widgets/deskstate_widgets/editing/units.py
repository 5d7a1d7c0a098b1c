"""The length of a text as Qt and browsers count it: in units of UTF-16. An emoji is two of them, or more. No Qt."""

from __future__ import annotations


def units_of(text: str) -> int:
    """How many units a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut_to(text: str, count: int) -> str:
    """The beginning of a text, of at most so many units, with no half of a character at its end."""
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore")
