"""JSON data as a tree of rows, each made when its parent is opened.

GUI thread only.
"""

from __future__ import annotations

import json
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from deskstate_widgets.parts.tokens import Tokens

_LONGEST: Final = 200
"""Characters of a string that a row shows."""

Index = QModelIndex | QPersistentModelIndex


class Row:
    """One entry: its name among its siblings, its value, and its own entries once asked for."""

    __slots__ = ("name", "parent", "position", "rows", "value")

    def __init__(self, parent: Row | None, position: int, name: str, value: Any) -> None:
        self.parent = parent
        self.position = position
        self.name = name
        self.value = value
        self.rows: list[Row] | None = None

    def entries(self) -> list[Row]:
        """The rows inside."""
        if self.rows is None:
            if isinstance(self.value, dict):
                pairs = [(json.dumps(key, ensure_ascii=False), value) for key, value in self.value.items()]
            elif isinstance(self.value, list):
                pairs = [(str(place), value) for place, value in enumerate(self.value)]
            else:
                pairs = []
            self.rows = [Row(self, place, name, value) for place, (name, value) in enumerate(pairs)]
        return self.rows

    def text(self) -> str:
        """The row as it is shown."""
        value = self.value
        if isinstance(value, dict):
            shown = f"{{}} {len(value)} keys" if value else "{}"
        elif isinstance(value, list):
            shown = f"[] {len(value)} items" if value else "[]"
        else:
            shown = json.dumps(value, ensure_ascii=False)
            if len(shown) > _LONGEST:
                shown = shown[:_LONGEST] + "…"
        return f"{self.name}: {shown}" if self.name else shown

    def path(self) -> str:
        """Where the row is, as one would write it in Python."""
        if self.parent is None:
            return ""
        return f"{self.parent.path()}[{self.name}]"


class JsonModel(QAbstractItemModel):
    """Rows for a tree view; the root of the data is its one top row."""

    def __init__(self, data: Any, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._root = Row(None, 0, "", data)
        self._tokens = tokens

    def row_of(self, index: Index) -> Row:
        """The row behind an index."""
        found: Row = index.internalPointer()
        return found

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        if not parent.isValid():
            return self.createIndex(0, 0, self._root) if row == 0 and column == 0 else QModelIndex()
        entries = self.row_of(parent).entries()
        return self.createIndex(row, column, entries[row]) if row < len(entries) else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # type: ignore[override] # noqa: B008 - QObject.parent() too
        if not index.isValid():
            return QModelIndex()
        above = self.row_of(index).parent
        return QModelIndex() if above is None else self.createIndex(above.position, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return len(self.row_of(parent).entries()) if parent.isValid() else 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        if not parent.isValid():
            return True
        value = self.row_of(parent).value
        return isinstance(value, (dict, list)) and bool(value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row.value, str) and len(row.value) > _LONGEST:
            return row.value
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._color(row.value))
        return None

    def _color(self, value: Any) -> str:
        hues = self._tokens.hues
        if isinstance(value, str):
            return hues["green"].text
        if isinstance(value, bool) or value is None:
            return hues["violet"].text
        if isinstance(value, (int, float)):
            return hues["blue"].text
        return self._tokens.text
