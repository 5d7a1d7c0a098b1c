"""What a check box and a switch share: a mark at the left, a label that may be Markdown and wrap, all of it clickable.

GUI thread only. A short plain label is painted with the mark. Anything else is laid out inside, and Qt is told the
natural width as the width of an invisible icon: so no layout ever has to ask Python for a size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QGridLayout

from deskstate_widgets.look.grip import Grip
from deskstate_widgets.look.ground import ground_of
from deskstate_widgets.look.keyboard_focus import came_by_keyboard
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RING_GAP_PX, RING_PX, SMALL_GAP_PX
from deskstate_widgets.look.zoom import zoom_of, zoomed
from deskstate_widgets.markdown.html import is_plain, plain_text
from deskstate_widgets.text.blank_icon import set_growing, set_natural_width
from deskstate_widgets.text.caption import Caption
from deskstate_widgets.text.direction import LEFT, let_text_run
from deskstate_widgets.text.help_mark import HelpMark
from deskstate_widgets.text.tool_tip import literal, set_tip, tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent, QResizeEvent

    from deskstate_widgets.look.tokens import Tokens

LINE_PX: Final = 24
"""Height of the first line of the label, in the middle of which the mark stands."""
_SHORT: Final = 12
"""A plain label of no more characters never needs to wrap."""
_SPARE_PX: Final = 2
"""Letters may reach a little beyond their width."""
_LEAST_WORDS_PX: Final = 40
"""Room for a label that is never taken away, if it needs as much: a longer word breaks."""


class CheckRow(QCheckBox):
    """A check box; a subclass paints the mark.

    Args:
        mark_px: Width of the mark.
        on_link: Called with the address of a link in the label that a person clicked.
    """

    def __init__(self, mark_px: int, on_link: Callable[[str], object]) -> None:
        super().__init__()
        self._grip = Grip()
        self._mark_px = mark_px
        self._described: tuple[str, str | None, str, bool] | None = None
        self._font = self.font()
        """What the widths were taken with."""
        self._on_link = on_link
        self._ring = False
        self._words = ""
        self._short_px = 0
        """Width with a label that can be painted; 0 when it cannot."""
        self._bare_help: str | None = None
        """Help that has no mark of its own, because the label is not shown."""
        self._caption: Caption | None = None
        self._help: HelpMark | None = None
        self._grid: QGridLayout | None = None

    def describe(self, label: str, help: str | None, visibility: str, *, wrap: bool) -> None:
        """Show a label and its help, and tell both to assistive tools; see `Field.describe`."""
        self._described = (label, help, visibility, wrap)
        self._font = self.font()
        self.setAccessibleName(plain_text(label))
        self.setAccessibleDescription(plain_text(help or "", inline=False))
        visible = visibility == "visible"
        self._bare_help = None if visible else help
        if visibility == "collapsed":
            label, help = "", None
        short = is_plain(label) and (len(label) <= _SHORT or (wrap and " " not in label)) and not help
        self._short_px = self._painted_px(label) if short else 0
        painted = short and not self._is_tight()
        self._words = label if painted and visible else ""
        if painted:
            self._take_out()
            natural_px = self._short_px
        else:
            laid_out_px = self._lay_out(label, help, visible=visible, wrap=wrap)
            natural_px = self._short_px or laid_out_px
        set_natural_width(self, natural_px)
        set_growing(self, growing=not painted)
        least_px = min(natural_px, self._start_px() + self._px(_LEAST_WORDS_PX))
        self.setMinimumSize(least_px, self._px(LINE_PX))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._short_px and self._described is not None and self._is_tight() is (self._caption is None):
            label, help, visibility, wrap = self._described
            self.describe(label, help, visibility, wrap=wrap)

    def enterEvent(self, event: QEnterEvent) -> None:
        cut_text = self._caption.cut_text if self._caption is not None else ""
        set_tip(self, literal(cut_text) or tool_tip(self, self._bare_help))
        super().enterEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        return self._grip.holds(self, pos) or self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = came_by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._words:
            room = QRect(self._start_px(), 0, self.width(), self._px(LINE_PX))
            painter.setPen(self.palette().windowText().color())
            let_text_run(painter)
            painter.drawText(room, LEFT | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom_of(self), zoom_of(self))
        self.paint_mark(painter, tokens_of(self))
        painter.end()

    def paint_mark(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint the mark at the left of the first line; the painter is scaled to the zoom."""
        raise NotImplementedError

    def is_ringed(self) -> bool:
        """Whether it has the focus of the keyboard."""
        return self.hasFocus() and self._ring

    def paint_body(self, painter: QPainter, tokens: Tokens, body: QRectF, radius: float) -> float:
        """Paint the body of the mark, and the ring of the keyboard's focus around it.

        Args:
            painter: Scaled to the zoom.
            tokens: Colours.
            body: All that the mark may cover.
            radius: Of its corners.

        Returns:
            By how much the sign upon the body is to be smaller: what is on keeps a gap between its fill and the ring.
        """
        line_px = RING_PX if self.is_ringed() else 1.0
        gapped = self.is_ringed() and self.isChecked()
        inset = line_px / 2
        painter.setPen(QPen(self.edge(tokens), line_px))
        painter.setBrush(QColor(ground_of(self)) if gapped else self.fill(tokens))
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
        if not gapped:
            return 1.0
        inset = RING_PX + RING_GAP_PX
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.fill(tokens))
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
        return 1 - inset / body.height()

    def edge(self, tokens: Tokens) -> QColor:
        """Colour of the line around the mark."""
        if not self.isEnabled():
            return QColor(tokens.border)
        if self.is_ringed():
            return QColor(tokens.focus)
        if self.isChecked():
            return self.fill(tokens)
        return QColor(tokens.primary if self.underMouse() else tokens.border_strong)

    def fill(self, tokens: Tokens) -> QColor:
        """Colour inside of the mark."""
        on = self.isChecked()
        if not self.isEnabled():
            return QColor(tokens.track if on else tokens.sunken)
        if self.isDown():
            return QColor(tokens.primary_pressed if on else tokens.surface_pressed)
        if on:
            return QColor(tokens.primary_hover if self.underMouse() else tokens.primary)
        return QColor(tokens.surface)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._described is not None and self.font() != self._font:
            label, help, visibility, wrap = self._described
            self._take_out()
            self.describe(label, help, visibility, wrap=wrap)

    def _painted_px(self, label: str) -> int:
        """Width with a label that is painted."""
        words_px = self.fontMetrics().horizontalAdvance(label) + _SPARE_PX if label else -self._px(SMALL_GAP_PX)
        return self._start_px() + words_px

    def _is_tight(self) -> bool:
        """Whether there is too little room for the label to be painted: laid out, it breaks."""
        return self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.width() < self._short_px

    def _px(self, px: int) -> int:
        return zoomed(self, px)

    def _start_px(self) -> int:
        """Where the label starts."""
        return self._px(self._mark_px) + self._px(SMALL_GAP_PX)

    def _lay_out(self, label: str, help: str | None, *, visible: bool, wrap: bool) -> int:
        """Put the label and the help mark in; the result is the natural width."""
        # | room for the mark | label | help | stretch |
        grid, caption = self._grid, self._caption
        if grid is None or caption is None:
            line_px = self._px(LINE_PX)
            grid = self._grid = QGridLayout(self)
            grid.setContentsMargins(self._start_px(), 0, 0, 0)
            grid.setHorizontalSpacing(self._px(SMALL_GAP_PX))
            grid.setRowMinimumHeight(0, line_px)
            grid.setColumnStretch(2, 1)
            caption = self._caption = Caption(self)
            caption.link_activated.connect(self._on_link)
            spare_px = max(line_px - caption.fontMetrics().height(), 0)
            caption.setContentsMargins(0, spare_px // 2, 0, spare_px - spare_px // 2)
            policy = caption.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            caption.setSizePolicy(policy)
            grid.addWidget(caption, 0, 0)
        caption.setVisible(visible)
        caption.show_text(label, wrap=wrap)
        caption.setMinimumWidth(1)
        caption.ask_for_room(grid, 0, 0)
        # A click goes through to the check box, unless there may be a link below it.
        caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_plain(label))
        if help and self._help is None:
            self._help = HelpMark(LINE_PX)
            grid.addWidget(self._help, 0, 1, Qt.AlignmentFlag.AlignTop)
        if self._help is not None:
            self._help.set_help(help)
            self._help.setVisible(bool(help) and visible)
        help_px = self._px(SMALL_GAP_PX) + self._px(HelpMark.SIZE_PX) if help else 0
        return self._start_px() + caption.natural_px + help_px

    def _take_out(self) -> None:
        """Take away what was laid out before."""
        for widget in (self._caption, self._help):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._grid is not None:
            shiboken6.delete(self._grid)
        self._caption = self._help = self._grid = None
