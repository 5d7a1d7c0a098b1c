"""Radio buttons with labels and captions, one below the other or side by side.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.choices._flow import flow
from deskstate_widgets.choices._radio_row import RadioRow
from deskstate_widgets.look.tokens import GAP_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

_ROW_GAP_PX: Final = 4
_LINE_GAP_PX: Final = 6


class RadioBox(QWidget):
    """A group of which at most one is on.

    Args:
        on_link: Called with the address of a link in a label that a person clicked.
    """

    chosen = Signal(object)
    """The person switched the one with this label on; another was on before, or none."""

    def __init__(self, on_link: Callable[[str], object]) -> None:
        super().__init__()
        self.value: str | None = None
        """The label of the one that is on."""
        self._on_link = on_link
        self._rows: list[RadioRow] = []
        self._horizontal = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_ROW_GAP_PX)

    def set_options(self, labels: Sequence[str], captions: Sequence[str], horizontal: bool) -> None:
        """Show these options; rows are used again in their order."""
        while len(self._rows) > len(labels):
            self._remove(self._rows.pop())
        if horizontal != self._horizontal:
            self._turn(horizontal)
        while len(self._rows) < len(labels):
            self._add()
        texts = (*captions[: len(labels)], *[""] * (len(labels) - len(captions)))
        for row, label, caption in zip(self._rows, labels, texts, strict=True):
            row.describe(label, caption)
        self._place()
        self.set_value(self.value)

    def set_value(self, value: str | None) -> None:
        """Switch one on without reporting it."""
        self.value = value
        on = next((row for row in self._rows if row.label == value), None) if value is not None else None
        if on is not None:
            on.setChecked(True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)  # an exclusive group never lets its last one go
            checked.setChecked(False)
            self._group.setExclusive(True)
        self._let_tab_in()

    def focus(self) -> None:
        """Give the keyboard focus to the one that is on, or to the first."""
        if self._rows:
            (self._group.checkedButton() or self._rows[0]).setFocus()

    def sizeHint(self) -> QSize:
        if not self._horizontal:
            return super().sizeHint()
        sizes = [row.sizeHint() for row in self._rows]
        placed = flow([(size.width(), size.height()) for size in sizes], None, GAP_PX, _LINE_GAP_PX)
        return QSize(placed.width_px, max(self.minimumHeight(), placed.height_px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _add(self) -> None:
        row = RadioRow(self._on_link)
        self._group.addButton(row, len(self._rows))
        row.stepped.connect(self._step)
        row.sent_to.connect(self._go_to)
        self._rows.append(row)
        if self._horizontal:
            row.setParent(self)
            row.show()
        else:
            self._column.addWidget(row)

    def _remove(self, row: RadioRow) -> None:
        self._group.removeButton(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _turn(self, horizontal: bool) -> None:
        self._horizontal = horizontal
        for row in self._rows:
            if horizontal:
                self._column.removeWidget(row)
            else:
                self._column.addWidget(row)
        if not horizontal:
            self.setMinimumHeight(0)

    def _place(self) -> None:
        """Side by side: into as many lines as the width asks for."""
        if not self._horizontal:
            return
        room_px = max(self.width(), 1)
        sizes = [(min(row.natural_px, room_px), row.heightForWidth(min(row.natural_px, room_px))) for row in self._rows]
        placed = flow(sizes, room_px, GAP_PX, _LINE_GAP_PX)
        for row, size, (left, top) in zip(self._rows, sizes, placed.places, strict=True):
            row.setGeometry(left, top, *size)
        self.setMinimumHeight(placed.height_px)

    def _let_tab_in(self) -> None:
        """Tab stops once: at the one that is on, or at the first."""
        stop = self._group.checkedButton() or (self._rows[0] if self._rows else None)
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)

    def _step(self, row: RadioRow, by: int) -> None:
        """Go to the next option or to the one before, round and round, and switch it on."""
        self._go_to((self._group.id(row) + by) % len(self._rows))

    def _go_to(self, place: int) -> None:
        """Switch on the option at a place, which has the focus then."""
        target = self._rows[place]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(target)
        target.click()

    def _clicked(self, place: int) -> None:
        label = self._rows[place].label
        if label != self.value:
            self.value = label
            self._let_tab_in()
            self.chosen.emit(label)
