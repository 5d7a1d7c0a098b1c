"""A scroll area: has things made shortly before they are seen, and keeps still what is seen when more comes above.

GUI thread only.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, Protocol
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from deskstate_widgets.boxes.sizing import is_hidden

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent

SLICE_S: Final = 0.006
"""How long the window may be busy making things at a time: less than half a frame."""
BAR_PX: Final = 12
"""Width of the scroll bar, as in the style sheet."""
NEAR_END_PX: Final = 4
"""This close to the end counts as being there."""
FIRST_VIEW_PX: Final = 1000
"""Taken for the height of the visible part while the window is not shown yet."""
ANCHORS: Final = 3
"""So many things in view are held on to, in case that the first ones go away."""
RETURNS: Final = 4
"""Tries to scroll to a widget: what comes into view on the way is made, and may be higher than it was taken for."""
FIT_AFTER_MS: Final = 60
"""After a change; while a person drags the edge of the window the next one follows sooner."""
NEAR_AFTER_MS: Final = 20
"""What may be seen next is made when that which is seen has been painted."""
LEVELS: Final = 16
"""So deep may boxes be nested for all of them to be laid out at once; deeper ones follow with the next events."""
LAYOUT_REQUEST: Final = QEvent.Type.LayoutRequest.value
PROBE_PX: Final = 24
"""Distance of the places in which something to hold on to is looked for."""


class Waiting(Protocol):
    """Children in a box, some of which have no widget yet."""

    @property
    def box(self) -> QWidget:
        """What the children stand in."""
        ...

    @property
    def waiting(self) -> bool:
        """True while there is something left to make."""
        ...

    def fill(self, top_px: int, bottom_px: int, deadline_s: float | None) -> bool:
        """Make what is missing between two heights of the box. True: there was something to make."""
        ...

    def gaps(self) -> list[tuple[QWidget, QWidget | None]]:
        """The parts of the box in which something is missing, each with what follows, if that is in the same part."""
        ...

    def fill_gap(self, part: QWidget, *, forward: bool) -> bool:
        """Make what is missing in a part of the box, at least at its beginning (or at its end, when not `forward`).

        Returns:
            True when there was something to make.
        """
        ...

    def measure(self) -> None:
        """Learn from what has been laid out since how high the rest may be."""
        ...

    def fit(self) -> None:
        """Ask for exactly the width that the box has got."""
        ...


class StackBox(QWidget):
    """A box with a stack of children in it."""

    stack: Waiting | None = None


class _Sheet(QWidget):
    """What scrolls: the content and the margins around it.

    It has no layout, so that Qt's layouts end here. A change of the content that leaves its height as it is, as nearly
    all changes do, costs nothing further up.
    """

    def __init__(self, lay_out: Callable[[], None]) -> None:
        super().__init__()
        self._lay_out = lay_out

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay_out()
            return True
        return super().event(event)


class ScrollBox(QScrollArea):
    """Scrolls up and down, never sideways.

    Args:
        content: What scrolls. It is as wide as the visible part, and at least as high. None: it is set later.
        is_page: True for the main column of a window. It is opaque, which makes scrolling cheaper, and when it is
            narrow, what is inside stands one below another.
    """

    def __init__(self, content: QWidget | None = None, *, is_page: bool = False) -> None:
        super().__init__()
        self.is_page = is_page
        self.left: QWidget | None = None
        """Where Tab goes on from while the focus is here: what Esc has left, or this itself after a click on it."""
        self.follows_end = False
        """True: while the end is in view it stays in view."""
        self._at_end = True
        self._busy = False
        self._waiting: WeakSet[Waiting] = WeakSet()
        self._return: tuple[QWidget, int] | None = None
        """What is to be seen again when this is shown, and how far below the upper edge."""
        self._anchors: list[tuple[QWidget, int]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill_seen)
        self._near_timer = QTimer(self)
        self._near_timer.setSingleShot(True)
        self._near_timer.timeout.connect(self._fill_near)
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(FIT_AFTER_MS)
        self._fit_timer.timeout.connect(self._fit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Room for the bar is always kept: nothing moves aside when it appears, and Qt lays out all texts for one width
        # instead of for two. While there is nothing to scroll it is disabled, which the style sheet shows as nothing.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        viewport = QWidget()  # asked for Qt's own one, PySide looks through all classes of widgets (25 ms, 3 MB)
        self.setViewport(viewport)
        self._margins = QMargins()
        self._laid_out = (0, 0)
        """Width and height of what scrolls."""
        self._content: QWidget | None = None
        self._sheet = _Sheet(self._lay_out)
        self.setWidget(self._sheet)
        for widget in (viewport, self._sheet):
            widget.setAutoFillBackground(is_page)
        # It has nothing but a ground: or Qt would paint all that is in view again whenever its height changes.
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        if content is not None:
            self.set_content(content)
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._resized)
        self.verticalScrollBar().actionTriggered.connect(self._stay)

    @property
    def is_following(self) -> bool:
        """True while its end is in view, and stays there."""
        return self.follows_end and self._at_end

    @staticmethod
    def around(widget: QWidget) -> ScrollBox | None:
        """The nearest one that a widget stands in."""
        parent = widget.parentWidget()
        while parent is not None and not isinstance(parent, ScrollBox):
            parent = parent.parentWidget()
        return parent

    @staticmethod
    def page_px(widget: QWidget) -> int:
        """Width of the main column that a widget stands in; outside of one, of the window."""
        area = ScrollBox.around(widget)
        while area is not None and not area.is_page:
            area = ScrollBox.around(area)
        return (area or widget.window()).width()

    def set_content(self, content: QWidget) -> None:
        """Let this scroll."""
        if content is not self._content:
            self._content = content
            shown = not is_hidden(content)
            content.setParent(self._sheet)
            content.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # as the sheet
            content.setVisible(shown)
            self._lay_out_anew()

    def set_margins(self, left_px: int, top_px: int, right_px: int, bottom_px: int) -> None:
        """Keep free space around the content, which scrolls with it."""
        margins = QMargins(left_px, top_px, right_px, bottom_px)
        if margins != self._margins:
            self._margins = margins
            self._lay_out_anew()

    def natural_height_px(self, width_px: int) -> int:
        """What the content needs at some width of the box, with the margins."""
        return self._needed_px(width_px - BAR_PX)

    def visible(self, box: QWidget) -> tuple[int, int]:
        """The heights of a box between which it can be seen; those of a usual window before it is shown."""
        if not self.isVisible():
            return 0, FIRST_VIEW_PX
        top_px = -self.top_px(box)
        return top_px, top_px + self.viewport().height()

    def watch(self, waiting: Waiting) -> None:
        """Have what is missing made when it comes near."""
        self._waiting.add(waiting)
        self._timer.start()

    def top_px(self, widget: QWidget) -> int:
        """How far something inside stands below the upper edge of the visible part."""
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def go_back(self, widget: QWidget, top_px: int) -> None:
        """Scroll until a widget inside stands so far below the upper edge, at least its end.

        Now, or when this is shown and there is enough below it, unless a person has scrolled by then.
        """
        self._return = widget, top_px
        if self.isVisible():
            self._go_back()

    def fit_soon(self) -> None:
        """There are new boxes inside, or boxes of another width: have them ask for the width that they got.

        Qt asks a box for its height not only at the width that it has but also at the one that it would like to have,
        and remembers the answer for one width. Where these two differ, each change of a text lays out all other texts.
        """
        if not self._fit_timer.isActive():
            self._fit_timer.start()

    def waiting(self) -> list[Waiting]:
        """Those in which something is missing and that are shown."""
        living = [each for each in self._waiting if shiboken6.isValid(each.box) and each.waiting]
        self._waiting = WeakSet(living)
        return [each for each in living if each.box.isVisible()]

    def gaps(self) -> list[tuple[QWidget, QWidget | None]]:
        """All parts in which something is missing, each with what follows, if that is in the same part."""
        return [gap for each in self.waiting() for gap in each.gaps()]

    def fill_gap(self, part: QWidget, *, forward: bool) -> bool:
        """Make what is missing in one of the `gaps`, at least at its beginning, or at its end.

        Returns:
            True when there was something to make.
        """
        return any([each.fill_gap(part, forward=forward) for each in self.waiting()])

    def fill_visible(self) -> None:
        """Make all that can be seen, however long it takes, and lay it out."""
        while self._fill(0, None):  # may bring something else into view
            continue

    def sizeHint(self) -> QSize:
        """As wide as the content would like to be."""
        hint = super().sizeHint()
        if self._content is not None:
            hint.setWidth(self._content.sizeHint().width() + self._margins.left() + self._margins.right() + BAR_PX)
        return hint

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if event.size().width() != event.oldSize().width():
            self._fit_timer.start()  # again and again while the edge of the window is dragged

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.left = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.left = self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.triggerAction(QScrollBar.SliderAction.SliderToMinimum)
            case Qt.Key.Key_End:
                bar.triggerAction(QScrollBar.SliderAction.SliderToMaximum)
            case _:
                super().keyPressEvent(event)

    def _stay(self) -> None:
        """A person has scrolled."""
        self._return = None

    def _lay_out_anew(self) -> None:
        self._laid_out = (0, 0)
        self._lay_out()

    def _lay_out(self) -> None:
        """Give the content the width of the visible part, and the height that it needs then."""
        content = self._content
        if content is None:
            return
        viewport = self.viewport()
        width_px = viewport.width()
        size = width_px, max(self._needed_px(width_px), viewport.height())
        if size != self._laid_out:
            self._laid_out = size
            margins = self._margins
            inner_px = max(width_px - margins.left() - margins.right(), 1)
            content.setGeometry(margins.left(), margins.top(), inner_px, size[1] - margins.top() - margins.bottom())
            self._sheet.resize(*size)

    def _needed_px(self, width_px: int) -> int:
        """Height of the content at some width of the visible part, and of the margins."""
        margins, content = self._margins, self._content
        height_px = 0
        if content is not None and content.hasHeightForWidth():
            height_px = content.heightForWidth(max(width_px - margins.left() - margins.right(), 1))
        elif content is not None:
            height_px = max(content.sizeHint().height(), content.minimumHeight())
        return height_px + margins.top() + margins.bottom()

    def _fit(self) -> None:
        for box in self.findChildren(StackBox):
            if box.stack is not None and box.isVisible():
                box.stack.fit()

    def _fill_seen(self) -> None:
        """Make some of what is seen, and go on after the next events."""
        if self._return is not None and self.isVisible():
            self._go_back()
        if not self._waiting or not self.isVisible():
            return
        if self._fill(0, time.monotonic() + SLICE_S):
            self._timer.start()
        elif not self._near_timer.isActive():
            self._near_timer.start(NEAR_AFTER_MS)

    def _go_back(self) -> None:
        settle()
        if self._return is None or not shiboken6.isValid(self._return[0]):
            self._return = None
            return
        widget, top_px = self._return
        bar = self.verticalScrollBar()
        shift_px = 0
        for _ in range(RETURNS):
            shift_px = self.top_px(widget) - max(top_px, 1 - widget.height())
            if not shift_px:
                break
            bar.setValue(bar.value() + shift_px)
            self.fill_visible()
        if not shift_px or bar.value() < bar.maximum():
            self._return = None

    def _fill_near(self) -> None:
        """Make some of what may be seen next, and go on after the next events."""
        if self.isVisible() and self._fill(self.viewport().height(), time.monotonic() + SLICE_S):
            self._near_timer.start(0)

    def _fill(self, margin_px: int, deadline_s: float | None) -> bool:
        """Make what is missing near the visible part. True: there was something to make."""
        if self._busy:
            return False
        self._busy = True
        settle()
        made = False
        for each in self.waiting():
            each.measure()
            top_px, bottom_px = self.visible(each.box)
            made = each.fill(top_px - margin_px, bottom_px + margin_px, deadline_s) or made
        if made:
            settle()
        self._hold()
        self._busy = False
        return made

    def _scrolled(self, value_px: int) -> None:
        self._at_end = value_px >= self.verticalScrollBar().maximum() - NEAR_END_PX
        self._remember()
        if self._waiting and not self._busy:
            self._timer.start()
            self._fill(0, time.monotonic() + SLICE_S)

    def _resized(self, _top_px: int, bottom_px: int) -> None:
        """The content has another height: hold on to its end, or to what can be seen of it."""
        self._enable_bar(bottom_px > 0)
        if self._return is not None:
            self._timer.start()
        elif self.is_following:
            self.verticalScrollBar().setValue(bottom_px)
        else:
            self._hold()
        if self._waiting:
            self._timer.start()

    def _enable_bar(self, enabled: bool) -> None:
        bar = self.verticalScrollBar()
        if bar.isEnabled() and not enabled:
            # WORKAROUND: as of Qt 6.11, a scroll bar that is disabled while the mouse is pressed on it stays pressed.
            QCoreApplication.sendEvent(bar, QHideEvent())
        bar.setEnabled(enabled)

    def _hold(self) -> None:
        """Scroll by as much as the things in view have moved."""
        shift_px = self._shift_px()
        if shift_px:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + shift_px)
        self._remember()

    def _shift_px(self) -> int:
        """How far the first thing has moved that was in view and still exists."""
        sheet = self._sheet
        for anchor, y in self._anchors:
            if shiboken6.isValid(anchor) and anchor.isVisible() and sheet.isAncestorOf(anchor):
                return anchor.mapTo(sheet, QPoint(0, 0)).y() - y
        return 0

    def _remember(self) -> None:
        """Note where the first things in view stand. At the very top nothing is held: new things may come in there."""
        self._anchors = []
        sheet, top_px = self._sheet, self.verticalScrollBar().value()
        if top_px == 0:
            return
        cut_off: tuple[QWidget, int] | None = None
        for y in range(top_px, top_px + self.viewport().height(), PROBE_PX):
            found = sheet.childAt(sheet.width() // 2, y)
            if found is not None:
                found_px = found.mapTo(sheet, QPoint(0, 0)).y()
                if found_px >= top_px:
                    self._anchors.append((found, found_px))
                    if len(self._anchors) == ANCHORS:
                        return
                else:
                    cut_off = found, found_px
        if cut_off is not None and not self._anchors:  # it is higher than the visible part
            self._anchors.append(cut_off)


def settle(levels: int = LEVELS) -> None:
    """Lay out now what Qt would lay out before it paints next, up to so many boxes around what changed."""
    for _ in range(levels):  # each box tells the one around it by another event
        QCoreApplication.sendPostedEvents(None, LAYOUT_REQUEST)
