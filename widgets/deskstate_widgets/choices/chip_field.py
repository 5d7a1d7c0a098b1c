"""A field that shows what is chosen as chips, and opens a list to choose more.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deskstate_widgets.choices._chip import CHIP_PX, Chip, least_px
from deskstate_widgets.choices._chip_line import ChipLine
from deskstate_widgets.choices._flow import flow
from deskstate_widgets.choices._glyph import GLYPH_EDGE_PX, GLYPH_PX, glyph_button, glyph_label, signs_in
from deskstate_widgets.look.tokens import COLUMN_PX, CONTROL_PX
from deskstate_widgets.look.zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

_GAP_PX: Final = 4
_TEXT_EDGE_PX: Final = 10
"""From the edge to the text while there are no chips: the same as in other fields."""
_HINT_PX: Final = 200
"""Width where nothing else decides on it."""
_MOST_LINES: Final = 6
"""And a half: it says that there is more to scroll to."""


class ChipField(QFrame):
    """Shows labels as chips, in lines, with a line to type in behind the last of them."""

    changed = Signal(tuple)
    """The person picked or removed something: all labels that are chosen now, in the order of picking."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "choice-field")
        self.values: tuple[str, ...] = ()
        self._wraps = True
        self._chips: list[Chip] = []
        self._area = QScrollArea(self)
        self._area.setProperty("look", "choice-chips")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._area.setWidget(self._inside)
        self.editor = ChipLine(self, self, self._inside)
        self.editor.textChanged.connect(self._make_room)
        self._chevron = glyph_label("chevron_down", self)
        self._clear = glyph_button("close", self)
        self._clear.setAccessibleName("Clear all")
        self._clear.clicked.connect(self._clear_all)
        self._clear.hide()
        self.setFocusProxy(self.editor)  # and so the frame is painted as one with the focus
        self.setFixedHeight(zoomed(self, CONTROL_PX))

    def set_values(self, values: tuple[str, ...]) -> None:
        """Show these chips; those that stay are the same widgets."""
        if values == self.values:
            return
        self.values = values
        spare: dict[str, list[Chip]] = {}
        for chip in self._chips:
            spare.setdefault(chip.label, []).append(chip)
        self._chips = [spare[label].pop() if spare.get(label) else self._new_chip(label) for label in values]
        for chips in spare.values():
            for chip in chips:
                if chip.hasFocus():
                    self.editor.setFocus()
                chip.hide()
                chip.deleteLater()
        self.editor.show_placeholder()
        self.arrange()
        self.editor.refresh(stay=True)

    def set_wraps(self, wraps: bool) -> None:
        """Whether chips fill as many lines as they need, or one line that scrolls."""
        if wraps != self._wraps:
            self._wraps = wraps
            self.arrange()

    def add(self, labels: tuple[str, ...], limit: int | None) -> None:
        """The person picked these."""
        added = (*self.values, *(label for label in labels if label not in self.values))
        self._report(added if limit is None else added[:limit])
        self._area.ensureWidgetVisible(self.editor, 0, 0)

    def remove(self, place: int) -> None:
        """The person removed the chip at this place; -1: the last."""
        kept = [*self.values]
        del kept[place]
        self._report(tuple(kept))

    def step(self, start: int, by: int) -> None:
        """Give the focus to the chip next to the one at `start`, or to the line behind the last."""
        self.editor.close_list()
        place = max(start + by, 0)
        target = self._chips[place] if place < len(self._chips) else self.editor
        target.setFocus()
        self._area.ensureWidgetVisible(target, _GAP_PX, _GAP_PX)

    def chip_count(self) -> int:
        """How many chips there are."""
        return len(self._chips)

    def press_at(self, at: QPoint) -> None:
        """The mouse was pressed on the field while the list was open: on the cross of a chip, or elsewhere."""
        child = self.childAt(at)
        if isinstance(child, Chip) and child.is_on_cross(child.mapFrom(self, at)):
            self.remove(self._chips.index(child))
        elif child is self._clear:
            self._clear_all()
        elif child is self.editor and self.editor.typed:
            self.editor.setCursorPosition(self.editor.cursorPositionAt(self.editor.mapFrom(self, at)))
        else:
            self.editor.close_list()

    def arrange(self) -> None:
        """Everything into its place, and the field as high as its lines. In a narrow one chips come before signs."""
        control_px, chip_px = zoomed(self, CONTROL_PX), zoomed(self, CHIP_PX)
        edge_px = (control_px - chip_px) // 2
        tallest_px = _MOST_LINES * (chip_px + _GAP_PX) + control_px // 2 - 2 * edge_px
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else COLUMN_PX
        left = edge_px if self._chips else _TEXT_EDGE_PX
        behind_px = _GAP_PX + self.editor.LEAST_PX
        spare_px = width - GLYPH_EDGE_PX - left - _GAP_PX - (least_px(self) + behind_px if self._chips else 0)
        signs = signs_in(spare_px)
        right = width - (GLYPH_EDGE_PX if signs else edge_px)
        self._chevron.setVisible(signs > 0)
        if signs > 0:
            right -= GLYPH_PX
            self._chevron.setGeometry(right, 0, GLYPH_PX, control_px)
        clears = bool(self.values) and self.isEnabled() and signs > 1
        self._clear.setVisible(clears)
        if clears:
            right -= GLYPH_PX
            self._clear.setGeometry(right, (control_px - GLYPH_PX) // 2, GLYPH_PX, GLYPH_PX)
        room_px = max(right - left - (_GAP_PX if signs else 0), chip_px)
        height = self._flow(room_px)
        if height > tallest_px:
            height = self._flow(room_px - self._area.verticalScrollBar().sizeHint().width())
        shown_px = min(height, tallest_px)
        self._area.setGeometry(left, edge_px, room_px, shown_px)
        self.setFixedHeight(shown_px + 2 * edge_px)

    def sizeHint(self) -> QSize:
        return QSize(_HINT_PX, self.minimumHeight())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
            self.editor.toggle_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that a chip has no use for: letters go to the line."""
        if not self.editor.hasFocus() and event.text().isprintable() and event.text():
            self.editor.setFocus()
            QCoreApplication.sendEvent(self.editor, event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
        self.editor.follow_field()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.EnabledChange:
            self.arrange()  # chips that cannot be removed are narrower
        elif event.type() == event.Type.StyleChange:  # the letters of the chips may be larger now
            self.arrange()

    def _flow(self, room_px: int) -> int:
        """Place chips and line for a width; give the height."""
        chips = [chip.fit(room_px - _GAP_PX - self.editor.LEAST_PX) for chip in self._chips]
        least_px = self.editor.width_wanted() if self._chips else room_px
        line_px = room_px if self._wraps else None
        chip_px = zoomed(self, CHIP_PX)
        placed = flow([(size.width(), chip_px) for size in chips] + [(least_px, chip_px)], line_px, _GAP_PX, _GAP_PX)
        for chip, size, (left, top) in zip(self._chips, chips, placed.places, strict=False):
            chip.setGeometry(left, top, size.width(), chip_px)
        left, top = placed.places[-1]
        self.editor.setGeometry(left, top, max(room_px - left, least_px), chip_px)
        self._inside.resize(max(room_px, placed.width_px), placed.height_px)
        return placed.height_px

    def _make_room(self) -> None:
        """The line has another text: it may need another place."""
        self.arrange()
        self._area.ensureWidgetVisible(self.editor, 0, 0)

    def _new_chip(self, label: str) -> Chip:
        chip = Chip(label, self._inside)
        chip.removed.connect(self._remove_chip)
        chip.left.connect(self._leave_chip)
        chip.show()
        return chip

    def _remove_chip(self, chip: Chip) -> None:
        place, focused = self._chips.index(chip), chip.hasFocus()
        self.remove(place)
        if focused:
            self.step(place, 0)

    def _leave_chip(self, chip: Chip, by: int) -> None:
        self.step(self._chips.index(chip), by)

    def _clear_all(self) -> None:
        self._report(())

    def _report(self, values: tuple[str, ...]) -> None:
        if values != self.values:
            self.set_values(values)
            self.changed.emit(values)
