"""Rows of JSON data for a tree view.

GUI thread only.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deskstate_widgets.trees._cells import words
from deskstate_widgets.trees.rows import Path, Row

Index = QModelIndex | QPersistentModelIndex


class JsonModel(QAbstractItemModel):
    """The data as a whole is the one top row."""

    def __init__(self, data: Any, parent: QObject) -> None:
        """Take what `json.loads` gave."""
        super().__init__(parent)
        self._root = Row(None, 0, None, data)

    def row_of(self, index: Index) -> Row:
        """The row behind an index."""
        found: Row = index.internalPointer()
        return found

    def index_of(self, row: Row) -> QModelIndex:
        """The index of a row."""
        return self.createIndex(row.position, 0, row)

    def find(self, path: Path) -> QModelIndex:
        """The index of the row at the end of a path; an invalid one when there is none."""
        row = self._root.find(path)
        return QModelIndex() if row is None else self.index_of(row)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        if not parent.isValid():
            return self.index_of(self._root) if row == 0 and column == 0 else QModelIndex()
        rows = self.row_of(parent).rows()
        return self.index_of(rows[row]) if 0 <= row < len(rows) else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - QObject.parent() too
        above = self.row_of(index).above if index.isValid() else None
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return len(self.row_of(parent).rows()) if parent.isValid() else 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        return self.row_of(parent).opens if parent.isValid() else True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "".join(text for text, _ in words(self.row_of(index)))
        return None
