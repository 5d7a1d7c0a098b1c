"""Which links may be followed, and where bare addresses stand in a text.

No Qt.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAFE: Final = re.compile(r"(?:https?://|mailto:|tel:|#)[^\s\x00-\x1f]+", re.IGNORECASE)
_BARE: Final = re.compile(
    r"(?<![\w/.@])(?:https?://|www\.(?=[\w-]+\.))[^\s<>\"'`]+|(?<![\w/.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_PICTURE: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml|bmp)[;,]", re.IGNORECASE)


def is_safe(url: str) -> bool:
    """Whether a link may be followed: web pages, mail, telephone numbers and places in the same text.

    A relative address has nothing to be relative to, and `javascript:`, `file:` or `data:` could run or open anything.
    """
    return _SAFE.fullmatch(url) is not None


def with_links(text: str) -> Iterator[tuple[str, str | None]]:
    """Cut a text where bare addresses begin and end.

    Yields:
        A piece of the text and its address, or None for a piece that is no address.
    """
    at = 0
    for match in _BARE.finditer(text):
        shown = _without_punctuation(match[0])
        if match.start() > at:
            yield text[at : match.start()], None
        scheme = "https://" if shown[:4].lower() == "www." else "" if "://" in shown else "mailto:"
        yield shown, scheme + shown
        at = match.start() + len(shown)
    if at < len(text):
        yield text[at:], None


def picture(source: str) -> str | None:
    """Where the bytes of an image are, if they are on this machine.

    Args:
        source: A path, a `file:` address or a `data:` address.

    Returns:
        An address that Qt can load, or None: nothing is fetched from the network, shares included.
    """
    if _PICTURE.match(source):
        return source
    from urllib.parse import unquote, urlsplit  # late: few texts have images

    try:
        address = urlsplit(source)
        local = address.scheme == "file" and not address.netloc
        path = unquote(address.path if local else source)
        if local and os.name == "nt":
            path = path.removeprefix("/")  # of "/C:/pictures/a.png"
        if "://" in path or path.startswith(("//", "\\\\")):
            return None
        file = Path(path).resolve()
        return file.as_uri() if file.is_file() else None
    except (OSError, ValueError):
        return None


def _without_punctuation(address: str) -> str:
    """An address without the full stop or bracket of the sentence around it."""
    surplus = address.count(")") - address.count("(")
    end = len(address)
    while end and (address[end - 1] in "?!.,:;*_~" or (address[end - 1] == ")" and surplus > 0)):
        surplus -= address[end - 1] == ")"
        end -= 1
    return address[:end]
