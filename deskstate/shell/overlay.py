"""What lies over the page for a while: the sign that a run goes on, and what has to be said about a script.

GUI thread only. Loaded when there is something to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from deskstate.shell.corner import Card, Corner

NOTICE_PX: Final = 440
"""Width of a notice, if the window is not narrower."""
WIDE_NOTICE_PX: Final = 720
"""The same, for lines of source that need it."""
CODE_PAD_PX: Final = 24
"""Left and right of the source together, with some room to spare."""


class RunningSign(Card):
    """A small card with a Stop button, shown while a long run goes on."""

    stop_pressed = Signal()

    def __init__(self, corner: Corner) -> None:
        super().__init__(corner)
        self.setObjectName("deskstate-running")
        self.setAccessibleName("The script is running")
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(36, 4)
        self._label = QLabel("Running")
        self._stop = _button("Stop")
        self._stop.setAccessibleName("Stop the script")
        self._stop.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stop.clicked.connect(self._press)
        for part in (bar, self._label, self._stop):
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)

    def begin(self, *, closing: bool = False) -> None:
        """Say that a run goes on, or that the window waits for its end to close."""
        self._label.setText("Closing" if closing else "Running")
        self._stop.setEnabled(True)
        self._stop.setVisible(not closing)
        self._row.setContentsMargins(12, 6, 12 if closing else 6, 6)
        self.appear()

    def _press(self) -> None:
        self._label.setText("Stopping")
        self._stop.setEnabled(False)
        self._corner.place()
        self.stop_pressed.emit()


class NoticeCard(Card):
    """A card over the page that says what happened to the script, until it is closed or no longer true."""

    def __init__(self, corner: Corner) -> None:
        super().__init__(corner)
        self.setObjectName("deskstate-notice")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 46))
        self.setGraphicsEffect(shadow)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title = _words("strong")
        self._action = _button()
        self._action.clicked.connect(self._do_action)
        self._dismiss = _button()
        self._dismiss.clicked.connect(self.vanish)
        head.addWidget(self._title, 1)
        head.addWidget(self._action)
        head.addWidget(self._dismiss)
        column.addLayout(head)
        self._code = _words("mono")
        self._text = _words("note")
        column.addWidget(self._code)
        column.addWidget(self._text)
        self._act: Callable[[], None] | None = None

    def size_within(self, width_px: int) -> tuple[int, int]:
        wanted_px = NOTICE_PX
        if not self._code.isHidden():
            longest = max(self._code.text().split("\n"), key=len)
            margins = self.contentsMargins() + self._column.contentsMargins()
            code_px = self._code.fontMetrics().horizontalAdvance(longest) + CODE_PAD_PX
            wanted_px = min(max(wanted_px, code_px + margins.left() + margins.right()), WIDE_NOTICE_PX)
        width_px = min(wanted_px, width_px)
        return width_px, self.heightForWidth(width_px)

    def say(
        self,
        title: str,
        text: str = "",
        *,
        code: str = "",
        action: tuple[str, Callable[[], None]] | None = None,
        dismiss: str = "Close",
    ) -> None:
        """Show a message.

        Args:
            title: One line.
            text: More about it, plain.
            code: Source text, or where in it.
            action: Label of a button and what it does, besides closing the card.
            dismiss: Label of the button that does nothing else.
        """
        self._title.setText(title)
        for label, words in ((self._code, code), (self._text, text)):
            label.setText(words)
            label.setVisible(bool(words))
        self._act = action[1] if action is not None else None
        self._action.setText(action[0] if action is not None else "")
        self._action.setVisible(action is not None)
        self._dismiss.setText(dismiss)
        self.setAccessibleName(" ".join(part for part in (title, code, text) if part))
        self.appear()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def take_focus(self) -> None:
        """Let the keyboard answer: Tab goes on from what does least."""
        self._dismiss.setFocus()

    def _do_action(self) -> None:
        self.vanish()
        if self._act is not None:
            self._act()


def _button(label: str = "") -> QPushButton:
    button = QPushButton(label)
    button.setProperty("look", "overlay")
    button.setAutoDefault(True)  # so that Enter presses it, too
    return button


def _words(look: str) -> QLabel:
    """Plain text that wraps and can be copied."""
    label = QLabel()
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
