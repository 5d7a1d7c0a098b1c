"""A box of children with an optional border and height: what containers and forms have in common.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstate_widgets.boxes._flow import Flow, FlowBox
from deskstate_widgets.boxes.card import set_card
from deskstate_widgets.boxes.scroll_box import BAR_PX, ScrollBox, StackBox
from deskstate_widgets.boxes.sizing import Rule, apply_height, apply_width, is_hidden
from deskstate_widgets.boxes.stack import Stack
from deskstate_widgets.look.tokens import GAP_PX, PAD_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Shape(msgspec.Struct, frozen=True):
    """How a panel looks and where its children stand."""

    border: bool = False
    width: Rule = "stretch"
    height: Rule = "content"
    across: bool = False
    """True: from left to right."""
    wrap: bool = True
    horizontal: str = "left"
    vertical: str = "top"
    gap_px: int = GAP_PX
    follows_end: bool = False


class Panel:
    """A box of children. Its widget stays the same whatever its shape becomes."""

    def __init__(self, shape: Shape) -> None:
        self.widget = FlowBox() if shape.across and not isinstance(shape.height, int) else StackBox()
        self._shape = shape
        self._scroll: ScrollBox | None = None
        self._return: tuple[int, int] | None = None
        """A `view` to come back to."""
        self._inside = self._build()
        self._dress(None)

    def arrange(self, children: Sequence[Child]) -> bool:
        """Show exactly these children.

        Returns:
            True when the panel appeared or vanished: without a border, a height and anything to see inside it takes
            no space, not even a gap.
        """
        self._inside.arrange(children)
        if self._return is not None:
            self._go_back()
        return self._appear()

    def reveal(self, child: Child) -> None:
        """Make a child and lay it out."""
        self._inside.reveal(child)

    def view(self) -> tuple[int, int] | None:
        """Where it is scrolled to, or will be."""
        if self._return is not None:
            return self._return
        return None if self._scroll is None else first_in_view(self._scroll, self._inside.children)

    def restore_view(self, view: tuple[int, int]) -> None:
        """Be scrolled as before, as soon as there are so many children, unless a person has scrolled by then."""
        self._return = view
        self._go_back()

    def reshape(self, shape: Shape) -> bool:
        """Change how the panel looks.

        Returns:
            True when it must be placed again.
        """
        old, self._shape = self._shape, shape
        if (old.across, isinstance(old.height, int)) != (shape.across, isinstance(shape.height, int)):
            self._rebuild()
        self._dress(old)
        return self._appear() or (old.width, old.height) != (shape.width, shape.height)

    def _build(self) -> Stack | Flow:
        shape = self._shape
        box = self.widget
        if isinstance(shape.height, int):
            box = FlowBox() if shape.across else StackBox()
            self._scroll = ScrollBox(box)
            _fill(self.widget, self._scroll)
        elif shape.across and not isinstance(box, FlowBox):
            box = FlowBox()
            _fill(self.widget, box)
        return Flow(box) if shape.across and isinstance(box, FlowBox) else Stack(box)

    def _rebuild(self) -> None:
        """Move the children into another kind of box."""
        children = self._inside.children
        for child in children:
            if child.realised:
                child.widget().setParent(None)
        for inner in self.widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            inner.hide()
            inner.deleteLater()
        self.widget.stack = None
        if isinstance(self.widget, FlowBox):  # it holds a stack when its children went side by side at first
            self.widget.flow = None
        layout = self.widget.layout()
        if layout is not None:
            shiboken6.delete(layout)
        self._scroll = None
        self._inside = self._build()
        self._inside.sleep()  # some of the children may be about to be removed
        self._inside.arrange(children)
        QTimer.singleShot(0, self._wake)

    def _wake(self) -> None:
        if shiboken6.isValid(self.widget):
            self._inside.wake()

    def _go_back(self) -> None:
        assert self._return is not None
        index, top_px = self._return
        children = self._inside.children
        scroll = self._scroll
        if scroll is None or (scroll.verticalScrollBar().value() and not scroll.is_following):
            self._return = None
        elif index < len(children):
            self._return = None
            self._inside.reveal(children[index])
            scroll.go_back(children[index].widget(), top_px)

    def _appear(self) -> bool:
        """Show the panel if there is anything to see. True: it was otherwise before."""
        bare = not self._shape.border and self._shape.height == "content"
        void = bare and all(map(is_void, self._inside.children))
        if void == is_hidden(self.widget):
            return False
        self.widget.setVisible(not void)
        return True

    def _dress(self, old: Shape | None) -> None:
        """Bring border, size and inner rules up to date."""
        shape = self._shape
        if old is None or old.border != shape.border:
            set_card(self.widget, shape.border)
        apply_width(self.widget, shape.width)
        apply_height(self.widget, shape.height)
        layout = self.widget.layout()
        if self._scroll is not None and layout is not None:
            self._scroll.follows_end = shape.follows_end
            edge_px = int(shape.border)
            layout.setContentsMargins(edge_px, edge_px, edge_px, edge_px)
        margin_px = PAD_PX - int(self._scroll is not None) if shape.border else 0
        bar_px = 0 if self._scroll is None else BAR_PX
        if isinstance(self._inside, Flow):
            self._inside.reshape(
                gap_px=shape.gap_px,
                margin_px=margin_px,
                bar_px=bar_px,
                horizontal=shape.horizontal,
                vertical=shape.vertical,
                wrap=shape.wrap,
                grows=shape.height == "content",
                hugs=shape.width == "content",
            )
        else:
            self._inside.reshape(
                gap_px=shape.gap_px,
                margin_px=margin_px,
                bar_px=bar_px,
                horizontal=shape.horizontal,
                vertical=shape.vertical,
                hugs=shape.width == "content",
            )


def first_in_view(scroll: ScrollBox, children: Sequence[Child]) -> tuple[int, int] | None:
    """Which child is the first in view and how far below the upper edge, in px; None for what is not scrolled.

    Heights would not do: in a box of another width, or where not all is made, they are others.
    """
    if scroll.verticalScrollBar().value() and not scroll.is_following:
        for index, child in enumerate(children):
            if child.realised and not is_hidden(child.widget()):
                top_px = scroll.top_px(child.widget())
                if top_px + child.widget().height() > 0:
                    return index, top_px
    return None


def _fill(outer: QWidget, inner: QWidget) -> None:
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)


def is_void(child: Child) -> bool:
    """True for what takes no space."""
    record = child.properties
    return record.void or (record.holds and child.realised and is_hidden(child.widget()))
