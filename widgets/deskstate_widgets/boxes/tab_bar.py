"""A row of tabs: plain words or inline Markdown, the open one underlined.

GUI thread only.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTabBar, QToolButton

from deskstate_widgets.boxes.style import APART_PX, MAKE_WAY_PX, WALKER_PX
from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.look.zoom import zoomed
from deskstate_widgets.markdown.html import is_plain, plain_text
from deskstate_widgets.text.inline_label import label_for
from deskstate_widgets.text.text_width import surely_fits
from deskstate_widgets.text.tool_tip import literal

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent

    from deskstate_widgets.text.inline_label import InlineLabel


class TabBar(QTabBar):
    """Tabs of which one is open. The arrow keys and, when there are too many, two buttons walk along them.

    Signals:
        chosen: A person opened the tab with this index.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[str] = []
        self._marked: dict[int, InlineLabel] = {}
        self._cut: set[int] = set()
        """Tabs whose label does not fit into the bar."""
        self._walkers = self.findChildren(QToolButton)
        for button, icon in zip(self._walkers, ("chevron_left", "chevron_right"), strict=True):
            button.setFont(icon_font(icon, 20))
            button.setText(icon_text(icon)[1])
        self.setProperty("look", "tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.currentChanged.connect(self._changed)

    def labels(self) -> list[str]:
        """The Markdown of all tabs."""
        return list(self._labels)

    def set_labels(self, labels: Sequence[str], current: int) -> None:
        """Show these tabs; nothing is reported.

        Args:
            labels: Inline Markdown, from left to right.
            current: Index of the open one.
        """
        with QSignalBlocker(self):
            with self._at_once():
                while self.count() > len(labels):
                    self._marked.pop(self.count() - 1, None)
                    self.removeTab(self.count() - 1)
                while self.count() < len(labels):
                    self.addTab("")
                for index, label in enumerate(labels):
                    if index >= len(self._labels) or self._labels[index] != label:
                        self._describe(index, label)
            self._labels = list(labels)
            self.setCurrentIndex(current)
            self._shorten()
        self._tint()

    def open(self, index: int) -> None:
        """Open a tab; nothing is reported."""
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
        self._tint()

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        for button in self._walkers:
            button.setArrowType(Qt.ArrowType.NoArrow)  # Qt has just set its own arrows
        self._make_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.setCurrentIndex(0 if event.key() == Qt.Key.Key_Home else self.count() - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; turning the wheel opens no tab

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._make_way()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._make_way()

    @contextmanager
    def _at_once(self) -> Generator[None]:
        """Lay the tabs out once, after all changes.

        WORKAROUND: Qt lays out all tabs anew after each change of one, unless the bar is hidden; 2,000 tabs would take
        a minute to make.
        """
        visible = self.isVisible()
        self.setAttribute(Qt.WidgetAttribute.WA_WState_Visible, False)
        try:
            yield
        finally:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_Visible, visible)
        if self.count():
            self.setTabText(0, self.tabText(0))

    def _shorten(self) -> None:
        """End labels that are wider than the bar in an ellipsis: its buttons walk from tab to tab only."""
        room_px = self.width() - zoomed(self, 2 * WALKER_PX + APART_PX)
        longest = max(self._labels, key=len, default="")
        if not self._cut and surely_fits(longest, self.font().pixelSize(), room_px):
            return
        metrics = self.fontMetrics()
        for index, label in enumerate(self._labels):
            words = plain_text(label)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room_px)
            if shown != words or index in self._cut:
                self._show_cut(index, label, "" if shown == words else shown)

    def _show_cut(self, index: int, label: str, shown: str) -> None:
        """Show a label shortened, or whole again if there is nothing to show instead."""
        if shown:
            self._cut.add(index)
        else:
            self._cut.discard(index)
        self.setTabToolTip(index, literal(plain_text(label)) if shown else "")
        mark = self._marked.get(index)
        if mark is None:
            self.setTabText(index, (shown or plain_text(label)).replace("&", "&&"))
            return
        if shown:
            mark.show_plain(shown)
        else:
            mark.set_markdown(label)
        mark.adjustSize()
        self.setTabText(index, "")  # has Qt place the label anew

    def _changed(self, index: int) -> None:
        self._tint()
        self.chosen.emit(index)

    def _tint(self) -> None:
        """Give labels with markup the colour that the style sheet gives to plain words."""
        role = QPalette.ColorRole
        for index, label in self._marked.items():
            label.setForegroundRole(role.WindowText if index == self.currentIndex() else role.PlaceholderText)
        self._make_way()

    def _make_way(self) -> None:
        """Move a label with markup into the ring of the focus, as the style sheet does with plain words."""
        for index, label in self._marked.items():
            ringed = self.hasFocus() and index == self.currentIndex()
            label.move(self.tabRect(index).left() + (MAKE_WAY_PX if ringed else 0), label.y())

    def _describe(self, index: int, label: str) -> None:
        words = plain_text(label)
        plain = is_plain(label)
        self.setTabText(index, words.replace("&", "&&") if plain else "")
        self.setAccessibleTabName(index, words)
        if index in self._marked:
            self._marked.pop(index).deleteLater()
            self.setTabButton(index, QTabBar.ButtonPosition.LeftSide, None)
        if not plain:
            self._marked[index] = mark = label_for(label)
            mark.setWordWrap(False)
            mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setTabButton(index, QTabBar.ButtonPosition.LeftSide, mark)
