"""What lies over the page for a while: the sign that a run goes on, and what has to be said about a script.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

SHOW_AFTER_MS: Final = 500
"""How long a run may last before it is mentioned (rule 16.10)."""
MARGIN_PX: Final = 12


class Corner(QObject):
    """Keeps a widget in the top right corner of another one."""

    def __init__(self, card: QWidget, area: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._area = area
        area.installEventFilter(self)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the area's size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def place(self) -> None:
        """Put the card where it belongs."""
        size = self._card.sizeHint()
        width = min(size.width(), self._area.width() - 2 * MARGIN_PX)
        self._card.setGeometry(self._area.width() - width - MARGIN_PX, MARGIN_PX, width, size.height())
        self._card.raise_()


class RunningSign(QFrame):
    """A small card with a Stop button, shown while a long run goes on."""

    stop_pressed = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("deskstate-running")
        self.setProperty("look", "overlay")
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
        self._corner = Corner(self, area)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_AFTER_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def start(self) -> None:
        """A run has begun: appear if it lasts."""
        if not self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def finish(self) -> None:
        """The run is over."""
        self._timer.stop()
        self.hide()

    def _appear(self) -> None:
        self._label.setText("Running")
        self._stop.setEnabled(True)
        self.show()
        self._corner.place()

    def _press(self) -> None:
        self._label.setText("Stopping")
        self._stop.setEnabled(False)
        self._corner.place()
        self.stop_pressed.emit()


class NoticeCard(QFrame):
    """A card over the page that says what happened to the script, until it is closed or no longer true."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("deskstate-notice")
        self.setProperty("look", "overlay")
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
        close.clicked.connect(self.hide)
        head.addWidget(self._title, 1)
        head.addWidget(self._action)
        head.addWidget(close)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(head)
        column.addWidget(self._text)
        self.setFixedWidth(440)
        self._corner = Corner(self, area)
        self._act: Callable[[], None] | None = None
        self._action.clicked.connect(self._do_action)
        self.hide()

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
        self._text.setProperty("look", "mono" if monospace else "")
        self._act = action[1] if action is not None else None
        self._action.setText(action[0] if action is not None else "")
        self._action.setVisible(action is not None)
        self.setAccessibleName(f"{title} {text}")
        self.adjustSize()
        self.show()
        self._corner.place()

    def _do_action(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
