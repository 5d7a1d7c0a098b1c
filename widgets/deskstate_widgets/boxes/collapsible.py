"""A header that opens and closes what is below it.

GUI thread only. The header is a Qt button with labels laid over it, so that keyboard, focus and drawing are Qt's own.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from deskstate_widgets.boxes.card import set_card
from deskstate_widgets.boxes.scroll_box import StackBox
from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.icons.mark import icon_mark
from deskstate_widgets.look.grip import Grip
from deskstate_widgets.look.tokens import PAD_PX, SMALL_GAP_PX
from deskstate_widgets.markdown.html import plain_text
from deskstate_widgets.text.direction import LEFT
from deskstate_widgets.text.inline_label import InlineLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

W = TypeVar("W", bound=QWidget)

ICON_PX: Final = 20
HEADER_PX: Final = 44
"""Height of a header with one line, in its card."""
FLAT_HEADER_PX: Final = 32
"""The same without a card."""
RAIL_PX: Final = ICON_PX + SMALL_GAP_PX
"""Width of the column in which the line of a step runs; the words begin right of it."""
BODY_PX: Final = MappingProxyType(
    {
        "default": (PAD_PX - 1, 2, PAD_PX - 1, PAD_PX - 1),
        "compact": (RAIL_PX, 2, 0, SMALL_GAP_PX),
        "step": (0, 0, 0, SMALL_GAP_PX),
    }
)
"""Space around the body: left, top, right, bottom. The line of a step runs beside it."""


class Collapsible(QWidget):
    """A header and a body.

    Signals:
        toggled: A person opened (True) or closed (False) it.
    """

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._style = "default"
        self._icon: str | None = None
        self._dressed = False
        self._mark: QWidget | None = None
        self._button = _Header(self)
        self._button.clicked.connect(self._clicked)
        self.body = StackBox(self)  # after the header: Tab walks through children in this order
        """What is shown while it is open; empty at first."""
        self._chevron = _over(QLabel(self))
        self._chevron.setFont(icon_font("chevron_right", ICON_PX))
        self._chevron.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._label = _over(InlineLabel(self))
        self._label.setAlignment(LEFT | Qt.AlignmentFlag.AlignVCenter)
        self._rail: QFrame | None = None
        self._header = QGridLayout()
        self._header.setContentsMargins(0, 0, 0, 0)
        self._header.addWidget(self._button, 0, 0)
        self._row = QHBoxLayout()
        self._row.setSpacing(SMALL_GAP_PX)
        self._header.addLayout(self._row, 0, 0)
        self._lower = QHBoxLayout()
        self._lower.setSpacing(0)
        self._room = QVBoxLayout()
        self._room.addWidget(self.body)
        self._lower.addLayout(self._room, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._header)
        self._column.addLayout(self._lower)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """True while the body is shown."""
        return self._button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the body."""
        self._button.setChecked(is_open)
        self._button.setAccessibleDescription("Expanded" if is_open else "Collapsed")
        self._chevron.setText(icon_text("chevron_down" if is_open else "chevron_right")[1])
        self.body.setVisible(is_open)
        left_px, top_px, right_px, bottom_px = BODY_PX[self._style] if is_open else (0, 0, 0, 0)
        self._room.setContentsMargins(left_px, top_px, right_px, bottom_px)
        if self._rail is not None:
            self._rail.setVisible(is_open and self._style == "step")

    def take_focus(self) -> None:
        """Give the keyboard focus to the header."""
        self._button.setFocus()

    def describe(self, label: str, icon: str | None, style: str) -> None:
        """Show these words.

        Args:
            label: Inline Markdown.
            icon: An emoji, ":material/name:", "spinner" or None.
            style: "default": a card; "compact": a line of text; "step": a station on a line.
        """
        self._label.set_markdown(label)
        self._button.setAccessibleName(plain_text(label))
        if not self._dressed or (icon, style) != (self._icon, self._style):
            self._dressed, self._icon, self._style = True, icon, style
            self._dress()

    def _dress(self) -> None:
        """Lay out the header anew."""
        style = self._style
        if self._mark is not None:
            self._mark.hide()
            self._mark.deleteLater()
        step = style == "step"
        self._mark = icon_mark(self._icon, QPalette.ColorRole.WindowText) if self._icon else _dot() if step else None
        if step and self._rail is None:
            self._rail = QFrame(self)
            self._rail.setProperty("look", "rail")
            self._rail.setFixedWidth(RAIL_PX)
            self._lower.insertWidget(0, self._rail)
        while self._row.takeAt(0) is not None:
            continue
        marks = [self._mark] if step else [self._chevron, self._mark]
        for widget in [mark for mark in marks if mark is not None]:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._label, 1)
        if step:
            self._row.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._mark is not None:
            self._mark.setFixedWidth(ICON_PX)
        is_card = style == "default"
        side_px, height_px = (PAD_PX - 4, HEADER_PX) if is_card else (0, FLAT_HEADER_PX)
        self._row.setContentsMargins(side_px, SMALL_GAP_PX, PAD_PX if is_card else 0, SMALL_GAP_PX)
        self._header.setRowMinimumHeight(0, height_px)
        edge_px = int(is_card)
        self._column.setContentsMargins(edge_px, edge_px, edge_px, edge_px)
        set_card(self, is_card)
        self.set_open(self.is_open)

    def _clicked(self, is_open: bool) -> None:
        self.set_open(is_open)
        self.toggled.emit(is_open)


class _Header(QPushButton):
    """The button below the words; Enter presses it too, as on a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grip = Grip()
        self.setCheckable(True)
        self.setProperty("look", "fold")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def hitButton(self, pos: QPoint) -> bool:
        return self._grip.holds(self, pos) or super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _dot() -> QLabel:
    """The station on the line of a step without an icon."""
    dot = _over(QLabel())
    dot.setProperty("look", "dot")
    dot.setFixedSize(ICON_PX, ICON_PX)
    return dot


def _over(widget: W) -> W:
    """Let the mouse through to the button below."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
