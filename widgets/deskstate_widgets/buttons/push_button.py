"""A push button whose label may be Markdown, may wrap, and may stand between an icon and a shortcut.

GUI thread only. A short plain label is painted by Qt. Anything else is laid out inside of the button, and Qt is told
the natural width of that as the width of an invisible icon: so no layout ever has to ask Python for a size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from deskstate_widgets.boxes.sizing import UNLIMITED_PX
from deskstate_widgets.icons.letters import is_lone_icon
from deskstate_widgets.look.grip import Grip
from deskstate_widgets.look.ground import ground_of
from deskstate_widgets.look.keyboard_focus import came_by_keyboard
from deskstate_widgets.look.style_state import set_look
from deskstate_widgets.look.tokens import CONTROL_PX, RADIUS_PX, RING_GAP_PX, RING_PX, SMALL_GAP_PX
from deskstate_widgets.look.zoom import zoom_of, zoomed
from deskstate_widgets.markdown.html import is_plain, plain_text
from deskstate_widgets.text.blank_icon import clear_natural_width, set_growing, set_natural_width
from deskstate_widgets.text.caption import Caption
from deskstate_widgets.text.tool_tip import literal, set_tip, tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

_PAD_PX: Final = 14
"""From the line around to the label, left and right, as in the style sheet."""
_LINE_PX: Final = 1
"""The line around, at any zoom."""
_TIGHT_PAD_PX: Final = 5
"""The same where the longest word would not have room otherwise."""
_PAD_Y_PX: Final = 6
_MOST_LINES: Final = 6
"""Of a label."""
_SHORT: Final = 12
"""A plain label of no more characters never needs to wrap."""


class _Face(msgspec.Struct, frozen=True):
    """What a button shows; the fields are those of `PushButton.set_face`."""

    label: str
    icon: str | None
    look: str
    icon_last: bool
    shortcut: str
    wrap: bool

    def is_short(self) -> bool:
        """Whether Qt can paint it: plain words that never wrap."""
        if self.icon or self.shortcut or not is_plain(self.label):
            return False
        return len(self.label) <= _SHORT or (self.wrap and " " not in self.label)


class PushButton(QPushButton):
    """A button that shows a focus ring only when the keyboard brought the focus, and that Enter presses."""

    def __init__(self) -> None:
        super().__init__()
        self._grip = Grip()
        self._help: str | None = None
        self._face: _Face | None = None
        self._font = self.font()
        """What the widths were taken with."""
        self._natural_px = self._pad_px = 0
        self._inside: QGridLayout | None = None
        self._caption: Caption | None = None
        self._gap: _Gap | None = None
        self.setProperty("look", "secondary")
        self.setAutoDefault(False)

    def set_help(self, help: str | None) -> None:
        """Set the tool tip, as Markdown."""
        self._help = help
        self.setAccessibleDescription(plain_text(help or "", inline=False))

    def set_face(
        self,
        label: str,
        icon: str | None = None,
        *,
        look: str = "secondary",
        icon_last: bool = False,
        shortcut: str = "",
        wrap: bool = True,
    ) -> None:
        """Show a label.

        Args:
            label: Inline Markdown.
            icon: An emoji, ":material/name:" or "spinner".
            look: "primary", "secondary" or "tertiary".
            icon_last: Whether the icon stands behind the label.
            shortcut: Its keys in words, to be shown at the end.
            wrap: Whether a long label takes several lines; if not, it ends in an ellipsis.
        """
        alone = not icon and is_lone_icon(label)
        face = _Face("" if alone else label, label.strip() if alone else icon, look, icon_last, shortcut, wrap)
        if face != self._face:
            self._face = face
            set_look(self, "look", look)
            self.setAccessibleName(plain_text(label))
            self._show(face)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._face is not None and self.font() != self._font:
            self._show(self._face)
        elif event.type() == QEvent.Type.StyleChange and self._inside is not None:
            set_natural_width(self, self._natural_px)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        return self._grip.holds(self, pos) or super().hitButton(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._set_ring(came_by_keyboard(event))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_ring(False)
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        cut_text = self._caption.cut_text if self._caption is not None else ""
        set_tip(self, tool_tip(self, self._help) or literal(cut_text))
        self._tint(hovered=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._tint(hovered=False)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._gap is not None:
            self._gap.resize(self.size())
        face = self._face
        if face is not None and face.is_short():
            words_px = self.fontMetrics().horizontalAdvance(face.label)
            fits = words_px + 2 * self._edge_px(face) <= self.width()
            if fits is not (self._inside is None):
                self._show(face, short=fits)
        if self._caption is not None:
            self._make_room(self._caption)

    def _edge_px(self, face: _Face) -> int:
        """From the outer edge to what is inside, left and right; a tertiary button stands flush with the text."""
        return 0 if face.look == "tertiary" else zoomed(self, _PAD_PX) + _LINE_PX

    def _make_room(self, caption: Caption) -> None:
        """Bring label and edges closer together where a word would break otherwise."""
        if self._inside is None or self._pad_px <= zoomed(self, _TIGHT_PAD_PX):
            return
        tight = self.width() - self._natural_px + caption.natural_px < caption.word_px
        pad_px = zoomed(self, _TIGHT_PAD_PX) if tight else self._pad_px
        margins = self._inside.contentsMargins()
        if margins.left() != pad_px:
            self._inside.setContentsMargins(pad_px, margins.top(), pad_px, margins.bottom())

    def _set_ring(self, ring: bool) -> None:
        """Show the focus of the keyboard, or that it has gone."""
        set_look(self, "ring", ring)
        filled = ring and self._face is not None and self._face.look == "primary"
        if filled and self._gap is None:
            self._gap = _Gap(self)
        if self._gap is not None:
            self._gap.resize(self.size())
            self._gap.setVisible(filled)
            self._gap.raise_()

    def _tint(self, *, hovered: bool) -> None:
        """Give what is laid out inside of a tertiary button the colour that Qt gives a label under the mouse."""
        if self._inside is not None and self._face is not None and self._face.look == "tertiary":
            for piece in self.findChildren(QWidget):
                piece.setForegroundRole(QPalette.ColorRole.Link if hovered else QPalette.ColorRole.ButtonText)

    def _show(self, face: _Face, *, short: bool | None = None) -> None:
        """Show a face.

        Args:
            face: What to show.
            short: Whether Qt paints it; None: if Qt can.
        """
        self._clear()
        self._font = self.font()
        short, height_px = face.is_short() if short is None else short, zoomed(self, CONTROL_PX)
        self.setMinimumHeight(height_px)
        self.setMaximumHeight(height_px if short else UNLIMITED_PX)
        set_growing(self, growing=not short)
        if short:
            self.setText(face.label.replace("&", "&&"))
            self.setMinimumWidth(2 * zoomed(self, _TIGHT_PAD_PX))  # where there is no more room the label gives way
            return
        ink = QPalette.ColorRole.BrightText if face.look == "primary" else QPalette.ColorRole.ButtonText
        pieces: list[QWidget] = []
        if face.label.strip():
            caption = self._caption = Caption(self)
            caption.setForegroundRole(ink)
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caption.show_text(face.label, wrap=face.wrap, most_lines=_MOST_LINES)
            pieces.append(caption)
        if face.icon:
            from deskstate_widgets.icons.mark import icon_mark  # late: it takes 2 ms, and many windows have none

            pieces.insert(1 if face.icon_last else 0, icon_mark(face.icon, ink, zoom_of(self)))
        if face.shortcut:
            pieces.append(_keys(face.shortcut, ink))
        self._lay_out(pieces, self._edge_px(face))

    def _lay_out(self, pieces: list[QWidget], pad_px: int) -> None:
        # | stretch | icon | label | shortcut | stretch |
        row = self._inside = self._inside or QGridLayout(self)
        pad_y_px, gap_px = zoomed(self, _PAD_Y_PX), zoomed(self, SMALL_GAP_PX)
        if pad_px and len(pieces) == 1 and self._caption is None:  # an icon alone: the button is a square
            pad_px = max((zoomed(self, CONTROL_PX) - pieces[0].sizeHint().width()) // 2, 0)
        row.setContentsMargins(pad_px, pad_y_px, pad_px, pad_y_px)
        row.setHorizontalSpacing(gap_px)
        row.setRowMinimumHeight(0, zoomed(self, CONTROL_PX) - 2 * pad_y_px)
        natural_px = 2 * pad_px + gap_px * (len(pieces) - 1)
        for column, piece in enumerate(pieces, start=1):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(piece, 0, column)
            if isinstance(piece, Caption):
                piece.ask_for_room(row, 0, column)
                natural_px += piece.natural_px
            else:
                natural_px += max(piece.sizeHint().width(), piece.minimumWidth())
        row.setColumnStretch(0, 1)
        row.setColumnStretch(len(pieces) + 1, 1)
        self._natural_px, self._pad_px = natural_px, pad_px
        set_natural_width(self, natural_px)
        self.setMinimumWidth(row.minimumSize().width() - 2 * max(pad_px - zoomed(self, _TIGHT_PAD_PX), 0))

    def _clear(self) -> None:
        """Take everything off the button."""
        self.setText("")
        self.setMinimumWidth(0)
        row, self._caption = self._inside, None
        if row is None:
            return
        clear_natural_width(self)
        for column in range(row.columnCount()):
            row.setColumnStretch(column, 0)
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shiboken6.delete(row)
        self._inside = None


class _Gap(QWidget):
    """The line between the ring and the fill of a button, in the colour of what is around it.

    Args:
        button: Which it covers.
    """

    def __init__(self, button: PushButton) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        zoom = zoom_of(self)
        inset = RING_PX * zoom + RING_GAP_PX / 2
        radius = RADIUS_PX * zoom - inset
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ground_of(self)), RING_GAP_PX))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()


def _keys(shortcut: str, ink: QPalette.ColorRole) -> QLabel:
    """The keys of a shortcut, smaller than the label."""
    label = QLabel(shortcut)
    label.setProperty("look", "keys")
    label.setForegroundRole(ink)
    return label
