"""The card of a tool tip: rounded, of readable width, beside what it is about and never upon it.

GUI thread only. Qt's own tool tips are squares in a shape of their own choosing, below the mouse and so over the field.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QCursor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPalette,
    QRegion,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from deskstate_widgets.look.compositor import is_composited
from deskstate_widgets.look.fonts import ui_font
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import RADIUS_PX, SMALL_PX
from deskstate_widgets.look.zoom import app_zoom

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

TEXT_PX: Final = 320
"""Width of the text, if it is not shorter."""
_PAD_PX: Final = (10, 7)
"""Around the text: left and right, above and below."""
_GAP_PX: Final = 6
"""To what it is about."""
_ENDING: Final = frozenset(
    (
        QEvent.Type.Leave,
        QEvent.Type.FocusOut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.Hide,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.ToolTipChange,
    )
)
"""What a widget is told when its tip is no longer wanted."""


class TipKeeper(QObject):
    """Shows the tool tip of one widget, in place of Qt.

    Args:
        widget: It owns the keeper.
        about: What the tip is about and must not cover.
    """

    def __init__(self, widget: QWidget, about: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._about = about
        self._card: TipCard | None = None
        self._place = QRect()
        """What the card is about, on the screen."""
        widget.installEventFilter(self)

    def show_text(self, text: str, part: QRect | None = None) -> None:
        """Show a text now.

        Args:
            text: Plain, or as HTML.
            part: Of the widget, that it is about; None: the widget.
        """
        self.hide_tip()
        if text:
            place = self._place = _on_screen(self._widget, part)
            self._card = TipCard(self._widget, text)
            self._card.show_beside(place, _on_screen(self._about) if part is None else place)

    def hide_tip(self) -> None:
        """Hide the tip."""
        if self._card is not None:
            card, self._card = self._card, None
            card.hide()
            card.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ToolTip and self._widget.toolTip():
            self.show_text(self._widget.toolTip())
            return True
        if self._card is not None and (
            kind in _ENDING or (kind is QEvent.Type.MouseMove and not self._place.contains(QCursor.pos()))
        ):
            self.hide_tip()
            return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return False


class TipCard(QWidget):
    """A text on a card.

    Args:
        owner: Its colours are taken.
        text: Plain, or as HTML.
    """

    def __init__(self, owner: QWidget, text: str) -> None:
        kind = Qt.WindowType
        super().__init__(owner, kind.ToolTip | kind.FramelessWindowHint | kind.NoDropShadowWindowHint)
        self._see_through = is_composited()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._see_through)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tokens = tokens_of(owner)
        self._zoom = app_zoom()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(ui_font(round(SMALL_PX * self._zoom)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        if text.startswith("<"):
            self._document.setHtml(text)
        else:
            self._document.setPlainText(text)
        self._document.setTextWidth(min(ceil(self._document.idealWidth()) + 1, round(TEXT_PX * self._zoom)))
        self._pad = QPoint(round(_PAD_PX[0] * self._zoom), round(_PAD_PX[1] * self._zoom))
        width_px, height_px = ceil(self._document.textWidth()), ceil(self._document.size().height())
        self.resize(width_px + 2 * self._pad.x(), height_px + 2 * self._pad.y())

    def text(self) -> str:
        """What it says, without markup."""
        return self._document.toPlainText()

    def show_beside(self, place: QRect, about: QRect) -> None:
        """Show the card.

        Args:
            place: Where the mouse is or the focus, on the screen: a sign, or all of a control.
            about: What must not be covered, on the screen.
        """
        self.move(_free_place(self.size(), place, about, self.screen().availableGeometry()))
        if not self._see_through:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), self._radius_px, self._radius_px)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))
        self.show()

    @property
    def _radius_px(self) -> float:
        return RADIUS_PX * self._zoom

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._tokens.border))
        painter.setBrush(QColor(self._tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius_px, self._radius_px)
        painter.translate(self._pad)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._tokens.text))
        self._document.documentLayout().draw(painter, context)
        painter.end()


def _on_screen(widget: QWidget, part: QRect | None = None) -> QRect:
    part = part or widget.rect()
    return QRect(widget.mapToGlobal(part.topLeft()), part.size())


def _free_place(size: QSize, place: QRect, about: QRect, screen: QRect) -> QPoint:
    """Where a card goes: right of a sign that stands at the end of what it is about, else below or above that."""
    left = min(max(place.left(), screen.left()), screen.right() - size.width())
    top = min(max(place.top() - _PAD_PX[1], screen.top()), screen.bottom() - size.height())
    below, above = about.bottom() + 1 + _GAP_PX, about.top() - _GAP_PX - size.height()
    right, before = place.right() + 1 + _GAP_PX, about.left() - _GAP_PX - size.width()
    wanted = [QPoint(left, below), QPoint(left, above), QPoint(right, top), QPoint(before, top)]
    if place != about:
        wanted.insert(0, wanted.pop(2))
    free = (corner for corner in wanted if screen.contains(QRect(corner, size)))
    return next((corner for corner in free if not QRect(corner, size).intersects(place)), QPoint(left, top))
