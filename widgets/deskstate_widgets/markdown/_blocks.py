"""Writes block tokens as a flat run of paragraphs and tables in the HTML that Qt's text documents understand.

No Qt. Lists and quotations become margins and marks (`marks`), since Qt would draw their markers too near and
their bars not at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from deskstate_widgets.look.tokens import STRONG_WEIGHT
from deskstate_widgets.markdown._inline import InlineWriter
from deskstate_widgets.markdown.highlight import code_html
from deskstate_widgets.markdown.marks import Marker, ParagraphMark, marker_text
from deskstate_widgets.markdown.text_style import (
    BOX_PAD_PX,
    CODE_PAD_PX,
    CODE_PAD_Y_PX,
    INDENT_PX,
    QUOTE_PX,
    heading_css,
    line_height,
    size_px,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from deskstate_widgets.markdown.text_style import TextStyle

_TASK: Final = re.compile(r"\[([ xX])\](?:\s+|$)")
_HEADING_GAP_PX: Final = {"h1": 32, "h2": 28, "h3": 26, "h4": 24, "h5": 22, "h6": 22}
"""Above a heading: about twice what is below it."""
_AFTER_HEADING_PX: Final = {"h1": 12, "h2": 12, "h3": 12, "h4": 11, "h5": 11, "h6": 11}
"""Below a heading. Its own line is set tight, so that small ones need nearly as much as large ones."""
_RULE_GAP_PX: Final = 22
_EDGE_PX: Final = {"code": CODE_PAD_Y_PX, "rule": 4}
"""Of what is painted and would be cut off at the edge of the document: room above it and below it."""
_FIXED: Final = "-qt-line-height-type:fixed;"
_NOTHING: Final = "\u200b"
"""Content of a paragraph without text, which Qt would merge with the next one otherwise."""
_CELL_PAD_PX: Final = (6, 20)
"""Inside of a table's cell: above and below, to the next column."""


class BlockWriter:
    """Writes the blocks of one document."""

    def __init__(self, style: TextStyle) -> None:
        """Start an empty document."""
        self._style = style
        self._out: list[str] = []
        self._lists: list[int | None] = []
        """The open lists, outermost first: the number of an ordered one's last item, None for a bulleted one."""
        self._tight: list[bool] = []
        self._quotes: list[int] = []
        """The open quotations: how many lists each is in."""
        self._marker: tuple[Marker, int] | None = None
        """Of the list item whose first paragraph is still to come."""
        self._gap_px = round(style.px * 0.9)
        self._previous = ""
        """Kind of the block above; empty at the start."""

    def write(self, tokens: Sequence[Token]) -> str:
        """The HTML of a token stream."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            kind = token.type
            if kind == "table_open":
                end = next(n for n in range(index, len(tokens)) if tokens[n].type == "table_close")
                self._table(tokens[index + 1 : end])
                index = end
            elif kind in ("paragraph_open", "heading_open"):
                self._text_block(token, tokens[index + 1])
                index += 2
            else:
                self._other(token)
            index += 1
        self._edge(self._previous)
        return "".join(self._out)

    def _edge(self, kind: str) -> None:
        """Keep free what the first or the last block needs.

        It is a paragraph: Qt leaves the margins at either end out of the height of a document.
        """
        if kind in _EDGE_PX:
            css = f"margin:0;font-size:1px;line-height:{_EDGE_PX[kind]}px;{_FIXED}"
            self._out.append(f'<p style="{css}">{_NOTHING}</p>')

    def _other(self, token: Token) -> None:
        """Containers, and blocks of one token."""
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(int(token.attrs.get("start", 1)) - 1 if kind == "ordered_list_open" else None)
            self._tight.append(bool(self._lists[:-1]))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._tight.pop()
        elif kind == "list_item_open":
            self._open_item()
        elif kind == "list_item_close":
            if self._marker:
                self._paragraph("item", InlineWriter(self._style))
            self._tight[-1] = True
        elif kind == "blockquote_open":
            self._quotes.append(len(self._lists))
        elif kind == "blockquote_close":
            self._quotes.pop()
        elif kind in ("fence", "code_block"):
            self._code(token.content, token.info.split(maxsplit=1)[0] if token.info.strip() else None)
        elif kind == "hr":
            self._rule()
        elif kind == "maths_block":
            writer = InlineWriter(self._style)
            writer.maths(token.content)
            self._paragraph("maths", writer, align=' align="center"')
        elif kind == "html_block":
            self._edge(self._previous)
            writer = InlineWriter(self._style)
            writer.raw_html(token.content)
            self._out.append(writer.result())
            self._previous = "html"

    def _open_item(self) -> None:
        last = self._lists[-1]
        if last is None:
            self._marker = (Marker.BULLET, 0)
        else:
            self._lists[-1] = last + 1
            self._marker = (Marker.NUMBER, last + 1)

    def _text_block(self, token: Token, inline: Token) -> None:
        """A paragraph or a heading."""
        style, kind = self._style, "item" if self._lists and token.hidden else "text"
        if token.type == "heading_open":
            px, kind = size_px(token.tag, aside=style.aside), token.tag
            style = replace(style, px=px, line_px=line_height(px, heading=True), heading=True)
        children = inline.children or []
        if self._marker and children and (task := _TASK.match(children[0].content)) and children[0].type == "text":
            self._marker = (Marker.OPEN_TASK if task[1] == " " else Marker.DONE_TASK, 0)
            children[0].content = children[0].content[task.end() :]
        writer = InlineWriter(style)
        writer.write(children)
        self._paragraph(kind, writer, style)

    def _paragraph(self, kind: str, writer: InlineWriter, style: TextStyle | None = None, *, align: str = "") -> None:
        style = style or self._style
        css = writer.paragraph_css() + writer.indent_css()
        if style.heading:
            css += heading_css(style)
        if style.color or self._quotes:
            css += f"color:{style.color or style.tokens.muted};"
        self._put(kind, css, writer.result(), attributes=align)

    def _code(self, source: str, language: str | None) -> None:
        style = self._style
        px = style.code_px
        css = (
            f"line-height:{line_height(px, heading=False)}px;-qt-line-height-type:fixed;"
            f"font-family:{style.mono};font-size:{px}px;white-space:pre-wrap;"
        )
        content = code_html(source.rstrip("\n"), language, style.tokens)
        self._put("code", css, content, attributes=' dir="ltr"')

    def _rule(self) -> None:
        self._put("rule", "font-size:1px;line-height:1px;-qt-line-height-type:fixed;", "")

    def _put(self, kind: str, css: str, content: str, *, attributes: str = "") -> None:
        """Append one paragraph with the margins and marks of the place where it stands."""
        marker, number = self._marker or (Marker.NONE, 0)
        self._marker = None
        mark = ParagraphMark(
            marker=marker,
            number=number,
            lists=len(self._lists),
            code=kind == "code",
            rule=kind == "rule",
            quotes=len(self._quotes),
            quote_lists=self._quotes[0] if self._quotes else 0,
        ).state()
        if not self._previous:
            self._edge(kind)
        pad_px = CODE_PAD_PX if kind == "code" else 0
        top = self._space_above(kind)
        if not self._style.painted:
            content = marker_text(marker, number) + content
            css += f"background-color:{self._style.tokens.sunken};" if kind == "code" else ""
        where = f"margin:{top}px {pad_px}px 0px {self._left_px() + pad_px}px;"
        if mark >= 0:
            where += f"-qt-user-state:{mark};"
        self._out.append(f'<p{attributes} style="{where}{css}">{content or _NOTHING}</p>')
        self._previous = kind

    def _left_px(self) -> int:
        return len(self._lists) * INDENT_PX + len(self._quotes) * QUOTE_PX

    def _space_above(self, kind: str) -> int:
        """From the text of a block to that of the one above it: the room between them and the padding of code."""
        above = self._previous
        if not above:
            return 0
        return self._gap(above, kind) + CODE_PAD_Y_PX * (above, kind).count("code")

    def _gap(self, above: str, kind: str) -> int:
        """Room between two blocks."""
        if "rule" in (kind, above):
            return _RULE_GAP_PX
        if above in _HEADING_GAP_PX and kind not in _HEADING_GAP_PX:
            return _AFTER_HEADING_PX[above]
        if kind in _HEADING_GAP_PX:
            return _HEADING_GAP_PX[kind]
        if kind == "item" and self._tight[-1]:
            return 3
        return self._gap_px

    def _table(self, tokens: Sequence[Token]) -> None:
        """A table with hairlines between its rows."""
        style = self._style
        if self._marker:
            self._paragraph("item", InlineWriter(style))
        top = self._space_above("table")
        self._out.append(f'<table cellspacing="0" cellpadding="0" style="margin:{top}px 0 0 {self._left_px()}px;">')
        above, between = _CELL_PAD_PX
        columns = sum(token.type == "th_open" for token in tokens)
        column = 0
        for token in tokens:
            if token.type in ("th_open", "td_open"):
                head = token.type == "th_open"
                column += 1
                right = between if column % columns else 0
                edge = style.tokens.border_strong if head else style.tokens.border
                side = str(token.attrs.get("style", "")).rpartition(":")[2] or "left"
                self._out.append(
                    f'<td style="padding:{above}px {right}px {above}px 0;border-bottom:1px solid {edge};">'
                    f'<p align="{side}" style="{f"font-weight:{STRONG_WEIGHT};" if head else ""}'
                )
            elif token.type == "inline":
                writer = InlineWriter(style)
                writer.write(token.children or [])
                # A margin, since Qt does not count an indent in the width of a column.
                room_px = BOX_PAD_PX if writer.starts_with_box() else 0
                self._out.append(f'margin:0 0 0 {room_px}px;{writer.paragraph_css()}">{writer.result()}')
            elif token.type in ("th_close", "td_close"):
                self._out.append("</p></td>")
            elif token.type in ("tr_open", "tr_close"):
                self._out.append(f"<{'/' if token.type == 'tr_close' else ''}tr>")
        self._out.append("</table>")
        self._previous = "table"
