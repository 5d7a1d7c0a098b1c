"""Markdown, with the extras that scripts may write, to the HTML that Qt's text documents understand.

No Qt. Nothing that a script can write makes these functions raise: what is not markup is shown as it was written.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING, Final

from deskstate_widgets.markdown.emoji import EMOJI
from deskstate_widgets.markdown.escaped import escaped
from deskstate_widgets.markdown.text_style import TextStyle, heading_css

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from deskstate_widgets.markdown._quick import QuickToken

_UNSHOWABLE: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
_LINE_ENDS: Final = "\r\n?|\u2028|\u2029|\x85"
_INLINE: Final = (
    r"[*`\n\r\t\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
    r"|\A\s|\s\Z|\s\s"
    r"|(?<!\w)_|_(?!\w)"  # a_b is a name
    r"|~.*~|\[|<[A-Za-z/!?]|&#?\w+;|\\[!-/:-@\[-`{-~]"
    r"|:(?:[a-z0-9_+-]+|material/[a-z0-9_]+):|\$.*\$"
    r"|(?<!\S)(?:<->|<-|->|--|>=|<=|~=)(?!\S)"
    r"|https?://|www\.|\w@\w|" + EMOJI
)
_WORDS: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{0,39}+(?:(?:[,.;:] |[ '/%(-])[A-Za-z0-9]{1,40}+)*+[.?!:%)]?\Z")
"""Only words and everyday punctuation: the quick way to say yes."""
_BLOCK: Final = r"|\A(?:#{1,6}(?:\s|\Z)|>|[-+=_]|\d{1,9}[.)](?:\s|\Z))"


def is_plain(text: str, *, block: bool = False) -> bool:
    """Whether a text has no markup at all, so that a plain label shows it right. May say False when in doubt.

    Args:
        text: What a script wrote.
        block: Whether it would be read as a document, where a leading "#" or "1." counts.
    """
    return not text or _WORDS.match(text) is not None or _markup(block).search(text) is None


def clean(text: str) -> str:
    """A text that Qt can hold: line ends as line feeds, and U+FFFD for what stands for no character."""
    if text.isprintable() and "\ufffc" not in text:  # the usual case; all else that is searched for is not printable
        return text
    return re.sub(_UNSHOWABLE, "\ufffd", re.sub(_LINE_ENDS, "\n", text))


def to_html(source: str, style: TextStyle | None = None, *, inline: bool = False, allow_html: bool = False) -> str:
    """Write Markdown as HTML.

    Args:
        source: What a script wrote.
        style: Sizes, families and colours; None: those of body text on a light ground.
        inline: Read it as a label: no blocks, no images.
        allow_html: Let HTML in the source through, as far as Qt understands it; it is shown as text otherwise.
    """
    # Loaded late: many windows show plain text only (10 ms).
    from deskstate_widgets.markdown._inline import InlineWriter
    from deskstate_widgets.markdown._quick import quick_tokens

    style = style or TextStyle()
    text = _trimmed(source)
    tokens: Sequence[Token | QuickToken] | None = quick_tokens(text, inline=inline)
    if tokens is None:
        parsed = _parse(text, inline=inline, allow_html=allow_html)
        if not inline:
            from deskstate_widgets.markdown._blocks import BlockWriter  # late, as above

            return BlockWriter(style).write(parsed)
        tokens = parsed
    writer = InlineWriter(style, images=False)
    writer.write(tokens)
    css = "margin:0;" + writer.paragraph_css() + writer.indent_css()
    if style.heading:
        css += heading_css(style)
    if style.color:
        css += f"color:{style.color};"
    return f'<p style="{css}">{writer.result()}</p>'


def cut_short(text: str, longest: int) -> str:
    """A text, or the beginning of one that is too long to be laid out."""
    return text if len(text) <= longest else text[:longest] + "…"


def literal_html(text: str, style: TextStyle) -> str:
    """Text without markup as one paragraph."""
    color = f"color:{style.color};" if style.color else ""
    css = f"margin:0;line-height:{style.line_px}px;-qt-line-height-type:fixed;white-space:pre-wrap;{color}"
    body = escaped(text).replace("\n", "<br>")
    return f'<p style="{css}">{body}</p>'


def plain_text(source: str, *, inline: bool = True) -> str:
    """What a reader sees of a Markdown text, without its markup: for accessible names, tabs and titles."""
    if is_plain(source, block=not inline):
        return source
    from deskstate_widgets.markdown._quick import quick_tokens  # late, as above

    text = _trimmed(source)
    pieces: list[str] = []
    quick: Sequence[Token | QuickToken] | None = quick_tokens(text, inline=inline)
    for token in quick or _parse(text, inline=inline, allow_html=False):
        _collect(token, pieces)
    return "".join(pieces).strip()


@cache
def _markup(block: bool) -> re.Pattern[str]:
    """Matches where a text may have markup; compiled on first use, which takes 2 ms."""
    return re.compile(_INLINE + _BLOCK if block else _INLINE)


def _trimmed(source: str) -> str:
    text = clean(source)
    return (textwrap.dedent(text) if "\n" in text else text).strip()


def _parse(text: str, *, inline: bool, allow_html: bool) -> Sequence[Token]:
    from deskstate_widgets.markdown._syntax import parser  # late, as above (40 ms)

    markdown = parser(allow_html=allow_html)
    return (markdown.parseInline(text)[0].children or []) if inline else markdown.parse(text)


def _collect(token: Token | QuickToken, pieces: list[str]) -> None:
    if token.children is not None and token.type != "image":
        for child in token.children:
            _collect(child, pieces)
    elif token.type in ("text", "code_inline", "maths", "maths_block", "fence", "code_block", "image"):
        pieces.append(token.content)
    elif token.type in ("softbreak", "td_close", "th_close"):
        pieces.append(" ")
    elif token.type in ("hardbreak", "paragraph_close", "heading_close", "tr_close"):
        pieces.append("\n")
