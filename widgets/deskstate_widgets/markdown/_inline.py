"""Writes the inside of a paragraph: inline tokens to spans of HTML.

No Qt.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstate_widgets.look.colors import hex_color, hue, mix
from deskstate_widgets.look.symbols import SYMBOLS_FAMILY
from deskstate_widgets.look.tokens import STRONG_WEIGHT
from deskstate_widgets.markdown._letters import joins, letters
from deskstate_widgets.markdown.escaped import escaped, quoted
from deskstate_widgets.markdown.links import is_safe, picture, with_links
from deskstate_widgets.markdown.marks import INK, RAINBOW, box_css
from deskstate_widgets.markdown.text_style import BOX_PAD_PX, ICON_SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from deskstate_widgets.markdown._quick import QuickToken
    from deskstate_widgets.markdown.text_style import TextStyle

_TYPOGRAPHIC: Final = re.compile(r"(?<!\S)(?:<->|<-|->|--|>=|<=|~=)(?!\S)")
_REPLACEMENTS: Final = {"<->": "↔", "<-": "←", "->": "→", "--": "—", ">=": "≥", "<=": "≤", "~=": "≈"}
_UNSAFE_HTML: Final = re.compile(
    r"<(script|style|iframe|object|embed|template|svg)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<(?:link|meta|base)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_HTML_IMAGE: Final = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_HTML_ATTRIBUTE: Final = re.compile(r"""\b(src|alt)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_LONGEST_LETTER: Final = 40
"""More characters than any letter has that people write."""
_RAINBOW_HUES: Final = ("red", "orange", "yellow", "green", "blue", "violet")
_OPEN_SPAN: Final = {
    "strong_open": f'<span style="font-weight:{STRONG_WEIGHT};">',
    "em_open": '<span style="font-style:italic;">',
    "s_open": '<span style="text-decoration:line-through;">',
}


class _Text(str):
    """A piece of the output that a reader sees, not yet escaped."""

    __slots__ = ()


class _Closer(NamedTuple):
    """How something that is open ends."""

    tag: str
    boxed: bool = False
    rainbow: bool = False
    px: int | None = None
    """Size of the letters that follow, where it is another one than before."""


class InlineWriter:
    """Writes one text, piece by piece.

    The pieces stay apart until the end, because room beside a box is made by spacing the letter before it: extra
    characters would end up on the clipboard.
    """

    def __init__(self, style: TextStyle, *, images: bool = True) -> None:
        """Start an empty text.

        Args:
            style: How it looks.
            images: Whether images on this machine are shown; their description stands in otherwise.
        """
        self._style = style
        self._px = style.px
        """Size of the letters now."""
        self._images = images
        self._pieces: list[str] = []
        self._closers: list[_Closer] = []
        self._links = 0
        self._rainbow: list[str] = []

    def write(self, tokens: Sequence[Token | QuickToken]) -> None:
        """Append inline tokens."""
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == "text":
                self.text(token.content)
            elif kind == "softbreak":
                self.text(" ")
            elif kind == "hardbreak":
                self._pieces.append("<br>")
            elif kind == "code_inline":
                self._code(token.content)
            elif kind in _OPEN_SPAN:
                self._pieces.append(_OPEN_SPAN[kind])
            elif kind in ("strong_close", "em_close", "s_close"):
                self._pieces.append("</span>")
            elif kind == "link_open":
                self._open_link(str(token.attrs.get("href", "")))
            elif kind == "link_close":
                self._links -= 1
                self._close()
            elif kind == "directive_open":
                self._open_directive(token, tokens[index + 1 :])
            elif kind == "directive_close":
                self._close()
            elif kind == "icon":
                size = f"font-size:{round(self._px * ICON_SCALE)}px;"
                self._span(f"font-family:'{SYMBOLS_FAMILY}';{size}font-weight:400;", token.content)
            elif kind == "footnote_mark":
                self._span("vertical-align:super;", token.content)
            elif kind == "maths":
                self.maths(token.content)
            elif kind == "image":
                self._image(str(token.attrs.get("src", "")), token.content)
            elif kind == "html_inline":
                self.raw_html(token.content)

    def text(self, content: str) -> None:
        """Append plain text; arrows and signs become typographic, bare addresses become links."""
        if "-" in content or "=" in content:
            content = _TYPOGRAPHIC.sub(lambda match: _REPLACEMENTS[match[0]], content)
        if self._links or not ("://" in content or "www." in content or "@" in content):
            self._show(content)
            return
        for piece, address in with_links(content):
            if address is None:
                self._show(piece)
            else:
                self._open_link(address)
                self._show(piece)
                self._links -= 1
                self._close()

    def maths(self, source: str) -> None:
        """Append a formula as its source."""
        style = self._style
        self._span(f"font-family:{style.mono};font-size:{style.code_px}px;font-style:italic;", source)

    def raw_html(self, source: str) -> None:
        """Append HTML of the script's own, without what runs, loads or restyles."""
        self._pieces.append(_HTML_IMAGE.sub(_html_image, _UNSAFE_HTML.sub("", source)))

    def result(self) -> str:
        """The HTML so far."""
        return "".join(escaped(piece) if type(piece) is _Text else piece for piece in self._pieces)

    def paragraph_css(self) -> str:
        """How high the lines of this text are.

        Every line has the same height, whatever fonts its letters come from; only images make lines higher.
        """
        pictured = any(piece.startswith("<img") for piece in self._pieces)
        return f"line-height:{self._style.line_px}px;-qt-line-height-type:{'minimum' if pictured else 'fixed'};"

    def indent_css(self) -> str:
        """A little room before a box that begins the text, on its first line."""
        return f"text-indent:{BOX_PAD_PX}px;" if self.starts_with_box() else ""

    def starts_with_box(self) -> bool:
        """Whether a box begins the text."""
        for piece in self._pieces:
            if type(piece) is _Text:
                return False
            if "background-color:" in piece:
                return True
        return False

    def _show(self, content: str) -> None:
        if self._rainbow:
            for letter in letters(content, self._style.clusters):
                self._span(f"color:{self._rainbow.pop()};" if self._rainbow else "", letter)
        elif content:
            self._pieces.append(_Text(content))

    def _span(self, css: str, content: str) -> None:
        self._pieces += (f'<span style="{css}">', _Text(content), "</span>")

    def _code(self, content: str) -> None:
        style = self._style
        css = f"font-family:{style.mono};font-size:{style.code_px}px;font-weight:400;"
        self._open(css, INK)
        self._show(content)
        self._close()

    def _open_link(self, address: str) -> None:
        self._links += 1
        if is_safe(address):
            color = self._style.tokens.link
            self._pieces.append(f'<a href={quoted(address)} style="color:{color};text-decoration:underline;">')
            self._closers.append(_Closer("</a>"))
        else:
            self._closers.append(_Closer(""))

    def _open_directive(self, token: Token | QuickToken, rest: Sequence[Token | QuickToken]) -> None:
        style = self._style
        name, _, use = token.info.partition("-")
        if name == "small":
            self._open("", px=style.small_px)
        elif name == "shimmer":
            self._open(f"color:{style.tokens.muted};")
        elif name == "color":
            foreground = _script_color(style, token.meta.get("foreground", ""), text=True)
            background = _script_color(style, token.meta.get("background", ""), text=False)
            self._open(f"color:{foreground};" if foreground else "", background)
        elif name == "rainbow":
            if use != "background":
                self._rainbow = list(reversed(_rainbow(style, _length(rest, style))))
            small_px = style.small_px if use == "badge" else None
            self._open("", RAINBOW if use else None, rainbow=use != "background", px=small_px)
        else:
            tint = hue(style.tokens, name)
            assert tint is not None, name
            css = "" if use == "background" else f"color:{tint.text};"
            self._open(css, tint.background if use else None, px=style.small_px if use == "badge" else None)

    def _open(self, css: str, box: str | None = None, *, rainbow: bool = False, px: int | None = None) -> None:
        """Open a span, with a box behind it or not, with letters of another size or not."""
        before = None
        if px is not None:
            before, self._px = self._px, px
            css += f"font-size:{px}px;"
        if box:
            self._space_last_letter()
            css += box_css(box, self._style)
        self._pieces.append(f'<span style="{css}">')
        self._closers.append(_Closer("</span>", box is not None, rainbow, before))

    def _close(self) -> None:
        """Close what was opened last."""
        closer = self._closers.pop()
        if closer.boxed:
            self._space_last_letter()
        if closer.rainbow:
            self._rainbow = []
        if closer.px is not None:
            self._px = closer.px
        self._pieces.append(closer.tag)

    def _space_last_letter(self) -> None:
        """Make room after the letter that was written last, on the same line."""
        for index in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[index]
            if piece == "<br>":
                return
            if type(piece) is _Text:
                at = _last_letter(piece, self._style)
                if at >= 0:
                    spaced = (f'<span style="letter-spacing:{BOX_PAD_PX}px;">', _Text(piece[at:]), "</span>")
                    self._pieces[index : index + 1] = [_Text(piece[:at]), *spaced] if at else spaced
                return

    def _image(self, source: str, description: str) -> None:
        address = picture(source) if self._images else None
        if address is None:
            self.text(description)
        else:
            self._pieces.append(_image_tag(address, description))


def _last_letter(text: str, style: TextStyle) -> int:
    """Where the last letter begins; -1 when it joins those before it, which must not be cut."""
    if text.isascii():
        return len(text) - 1
    *_, last = letters(text[-_LONGEST_LETTER:], style.clusters)
    return -1 if joins(last) or unicodedata.bidirectional(last[0]) == "R" else len(text) - len(last)


def _length(tokens: Sequence[Token | QuickToken], style: TextStyle) -> int:
    """How many letters stand between a directive's opening and its close."""
    depth, length = 1, 0
    for token in tokens:
        depth += {"directive_open": 1, "directive_close": -1}.get(token.type, 0)
        if depth == 0:
            break
        length += sum(1 for _ in letters(token.content, style.clusters)) or 1
    return length


def _rainbow(style: TextStyle, length: int) -> list[str]:
    """So many colours on the way from red to violet."""
    hues = [style.tokens.hues[name].text for name in _RAINBOW_HUES]
    colors: list[str] = []
    for n in range(length):
        place = n / max(length - 1, 1) * (len(hues) - 1)
        step = min(int(place), len(hues) - 2)
        colors.append(mix(hues[step + 1], hues[step], place - step))
    return colors


def _script_color(style: TextStyle, name: str, *, text: bool) -> str | None:
    """A colour that a script wrote in `:color[…]{…}`: a name of the house's or a hexadecimal one."""
    tint = hue(style.tokens, name)
    if tint is not None:
        return tint.text if text else tint.background
    return hex_color(name)


def _html_image(match: re.Match[str]) -> str:
    attributes = {name.lower(): value.strip("\"'") for name, value in _HTML_ATTRIBUTE.findall(match[0])}
    from html import unescape  # late: it knows all entities, and few texts have pictures

    address = picture(unescape(attributes.get("src", "")))
    return _image_tag(address, "") if address else escaped(attributes.get("alt", ""))


def _image_tag(address: str, description: str) -> str:
    return f'<img src={quoted(address)} alt={quoted(description)} style="max-width:100%;">'
