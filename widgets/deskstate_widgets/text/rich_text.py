"""A document that a script wrote, on the screen.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QSizePolicy

from deskstate_widgets.look.colors import hue
from deskstate_widgets.look.fonts import SEMIBOLD, even_figures
from deskstate_widgets.look.ground import in_sidebar
from deskstate_widgets.look.tokens import BODY_PX, COLUMN_PX
from deskstate_widgets.look.zoom import app_zoom
from deskstate_widgets.markdown.html import clean, cut_short, is_plain, literal_html, to_html
from deskstate_widgets.markdown.text_style import TextSize, TextStyle, heading_tracking, line_height, size_px
from deskstate_widgets.text._selectable_label import SelectableLabel
from deskstate_widgets.text.direction import LEFT, RIGHT
from deskstate_widgets.text.text_width import surely_fits

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

TextAlignment = Literal["left", "center", "right", "justify"]

_ALIGNMENTS: Final = {
    "left": LEFT | Qt.AlignmentFlag.AlignTop,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
    "right": RIGHT | Qt.AlignmentFlag.AlignTop,
    "justify": Qt.AlignmentFlag.AlignJustify | Qt.AlignmentFlag.AlignTop,
}
_HUGGING: Final = (QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
_PALETTE_ROLES: Final = ("text", "muted")
"""Roles that the palette has a colour for; the others need rich text."""
_ONE_LINE: Final = 42
"""Characters that surely fit on a line of body text; a longer text may wrap and needs the line height of rich text."""
_LONGEST: Final = 300_000
"""Characters that are shown of a document; laying out much more would freeze the window."""
_HEIGHTS: Final = 4
"""How many heights of a text are remembered."""


class Words(NamedTuple):
    """What a text says, and how."""

    source: str
    """Markdown, or text without markup, its spaces and line breaks kept."""
    literal: bool = False
    """True: nothing in it is markup."""
    inline: bool = False
    """Read Markdown as a label: no blocks, no images."""
    allow_html: bool = False
    """Let HTML in Markdown through, as far as Qt understands it."""
    size: TextSize = "body"
    """Of plain text; headings of the source keep their own."""
    role: str = "text"
    """"text", "muted" or the name of a colour."""
    alignment: TextAlignment = "left"
    """Of all lines."""
    wrap: bool = True
    """Whether lines wrap at the width of the widget."""


_NOTHING: Final = Words("")
_CONTENT: Final = slice(0, 4)
"""The part of `Words` that says what is shown."""


class RichText(SelectableLabel):
    """A read-only block of text that is as high as its width makes it.

    It takes the cheapest form that shows a text right: plain text that fits on a line is a plain label to Qt.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty block."""
        super().__init__(parent)
        self._written = _NOTHING
        self._zoom = 1.0
        self._px = BODY_PX
        """Size of the font."""
        self._line_px = line_height(BODY_PX, heading=False)
        self._face: tuple[int, int] | None = None
        """Height and ascent of the font in px, once they are known."""
        self._row_px: int | None = None
        """Height of plain text that fits on a line, as Qt measures it, once it is known."""
        self._aside = False
        """True once it was shown in the sidebar."""
        self._alone = False
        """True: it stands on lines of its own in a box whose width does not depend on it."""
        self._figure = False
        """True: the text is a number."""
        self._even = False
        """True: figures have one width."""
        self._wish = QSizePolicy.Policy.Preferred
        """Its horizontal policy where it does not stand alone."""
        self._hugs = False
        """True: the widget is to be as wide as its text."""
        self._guess_px = 0
        self._heights: dict[int, int] = {}
        """By width, as far as they were asked for: Qt's layouts ask again and again, and Qt's label measures anew."""
        self._lines = (0, 0, 0, 0)
        self._margins = QMargins()
        if self.font().pixelSize() != BODY_PX:
            self._dress()

    def write(self, words: Words) -> None:
        """Show a text; a selection stays where the text it covers stays."""
        old, self._written = self._written, words
        dressed = words.size == old.size and words.role == old.role
        if not dressed:
            self._dress()
        if words.alignment != old.alignment:
            self.setAlignment(_ALIGNMENTS[words.alignment])
            self._choose_policy()
        if words.wrap != old.wrap:
            self._heights.clear()
            self.setWordWrap(words.wrap)
        if not dressed or old is _NOTHING or words[_CONTENT] != old[_CONTENT]:
            self._render()

    def sizeHint(self) -> QSize:
        """The width of the text if the widget is to hug it, else a quick guess; the height of one line.

        Qt's own hint lays the text out five times over, for a shape that no column of a page asks for.
        """
        if not self._written.wrap:
            return super().sizeHint()
        return QSize(self.ideal_width() if self._hugs else self._guess_px, self._line_px)

    def setSizePolicy(self, *policy: Any) -> None:  # Qt takes one policy, or one for each way
        """Take on a policy."""
        super().setSizePolicy(*policy)
        self._wish = self.sizePolicy().horizontalPolicy()
        self._hugs = self._wish in _HUGGING
        self._choose_policy()

    def stand_alone(self, alone: bool) -> None:
        """Say whether it stands on lines of its own, in a box whose width does not depend on it.

        Then nobody can see how wide it is, unless its lines are centred or stand at the right, and it need not be
        measured.
        """
        if alone != self._alone:
            self._alone = alone
            self._choose_policy()

    def _choose_policy(self) -> None:
        unseen = self._alone and self._written.alignment == "left"
        hugs = self._wish in _HUGGING and not unseen
        if hugs != self._hugs:
            self._hugs = hugs
            policy = self.sizePolicy()
            policy.setHorizontalPolicy(self._wish if hugs else QSizePolicy.Policy.Preferred)
            super().setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Height of the text where it wraps at a width."""
        height = self._heights.get(width)
        if height is None:
            if len(self._heights) >= _HEIGHTS:
                self._heights.clear()
            height = self._heights[width] = self._height_px(width)
        return height

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters, as high as a line."""
        return QSize(self._px * 2 if self._written.wrap else super().minimumSizeHint().width(), self._line_px)

    def text_style(self) -> TextStyle:
        """How the text looks now."""
        style = super().text_style()
        role = self._written.role
        tint = None if role in _PALETTE_ROLES else hue(style.tokens, role)
        heading = self._written.size.startswith("h")
        color = tint.text if tint else None
        return replace(
            style, line_px=self._line_px, heading=heading, figure=self._figure, color=color, aside=self._aside
        )

    def restyle(self) -> None:
        """Write the text again in the colours and sizes of now."""
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of font or zoom."""
        kind = event.type()
        if kind is not QEvent.Type.FontChange and kind is not QEvent.Type.StyleChange:
            super().changeEvent(event)
            return
        self._face = self._row_px = self._ideal_px = None
        self._heights.clear()
        super().changeEvent(event)  # first, or Qt's document still has the old font
        if self._zoom != app_zoom() or self._px != self.font().pixelSize():  # a style sheet brings old sizes back
            self._dress()
            self.restyle()
        if kind is QEvent.Type.StyleChange:
            self._keep_margins()

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Keep space around the text."""
        self._heights.clear()
        self._margins = QMargins(left, top, right, bottom)
        super().setContentsMargins(self._margins)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the margins, too, and take on the size that headings have where it stands."""
        super().showEvent(event)
        self._keep_margins()
        if (self._style_shown is not None or self._written.size.startswith("h")) and self.stands_aside() != self._aside:
            self._aside = not self._aside
            self._dress()
            self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins, which are lost when it is polished before it has any height."""
        self._keep_margins()
        super().resizeEvent(event)

    def stands_aside(self) -> bool:
        """Whether it stands in the sidebar, where headings are smaller."""
        return in_sidebar(self)

    def _height_px(self, width: int) -> int:
        margins = self._margins
        if self._style_shown is not None or self._selectable:
            self.watch_words(width)
            return super().heightForWidth(width)
        if RichText.ideal_width(self) + margins.left() + margins.right() >= width:
            return super().heightForWidth(width)
        if self._row_px is None:
            self._row_px = super().heightForWidth(width) - margins.top() - margins.bottom()
        return self._row_px + margins.top() + margins.bottom()

    def _keep_margins(self) -> None:
        # WORKAROUND: a QFrame that is lower than its margins when it is polished forgets them, as of Qt 6.11.
        if self.contentsMargins() != self._margins:
            self._heights.clear()
            super().setContentsMargins(self._margins)

    def make_selectable(self) -> None:
        """Turn selection on; Qt measures the text by other means from then on."""
        self._heights.clear()
        super().make_selectable()

    def be_a_figure(self) -> None:
        """Show numbers, which may change in place: their figures have one width and stand at their natural distance."""
        self._figure = self._even = True
        self._dress()

    def _dress(self) -> None:
        """Take on the font of the size and the palette's colour of the role."""
        size = self._written.size
        heading = size.startswith("h")
        self._zoom = app_zoom()
        self._px = round(size_px(size, aside=self._aside) * self._zoom)
        self._line_px = line_height(self._px, heading=heading)
        font = QFont(self.font())
        font.setPixelSize(self._px)
        font.setWeight(SEMIBOLD if heading else QFont.Weight.Normal)
        tracking = heading_tracking(self._px) if heading and not self._figure else 0
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
        self.setFont(even_figures(font) if self._even else font)
        self._face = self._row_px = None
        self.setForegroundRole(
            QPalette.ColorRole.PlaceholderText if self._written.role == "muted" else QPalette.ColorRole.WindowText
        )

    def _set_even(self, even: bool) -> None:
        if even != self._even:
            self._even = even
            self._dress()

    def _render(self) -> None:
        source, literal, inline, allow_html, size, role = self._written[:6]
        printable = source.isprintable()
        if not printable or len(source) > _LONGEST:  # there is something to clean, or more than one line
            source = clean(cut_short(source, _LONGEST))
        longest = len(source) if printable else max(map(len, source.split("\n")))
        old_guess_px, self._guess_px = self._guess_px, min(int(longest * self._px * 0.55) + 8, COLUMN_PX)
        self._ideal_px = None
        self._heights.clear()
        kept = (self.selectionStart(), self.selectedText()) if self._selectable else (-1, "")
        if self._face is None:
            metrics = self.fontMetrics()
            self._face = metrics.height(), metrics.ascent()
        height_px, ascent_px = self._face
        spare = self._line_px - height_px
        above = spare // 2
        short = len(source) <= _ONE_LINE or size.startswith("h")
        plain = printable if literal else is_plain(source, block=not inline)
        simple = short and plain and role in _PALETTE_ROLES
        if simple and not self.has_wide_word(source):
            self._set_even(self._figure)
            self._set_lines(above, spare - above)
            if self._keeps_its_line(source, max(old_guess_px, self._guess_px)):
                self._show_in_place(source)
            else:
                self.show_plain(source)
        else:
            style = self.text_style()
            # Qt puts the baseline of a line of fixed height at four fifths of it: a little low.
            lift = round(self._line_px * 0.8 - above - ascent_px)
            self._set_lines(-lift, lift)
            html = (
                literal_html(source, style) if literal else to_html(source, style, inline=inline, allow_html=allow_html)
            )
            self._set_even(self._figure or "<table" in html)
            self.show_html(html, style, source if simple else None)
        if self._has_links or self._selectable:
            self.make_selectable()
        if kept[0] >= 0 and kept[1]:
            self._select_again(*kept)

    def _keeps_its_line(self, source: str, hint_px: int) -> bool:
        """True when new plain text stands where the old one does, so that nothing around it moves."""
        if not self._alone or self._hugs or self._style_shown is not None or self._selectable or not source:
            return False
        margins = self._margins
        if self._row_px is None or self.height() != self._row_px + margins.top() + margins.bottom():
            return False
        room_px = self.width() - margins.left() - margins.right()
        if hint_px > room_px or not self.isVisible():
            return False
        if surely_fits(source, self._px, room_px):
            return True
        self._ideal_px = self._measured_px(source)
        return self._ideal_px < room_px

    def _show_in_place(self, source: str) -> None:
        """Show other plain text on the same line.

        WORKAROUND: Qt has everything around a label laid out anew whenever its text changes, unless it is hidden.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, True)
        self.show_plain(source)
        self.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, False)

    def _set_lines(self, above_px: int, below_px: int) -> None:
        """Take the margins that put the lines where they belong."""
        lines = (0, above_px, 0, below_px)
        if lines != self._lines:
            self._lines = lines
            self.setContentsMargins(*lines)

    def _select_again(self, start: int, text: str) -> None:
        document = self.document()
        if document is not None and document.toRawText()[start : start + len(text)] == text:
            self.setSelection(start, len(text))
