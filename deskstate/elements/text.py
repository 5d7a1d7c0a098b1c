"""The elements that are read: Markdown, headings, plain text, source text, lines.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from deskstate import errors
from deskstate.core.cursor import current
from deskstate.core.properties import text as records
from deskstate.core.properties.base import Height, TextAlignment, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Spot
from deskstate.elements.icons import icon as checked_icon

if TYPE_CHECKING:
    from deskstate.elements.place import Place

Anchor = str | Literal[False] | None
Divider = (
    bool | Literal["red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow"] | None
)  # fmt: skip

_DIVIDERS: Final = (*checks.COLORS, "rainbow")
_CYCLE: Final = ("blue", "green", "orange", "red", "violet", "yellow")
"""Colours of the lines below headers, one after another."""


class TextElements(Spot):
    """`markdown`, `title`, `header`, `subheader`, `caption`, `text`, `code` and `divider`."""

    __slots__ = ()

    def markdown(
        self,
        body: object,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width | Literal["auto"] = "auto",
        text_alignment: TextAlignment = "left",
        anchors: bool = True,
        wrap: bool = True,
    ) -> Place:
        """Formatted text: GitHub's Markdown with colours, badges, emoji shortcodes and icons.

        Args:
            body: The Markdown; anything else is shown as its `str`. Common indentation is taken away (rule 22.4).
            unsafe_allow_html: True when HTML in the body is shown as what it means, False when it is shown as text.
            help: Markdown shown at the pointer.
            width: "auto" (what it needs in a horizontal container, all there is elsewhere), "stretch", "content" or px.
            text_alignment: "left", "center", "right" or "justify".
            anchors: True when its headings can be linked to.
            wrap: False keeps it on one line; not together with `unsafe_allow_html`.

        Returns:
            Its place: another command of it replaces the text (rule 11.6).

        Raises:
            IncompatibleParametersError: For `wrap=False` with `unsafe_allow_html=True`.
        """
        words = (help, width, text_alignment, anchors, wrap)
        return self._show(_markdown, body if type(body) is str else str(body), unsafe_allow_html, words)

    def caption(
        self,
        body: object,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width = "stretch",
        text_alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> Place:
        """Small, muted Markdown: a note below something, a source.

        Args:
            body: The Markdown.
            unsafe_allow_html: True when HTML in the body is shown as what it means.
            help: Markdown shown at the pointer.
            width: "stretch", "content" or px.
            text_alignment: "left", "center", "right" or "justify".
            wrap: False keeps it on one line; not together with `unsafe_allow_html`.

        Returns:
            Its place (rule 11.6).

        Raises:
            IncompatibleParametersError: For `wrap=False` with `unsafe_allow_html=True`.
        """
        words = (help, width, text_alignment, wrap)
        return self._show(_caption, body if type(body) is str else str(body), unsafe_allow_html, words)

    def title(
        self,
        body: object,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        width: Width = "stretch",
        text_alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> Place:
        """The biggest heading.

        Args:
            body: Inline Markdown.
            anchor: Name that links can scroll to; None makes one from the text, False makes none.
            help: Markdown shown at the pointer.
            icon: Before the text: an emoji, ":material/name:" or "spinner".
            width: "stretch", "content" or px.
            text_alignment: "left", "center", "right" or "justify".
            wrap: False keeps it on one line.

        Returns:
            Its place (rule 11.6).
        """
        words = (anchor, help, icon, None, width, text_alignment, wrap)
        return self._show(_heading, 1, body if type(body) is str else str(body), anchor.__class__, words)

    def header(
        self,
        body: object,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        divider: Divider = False,
        width: Width = "stretch",
        text_alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> Place:
        """The heading of a section.

        Args:
            body: Inline Markdown.
            anchor: Name that links can scroll to; None makes one from the text, False makes none.
            help: Markdown shown at the pointer.
            icon: Before the text: an emoji, ":material/name:" or "spinner".
            divider: Colour of a line below: "red", "orange", "yellow", "blue", "green", "violet", "gray" or "rainbow";
                True takes the next one of blue, green, orange, red, violet, yellow; False draws none.
            width: "stretch", "content" or px.
            text_alignment: "left", "center", "right" or "justify".
            wrap: False keeps it on one line.

        Returns:
            Its place (rule 11.6).
        """
        words = (anchor, help, icon, _line(divider), width, text_alignment, wrap)
        return self._show(_heading, 2, body if type(body) is str else str(body), anchor.__class__, words)

    def subheader(
        self,
        body: object,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        divider: Divider = False,
        width: Width = "stretch",
        text_alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> Place:
        """The heading of a part of a section.

        Args:
            body: Inline Markdown.
            anchor: Name that links can scroll to; None makes one from the text, False makes none.
            help: Markdown shown at the pointer.
            icon: Before the text: an emoji, ":material/name:" or "spinner".
            divider: Colour of a line below, as for `header`.
            width: "stretch", "content" or px.
            text_alignment: "left", "center", "right" or "justify".
            wrap: False keeps it on one line.

        Returns:
            Its place (rule 11.6).
        """
        words = (anchor, help, icon, _line(divider), width, text_alignment, wrap)
        return self._show(_heading, 3, body if type(body) is str else str(body), anchor.__class__, words)

    def text(
        self,
        body: object,
        *,
        help: str | None = None,
        width: Width = "content",
        text_alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> Place:
        """Plain text; line breaks are kept, nothing is read as Markdown.

        Args:
            body: The text; anything else is shown as its `str`. Common indentation is taken away (rule 22.4).
            help: Markdown shown at the pointer.
            width: "content", "stretch" or px.
            text_alignment: "left", "center", "right" or "justify".
            wrap: False keeps each line on one line.

        Returns:
            Its place (rule 11.6).
        """
        return self._show(_text, body if type(body) is str else str(body), help, width, text_alignment, wrap)

    def code(
        self,
        body: object,
        language: str | None = "python",
        *,
        line_numbers: bool = False,
        wrap_lines: bool = False,
        height: Height | None = "content",
        width: Width = "stretch",
    ) -> Place:
        """A block of source text, with its colours and a button that copies it.

        Args:
            body: The text; one empty line at its begin and end is taken away.
            language: Name of the language, such as "python", "sql" or "json"; None for plain text.
            line_numbers: True to number the lines.
            wrap_lines: True when long lines take several lines, False when the block scrolls.
            height: "content", "stretch" or px; a block that is longer scrolls.
            width: "stretch", "content" or px.

        Returns:
            Its place (rule 11.6).
        """
        words = (language, line_numbers, wrap_lines, height, width)
        return self._show(_code, body if type(body) is str else str(body), words)

    def divider(self, *, width: Width = "stretch") -> Place:
        """A thin line.

        Args:
            width: "stretch" or px.

        Returns:
            Its place (rule 11.6).
        """
        return self._show(_divider, width)


def _line(divider: Divider) -> object:
    """The colour of the line below a header, or what was said instead of one."""
    if divider is True:
        run = current()
        run.divider_colors += 1
        return _CYCLE[(run.divider_colors - 1) % len(_CYCLE)]
    return divider or None


def _markdown(body: str, unsafe_allow_html: bool, words: tuple[Any, ...]) -> Made:
    help, width, text_alignment, anchors, wrap = words
    return Made(
        records.Markdown(
            checks.block(body),
            allow_html=bool(unsafe_allow_html),
            help=checks.help(help),
            width="auto" if width == "auto" else checks.width(width),
            text_alignment=checks.text_alignment(text_alignment),
            anchors=bool(anchors),
            wrap=_wrap(wrap, unsafe_allow_html),
        )
    )


def _caption(body: str, unsafe_allow_html: bool, words: tuple[Any, ...]) -> Made:
    help, width, text_alignment, wrap = words
    return Made(
        records.Markdown(
            checks.block(body),
            caption=True,
            allow_html=bool(unsafe_allow_html),
            help=checks.help(help),
            width=checks.width(width),
            text_alignment=checks.text_alignment(text_alignment),
            wrap=_wrap(wrap, unsafe_allow_html),
        )
    )


def _wrap(wrap: bool, unsafe_allow_html: bool) -> bool:
    if checks.boolean("wrap", wrap) is False and unsafe_allow_html:
        raise errors.IncompatibleParametersError(
            "wrap=False",
            "unsafe_allow_html=True",
            cure="HTML cannot be cut off at the end of a line: leave one of them out.",
        )
    return wrap


def _heading(level: int, body: str, anchor_type: type, words: tuple[Any, ...]) -> Made:
    anchor, help, icon, divider, width, text_alignment, wrap = words
    if anchor is not None and anchor is not False and not isinstance(anchor, str):
        if anchor is True:
            raise errors.ValueError("anchor", "a string, `False` or `None`", got=anchor)
        raise errors.InvalidParameterTypeError("anchor", anchor, "a string, `False` or `None`")
    if divider is not None and divider not in _DIVIDERS:
        raise errors.ValueError("divider", ("`True`", *(f"`'{each}'`" for each in _DIVIDERS)), got=divider)
    return Made(
        records.Heading(
            checks.block(body),
            level=level,
            anchor=anchor or None,
            hide_anchor=anchor is False,
            help=checks.help(help),
            icon=checked_icon(icon),
            divider="gray" if divider == "grey" else divider,
            width=checks.width(width),
            text_alignment=checks.text_alignment(text_alignment),
            wrap=checks.boolean("wrap", wrap),
        )
    )


def _text(body: str, help: str | None, width: Width, text_alignment: TextAlignment, wrap: bool) -> Made:
    return Made(
        records.Text(
            checks.block(body),
            help=checks.help(help),
            width=checks.width(width),
            text_alignment=checks.text_alignment(text_alignment),
            wrap=checks.boolean("wrap", wrap),
        )
    )


def _code(body: str, words: tuple[Any, ...]) -> Made:
    language, line_numbers, wrap_lines, height, width = words
    return Made(
        records.Code(
            checks.text(body).removeprefix("\n").removesuffix("\n"),
            language=checks.text(language or "plaintext"),
            line_numbers=bool(line_numbers),
            wrap_lines=bool(wrap_lines),
            height=checks.height("content" if height is None else height),
            width=checks.width(width),
        )
    )


def _divider(width: Width) -> Made:
    return Made(records.Divider(checks.width(width, content=False)))
