"""Labels of a line or two: with inline Markdown, without markup, as wide as their text.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt

from deskstate_widgets.markdown.html import clean, cut_short, is_plain, literal_html, to_html
from deskstate_widgets.text._markup_label import MarkupLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LONGEST: Final = 5_000
"""Characters that are shown of a label."""


class InlineLabel(MarkupLabel):
    """The label of a control: one or two lines of plain text or of inline Markdown, in the font it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._source = ""
        self._written = ""
        self.setMinimumWidth(1)  # or the widest word would count

    def set_markdown(self, source: str) -> None:
        """Show inline Markdown, also in place of a text that was put there by other means, such as a shortened one."""
        source = clean(cut_short(source, _LONGEST))
        if source != self._source or self.text() != self._written:
            self._source = source
            self.restyle()

    def restyle(self) -> None:
        """Write the text again in the colours and sizes of now."""
        plain = is_plain(self._source)
        if plain and not self.has_wide_word(self._source):
            self.show_plain(self._source)
        else:
            style = self.text_style()
            self.show_html(to_html(self._source, style, inline=True), style, self._source if plain else None)
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if self._has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        if self._hears_links and self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)
        self._written = self.text()


class PlainLabel(MarkupLabel):
    """Text without markup in the font it is given, in as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty label."""
        super().__init__(parent)
        self._said = ""
        self.setMinimumWidth(1)  # as above

    def say(self, text: str) -> None:
        """Show a text."""
        self._said = clean(text)
        self.restyle()

    def restyle(self) -> None:
        """Write the text again for the room of now."""
        if self.has_wide_word(self._said):
            style = self.text_style()
            self.show_html(literal_html(self._said, style), style, self._said)
        else:
            self.show_plain(self._said)


class LongLabel(InlineLabel):
    """A label that asks for the width of its text in one line, and wraps where it gets less.

    For what may be as wide as its content: Qt's own label asks for a pleasant shape of several lines, and whoever gives
    it that width has asked for the height at another one.
    """

    _SPARE_PX = 1
    """So that no fraction of a px makes it wrap."""

    def sizeHint(self) -> QSize:
        """One line."""
        self.ensurePolished()
        margins = self.contentsMargins()
        width = self.ideal_width() + self._SPARE_PX + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))


def label_for(text: str, parent: QWidget | None = None) -> InlineLabel:
    """A label that shows inline Markdown."""
    label = InlineLabel(parent)
    label.set_markdown(text)
    return label
