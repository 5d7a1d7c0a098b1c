"""Children from top to bottom: cheap to change, cheap to lay out, and made only when they come near the visible part.

GUI thread only. Up to about 30 children stand in one layout; more of them in chunks (see `_chunking`).
"""

from __future__ import annotations

import time
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from deskstate_widgets.boxes._chunk import Chunk, Heights
from deskstate_widgets.boxes._chunking import LIMIT, SIZE, regroup, slices
from deskstate_widgets.boxes.scroll_box import FIRST_VIEW_PX, SLICE_S, ScrollBox, StackBox, settle
from deskstate_widgets.boxes.sizing import UNLIMITED_PX, is_hidden
from deskstate_widgets.look.tokens import COLUMN_PX, GAP_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child

MOST_AT_ONCE: Final = 8 * SIZE
"""So many children get boxes at a time, before the first of them is made: about 1 ms."""


class Stack:
    """Children of one container, from top to bottom.

    Args:
        box: An empty widget to stand in.
    """

    def __init__(self, box: StackBox) -> None:
        self.box = box
        box.stack = self
        self.children: list[Child] = []
        self._layout = _column(box, GAP_PX)
        self._gap_px = GAP_PX
        self._horizontal = "left"
        self._heights = Heights()
        self._awake = True
        self._wish_px = COLUMN_PX
        self._root = Chunk(box, self._layout, COLUMN_PX)
        self._chunks = [self._root]
        self._fresh: list[Chunk] = []
        self._vertical = "top"
        self._head: QSpacerItem | None = None
        self._springs: list[QSpacerItem] = []
        self._layout.addStretch(1)

    @property
    def waiting(self) -> bool:
        """True while there are children without a widget, unless nobody looks at the stack."""
        return self._awake and any(chunk.missing for chunk in self._chunks)

    def arrange(self, children: Sequence[Child]) -> None:
        """Show exactly these children, in this order; those that left are taken out, and deleted by the caller."""
        wanted = list(children)
        self._gather()
        first, last, members = self._changed(wanted)
        if first < last:
            self._layout.setEnabled(False)  # or each change of a visible box would lay out all of them
            self._replace(first, last, members)
            self._layout.setEnabled(True)
        self.children = wanted
        for chunk in self._chunks:
            if chunk.shown:
                chunk.refresh(self._horizontal)
        self.fill_now()
        self._spread()

    def reveal(self, child: Child) -> None:
        """Make a child and its neighbours, and lay them out."""
        for index, chunk in enumerate(self._chunks):
            if chunk.missing and child in chunk.children:
                place = chunk.children.index(child)
                near = self._open(index, place, place + 1)
                self._fill_chunk(near, None, None)
                break
        settle()

    def wake(self) -> None:
        """The stack is about to be looked at: make what will be seen."""
        self._awake = True
        self._gather()
        self.fill_now()
        self._spread()

    def sleep(self) -> None:
        """Nobody looks at the stack: make nothing until it wakes."""
        self._awake = False

    def reshape(
        self, *, gap_px: int, margin_px: int, horizontal: str, vertical: str, hugs: bool = False, bar_px: int = 0
    ) -> None:
        """Change the rules by which the children stand.

        Args:
            gap_px: Between two children.
            margin_px: Around them.
            horizontal: Where children stand that are narrower than the stack: "left", "center" or "right".
            vertical: Where the children stand in a higher box: "top", "center", "bottom" or "distribute".
            hugs: True: the box is not wider than its children need. Else all boxes ask for the same width, because Qt
                asks each text for its height at each width that some box around it would like to have.
            bar_px: Width of a scroll bar right of the box, which counts as margin.
        """
        if hugs == bool(self._wish_px):
            self._ask(0 if hugs else COLUMN_PX)
        self._layout.setContentsMargins(margin_px, margin_px, max(margin_px - bar_px, 0), margin_px)
        if (gap_px, horizontal, vertical) == (self._gap_px, self._horizontal, self._vertical):
            return
        self._gather()
        if gap_px != self._gap_px:
            self._gap_px = gap_px
            for chunk in self._chunks:
                chunk.layout.setSpacing(gap_px)
                chunk.span = None
                chunk.reserve(self._heights, gap_px)
        if horizontal != self._horizontal:
            self._horizontal = horizontal
            for chunk in self._chunks:
                chunk.realign(horizontal)
        if vertical != self._vertical:
            self._vertical = vertical
            self._set_ends()
        self.fill_now()
        self._spread()

    def fill_now(self) -> None:
        """Make what can be seen, and see to it that the rest is made when it comes near."""
        if not self.waiting:
            return
        area = ScrollBox.around(self.box)
        top_px, bottom_px = area.visible(self.box) if area else (0, FIRST_VIEW_PX)
        self.fill(top_px, UNLIMITED_PX if self._vertical == "distribute" else bottom_px, None)
        if area and self.waiting:
            area.watch(self)
        elif self.waiting:
            QTimer.singleShot(0, self._enlist)

    def fill(self, top_px: int, bottom_px: int, deadline_s: float | None) -> bool:
        """Make what is missing between two heights of the box.

        Args:
            top_px: Upper height, in px from the top of the box.
            bottom_px: Lower height.
            deadline_s: Stop at this `time.monotonic()`.

        Returns:
            True when there was something to make.
        """
        index = y = 0
        made = False
        while index < len(self._chunks):
            chunk = self._chunks[index]
            if chunk.span is not None:
                y, height_px = chunk.span
            else:
                height_px = chunk.height_px(self._heights, self._gap_px)
            if y >= bottom_px:
                break
            if chunk.missing and y + height_px >= top_px:
                if len(chunk.children) > LIMIT:
                    if deadline_s is not None and time.monotonic() >= deadline_s:
                        return True
                    ends_px = self._heights.ends_px(chunk.children, self._gap_px)
                    start = bisect_left(ends_px, top_px - y + self._gap_px)
                    self._open(index, start, min(bisect_left(ends_px, bottom_px - y) + 1, start + MOST_AT_ONCE))
                    continue
                made = self._fill_chunk(chunk, bottom_px - y, deadline_s) or made
            y += height_px + self._gap_px
            index += 1
        return made

    def gaps(self) -> list[tuple[QWidget, QWidget | None]]:
        """The boxes in which something is missing, each with what follows, if that is in the same box."""
        return [(chunk.box, chunk.after) for chunk in self._chunks if chunk.missing and chunk.box.isVisible()]

    def fill_gap(self, part: QWidget, *, forward: bool) -> bool:
        """Make what is missing in the chunk with this box: all, or some at one end. True: there was something to make.

        Args:
            part: The box.
            forward: True: some at the beginning. False: some at the end.
        """
        for index, chunk in enumerate(self._chunks):
            if chunk.box is part and chunk.missing:
                start = 0 if forward else len(chunk.children) - 1
                return self._fill_chunk(self._open(index, start, start + 1), None, None)
        return False

    def fit(self) -> None:
        """Ask for exactly the width that the box has got."""
        margins = self._layout.contentsMargins()
        got_px = max(self.box.width() - margins.left() - margins.right(), 1)
        if self._wish_px not in (0, got_px):
            self._ask(got_px)

    def measure(self) -> None:
        """Learn from what has been laid out since how high the rest may be."""
        fresh, self._fresh = self._fresh, []
        learned = False
        for slot in [slot for chunk in fresh for slot in chunk.shown]:
            if shiboken6.isValid(slot.widget) and slot.widget.isVisible():
                learned = self._heights.learn(type(slot.child.properties), slot.widget.height()) or learned
        for chunk in self._chunks:
            if learned and chunk.missing:
                chunk.reserve(self._heights, self._gap_px)
        if learned:
            settle()
        y = 0
        for chunk in self._chunks:
            if chunk is not self._root:
                chunk.span = chunk.box.y(), chunk.box.height()
            else:
                end_px = chunk.after.y() - self._gap_px if chunk.after else self.box.height()
                chunk.span = y, end_px - y
            y = sum(chunk.span) + self._gap_px

    def _ask(self, wish_px: int) -> None:
        self._wish_px = wish_px
        for chunk in self._chunks:
            chunk.ask(wish_px)

    def _changed(self, wanted: list[Child]) -> tuple[int, int, list[Child]]:
        """The first chunk that will not stay as it is, the one after the last, and what belongs there in the end."""
        chunks = self._chunks
        first, start = 0, 0
        while first < len(chunks) and wanted[start : start + len(chunks[first].children)] == chunks[first].children:
            start += len(chunks[first].children)
            first += 1
        last, end = len(chunks), len(wanted)
        while last > first and end - len(chunks[last - 1].children) >= start:
            members = chunks[last - 1].children
            if wanted[end - len(members) : end] != members:
                break
            end -= len(members)
            last -= 1
        if first == last and start < end:  # all stay, and the new ones between two of them join the one before
            if first:
                first -= 1
                start -= len(chunks[first].children)
            else:
                last += 1
                end += len(chunks[0].children)
        return first, last, wanted[start:end]

    def _replace(self, first: int, last: int, wanted: list[Child]) -> None:
        """Divide these children over the chunks from `first` to before `last`, and over new ones."""
        old = self._chunks[first:last]
        cut = regroup(wanted, [chunk.children for chunk in old], _is_made, self._focused(old))
        self._put(
            first, last, [(old[number] if number >= 0 else self._new_chunk(), members) for number, members in cut]
        )

    def _open(self, index: int, start: int, end: int) -> Chunk:
        """Give some children of a chunk that is large because it has nothing made in it chunks of their own.

        Args:
            index: Of the chunk; a small one stays as it is.
            start: First of the children.
            end: The one after the last; more of them come with them, for whole chunks.

        Returns:
            The chunk in which the first of them is now.
        """
        chunk = self._chunks[index]
        members = chunk.children
        if len(members) <= LIMIT:
            return chunk
        start = min(start, len(members) - 1)
        count = -(-max(end - start, 1) // SIZE) * SIZE
        end = min(start + count, len(members))
        start = max(end - count, 0)
        cut = [part for part in (members[:start], *slices(members[start:end]), members[end:]) if part]
        self._layout.setEnabled(False)
        self._put(index, index + 1, [(self._new_chunk() if place else chunk, part) for place, part in enumerate(cut)])
        self._layout.setEnabled(True)
        return self._chunks[index + int(start > 0)]

    def _put(self, first: int, last: int, parts: list[tuple[Chunk, list[Child]]]) -> None:
        """Have these chunks with these children instead of those from `first` to before `last`."""
        old = self._chunks[first:last]
        if self._root in old and all(chunk is not self._root for chunk, _ in parts):
            before = old[: old.index(self._root)]  # its box is the stack's own, so it keeps its place among the others
            place = max((index + 1 for index, (chunk, _) in enumerate(parts) if chunk in before), default=0)
            parts.insert(place, (self._root, []))
        chunks = [chunk for chunk, _ in parts]
        homes = {child: chunk for chunk, members in parts for child in members}
        for chunk in old:
            chunk.prune()
            leaving = [slot for slot in chunk.shown if homes.get(slot.child) is not chunk]
            chunk.drop(leaving)
            for slot in leaving:
                if slot.child not in homes and slot.widget.parentWidget() is chunk.box:
                    slot.widget.setParent(None)
        emptied = [chunk for chunk in old if chunk not in chunks]
        for chunk in emptied:
            self._layout.removeWidget(chunk.box)
        self._chunks[first:last] = chunks
        self._stand()
        for chunk, members in parts:
            if chunk.children != members:
                chunk.children = members
                chunk.span = None
                _show(chunk, chunk.sort(self._horizontal))
                chunk.reserve(self._heights, self._gap_px)
            if chunk is not self._root:
                if all(child.properties.void for child in members):  # it would leave a double gap
                    chunk.box.hide()
                elif chunk.box.isHidden():
                    chunk.box.show()
        for chunk in emptied:
            chunk.box.hide()
            chunk.box.deleteLater()

    def _fill_chunk(self, chunk: Chunk, bottom_px: int | None, deadline_s: float | None) -> bool:
        """Make the missing children of a chunk, down to some height. True: there was something to make."""
        came: list[QWidget] = []
        y = 0
        missing = False
        chunk.prune()
        for index, child in enumerate(chunk.children):
            if bottom_px is not None and y >= bottom_px:
                break
            height_px = self._heights.px(type(child.properties))
            if index >= len(chunk.shown) or chunk.shown[index].child is not child:
                missing = True
                if deadline_s is not None and time.monotonic() >= deadline_s:
                    break
                came.append(chunk.insert(index, child, self._horizontal))
            elif chunk.shown[index].widget.isVisible():  # it may be lower by now: the window has grown since
                height_px = chunk.shown[index].widget.height()
            y += height_px + self._gap_px
        if came:
            self._fresh.append(chunk)
            _show(chunk, came)
            chunk.reserve(self._heights, self._gap_px)
            area = ScrollBox.around(self.box) if any(type(child.properties).holds for child in chunk.children) else None
            if area is not None and self.box.isVisible():
                area.fit_soon()
        return missing

    def _new_chunk(self) -> Chunk:
        box = QWidget()
        return Chunk(box, _column(box, self._gap_px), self._wish_px)

    def _stand(self) -> None:
        """Give the boxes of new chunks their places, and tell the outermost chunk where it stands among them."""
        root = self._root
        root_at = self._chunks.index(root)
        lead = int(self._head is not None)
        new = [chunk for chunk in self._chunks if chunk is not root and chunk.box.parentWidget() is not self.box]
        for index, chunk in enumerate(self._chunks if new else ()):
            if chunk is root or chunk not in new:
                continue
            self._layout.insertWidget(lead + index + (root.items() - 1 if index > root_at else 0), chunk.box)
        following: QWidget | None = None
        for chunk in reversed(self._chunks if new else ()):
            if chunk in new and following is not None:
                chunk.box.stackUnder(following)
            following = chunk.box if chunk is not root else root.shown[0].widget if root.shown else following
        root.offset = lead + root_at
        root.after = self._chunks[root_at + 1].box if root_at + 1 < len(self._chunks) else None

    def _set_ends(self) -> None:
        """Put the space that is left over above or below the children, or on both sides."""
        if self._head is not None:
            self._layout.removeItem(self._head)
            self._head = None
        if self._vertical in ("center", "bottom"):
            self._head = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
            self._layout.insertItem(0, self._head)
            self._layout.setStretch(0, 1)
        self._layout.setStretch(self._layout.count() - 1, 0 if self._vertical == "bottom" else 1)
        self._stand()

    def _focused(self, chunks: list[Chunk]) -> Child | None:
        """The child with the keyboard focus, if it is in one of these chunks."""
        focus = QApplication.focusWidget()
        if focus is not None and self.box.isAncestorOf(focus):
            for slot in [slot for chunk in chunks for slot in chunk.shown if shiboken6.isValid(slot.widget)]:
                if slot.widget is focus or slot.widget.isAncestorOf(focus):
                    return slot.child
        return None

    def _spread(self) -> None:
        """Put equal spaces between the children, where they are to be distributed."""
        if self._vertical == "distribute":
            for index in range(len(self._root.shown) - 1, 0, -1):
                self._springs.append(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
                self._layout.insertItem(self._root.offset + index, self._springs[-1])
                self._layout.setStretch(self._root.offset + index, 1)
            self._layout.setStretch(self._layout.count() - 1, 0 if self._springs else 1)

    def _gather(self) -> None:
        """Take the spaces away again, before the children change."""
        while self._springs:
            self._layout.removeItem(self._springs.pop())

    def _enlist(self) -> None:
        """The stack has been put into a window since."""
        if shiboken6.isValid(self.box) and self.waiting:
            area = ScrollBox.around(self.box)
            if area is not None:
                area.watch(self)
            elif self.fill(0, UNLIMITED_PX, time.monotonic() + SLICE_S):
                QTimer.singleShot(0, self._enlist)


def _is_made(child: Child) -> bool:
    return child.realised


def _column(box: QWidget, gap_px: int) -> QVBoxLayout:
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap_px)
    return layout


def _show(chunk: Chunk, widgets: list[QWidget]) -> None:
    """Show what came into a visible box in one go; one by one, each would lay out the box again."""
    if not chunk.box.isVisible():
        return
    was_enabled = chunk.layout.isEnabled()
    chunk.layout.setEnabled(False)
    for widget in widgets:
        if not is_hidden(widget):
            widget.show()
    chunk.layout.setEnabled(was_enabled)
