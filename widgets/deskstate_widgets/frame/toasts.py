"""Messages that slide in at the lower right corner of a page, one above another, and leave after a while.

GUI thread only. A card belongs to its tray: it stays when the element that it came from is gone. Those for which the
page has no room are put aside, the oldest first, and come back when there is room; their time stands still meanwhile.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEasingCurve,
    QPoint,
    QPropertyAnimation,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QToolButton,
    QWidget,
)

from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.icons.mark import icon_mark
from deskstate_widgets.look.tokens import PAD_PX, SMALL_GAP_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.text.rich_text import RichText, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QShowEvent

CARD_PX: Final = 340
"""Width of a card, if the page is not narrower."""
EDGE_PX: Final = 20
"""Between the cards and the edges of the page."""
CARD_GAP_PX: Final = 10
"""Between two cards."""
SLIDE_MS: Final = 180
CLOSE_PX: Final = 26
"""Size of the close button."""
_MOST: Final = 50
"""Cards that are kept at once, seen or put aside."""
_SHARE: Final = 0.6
"""Of the page's height that one card may take, so that others have room beside it."""
_LOW_PX: Final = 120
"""What a card may take of a page that is low."""
_PAD_Y_PX: Final = 12
_ROW_GAP_PX: Final = SMALL_GAP_PX + 2
GRACE_MS: Final = 1500
"""A card that was hovered stays at least this much longer, so that it can be reached again."""


class ToastCard(QFrame):
    """One message.

    Signals:
        finished: Its time is over, or a person closed it.
        link_activated: A link was clicked: its address.
    """

    finished = Signal()
    link_activated = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "toast")
        self.setAccessibleName("Notification")
        self._text = RichText()
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._text.link_activated.connect(self.link_activated)
        self._area = _scrolling(self._text)
        self._icon: QWidget | None = None
        close = QToolButton()
        close.setProperty("look", "subtle")
        close.setText(icon_text("close")[1])
        close.setFont(icon_font("close", 16))
        close.setFixedSize(CLOSE_PX, CLOSE_PX)
        close.setAccessibleName("Close")
        close.clicked.connect(self.finished)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAD_PX, _PAD_Y_PX, SMALL_GAP_PX, _PAD_Y_PX)
        self._row.setSpacing(_ROW_GAP_PX)
        self._row.addWidget(self._area, 1)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 46))
        self.setGraphicsEffect(shadow)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.finished)
        self._left_ms: int | None = None
        """Of its time, when the clock was started last; None: no end."""
        self._held = False
        """True while the mouse is over it."""

    def show_message(self, body: str, icon: str | None) -> None:
        """Show these words, and say them to who listens instead of looking.

        Args:
            body: Markdown.
            icon: An emoji, ":material/name:", "spinner" or None.
        """
        self._text.write(Words(body))
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
        self._icon = icon_mark(icon, QPalette.ColorRole.WindowText) if icon else None
        if self._icon is not None:
            self._icon.setFixedHeight(self._text.sizeHint().height())  # of one line, with which it is level
            self._row.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignTop)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, plain_text(body, inline=False)))

    def start(self, duration_s: float | None) -> None:
        """Stay for so long, as long as it is seen; None: until it is closed by hand."""
        self._clock.stop()
        self._left_ms = None if duration_s is None else round(duration_s * 1000)
        self._go_on()

    def size_within(self, width_px: int, height_px: int) -> QSize:
        """Its size when there is so much room: as high as its text, which scrolls where it is higher than that."""
        self.ensurePolished()  # or it has no border yet
        border = self.contentsMargins()
        around_px = PAD_PX + SMALL_GAP_PX + CLOSE_PX + _ROW_GAP_PX + border.left() + border.right()
        icon_px = 0
        if self._icon is not None:
            around_px += self._icon.sizeHint().width() + _ROW_GAP_PX
            icon_px = self._icon.height()
        text_px = self._text.heightForWidth(max(width_px - around_px, 1))
        beyond_px = 2 * _PAD_Y_PX + border.top() + border.bottom()
        return QSize(width_px, max(min(max(text_px, CLOSE_PX, icon_px) + beyond_px, height_px), CLOSE_PX))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._held = True
        self._pause()
        if self._left_ms is not None:
            self._left_ms = max(self._left_ms, GRACE_MS)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._held = False
        self._go_on()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the close button has no use for scrolls the text."""
        QCoreApplication.sendEvent(self._area.verticalScrollBar(), event)

    def _go_on(self) -> None:
        """Let its time pass, while it is seen and nobody reads it."""
        if self._left_ms is not None and self.isVisible() and not self._held:
            self._clock.start(self._left_ms)

    def _pause(self) -> None:
        if self._clock.isActive():
            self._left_ms = self._clock.remainingTime()
            self._clock.stop()


class ToastTray:
    """The cards of one page.

    Args:
        page: What they lie upon.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.cards: list[ToastCard] = []
        """From top to bottom."""
        self._waiting: list[Callable[[], ToastCard]] = []
        self._clock = QTimer(page)
        self._clock.setSingleShot(True)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._take_in)

    def post(self, make: Callable[[], ToastCard]) -> None:
        """Let a card slide in below the others, together with all that are posted in this turn of the event loop.

        Args:
            make: Makes the card; not called when so many newer ones come that it would stand above the screen.
        """
        self._waiting.append(make)
        self._clock.start()

    def _take_in(self) -> None:
        """Make and place the cards that wait."""
        waiting, self._waiting = self._waiting[-_MOST:], []
        new = [make() for make in waiting]
        for card in self.cards[: max(len(self.cards) + len(new) - _MOST, 0)]:
            self.cards.remove(card)
            card.hide()
            card.deleteLater()
        self.cards += new
        for card in new:
            card.setParent(self._page)
            card.finished.connect(partial(self._remove, card))
        self._arrange(slide=True)

    def place(self) -> None:
        """The page or a card has another size: put all cards where they belong."""
        self._arrange(slide=False)

    def _arrange(self, *, slide: bool) -> None:
        """Show the newest cards, as many as the page has room for, and put the others aside."""
        for card, place in zip(self.cards, self._places(), strict=True):
            card.resize(self._size(card))
            if place.y() < CARD_GAP_PX and card is not self.cards[-1]:
                _halt(card)
                card.hide()
                card.move(place)
                continue
            if card.isHidden():
                card.move(self._page.width(), place.y())
                card.show()
                card.raise_()
            if slide:
                self._slide(card, place)
            else:
                _halt(card)
                card.move(place)

    def _places(self) -> list[QPoint]:
        y = self._page.height() - EDGE_PX + CARD_GAP_PX
        places: list[QPoint] = []
        for card in reversed(self.cards):
            size = self._size(card)
            y -= size.height() + CARD_GAP_PX
            places.append(QPoint(self._page.width() - EDGE_PX - size.width(), y))
        return places[::-1]

    def _size(self, card: ToastCard) -> QSize:
        width_px = max(min(CARD_PX, self._page.width() - 2 * EDGE_PX), 1)
        page_px = self._page.height()
        return card.size_within(width_px, min(max(round(page_px * _SHARE), _LOW_PX), page_px - 2 * EDGE_PX))

    def _slide(self, card: ToastCard, place: QPoint) -> QPropertyAnimation | None:
        """Move a card, at once where the system wants no animations."""
        if not card.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, card):
            card.move(place)
            return None
        _halt(card)
        slide = QPropertyAnimation(card, b"pos", card)
        slide.setDuration(SLIDE_MS)
        slide.setEndValue(place)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
        return slide

    def _remove(self, card: ToastCard) -> None:
        if card not in self.cards:
            return
        self.cards.remove(card)
        slide = self._slide(card, QPoint(self._page.width(), card.y()))
        if slide is None:
            card.deleteLater()
        else:
            slide.finished.connect(card.deleteLater)
        self._arrange(slide=True)


def _scrolling(text: QWidget) -> QScrollArea:
    """A text that scrolls where it is higher than the room for it."""
    area = QScrollArea()
    area.setViewport(QWidget())  # asked for Qt's own one, PySide looks through all classes of widgets
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(text)
    text.setAutoFillBackground(False)
    return area


def _halt(card: ToastCard) -> None:
    """Stop a card on its way: it would end where its place was before."""
    for slide in card.findChildren(QPropertyAnimation):
        slide.stop()
