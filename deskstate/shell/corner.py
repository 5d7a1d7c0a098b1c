"""The upper right corner of a window, where cards lie over the page for a while.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget

if TYPE_CHECKING:
    from deskstate_widgets.frame.root_frame import RootFrame

MARGIN_PX: Final = 12
CARD_GAP_PX: Final = 8


class Corner:
    """Keeps cards in the upper right corner of a window, one below another.

    They lie upon the window until there is a page, and then upon the page, where the Tab key comes by.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.area: QWidget = window
        """What they lie upon."""
        self._cards: list[Card] = []

    def move_to(self, area: RootFrame) -> None:
        """Lay the cards upon the page, which may get its size later than its window."""
        self.area = area
        area.resized.connect(self.place)
        for card in self._cards:
            shown = not card.isHidden()
            card.setParent(area)
            card.setVisible(shown)
        self.place()

    def add(self, card: Card) -> None:
        """Take a card in, below those that are there."""
        self._cards.append(card)

    def place(self) -> None:
        """Put the cards that are shown where they belong."""
        y = MARGIN_PX
        bar = self._window.menuBar()
        if self.area is self._window and not bar.isNativeMenuBar():
            y += bar.height()
        area_px = self.area.width()
        for card in self._cards:
            if card.isHidden():
                continue
            width_px, height_px = card.size_within(area_px - 2 * MARGIN_PX)
            card.setGeometry(area_px - width_px - MARGIN_PX, y, width_px, height_px)
            card.raise_()
            y += height_px + CARD_GAP_PX


class Card(QFrame):
    """What may lie in the corner."""

    def __init__(self, corner: Corner) -> None:
        super().__init__(corner.area)
        self.setProperty("look", "overlay")
        self.hide()
        self._corner = corner
        corner.add(self)

    def size_within(self, width_px: int) -> tuple[int, int]:
        """Width and height when there is so much room."""
        size = self.sizeHint()
        return min(size.width(), width_px), size.height()

    def appear(self) -> None:
        """Show the card in its place."""
        self.ensurePolished()
        self.show()
        self._corner.place()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # what stands in it has another size
            self._corner.place()
        return done

    def vanish(self) -> None:
        """Hide the card; those below move up."""
        if not self.isHidden():
            self.hide()
            self._corner.place()
