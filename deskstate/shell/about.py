"""The dialog that says what an app is.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deskstate_widgets.buttons.push_button import PushButton
from deskstate_widgets.text.rich_text import RichText, Words

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH_PX: Final = 440
ICON_PX: Final = 48
TALLEST_PX: Final = 420
"""A longer text scrolls."""


class AboutDialog(QDialog):
    """Name and icon of an app, what its author says about it, and what it is made with."""

    def __init__(
        self, parent: QWidget, title: str, text: str | None, version: str, open_link: Callable[[str], None]
    ) -> None:
        """Make the dialog; it is not shown yet.

        Args:
            parent: The window, whose icon is shown.
            title: Of the app.
            text: What the app says about itself, Markdown; None: nothing.
            version: Of deskstate.
            open_link: Opens the address of a link.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"About {title}")
        self.setMinimumWidth(WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(16)
        column.addLayout(self._head(title, version))
        if text:
            column.addWidget(_body(text, open_link))
        close = PushButton()
        close.set_face("Close", None)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addSpacing(4)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()

    def _head(self, title: str, version: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        icon = self.windowIcon()
        if not icon.isNull():
            picture = QLabel()
            picture.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))
            row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(4)
        name = QLabel(title)
        name.setProperty("look", "about-title")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        made = QLabel(f"Made with deskstate {version}")
        made.setProperty("look", "note")
        words.addStretch()
        words.addWidget(name)
        words.addWidget(made)
        words.addStretch()
        row.addLayout(words, 1)
        return row


def _body(text: str, open_link: Callable[[str], None]) -> QWidget:
    body = RichText()
    body.write(Words(text))
    body.link_activated.connect(open_link)
    height_px = body.heightForWidth(WIDTH_PX - 56)
    if height_px <= TALLEST_PX:
        return body
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    area.setFixedHeight(TALLEST_PX)
    return area
