"""The panel at the left of a page: its own scroll area, an edge to drag, a button to fold it away.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from deskstate_widgets.boxes.scroll_box import BAR_PX, ScrollBox
from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.look.tokens import SIDEBAR_PX
from deskstate_widgets.text.tool_tip import set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

LEAST_PX: Final = 200
MOST_PX: Final = 600
TOGGLE_PX: Final = 32
"""Size of the button that folds the sidebar."""
CORNER_PX: Final = 12
"""Between that button and the edges."""
SIDE_PX: Final = 20
"""Left and right of the elements."""
GRIP_PX: Final = 7
"""Width of the edge for the mouse; one px of it is seen."""


class Sidebar(QFrame):
    """A scrolling column with a colour of its own.

    Signals:
        dragged: A person moved the edge: the width in px that they ask for.
        folded: A person wants it out of the way, or back.
    """

    dragged = Signal(int)
    folded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sidebar")
        self.setProperty("look", "sidebar")
        self.shade = _Shade(self, parent)
        """Darkens what it covers of a narrow page."""
        self.opener = toggle_button("left_panel_open", "Show sidebar", parent)
        """Stands on the page while the sidebar is folded."""
        self.opener.setProperty("look", "floating")
        self.opener.move(CORNER_PX, CORNER_PX)
        self.opener.clicked.connect(self.folded)
        self._top_px = 0
        """Height of the strip with the button, which does not scroll."""
        self.area = ScrollBox()
        self.area.setParent(self)
        self._edge = _Edge(self)
        self.button = toggle_button("left_panel_close", "Hide sidebar", self)
        self.button.clicked.connect(self.folded)
        self.set_foldable(True)

    def set_content(self, content: QWidget) -> None:
        """Show this in the column."""
        self.area.set_content(content)

    def set_foldable(self, foldable: bool) -> None:
        """Whether there is a button to fold it away; without one the elements begin higher."""
        self.button.setVisible(foldable)
        self._top_px = 2 * CORNER_PX + TOGGLE_PX if foldable else 0
        self.area.set_margins(SIDE_PX, 0 if foldable else SIDE_PX, SIDE_PX - BAR_PX, 2 * SIDE_PX)
        self._place()

    def set_draggable(self, draggable: bool) -> None:
        """Whether the edge can be moved."""
        self._edge.setEnabled(draggable)

    def put_upon(self, main: QWidget) -> None:
        """Lie with shade and button right above the main column, and below all else on the page."""
        for widget in (self.opener, self, self.shade, main):
            widget.lower()

    def natural_height_px(self, width_px: int) -> int:
        """What all its elements need."""
        return self.area.natural_height_px(width_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.area.setGeometry(0, self._top_px, self.width() - 1, self.height() - self._top_px)
        self._edge.setGeometry(self.width() - GRIP_PX, 0, GRIP_PX, self.height())
        self.button.move(self.width() - CORNER_PX - TOGGLE_PX, CORNER_PX)


class _Edge(QFrame):
    """The line at the right, which can be dragged."""

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._grip_px = 0
        self.setProperty("look", "edge")
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip_px = self._sidebar.width() - self.mapTo(self._sidebar, event.position().toPoint()).x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = self.mapTo(self._sidebar, event.position().toPoint()).x()
        self._sidebar.dragged.emit(min(max(x + self._grip_px, LEAST_PX), MOST_PX))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._sidebar.dragged.emit(SIDEBAR_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.SplitHCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)


class _Shade(QFrame):
    """Lies upon the rest of a narrow page; a click on it folds the sidebar."""

    def __init__(self, sidebar: Sidebar, page: QWidget) -> None:
        super().__init__(page)
        self._sidebar = sidebar
        self.setProperty("look", "shade")
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._sidebar.folded.emit()


def toggle_button(icon: str, words: str, parent: QWidget) -> QToolButton:
    """A subtle button with an icon that folds the sidebar or brings it back."""
    button = QToolButton(parent)
    button.setProperty("look", "subtle")
    button.setFont(icon_font(icon, 20))
    button.setText(icon_text(icon)[1])
    button.setFixedSize(TOGGLE_PX, TOGGLE_PX)
    button.setAccessibleName(words)
    set_tip(button, words)
    return button
