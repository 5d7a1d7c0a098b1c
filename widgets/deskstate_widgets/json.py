"""The native widget of `ds.json`.

GUI thread only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeView

from deskstate.core.properties import text
from deskstate_widgets.native import Native
from deskstate_widgets.parts.fonts import mono_font_family
from deskstate_widgets.parts.json_model import JsonModel
from deskstate_widgets.parts.sizing import apply_width
from deskstate_widgets.parts.tokens import SMALL_PX, tokens_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from deskstate_widgets.native import Host

ROW_PX: Final = 22
MOST_ROWS: Final = 18
"""Rows that are seen at once; more of them scroll."""
OPEN_AT_MOST: Final = 500
"""Rows that are opened by themselves; deeper ones wait for the person."""


class Json(Native[text.Json]):
    """A tree to open and close, to copy from."""

    def __init__(self, properties: text.Json, host: Host) -> None:
        super().__init__(properties, host)
        self._view = QTreeView()
        self.widget = self._view
        view = self._view
        view.setHeaderHidden(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformRowHeights(True)
        view.setIndentation(18)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)
        view.setAccessibleName("JSON data")
        view.setObjectName("deskstate-json")
        font = QFont(mono_font_family())
        font.setPixelSize(SMALL_PX)
        view.setFont(font)
        copy = QShortcut(QKeySequence.StandardKey.Copy, view, context=Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(lambda: self._copy(view.currentIndex()))
        view.expanded.connect(self._fit)
        view.collapsed.connect(self._fit)
        self._show(properties)

    def update(self, new: text.Json, old: text.Json) -> None:
        if (new.body, new.expanded) != (old.body, old.expanded):
            self._show(new)
        if new.width != old.width:
            apply_width(self.widget, new.width)
            self.host.relayout()

    def _show(self, properties: text.Json) -> None:
        try:
            data: Any = json.loads(properties.body)
        except ValueError as error:
            data = f"This is not JSON: {error}"
        before = self._view.model()
        self._view.setModel(JsonModel(data, tokens_of(self._view), self._view))
        if before is not None:
            before.deleteLater()
        depth = -1 if properties.expanded is True else int(properties.expanded)
        self._open(depth)
        self._fit()
        apply_width(self.widget, properties.width)

    def _open(self, depth: int) -> None:
        """Open levels from the top, each of them whole, until there are too many rows."""
        model = self._view.model()
        level = [model.index(0, 0)]
        rows = 1
        while level and depth != 0 and rows < OPEN_AT_MOST:
            below: list[QModelIndex] = []
            for index in level:
                self._view.expand(index)
                count = model.rowCount(index)
                rows += count
                if rows < OPEN_AT_MOST:
                    children = (model.index(place, 0, index) for place in range(count))
                    below += [child for child in children if model.hasChildren(child)]
            level = below
            depth -= 1

    def _fit(self) -> None:
        """Be as high as the open rows, up to a limit."""
        rows = 0
        index = self._view.model().index(0, 0)
        while index.isValid() and rows < MOST_ROWS:
            rows += 1
            index = self._view.indexBelow(index)
        row_px = max(ROW_PX, self._view.sizeHintForRow(0))
        self._view.setFixedHeight(rows * row_px + 4)

    def _offer(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        if index.isValid():
            menu = QMenu(self._view)
            menu.addAction("Copy value").triggered.connect(lambda: self._copy(index))
            menu.addAction("Copy path").triggered.connect(lambda: self._copy_path(index))
            menu.popup(self._view.viewport().mapToGlobal(at))

    def _copy(self, index: QModelIndex) -> None:
        model = self._view.model()
        if index.isValid() and isinstance(model, JsonModel):
            value = model.row_of(index).value
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
            QGuiApplication.clipboard().setText(words)

    def _copy_path(self, index: QModelIndex) -> None:
        model = self._view.model()
        if isinstance(model, JsonModel):
            QGuiApplication.clipboard().setText(model.row_of(index).path())
