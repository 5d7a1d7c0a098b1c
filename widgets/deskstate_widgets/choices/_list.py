"""The rows of an open list: any number of them, each a line of text; one of them highlighted, one of them ticked.

GUI thread only. Rows are painted by Qt itself from a model in C++, so the list scrolls well while a script computes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView

from deskstate_widgets.choices._glyph import glyph_label
from deskstate_widgets.text.tool_tip import literal, set_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from deskstate_widgets.choices._rows import Rows

ROW_PX: Final = 34
_ROWS_SEEN: Final = 8
"""Rows without scrolling."""
_MEASURED_ROWS: Final = 200
"""Rows whose width counts; measuring 100,000 would take longer than a person notices."""
_WIDEST_PX: Final = 480
"""How wide long labels make a list that is wider than its field."""
_AROUND_TEXT_PX: Final = 60
"""What a row needs besides its text: padding, tick, scroll bar."""
_PAD_PX: Final = 20


class ChoiceList(QListView):
    """Rows to pick from.

    Args:
        field: Where the keyboard focus is. The list paints its current row as if it had the focus itself.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._rows = QStringListModel(self)
        self.setProperty("look", "choices")
        self.setModel(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setMinimumSize(1, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusProxy(field)
        self.entered.connect(self._hover)

    def show_rows(self, rows: Rows, marked: int) -> None:
        """Show these rows.

        Args:
            rows: What they say.
            marked: The row that is chosen already; -1: none.
        """
        self._rows.setStringList(rows.texts())
        if marked >= 0:
            selection = self.selectionModel()
            selection.select(self._rows.index(marked), selection.SelectionFlag.ClearAndSelect)
            self.setIndexWidget(self._rows.index(marked), _tick(self))
        if rows.labels and rows.above is not None:
            self.setIndexWidget(self._rows.index(0), _rule("below"))
        if rows.labels and rows.below is not None:
            self.setIndexWidget(self._rows.index(len(rows) - 1), _rule("above"))

    @property
    def row(self) -> int:
        """The row that is highlighted; -1: none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Highlight a row and bring it into sight."""
        self.setCurrentIndex(self._rows.index(row))

    def target(self, key: int) -> int | None:
        """The row that a key leads to; None: this key does not move."""
        last = self._rows.rowCount() - 1
        page = max(self.viewport().height() // ROW_PX - 1, 1)
        return {
            int(Qt.Key.Key_Down): self.row + 1 if self.row < last else 0,
            int(Qt.Key.Key_Up): self.row - 1 if self.row > 0 else last,
            int(Qt.Key.Key_PageDown): min(self.row + page, last),
            int(Qt.Key.Key_PageUp): max(self.row - page, 0),
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): last,
        }.get(key)

    def height_wanted(self) -> int:
        """What the rows need, in px, up to the most that are seen without scrolling."""
        return min(self._rows.rowCount(), _ROWS_SEEN) * ROW_PX

    def width_wanted(self) -> int:
        """What the rows need, in px, within reason."""
        width_of = self.fontMetrics().horizontalAdvance
        some = range(min(self._rows.rowCount(), _MEASURED_ROWS))
        widest = max((width_of(self._rows.index(row).data()) for row in some), default=0)
        return min(widest + _AROUND_TEXT_PX, _WIDEST_PX)

    def _hover(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        text: str = index.data()
        is_cut = self.fontMetrics().horizontalAdvance(text) > self.viewport().width() - _PAD_PX
        set_tip(self, literal(text) if is_cut else "")


def _tick(view: QListView) -> QLabel:
    """A tick at the right end of the row that is chosen; the row itself is painted below it."""
    tick = glyph_label("check", view)
    tick.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    tick.setIndent(10)
    return tick


def _rule(side: str) -> QFrame:
    """A hairline between the options and a row that is none."""
    rule = QFrame()
    rule.setProperty("look", f"choice-rule-{side}")
    rule.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return rule
