"""A text with what may stand beside it: an icon before it, a question mark behind it, an ellipsis at its end.

GUI thread only. A text with nothing beside it is a `RichText` and costs no more; the extras listen only while there are
any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette

from deskstate_widgets.look.tokens import SMALL_GAP_PX
from deskstate_widgets.markdown.html import clean, plain_text
from deskstate_widgets.text.rich_text import RichText, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstate_widgets.text.help_mark import HelpMark

_NARROWEST_PX: Final = 40
"""Of a text that is cut short."""
_ICON_GAP_PX: Final = 6
_ICON_FITS_PX: Final = 18
"""Size of the text that an icon fits as it is."""
_SMALLEST_ICON: Final = 0.9
"""Zoom of icons beside small text."""


class ReadText(RichText):
    """A block of text in the page."""

    SIDE_PX = 0
    """Free space on either side of the text."""
    _watching = False
    """True once there are, or were, extras."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty text."""
        super().__init__(parent)
        self._words = Words("")
        self._natural_px = 0
        self._cut = False
        self._writing = False
        """While the text is set: Qt reports new margins and a new font as they come, in the midst of it."""
        self._mark: HelpMark | None = None
        self._icon: QWidget | None = None
        self._beside: tuple[str | None, str | None] = (None, None)
        """Help and icon."""
        self._icon_shown: tuple[str | None, int, str] = (None, 0, "")
        self._outer = (self.SIDE_PX, 0, self.SIDE_PX, 0)

    def say(self, words: Words, help: str | None = None, icon: str | None = None) -> None:
        """Show a text.

        Args:
            words: The text.
            help: Markdown behind a question mark; None for no question mark.
            icon: Before the text: an emoji, ":material/name:" or "spinner"; None for no icon.
        """
        self._words = words
        self._beside = help, icon
        self._writing = True
        self._write(words)
        if help or icon or not words.wrap or self._watching:
            self._add(help, icon)
        self._writing = False

    @property
    def words(self) -> Words:
        """What it shows."""
        return self._words

    def set_space(self, above_px: int, below_px: int) -> None:
        """Keep free space above and below the text."""
        self._surround(above_px=above_px, below_px=below_px)

    def ideal_width(self) -> int:
        """Width in px of the longest line when nothing wraps, and of what stands beside it."""
        return super().ideal_width() + self._outer[0] + self._outer[2]

    def sizeHint(self) -> QSize:
        """As for any rich text; while it is cut short, as if it were not."""
        hint = super().sizeHint()
        if not self._written.wrap:
            hint.setWidth(self._natural_px)
        return hint

    def minimumSizeHint(self) -> QSize:
        """As for any rich text; what may be cut short may be narrow."""
        hint = super().minimumSizeHint()
        if not self._written.wrap:
            hint.setWidth(min(_NARROWEST_PX, self._natural_px))
        return hint

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Take the margins that the lines need; the space around them is added."""
        outer = self._outer
        super().setContentsMargins(left + outer[0], top + outer[1], right + outer[2], bottom + outer[3])

    def restyle(self) -> None:
        """Write the text again in the colours and sizes of now, and put beside it what stands there."""
        if self._writing or not self._watching:
            super().restyle()
            return
        self._writing = True
        self._write(self._words)
        super().restyle()
        self._add(*self._beside)
        self._writing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the extras in their places, and the text as long as there is room for."""
        if self._watching and event.type() is QEvent.Type.Resize and not self._writing:
            self._writing = True
            self._fit()
            self._writing = False
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the text again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._watching and not self._writing:
            self._writing = True
            self._write(self._words)
            self._measure()
            self._writing = False

    def _mark_grew(self) -> None:
        if not self._writing:
            self.say(self._words, *self._beside)

    def _write(self, words: Words, *, cut: bool = False) -> None:
        self._cut = cut
        self.write(words)

    def _add(self, help: str | None, icon: str | None) -> None:
        """Make what stands beside the text, or take it away."""
        if not self._watching:
            self._watching = True
            self.installEventFilter(self)
        if help and self._mark is None:
            from deskstate_widgets.text.help_mark import HelpMark  # late: few texts have help

            self._mark = HelpMark()
            self._mark.setParent(self)
            self._mark.resized.connect(self._mark_grew)
        if self._mark is not None:
            self._mark.set_help(help)
            self._mark.setVisible(bool(help))
        self._show_icon(icon or None)
        self.setAccessibleDescription(plain_text(help or "", inline=False))
        self._surround(
            left_px=self.SIDE_PX + (self._icon.width() + _ICON_GAP_PX if self._icon is not None else 0),
            right_px=self.SIDE_PX + (self._mark.width() + SMALL_GAP_PX if self._mark is not None and help else 0),
        )
        self._measure()

    def _measure(self) -> None:
        """Take the width of the whole text, which has just been written, and fit it in."""
        self._natural_px = self.ideal_width()
        self._fit()
        self.updateGeometry()

    def _show_icon(self, icon: str | None) -> None:
        words = self._words
        wanted = (icon, self._px, words.role)
        if wanted == self._icon_shown:
            return
        self._icon_shown = wanted
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if icon is not None:
            from deskstate_widgets.icons.mark import icon_mark  # late: few texts have an icon

            muted = words.role == "muted"
            role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText
            self._icon = icon_mark(icon, role, max(_SMALLEST_ICON, self._px / _ICON_FITS_PX))
            self._icon.setParent(self)
            self._icon.adjustSize()
            self._icon.show()

    def _surround(
        self,
        *,
        left_px: int | None = None,
        above_px: int | None = None,
        right_px: int | None = None,
        below_px: int | None = None,
    ) -> None:
        left, above, right, below = self._outer
        outer = (
            left if left_px is None else left_px,
            above if above_px is None else above_px,
            right if right_px is None else right_px,
            below if below_px is None else below_px,
        )
        if outer != self._outer:
            self._outer = outer
            self.setContentsMargins(*self._lines)

    def _fit(self) -> None:
        """Cut the text short or show all of it, and put the extras beside it."""
        words = self._words
        room_px = self.width() - self._outer[0] - self._outer[2]
        text_px = self._natural_px - self._outer[0] - self._outer[2]
        if not words.wrap and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            if text_px > room_px:
                self._make_fit(words, room_px)
            elif self._cut:
                self._write(words)
                self.setToolTip("")
        used_px = max(0, min(text_px, room_px))
        spare_px = max(0, room_px - used_px)
        start_px = {"center": spare_px // 2, "right": spare_px}.get(words.alignment, 0)
        middle_px = self._outer[1] + self._line_px // 2
        if self._icon is not None:
            self._icon.move(start_px, middle_px - self._icon.height() // 2)
        if self._mark is not None:
            end_px = self._outer[0] + start_px + used_px + SMALL_GAP_PX
            self._mark.move(end_px, middle_px - self._mark.height() // 2)

    def _make_fit(self, words: Words, room_px: int) -> None:
        """Show as much of a text as there is room for."""
        full = clean(words.source) if words.literal else plain_text(words.source)
        metrics = self.fontMetrics()
        lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room_px) for line in full.split("\n")]
        self._write(words._replace(source="\n".join(lines), literal=True), cut=True)
        from deskstate_widgets.text.tool_tip import literal, set_tip  # late: few texts are too long

        set_tip(self, literal(full))
