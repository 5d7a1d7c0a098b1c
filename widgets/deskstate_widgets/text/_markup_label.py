"""A label for marked-up text: Qt's own label, with rounded boxes painted behind the text where the text has any.

GUI thread only. Layout, selection, links and the keyboard stay in Qt; Python runs when a label with boxes is painted,
and when a label is laid out: words that are wider than the label break, which Qt's label does not do by itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from deskstate_widgets.look.fonts import ensure_emoji, ensure_icons, mono_font_family, ui_families
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.symbols import SYMBOLS_FAMILY
from deskstate_widgets.markdown.emoji import has_emoji
from deskstate_widgets.markdown.text_style import TextStyle
from deskstate_widgets.text._clusters import clusters
from deskstate_widgets.text.direction import LEFT
from deskstate_widgets.text.text_width import has_wide_word

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextDocument

    from deskstate_widgets.text._painted_boxes import Boxes

_PLAIN = Qt.TextFormat.PlainText
_RICH = Qt.TextFormat.RichText
_RESTYLING = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
_LONGEST_WORD_PX = 200_000
"""Words wider than this are data and run out of sight: Qt takes minutes to break a million letters."""


class MarkupLabel(QLabel):
    """Shows plain text or the HTML that `html.to_html` writes."""

    link_activated = Signal(str)
    """A link was clicked, or opened with Return: its address, always one that `links.is_safe`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._style_shown: TextStyle | None = None
        self._format = Qt.TextFormat.AutoText
        self._selectable = False
        self._has_marks = False
        self._has_ground = False
        self._boxes: Boxes | None = None
        self._measured: tuple[object, ...] = ()
        self._laid_out: tuple[object, ...] = ()
        """What Qt's document was last laid out for; nothing when the text or the font is another one since."""
        self._ideal_px: int | None = None
        """Width of the text in one line, once it is known."""
        self._has_links = False
        self._hears_links = False
        self._bare: str | None = None
        """The text without markup that it shows, also where that needs a document to break a word."""
        self._broken: QTextDocument | None = None
        """The document in which words break that are too wide."""
        self._listening = False
        """True: `_broken` is the document that the label has now."""
        self._widest_px: float | None = None
        """How wide the widest word of rich text may be, once it was asked for."""
        self.setWordWrap(True)
        self.setAlignment(LEFT | Qt.AlignmentFlag.AlignTop)

    def show_plain(self, text: str) -> None:
        """Show text as it is."""
        self._has_marks = self._has_links = False
        self._bare = text
        self._forget_measures()
        self._style_shown = None
        if self._format is not _PLAIN:
            self._format = _PLAIN
            self.setTextFormat(_PLAIN)
        self.setText(text)
        if has_emoji(text):
            ensure_emoji()

    def show_html(self, html: str, style: TextStyle, words: str | None = None) -> None:
        """Show marked-up text.

        Args:
            html: As `html.to_html` writes it.
            style: What it was written with; when the label's own style differs one day, `restyle` is called.
            words: The same as plain text if it has no markup and `has_wide_word`; `restyle` is called when it has none.
        """
        self._bare = words
        self._has_marks = "rgba(" in html or "-qt-user-state" in html
        self._forget_measures()
        self._style_shown = style
        if SYMBOLS_FAMILY in html or self._has_marks:
            ensure_icons()
        if self._has_marks:
            self.have_ground_painted()
        if has_emoji(html):
            ensure_emoji()
        self._has_links = "<a " in html
        if self._has_links and not self._hears_links:
            self._hears_links = True
            self.linkActivated.connect(self._follow)
        if self._format is not _RICH:
            self._format = _RICH
            self.setTextFormat(_RICH)
        self.setText(html)
        self._listening = False
        self._widest_px = None
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.watch_words(self.width())

    def text_style(self) -> TextStyle:
        """How text in this label looks now: its font and the colours that fit its palette."""
        line_px = self.fontMetrics().height()
        mono = _code_families()
        return TextStyle(tokens_of(self), self.text_px(), line_px, mono=mono, painted=True, clusters=clusters)

    def text_px(self) -> int:
        """Size of the label's font, also where it was given in points."""
        px = self.font().pixelSize()
        return px if px > 0 else QFontInfo(self.font()).pixelSize()

    def restyle(self) -> None:
        """Write the text again, because its style is another one now. Subclasses say how."""
        raise NotImplementedError

    def has_wide_word(self, text: str) -> bool:
        """Whether some word of plain text is wider than the label, which then needs a document to break it.

        False as long as nobody knows how wide the label will be.
        """
        if not self.wordWrap() or not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return False
        return has_wide_word(text, self.text_px(), self.fontMetrics(), self.contentsRect().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write plain text anew if there is too little room for one of its words, or enough again."""
        super().resizeEvent(event)
        if self._bare is not None and self.has_wide_word(self._bare) is (self._format is _PLAIN):
            self.restyle()
        elif self.watch_words(event.size().width()):
            self.updateGeometry()

    def boxes(self) -> Boxes | None:
        """What is painted around the text, in the coordinates of its document; None when there is nothing."""
        if not self._has_marks:
            return None
        from deskstate_widgets.text._painted_boxes import boxes_of  # loaded late: many windows show no box

        document = self.document()
        if document is None:
            return None
        place = (document.textWidth(), self.alignment())
        if self._boxes is None or self._measured != place:
            self._measured = place
            self._boxes = boxes_of(document, tokens_of(self), max(-self.contentsRect().top(), 0))
        return self._boxes

    def document(self) -> QTextDocument | None:
        """The document that Qt's label keeps for rich or selectable text, laid out for the label's width.

        It is asked for in each paint, and whatever lays a document out has its label painted again: so it is laid out
        here only when it is not yet, as Qt itself would do in that paint.
        """
        if self._style_shown is None and not self._selectable:
            return None
        from PySide6.QtGui import QTextDocument  # late: many windows show plain text only

        document = self.findChild(QTextDocument)
        if document is None or self._laid_out != self._place_of(document):
            QLabel.heightForWidth(self, self.width())  # Qt puts the text into its document no sooner than it must
            document = self.findChild(QTextDocument)
            pending = self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent)
            self._laid_out = () if document is None or pending else self._place_of(document)
        return document

    def ideal_width(self) -> int:
        """Width in px of the longest line when nothing wraps. Nothing is laid out anew for it but the document."""
        if self._ideal_px is None:
            document = self.document()
            if document is None:
                self._ideal_px = self._measured_px(self.text())
            else:
                before = document.textWidth()
                document.setTextWidth(-1)
                self._ideal_px = int(document.idealWidth()) + 1
                document.setTextWidth(before)
        return self._ideal_px

    def text_origin(self) -> QPointF:
        """Where Qt draws the upper left corner of the document."""
        area = self.contentsRect()
        document = self.document()
        spare = max(area.height() - document.size().height(), 0) if document is not None else 0
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            spare = 0
        elif not self.alignment() & Qt.AlignmentFlag.AlignBottom:
            spare /= 2
        return QPointF(area.x(), area.y() + spare)

    def paint_ground(self) -> None:
        """Paint what is behind the text, by Qt's call for a label that asked `have_ground_painted`."""
        boxes = self.boxes()
        if boxes is not None:
            from PySide6.QtGui import QPainter  # loaded late, as above

            from deskstate_widgets.text._painted_boxes import paint

            painter = QPainter(self)
            painter.translate(self.text_origin())
            color = self.palette().color(QPalette.ColorRole.WindowText)
            paint(painter, boxes, tokens_of(self), color, SYMBOLS_FAMILY)
            painter.end()

    def have_ground_painted(self) -> None:
        """From now on call `paint_ground` before the text is painted.

        It is no `paintEvent`: nearly all labels need none, and then no Python runs while they are painted.
        """
        if not self._has_ground:
            self._has_ground = True
            self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the ground."""
        if self._has_ground and event.type() is QEvent.Type.Paint:
            self.paint_ground()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to a link at once when Tab leads here; Qt goes to the text first, where there is nothing to see."""
        super().focusInEvent(event)
        forward = event.reason() == Qt.FocusReason.TabFocusReason
        if self._has_links and (forward or event.reason() == Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(forward)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go to the next link. From what stands beside the text, such as a question mark, it leads past the links."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self and self.isAncestorOf(focus):
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme or font."""
        super().changeEvent(event)
        if event.type() in _RESTYLING:
            self._forget_measures()
            if self._style_shown is not None and self.text_style() != self._style_shown:
                self.restyle()

    def _forget_measures(self) -> None:
        """The text is another one now, or looks different."""
        self._boxes = None
        self._laid_out = ()
        self._ideal_px = None

    def _measured_px(self, line: str) -> int:
        return self.fontMetrics().size(0, line).width()

    def _place_of(self, document: QTextDocument) -> tuple[object, ...]:
        return document.textWidth(), self.contentsRect().width(), self.alignment(), self.wordWrap()

    def watch_words(self, width_px: int) -> bool:
        """Break words in the label's document from now on, if some may be wider than this.

        Qt's label forbids it anew each time that it lays its document out, and it does so often: labels with room for
        their words need not listen.

        Returns:
            True when it begins to listen now.
        """
        if self._listening or self._style_shown is None or not self.wordWrap():
            return False
        if self._widest_px is None:
            from deskstate_widgets.text._widest import widest_px  # late: many windows show plain text only

            self._widest_px = widest_px(self.text(), self.text_px())
        margins = self.contentsMargins()
        if self._widest_px < width_px - margins.left() - margins.right():
            return False
        from PySide6.QtGui import QTextDocument  # late, as above

        self._listening = True
        document = self.findChild(QTextDocument)
        if document is not None and document is not self._broken:
            self._broken = document
            document.documentLayout().update.connect(self._keep_words_inside)
        return True

    def _keep_words_inside(self) -> None:
        """Break words if the document, which has just been laid out, is wider than it may be."""
        document = self._broken
        if document is None or not 0 <= document.textWidth() < document.idealWidth() < _LONGEST_WORD_PX:
            return
        from PySide6.QtGui import QTextOption  # late, as above

        option = document.defaultTextOption()
        if option.wrapMode() is QTextOption.WrapMode.WordWrap:
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            document.setDefaultTextOption(option)

    def _follow(self, address: str) -> None:
        from deskstate_widgets.markdown.links import is_safe  # late: few links are followed

        if is_safe(address):
            self.link_activated.emit(address)


@cache
def _code_families() -> str:
    """The families of code, as in CSS."""
    return ",".join(f"'{name}'" for name in (mono_font_family(), *ui_families()))
