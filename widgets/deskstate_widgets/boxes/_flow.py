"""Children from left to right, in as many lines as they need.

GUI thread only. It places its children itself and has a fixed height for the layouts around it, so that Python runs
only when its own width or its own children change, not each time when something beside it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import shiboken6
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QWidget

from deskstate_widgets.boxes.scroll_box import StackBox
from deskstate_widgets.boxes.sizing import height_of, is_hidden, width_of
from deskstate_widgets.look.tokens import COLUMN_PX, GAP_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from deskstate_widgets.native import Child

BASIS_PX: Final = 128
"""A child that stretches asks for this much before it shares in the rest of its line."""


class _Item(msgspec.Struct):
    """One child on its way to its place."""

    widget: QWidget
    width_px: int
    smallest_px: int
    stretches: bool
    fills: bool
    """True: as high as its line."""


class FlowBox(StackBox):
    """A box for a `Flow`."""

    def __init__(self) -> None:
        super().__init__()
        self.natural_px = 0
        """Its width when everything stands in one line."""
        self.flow: Flow | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.flow is not None and event.size() != event.oldSize():
            self.flow.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.flow is not None:  # Qt tells a box its size just before it is visible
            self.flow.place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.flow is not None:
            self.flow.place()
        return super().event(event)


class Flow:
    """Children of one container, from left to right.

    Args:
        box: An empty box to stand in.
    """

    def __init__(self, box: FlowBox) -> None:
        self.box = box
        self.children: list[Child] = []
        self._gap_px = GAP_PX
        self._margin_px = 0
        self._right_px = 0
        self._horizontal = "left"
        self._vertical = "top"
        self._wrap = True
        self._grows = True
        self._hugs = False
        self._awake = True
        self._shown: dict[Child, QWidget] = {}
        box.flow = self

    def reshape(
        self,
        *,
        gap_px: int,
        margin_px: int,
        horizontal: str,
        vertical: str,
        wrap: bool,
        grows: bool,
        hugs: bool,
        bar_px: int = 0,
    ) -> None:
        """Change the rules by which the children stand.

        Args:
            gap_px: Between two children, and between two lines.
            margin_px: Around them.
            horizontal: "left", "center", "right" or "distribute".
            vertical: "top", "center" or "bottom", of lower children in their line and of the lines in a higher box.
            wrap: False: one line, however narrow the box is.
            grows: True: the box is as high as its lines; False: at least.
            hugs: True: the box is not wider than its children in one line.
            bar_px: Width of a scroll bar right of the box, which counts as margin.
        """
        self._right_px = max(margin_px - bar_px, 0)
        self._gap_px = gap_px
        self._margin_px = margin_px
        self._horizontal = horizontal
        self._vertical = vertical
        self._wrap = wrap
        self._grows = grows
        self._hugs = hugs
        self.place()

    def arrange(self, children: Sequence[Child]) -> None:
        """Show exactly these children, in this order; those that left are taken out, and deleted by the caller."""
        self.children = list(children)
        if not self._awake:
            return
        shown = {child: child.widget() for child in self.children}
        for child, widget in self._shown.items():
            if child not in shown and shiboken6.isValid(widget) and widget.parentWidget() is self.box:
                widget.setParent(None)
        self._shown = shown
        following: QWidget | None = None
        for widget in reversed(shown.values()):
            if widget.parentWidget() is not self.box:
                widget.setParent(self.box)
            if following is not None:
                widget.stackUnder(following)
            if not is_hidden(widget):
                widget.show()
            following = widget
        self.place()

    def reveal(self, child: Child) -> None:
        """All children are always there."""

    def wake(self) -> None:
        """The box is about to be looked at."""
        self._awake = True
        self.arrange(self.children)

    def sleep(self) -> None:
        """Nobody looks at the box: make nothing until it wakes."""
        self._awake = False

    def place(self) -> None:
        """Give all children their places."""
        items = [_item(child, widget) for child, widget in self._shown.items() if _is_there(widget)]
        sides_px = self._margin_px + self._right_px
        self.box.natural_px = sides_px + sum(item.width_px for item in items) + self._gap_px * max(len(items) - 1, 0)
        if self._hugs:
            self.box.setMaximumWidth(self.box.natural_px)
        room_px = max((self.box.width() if self.box.isVisible() else COLUMN_PX) - sides_px, 1)
        lines = self._lines(items, room_px)
        heights = [self._fit(line, room_px) for line in lines]
        all_px = sum(heights) + self._gap_px * max(len(lines) - 1, 0)
        self.box.setMinimumHeight(all_px + 2 * self._margin_px)
        if self._grows:
            self.box.setMaximumHeight(all_px + 2 * self._margin_px)
        y = self._margin_px + _lead_px(self._vertical, self.box.height() - 2 * self._margin_px - all_px)
        for line, height_px in zip(lines, heights, strict=True):
            self._place_line(line, y, height_px, room_px)
            y += height_px + self._gap_px

    def _lines(self, items: list[_Item], room_px: int) -> list[list[_Item]]:
        """Break before each child that does not fit any more."""
        if not self._wrap:
            return [items] if items else []
        lines: list[list[_Item]] = []
        used_px = 0
        for item in items:
            width_px = min(item.width_px, room_px)
            if not lines or used_px + self._gap_px + width_px > room_px:
                lines.append([])
                used_px = -self._gap_px
            lines[-1].append(item)
            used_px += self._gap_px + width_px
        return lines

    def _fit(self, line: list[_Item], room_px: int) -> int:
        """Give each child of a line its width, and return the height of the line."""
        rest_px = room_px - self._gap_px * (len(line) - 1) - sum(item.width_px for item in line)
        if rest_px < 0:
            _shrink(line, max(room_px - self._gap_px * (len(line) - 1), len(line)))
        stretching = [item for item in line if item.stretches]
        for index, item in enumerate(stretching if rest_px > 0 else ()):
            part_px = rest_px // (len(stretching) - index)
            item.width_px += part_px
            rest_px -= part_px
        return max(_height_px(item) for item in line)

    def _place_line(self, line: list[_Item], y: int, height_px: int, room_px: int) -> None:
        rest_px = room_px - self._gap_px * (len(line) - 1) - sum(item.width_px for item in line)
        spread = self._horizontal == "distribute" and len(line) > 1 and rest_px > 0
        x = 0 if spread else _lead_px(self._horizontal, rest_px)
        right_to_left = self.box.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, item in enumerate(line):
            own_px = height_px if item.fills else _height_px(item)
            left_px = x + (rest_px * index // (len(line) - 1) if spread else 0)
            if right_to_left:
                left_px = room_px - left_px - item.width_px
            top_px = y + _lead_px(self._vertical, height_px - own_px)
            item.widget.setGeometry(QRect(self._margin_px + left_px, top_px, item.width_px, own_px))
            x += item.width_px + self._gap_px


def _is_there(widget: QWidget) -> bool:
    """True for a widget that takes a place: not deleted, not hidden."""
    return shiboken6.isValid(widget) and not widget.isHidden()


def _item(child: Child, widget: QWidget) -> _Item:
    rule, fills = width_of(child.properties), height_of(child.properties) == "stretch"
    smallest_px = max(widget.minimumSizeHint().width(), widget.minimumWidth(), 1)
    if isinstance(rule, int):
        return _Item(widget, rule, min(rule, smallest_px), False, fills)
    if rule == "stretch":
        return _Item(widget, max(BASIS_PX, smallest_px), smallest_px, True, fills)
    natural_px = widget.natural_px if isinstance(widget, FlowBox) else widget.sizeHint().width()
    return _Item(widget, max(natural_px, smallest_px), smallest_px, False, fills)


def _shrink(line: list[_Item], room_px: int) -> None:
    """Make the children of a line fit: down to what each needs at least, and below that all in proportion."""
    wish_px = sum(item.width_px for item in line)
    least_px = sum(item.smallest_px for item in line)
    for item in line:
        if least_px < room_px:
            slack_px = item.width_px - item.smallest_px
            item.width_px = item.smallest_px + slack_px * (room_px - least_px) // (wish_px - least_px)
        else:
            item.width_px = max(item.smallest_px * room_px // least_px, 1)


def _height_px(item: _Item) -> int:
    widget = item.widget
    height_px = widget.heightForWidth(item.width_px) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return min(max(height_px, widget.minimumHeight(), 0), widget.maximumHeight())


def _lead_px(alignment: str, rest_px: int) -> int:
    """Space before the first one."""
    if alignment == "center":
        return max(rest_px, 0) // 2
    return max(rest_px, 0) if alignment in ("right", "bottom") else 0
