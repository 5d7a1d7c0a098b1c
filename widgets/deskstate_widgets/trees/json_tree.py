"""JSON data as a tree to open and close, and to copy from.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontInfo, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QSizePolicy, QTreeView

from deskstate_widgets.boxes.scroll_again import scroll_again
from deskstate_widgets.look.tokens import SMALL_PX
from deskstate_widgets.trees._cells import JsonCells
from deskstate_widgets.trees._model import JsonModel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

    from deskstate_widgets.trees.rows import Path

MOST_ROWS: Final = 20
"""Rows that are seen at once; more of them scroll."""
OPEN_AT_MOST: Final = 1_000
"""Rows that are opened by themselves; what is deeper waits for the person."""
_INDENT_PX: Final = 18
_PAD_PX: Final = 8
"""Above the first row and below the last; the style sheet has the same, and makes it grow with the font."""


class JsonTree(QTreeView):
    """A tree that is as high as its open rows, up to a limit."""

    def __init__(self) -> None:
        """Make an empty tree."""
        super().__init__()
        self._model: JsonModel | None = None
        self._open: dict[Path, bool] = {}
        """What a person opened or closed."""
        self.setProperty("look", "json")
        self.setItemDelegate(JsonCells(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT_PX)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("JSON data")
        self.expanded.connect(self._remember)
        self.collapsed.connect(self._remember)

    def show_data(self, data: Any, depth: int | None) -> None:
        """Show data. What a person opened and closed stays so, where it is still there.

        Args:
            data: What `json.loads` gave.
            depth: Levels that are open; None: all of them.
        """
        scrolled = self.verticalScrollBar().value()
        before, current = self._model, self.currentIndex()
        self._model = JsonModel(data, self)
        self.blockSignals(True)
        self.setModel(self._model)
        self._open_levels(self._model, depth)
        self.blockSignals(False)
        if before is not None:
            if current.isValid():
                self.selectionModel().setCurrentIndex(
                    self._model.find(before.row_of(current).path()), QItemSelectionModel.SelectionFlag.NoUpdate
                )
            before.deleteLater()
        self.updateGeometry()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    def forget(self) -> None:
        """Forget what a person opened and closed."""
        self._open.clear()

    def view(self) -> tuple[dict[Path, bool], int] | None:
        """What a person opened and closed, and how far it is scrolled; None when nobody did anything."""
        view = dict(self._open), self.verticalScrollBar().value()
        return view if any(view) else None

    def restore_view(self, folds: dict[Path, bool], scrolled: int) -> None:
        """Be folded and scrolled as before, as far as what it shows is the same."""
        assert self._model is not None
        for path, is_open in folds.items():
            self.setExpanded(self._model.find(path), is_open)
        scroll_again(self, down=scrolled)

    def sizeHint(self) -> QSize:
        """The height of the open rows."""
        row_px = self.sizeHintForRow(0)
        rows = 0
        index = self._top()
        while index.isValid() and rows < MOST_ROWS:
            rows += 1
            index = self.indexBelow(index)
        return QSize(super().sizeHint().width(), rows * row_px + 2 * self._grown(_PAD_PX))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the value of the current row."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, and to open or close everything inside."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if self._model is None or not index.isValid():
            return
        row = self._model.row_of(index)
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy value")
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(lambda: self._copy(index))
        path = row.path_text()
        menu.addAction("Copy path").triggered.connect(lambda: QGuiApplication.clipboard().setText(path))
        if row.opens:
            menu.addSeparator()
            menu.addAction("Open all inside").triggered.connect(lambda: self._open_all(index))
            menu.addAction("Close all inside").triggered.connect(lambda: self._close_all(index))
        menu.popup(self._below(index) if keyboard else event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIndentation(self._grown(_INDENT_PX))
            self.updateGeometry()

    def _grown(self, px: int) -> int:
        """A designed size in the px of the window."""
        return round(px * QFontInfo(self.font()).pixelSize() / SMALL_PX)

    def _top(self) -> QModelIndex:
        return QModelIndex() if self._model is None else self._model.index(0, 0)

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _remember(self, index: QModelIndex) -> None:
        if self._model is not None:
            row = self._model.row_of(index)
            if row.span is None:
                self._open[row.path()] = self.isExpanded(index)
        self.updateGeometry()

    def _open_levels(self, model: JsonModel, depth: int | None) -> None:
        """Open rows from the top, level by level, until there are too many."""
        level = [self._top()] if model.hasChildren(self._top()) else []
        rows = 1
        while level and rows < OPEN_AT_MOST:
            below: list[QModelIndex] = []
            for index in level:
                row = model.row_of(index)
                path = row.path()
                by_itself = depth is None or len(path) < depth
                if not (row.position == 0 if row.span else self._open.get(path, by_itself)):
                    continue
                self.expand(index)
                rows += len(row.rows())
                if rows < OPEN_AT_MOST:
                    below += [model.index(place, 0, index) for place, inner in enumerate(row.rows()) if inner.opens]
            level = below

    def _open_all(self, index: QModelIndex) -> None:
        model = self._model
        level = [index]
        rows = 0
        while model is not None and level and rows < OPEN_AT_MOST:
            self.expand(index := level.pop(0))
            inside = model.row_of(index).rows()
            rows += len(inside)
            level += [model.index(place, 0, index) for place, inner in enumerate(inside) if inner.opens]

    def _close_all(self, index: QModelIndex) -> None:
        for place in range(self._model.rowCount(index) if self._model is not None else 0):
            child = index.model().index(place, 0, index)
            if self.isExpanded(child):
                self._close_all(child)
        self.collapse(index)

    def _copy(self, index: QModelIndex) -> None:
        if self._model is not None and index.isValid():
            QGuiApplication.clipboard().setText(self._model.row_of(index).value_text())
