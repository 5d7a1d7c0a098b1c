"""What lies over the page for a while: the sign that a run goes on, and what has to be said about a script.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QProgressBar, QPushButton, QVBoxLayout

from deskstate_widgets.parts.style_state import set_look

SHOW_AFTER_MS: Final = 500
"""How long a run may last before it is mentioned (rule 16.10)."""
MARGIN_PX: Final = 12
CARD_GAP_PX: Final = 8
NOTICE_PX: Final = 440
"""Width of a notice, if the window is not narrower."""


class Corner:
    """Keeps cards in the upper right corner of a window, one below another."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._cards: list[Card] = []

    def add(self, card: Card) -> None:
        """Take a card in, below those that are there."""
        self._cards.append(card)

    def place(self) -> None:
        """Put the cards that are shown where they belong."""
        window = self._window
        bar = window.menuBar()
        y = MARGIN_PX if bar.isNativeMenuBar() else bar.geometry().bottom() + 1 + MARGIN_PX
        for card in self._cards:
            if card.isHidden():
                continue
            width_px, height_px = card.size_within(window.width() - 2 * MARGIN_PX)
            card.setGeometry(window.width() - width_px - MARGIN_PX, y, width_px, height_px)
            card.raise_()
            y += height_px + CARD_GAP_PX


class Card(QFrame):
    """What may lie in the corner."""

    def __init__(self, window: QMainWindow, corner: Corner) -> None:
        super().__init__(window)
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

    def vanish(self) -> None:
        """Hide the card; those below move up."""
        if not self.isHidden():
            self.hide()
            self._corner.place()


class RunningSign(Card):
    """A small card with a Stop button, shown while a long run goes on."""

    stop_pressed = Signal()
    appeared = Signal()

    def __init__(self, window: QMainWindow, corner: Corner) -> None:
        super().__init__(window, corner)
        self.setObjectName("deskstate-running")
        self.setAccessibleName("The script is running")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(36, 4)
        self._label = QLabel("Running")
        self._stop = QPushButton("Stop")
        self._stop.setProperty("look", "overlay")
        self._stop.setAccessibleName("Stop the script")
        self._stop.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stop.clicked.connect(self._press)
        for part in (bar, self._label, self._stop):
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(SHOW_AFTER_MS)
        self._timer.timeout.connect(self._show)

    def start(self) -> None:
        """A run has begun: appear if it lasts."""
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def finish(self) -> None:
        """The run is over."""
        self._timer.stop()
        self.vanish()

    def _show(self) -> None:
        self._label.setText("Running")
        self._stop.setEnabled(True)
        self.appear()
        self.appeared.emit()

    def _press(self) -> None:
        self._label.setText("Stopping")
        self._stop.setEnabled(False)
        self._corner.place()
        self.stop_pressed.emit()


class NoticeCard(Card):
    """A card over the page that says what happened to the script, until it is closed or no longer true."""

    def __init__(self, window: QMainWindow, corner: Corner) -> None:
        super().__init__(window, corner)
        self.setObjectName("deskstate-notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._title = QLabel()
        self._title.setProperty("look", "strong")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._action = QPushButton()
        self._action.setProperty("look", "overlay")
        close = QPushButton("Close")
        close.setProperty("look", "overlay")
        close.clicked.connect(self.vanish)
        head.addWidget(self._title, 1)
        head.addWidget(self._action)
        head.addWidget(close)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(head)
        column.addWidget(self._text)
        self._act: Callable[[], None] | None = None
        self._action.clicked.connect(self._do_action)

    def size_within(self, width_px: int) -> tuple[int, int]:
        width_px = min(NOTICE_PX, width_px)
        return width_px, self.heightForWidth(width_px)

    def say(
        self,
        title: str,
        text: str = "",
        *,
        monospace: bool = False,
        action: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a message.

        Args:
            title: One line.
            text: More about it, plain.
            monospace: True for source text.
            action: Label of a button and what it does, besides closing the card.
        """
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        set_look(self._text, "look", "mono" if monospace else "")
        self._act = action[1] if action is not None else None
        self._action.setText(action[0] if action is not None else "")
        self._action.setVisible(action is not None)
        self.setAccessibleName(f"{title} {text}")
        self.appear()

    def _do_action(self) -> None:
        self.vanish()
        if self._act is not None:
            self._act()
