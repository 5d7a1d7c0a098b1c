"""The whole of a window's content: the scrolling main column, the sidebar, and what lies upon both.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from deskstate_widgets.boxes.columns_row import NARROW_PX, ColumnsRow
from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.boxes.scroll_box import BAR_PX, ScrollBox
from deskstate_widgets.boxes.sizing import is_hidden
from deskstate_widgets.frame._tab_order import next_stop
from deskstate_widgets.look.hover import repaint_hover
from deskstate_widgets.look.tokens import COLUMN_PX, SIDEBAR_PX

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from deskstate_widgets.frame._sidebar import Sidebar
    from deskstate_widgets.frame.toasts import ToastTray

TOP_PX: Final = 56
"""Above the first element; the button that brings back the sidebar stands there, and what the window reports."""
BOTTOM_PX: Final = 96
SIDE_PX: Final = 40
NARROW_SIDE_PX: Final = 20
BESIDE_PX: Final = 768
"""A page narrower than this has no room for the sidebar beside the main column."""
OVERLAY_PX: Final = 300
"""Most that the sidebar covers of a narrow page."""
SHUTTER_PX: Final = 56
"""What stays uncovered of a narrow page, so that one can go back to it."""
ON_TOP: Final = 0.4
"""Share of a narrow page's height that a locked sidebar may take."""


class RootFrame(QWidget):
    """Main column, sidebar and toasts of one window."""

    resized = Signal()
    """It has another size."""

    def __init__(self) -> None:
        super().__init__()
        self._mode: str | int = "auto"
        self._has_sidebar = False
        self._width_px = SIDEBAR_PX
        self._open_beside: bool | None = None
        self._open_above = False
        self._wide = False
        self.main = ScrollBox(is_page=True)
        """The scroll area of the main column."""
        self.main.setParent(self)
        self._sidebar: Sidebar | None = None
        """Made when there is something in it for the first time."""
        self._toasts: ToastTray | None = None

    @property
    def sidebar(self) -> Sidebar:
        """The panel at the left."""
        if self._sidebar is None:
            from PySide6.QtGui import QKeySequence, QShortcut  # late: most pages have no sidebar

            from deskstate_widgets.frame._sidebar import Sidebar  # late, as above

            made = self._sidebar = Sidebar(self)
            made.put_upon(self.main)
            made.set_foldable(self._mode != "locked")
            made.folded.connect(self.toggle_sidebar)
            made.dragged.connect(self._drag)
            made.area.verticalScrollBar().rangeChanged.connect(self._sidebar_grew)
            QShortcut(QKeySequence("Ctrl+\\"), self, self.toggle_sidebar)
        return self._sidebar

    @property
    def toasts(self) -> ToastTray:
        """The messages that lie upon the page."""
        if self._toasts is None:
            from deskstate_widgets.frame.toasts import ToastTray  # late: few pages have any

            self._toasts = ToastTray(self)
        return self._toasts

    @staticmethod
    def around(widget: QWidget) -> RootFrame | None:
        """The page that a widget stands in."""
        parent = widget.parentWidget()
        while parent is not None and not isinstance(parent, RootFrame):
            parent = parent.parentWidget()
        return parent

    def set_main(self, content: QWidget) -> None:
        """Show this in the main column."""
        self.main.set_content(content)

    def set_wide(self, wide: bool) -> None:
        """Give the main column the whole width, or that of readable lines."""
        if wide != self._wide:
            self._wide = wide
            self._place()

    def set_sidebar(self, mode: str | int) -> None:
        """Change how the sidebar begins; what the person did with it is forgotten.

        Args:
            mode: "auto", "expanded", "collapsed", "locked", or its width in px.
        """
        self._mode = mode
        self._open_beside = None
        self._open_above = mode == "expanded"
        if isinstance(mode, int):
            self._width_px = mode
        if self._sidebar is not None:
            self._sidebar.set_foldable(mode != "locked")
        self._place()

    def set_sidebar_content(self, content: QWidget) -> None:
        """Show this in the sidebar; while it is hidden, because nothing is in it, there is no sidebar."""
        if self._sidebar is not None or not is_hidden(content):
            self.sidebar.set_content(content)
        else:
            self._keep_aside(content)
        if self._has_sidebar == is_hidden(content):
            self._has_sidebar = not is_hidden(content)
            self._place()

    def set_toasts(self, places: QWidget) -> None:
        """Keep the places of the toasts, which are never seen."""
        self._keep_aside(places)

    def _keep_aside(self, unseen: QWidget) -> None:
        """Own a widget that is not shown."""
        if unseen.parentWidget() is not self:
            unseen.setParent(self)
            unseen.resize(0, 0)

    def toggle_sidebar(self) -> None:
        """Show the sidebar or fold it away."""
        if self._has_sidebar and self._mode != "locked":
            if self._is_tight():
                self._open_above = not self._open_above
            else:
                self._open_beside = not self._is_open()
            focus = QApplication.focusWidget()
            had_focus = focus is not None and self.sidebar.isAncestorOf(focus)
            self._place()
            if had_focus:
                self.sidebar.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Unfold the sidebar when this is in it."""
        if self._sidebar is not None and self._sidebar.isAncestorOf(widget):
            self.show_sidebar()

    def show_sidebar(self) -> None:
        """Unfold the sidebar."""
        if self._has_sidebar and not self._is_open():
            self.toggle_sidebar()

    def fill_visible(self) -> None:
        """Make and lay out all that can be seen, before a picture is taken."""
        for area in self.findChildren(ScrollBox):
            area.fill_visible()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (
            cast("QWidget | None", self.focusWidget()) is None
        ):  # or Qt gives the focus to the first control, with a ring around it
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.resized.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if QApplication.activePopupWidget() is not None:
            repaint_hover(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._sidebar is not None and self._sidebar.shade.isVisible():
            self.toggle_sidebar()
        else:
            self.main.keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        focus = QApplication.focusWidget()
        if focus is not None and not focus.isVisible():  # it was removed: nothing else is to be entered by chance
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        beside = self._sidebar
        own = (self.main,) if beside is None else (beside.opener, beside, self.main)
        above = [child for child in self.children() if isinstance(child, QWidget) and child not in own]
        first = () if beside is None else (beside.opener, beside.button, beside.area)
        regions = (*first, self.main, *above)
        start = focus.left if isinstance(focus, ScrollBox) else focus
        if start is None and focus is not self.main:
            start = focus
        stop = next_stop(self, regions, next, start)
        if stop is None:
            return super().focusNextPrevChild(next)
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        bring_into_view(stop)
        return True

    def _is_tight(self) -> bool:
        """True when the sidebar has no room beside the main column."""
        return self.width() < BESIDE_PX

    def _is_open(self) -> bool:
        if self._mode == "locked":
            return True
        if self._is_tight():
            return self._open_above
        return self._mode != "collapsed" if self._open_beside is None else self._open_beside

    def _drag(self, width_px: int) -> None:
        self._width_px = width_px
        self._place()

    def _sidebar_grew(self) -> None:
        if self._is_on_top():
            self._place()

    def _is_on_top(self) -> bool:
        """True when the sidebar stands above the main column: it must not be folded, and there is no room beside."""
        return self._has_sidebar and self._mode == "locked" and self._is_tight()

    def _place(self) -> None:
        """Give everything its place: the sidebar beside the main column, above a part of it, or on top of it."""
        is_open = self._has_sidebar and self._is_open()
        tight, on_top = self._is_tight(), self._is_on_top()
        width_px, height_px = self.width(), self.height()
        left_px = top_px = 0
        if on_top:
            top_px = min(self.sidebar.natural_height_px(width_px), round(height_px * ON_TOP))
            self.sidebar.setGeometry(0, 0, width_px, top_px)
        elif is_open and tight:
            self.sidebar.setGeometry(0, 0, max(min(OVERLAY_PX, width_px - SHUTTER_PX), 1), height_px)
        elif is_open:
            left_px = min(self._width_px, width_px // 2)
            self.sidebar.setGeometry(0, 0, left_px, height_px)
        was_narrow = self.main.width() < NARROW_PX
        self.main.setGeometry(left_px, top_px, width_px - left_px, height_px - top_px)
        if was_narrow != (self.main.width() < NARROW_PX):
            for row in self.findChildren(ColumnsRow):
                row.turn()
        side_px = NARROW_SIDE_PX if width_px < NARROW_PX else SIDE_PX
        spare_px = 0 if self._wide else max(width_px - left_px - 2 * side_px - COLUMN_PX, 0)
        self.main.set_margins(side_px + spare_px // 2, TOP_PX, side_px - BAR_PX + (spare_px + 1) // 2, BOTTOM_PX)
        if self._sidebar is not None:
            self._sidebar.setVisible(is_open)
            self._sidebar.set_draggable(not tight)
            self._sidebar.shade.setGeometry(self.rect())
            self._sidebar.shade.setVisible(is_open and tight and not on_top)
            self._sidebar.opener.setVisible(self._has_sidebar and not is_open)
        if self._toasts is not None:
            self._toasts.place()
