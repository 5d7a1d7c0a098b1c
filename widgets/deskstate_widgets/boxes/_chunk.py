"""Neighbours of a stack in one box, those that are far from the visible part as an empty space.

GUI thread only. The layout is Qt's own, so that no Python runs when a text in it changes.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from deskstate_widgets.boxes.sizing import height_of, width_of
from deskstate_widgets.text.rich_text import RichText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstate.core.properties.base import Properties
    from deskstate_widgets.native import Child

GREEDY: Final = 1_000_000
"""Stretch factor of a child that takes all that is left over; the space at the end of a stack has 1."""

ALIGNMENTS: Final = MappingProxyType(
    {
        "left": Qt.AlignmentFlag.AlignLeft,
        "center": Qt.AlignmentFlag.AlignHCenter,
        "right": Qt.AlignmentFlag.AlignRight,
        "distribute": Qt.AlignmentFlag.AlignLeft,
    }
)


class Heights:
    """How high elements of each kind turned out to be in one stack."""

    __slots__ = ("_seen", "_used")

    def __init__(self) -> None:
        self._seen: dict[type[Properties], tuple[int, int]] = {}
        self._used: dict[type[Properties], int] = {}

    def learn(self, kind: type[Properties], height_px: int) -> bool:
        """Take in the height of one element. True: what is expected of the next ones changed by more than a tenth."""
        total_px, count = self._seen.get(kind, (0, 0))
        self._seen[kind] = total_px, count = total_px + height_px, count + 1
        now_px, used_px = total_px // count, self.px(kind)
        if abs(now_px - used_px) * 10 <= used_px:
            return False
        self._used[kind] = now_px
        return True

    def px(self, kind: type[Properties]) -> int:
        """Expected height of one more."""
        return self._used.get(kind) or kind.guess_px

    def ends_px(self, children: Iterable[Child], gap_px: int) -> list[int]:
        """For each of several, how far it is expected to reach down, with the gap after it."""
        kinds = [type(child.properties) for child in children]
        step_px = {kind: 0 if kind.void else self.px(kind) + gap_px for kind in {*kinds}}
        return list(accumulate([step_px[kind] for kind in kinds]))

    def total_px(self, children: Iterable[Child], gap_px: int) -> int:
        """Expected height of several, each with a gap after it."""
        kinds = Counter([type(child.properties) for child in children])
        return sum((self.px(kind) + gap_px) * count for kind, count in kinds.items() if not kind.void)


class Slot(msgspec.Struct, eq=False):
    """One child that has a place in the layout."""

    child: Child
    widget: QWidget
    """Kept here: a child that was removed would make a new one when it is asked."""
    record: object
    """By which it was placed."""
    wrap: QHBoxLayout | None
    """What keeps it narrower than the box, if anything."""


class Chunk:
    """Neighbours in one box.

    Args:
        box: What they stand in.
        layout: Of the box, vertical. The outermost chunk shares it with the boxes of the other chunks.
        wish_px: Width that the box asks for.
    """

    __slots__ = ("_need_px", "_tail", "_wish_px", "after", "box", "children", "layout", "offset", "shown", "span")

    def __init__(self, box: QWidget, layout: QBoxLayout, wish_px: int) -> None:
        self.box = box
        self.layout = layout
        self._wish_px = wish_px
        self._need_px = 0
        self._tail = QSpacerItem(wish_px, 0, QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        """Stands for those that are missing."""
        layout.insertItem(0, self._tail)
        self.offset = 0
        """Number of layout items before the first child."""
        self.after: QWidget | None = None
        """The box of the next chunk, where it stands in the same layout."""
        self.children: list[Child] = []
        """All of them, in order."""
        self.shown: list[Slot] = []
        """Those that have a place in the layout, in order."""
        self.span: tuple[int, int] | None = None
        """Where it stands in the box of the stack, and its height; None: it has changed since that was known."""

    @property
    def missing(self) -> bool:
        """True while some of the children have no widget here."""
        return len(self.shown) < len(self.children)

    def items(self) -> int:
        """How many items of the layout belong to this chunk."""
        return len(self.shown) + 1

    def prune(self) -> None:
        """Forget those whose widgets were deleted meanwhile."""
        for slot in self.shown:
            if not shiboken6.isValid(slot.widget):
                self.drop([slot for slot in self.shown if not shiboken6.isValid(slot.widget)])
                return

    def drop(self, leaving: Iterable[Slot]) -> None:
        """Take some out of the layout; the widgets are left as they are."""
        for slot in leaving:
            if slot.wrap is not None:
                if shiboken6.isValid(slot.widget):
                    slot.wrap.removeWidget(slot.widget)
                self.layout.removeItem(slot.wrap)
                slot.wrap.deleteLater()
            elif shiboken6.isValid(slot.widget):
                self.layout.removeWidget(slot.widget)
            self.shown.remove(slot)
            self.span = None

    def sort(self, alignment: str) -> list[QWidget]:
        """Put what is shown, and all else that has a widget already, into the order of `children`.

        Returns:
            The widgets that came in.
        """
        came: list[QWidget] = []
        known = {slot.child: slot for slot in self.shown}
        place = 0
        for child in self.children:
            slot = known.get(child)
            if slot is None:
                if not child.realised:
                    continue
                came.append(self.insert(place, child, alignment))
            elif self.shown[place] is not slot:
                self.drop((slot,))
                self.insert(place, child, alignment)
            place += 1
        return came

    def insert(self, index: int, child: Child, alignment: str) -> QWidget:
        """Give a child a place in the layout.

        Args:
            index: Among those that are shown.
            child: Its widget is made now if need be.
            alignment: Where it stands if it is narrower than the box: "left", "center" or "right".
        """
        widget, record = child.widget(), child.properties
        width, stretch = width_of(record), GREEDY if height_of(record) == "stretch" else 0
        at = self.offset + index
        if not widget.minimumWidth():  # or a narrower layout would ask for the height at the width it would rather have
            widget.setMinimumWidth(1)
        wrap: QHBoxLayout | None = None
        if isinstance(width, int) or (width == "content" and (type(record).holds or _wraps(widget, alignment))):
            wrap = QHBoxLayout()
            self.layout.insertLayout(at, wrap, stretch)  # before the springs: PySide would remember them for ever
            if alignment in ("center", "right"):
                wrap.addStretch()
            wrap.addWidget(widget, 1)
            if alignment != "right":
                wrap.addStretch()
        elif width == "content" and not widget.sizePolicy().hasHeightForWidth():
            self.layout.insertWidget(at, widget, stretch, ALIGNMENTS[alignment])
        else:
            self.layout.insertWidget(at, widget, stretch)
        self._tell(widget, wrap)
        following = self.shown[index].widget if index < len(self.shown) else self.after
        if following is not None:  # screen readers and the Tab key go by the stacking order
            widget.stackUnder(following)
        self.shown.insert(index, Slot(child, widget, record, wrap))
        self.span = None
        return widget

    def refresh(self, alignment: str) -> None:
        """Place those again whose own rule of width or height has changed."""
        for index, slot in enumerate(self.shown):
            new = slot.child.properties
            if new is not slot.record:
                old, slot.record = slot.record, new
                if width_of(old) != width_of(new) or height_of(old) != height_of(new):
                    self.drop((slot,))
                    self.insert(index, slot.child, alignment)

    def realign(self, alignment: str) -> None:
        """Place all again."""
        shown = list(self.shown)
        self.drop(shown)
        for index, slot in enumerate(shown):
            self.insert(index, slot.child, alignment)

    def reserve(self, heights: Heights, gap_px: int) -> None:
        """Keep the space free that the missing ones will need."""
        known = {slot.child for slot in self.shown}
        absent = [child for child in self.children if child not in known]
        need_px = heights.total_px(absent, gap_px) if absent else 0
        if need_px and not self.shown and self.after is None:  # no gap before the first one in a box
            need_px -= gap_px
        if need_px != self._need_px:
            self._need_px = need_px
            self._resize_tail()

    def ask(self, wish_px: int) -> None:
        """Change the width that the box asks for."""
        self._wish_px = wish_px
        for slot in self.shown:
            self._tell(slot.widget, slot.wrap)
        self._resize_tail()

    def height_px(self, heights: Heights, gap_px: int) -> int:
        """Its expected height."""
        return max(heights.total_px(self.children, gap_px) - gap_px, 0)

    def _tell(self, widget: QWidget, wrap: QHBoxLayout | None) -> None:
        """Let a text know whether its own width decides on anything."""
        if isinstance(widget, RichText):
            widget.stand_alone(wrap is None and self._wish_px > 0)

    def _resize_tail(self) -> None:
        policy = QSizePolicy.Policy
        self._tail.changeSize(self._wish_px, self._need_px, policy.Preferred, policy.Fixed)
        self.layout.invalidate()


def _wraps(widget: QWidget, alignment: str) -> bool:
    """True for text that is as wide as it needs and does not start at the left edge."""
    return alignment in ("center", "right") and widget.sizePolicy().hasHeightForWidth()
