"""Text that a script wrote, on the screen: `RichText` for documents, `InlineLabel` for labels.

GUI thread only.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QSizePolicy

from deskstate_widgets.parts.fonts import SEMIBOLD
from deskstate_widgets.parts.markdown import clean, is_plain, to_html
from deskstate_widgets.parts.rich_label import MarkupLabel
from deskstate_widgets.parts.rich_selection import SelectableLabel
from deskstate_widgets.parts.rich_style import SIZE_PX, TextSize, TextStyle, heading_tracking, hue, line_height
from deskstate_widgets.parts.tokens import COLUMN_PX
from deskstate_widgets.parts.zoom import zoom_of_app

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

TextAlignment = Literal["left", "center", "right", "justify"]

_ALIGNMENTS: Final = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_ONE_LINE: Final = 42
"""Characters that surely fit on a line of body text; a longer text may wrap and needs the line height of rich text."""
_LONGEST: Final = 300_000
"""Characters that are shown of a document; laying out much more would freeze the window."""
_LONGEST_LABEL: Final = 5_000


class RichText(SelectableLabel):
    """A read-only block of Markdown that is as high as its width makes it.

    It takes the cheapest form that shows a text right: plain text that fits on a line is a plain label to Qt.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty block."""
        super().__init__(parent)
        self._content: tuple[str, bool, bool, bool] = ("", False, False, False)
        self._size: TextSize = "body"
        self._role = "text"
        self._line_px = line_height(SIZE_PX["body"], heading=False)
        self._guess_px = 0
        self._zoom = 1.0
        self._margins = QMargins()
        if self.font().pixelSize() != SIZE_PX["body"]:
            self._dress()

    def set_markdown(
        self,
        source: str,
        *,
        inline: bool = False,
        allow_html: bool = False,
        size: TextSize = "body",
        role: str = "text",
        alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> None:
        """Show Markdown; a selection stays where the text it covers stays.

        Args:
            source: The Markdown.
            inline: Read it as a label: no blocks, no images.
            allow_html: Let HTML in the source through, as far as Qt understands it.
            size: Of plain text; headings of the source keep their own.
            role: "text", "muted" or the name of a colour.
            alignment: Of all lines.
            wrap: Whether lines wrap at the width of the widget.
        """
        self._show((source, inline, allow_html, False), size, role, alignment, wrap)

    def set_text(
        self,
        text: str,
        *,
        size: TextSize = "body",
        role: str = "text",
        alignment: TextAlignment = "left",
        wrap: bool = True,
    ) -> None:
        """Show text without markup, its spaces and line breaks kept; arguments as for `set_markdown`."""
        self._show((text, True, False, True), size, role, alignment, wrap)

    def ideal_width(self) -> int:
        """Width in px of the longest line when nothing wraps."""
        document = self.document()
        if document is None:
            margins = self.contentsMargins()
            text = self.fontMetrics().size(0, self.text())
            return text.width() + margins.left() + margins.right()
        before = document.textWidth()
        document.setTextWidth(-1)
        width = document.idealWidth()
        document.setTextWidth(before)
        return int(width) + 1

    def sizeHint(self) -> QSize:
        """The width of the text if the widget is to hug it, else a quick guess; the height of one line.

        Qt's own hint lays the text out five times over, for a shape that no column of a page asks for.
        """
        if not self.wordWrap():
            return super().sizeHint()
        hugs = self.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return QSize(self.ideal_width() if hugs else self._guess_px, self._line_px)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters, as high as a line."""
        return QSize(self.text_px() * 2 if self.wordWrap() else super().minimumSizeHint().width(), self._line_px)

    def text_style(self) -> TextStyle:
        """How the text looks now."""
        style = super().text_style()
        tint = None if self._role in ("text", "muted") else hue(style.tokens, self._role)
        heading = self._size.startswith("h")
        return replace(style, line_px=self._line_px, heading=heading, color=tint.text if tint else None)

    def restyle(self) -> None:
        """Write the text again in the colours and sizes of now."""
        self._render()

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Keep space around the text."""
        self._margins = QMargins(left, top, right, bottom)
        super().setContentsMargins(self._margins)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the margins, too."""
        super().showEvent(event)
        self._keep_margins()

    def _keep_margins(self) -> None:
        # WORKAROUND: a QFrame that is lower than its margins when it is polished forgets them, as of Qt 6.11.
        if self.contentsMargins() != self._margins:
            super().setContentsMargins(self._margins)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of zoom, which comes with a new style sheet; Qt may then give the old font back once."""
        if event.type() == QEvent.Type.StyleChange and (self._wanted_px(), zoom_of_app()) != (
            self.text_px(),
            self._zoom,
        ):
            self._dress()
            self._grew()
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_margins()

    def _show(
        self, content: tuple[str, bool, bool, bool], size: TextSize, role: str, alignment: TextAlignment, wrap: bool
    ) -> None:
        dressed = (size, role) == (self._size, self._role)
        if not dressed:
            self._size, self._role = size, role
            self._dress()
        aligned = _ALIGNMENTS[alignment] | Qt.AlignmentFlag.AlignTop
        if self.alignment() != aligned:
            self.setAlignment(aligned)
        if self.wordWrap() != wrap:
            self.setWordWrap(wrap)
        if content != self._content or not dressed:
            self._content = content
            self._render()

    def _grew(self) -> None:
        """The letters have another size."""
        self._render()

    def _wanted_px(self) -> int:
        return round(SIZE_PX[self._size] * zoom_of_app())

    def _dress(self) -> None:
        """Take on the font of the size and the palette's colour of the role."""
        self._zoom = zoom_of_app()
        px, heading = self._wanted_px(), self._size.startswith("h")
        self._line_px = line_height(px, heading=heading)
        font = QFont(self.font())
        font.setPixelSize(px)
        font.setWeight(SEMIBOLD if heading else QFont.Weight.Normal)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, heading_tracking(px) if heading else 0)
        self.setFont(font)
        self.setForegroundRole(
            QPalette.ColorRole.PlaceholderText if self._role == "muted" else QPalette.ColorRole.WindowText
        )

    def _render(self) -> None:
        source, inline, allow_html, literal = self._content
        source = clean(_cut(source, _LONGEST))
        longest = max(map(len, source.split("\n")))
        self._guess_px = min(int(longest * self.text_px() * 0.55) + 8, COLUMN_PX)
        kept = (self.selectionStart(), self.selectedText())
        short = len(source) <= _ONE_LINE or self._size.startswith("h")
        tinted = self._role not in ("text", "muted")
        metrics = self.fontMetrics()
        spare = self._line_px - metrics.height()
        above = spare // 2
        if short and not tinted and (source.isprintable() if literal else is_plain(source, block=not inline)):
            self.setContentsMargins(0, above, 0, spare - above)
            self.show_plain(source)
        else:
            style = self.text_style()
            # Qt puts the baseline of a line of fixed height at four fifths of it: a little low.
            lift = round(self._line_px * 0.8 - above - metrics.ascent())
            self.setContentsMargins(0, -lift, 0, lift)
            if literal:
                self.show_html(_literal_html(source, style), style)
            else:
                self.show_html(to_html(source, style, inline=inline, allow_html=allow_html), style)
        if self._has_links or self._selectable:
            self.make_selectable()
        if kept[0] >= 0 and kept[1]:
            self._select_again(*kept)

    def _select_again(self, start: int, text: str) -> None:
        document = self.document()
        if document is not None and document.toRawText()[start : start + len(text)] == text:
            self.setSelection(start, len(text))


class InlineLabel(MarkupLabel):
    """The label of a control: one or two lines of plain text or of inline Markdown, in the font it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._source = ""
        self._written = ""

    def set_markdown(self, source: str) -> None:
        """Show inline Markdown, also in place of a text that was put there by other means, such as a shortened one."""
        source = clean(_cut(source, _LONGEST_LABEL))
        if source != self._source or self.text() != self._written:
            self._source = source
            self.restyle()

    def restyle(self) -> None:
        """Write the text again in the colours and sizes of now."""
        if is_plain(self._source):
            self.show_plain(self._source)
        else:
            style = self.text_style()
            self.show_html(to_html(self._source, style, inline=True), style)
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if self._has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        if self._hears_links and self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)
        self._written = self.text()


def label_for(text: str, parent: QWidget | None = None) -> InlineLabel:
    """A label that shows inline Markdown."""
    label = InlineLabel(parent)
    label.set_markdown(text)
    return label


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + "…"


def _literal_html(text: str, style: TextStyle) -> str:
    """Text without markup as one paragraph."""
    import html  # late: it knows all entities, which costs 3 ms

    color = f"color:{style.color};" if style.color else ""
    css = f"margin:0;line-height:{style.line_px}px;-qt-line-height-type:fixed;white-space:pre-wrap;{color}"
    body = html.escape(text, quote=False).replace("\n", "<br>")
    return f'<p style="{css}">{body}</p>'
