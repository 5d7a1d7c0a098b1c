"""The list that opens below a field and is used with the mouse or with the keys of the field.

GUI thread only. The focus stays in the field, which passes its keys on to `press`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QVBoxLayout, QWidget

from deskstate_widgets.choices._frame import PopupFrame
from deskstate_widgets.choices._list import ChoiceList
from deskstate_widgets.choices._outside import pass_on_mouse, pass_on_wheel, window_at
from deskstate_widgets.choices._place import place
from deskstate_widgets.look.hover import end_hover

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPointF
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QWheelEvent, QWindow

    from deskstate_widgets.choices._rows import Rows

_PANEL_PX: Final = 5
"""Border and padding around the rows."""
_FOLLOW_MS: Final = 100
"""How often the list looks where its field is: a rerun may move it."""


class ChoicePopup(PopupFrame):
    """A list below its field; hidden when made."""

    picked = Signal(int)
    """A row was clicked, or Enter was pressed on it."""
    closed = Signal()
    pressed_on_field = Signal(QPoint)
    """The mouse was pressed on the field while the list was open; in the coordinates of the field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # some versions of Qt do it, others do not
        self._field = field
        self._list = ChoiceList(field)
        self._list.clicked.connect(self._report)
        self._note = QLabel()
        self._note.setProperty("look", "choice-note")
        self._note.setWordWrap(True)
        self._note.hide()
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(*4 * (_PANEL_PX - 1,))
        inside.setSpacing(0)
        inside.addWidget(self._list)
        inside.addWidget(self._note)
        self._following = QTimer(self)
        self._following.setInterval(_FOLLOW_MS)
        self._following.timeout.connect(self.follow)
        self._closing = QTimer(self)  # not `singleShot`, as the list may be deleted at once
        self._closing.setSingleShot(True)
        self._closing.setInterval(0)
        self._closing.timeout.connect(self._let_go_of_the_mouse)
        self._field_was = QRect()
        self._pressed: QWidget | None = None
        """What got the press that has closed the list, until the mouse is released."""
        self.moved = False
        """True once the person has moved to another row with the keys."""

    def show_rows(self, rows: Rows, *, current: int = 0, marked: int = -1, note: str = "", stay: bool = False) -> None:
        """Show these rows.

        Args:
            rows: What they say.
            current: The row that Enter takes.
            marked: The row that is chosen already; -1: none.
            note: What to say when there are no rows.
            stay: Do not scroll, and leave the same row highlighted if there still are so many.
        """
        bar = self._list.verticalScrollBar()
        scroll, row = bar.value(), self._list.row
        self._list.show_rows(rows, marked)
        self._note.setText(note)
        self._note.setVisible(len(rows) == 0)
        self._list.setVisible(len(rows) > 0)
        if self.isVisible():
            self._place()
        if stay and row >= 0:
            bar.setValue(scroll)
            self._list.go_to(min(row, len(rows) - 1))
        else:
            self.moved = False
            self._list.go_to(current)

    def open(self) -> None:
        """Show the list at its field."""
        self.setAccessibleName(self._field.accessibleName())
        self._list.setAccessibleName(self._field.accessibleName())
        self._place()
        self.show()
        end_hover(self._field.window())
        self._list.scrollTo(self._list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._following.start()
        _application().focusWindowChanged.connect(self._focus_went)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key of the field if it is meant for the list: arrows, PageUp, PageDown, Home, End, Enter, Escape."""
        key = event.key()
        target = self._list.target(key)
        if target is not None:
            self._list.go_to(target)
            self.moved = True
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take_current()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def take_current(self) -> None:
        """Pick the row that is highlighted."""
        self._report(self._list.currentIndex())

    def search(self, text: str) -> None:
        """Go to the next row that begins with what was typed quickly."""
        self._list.keyboardSearch(text)
        self.moved = True

    def follow(self) -> None:
        """Go where the field is now."""
        if not self._field.isVisible():
            self.hide()
        elif self._field_on_screen() != self._field_was:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While a popup is open the system gives it every key; they belong to the field."""
        QCoreApplication.sendEvent(QApplication.focusWidget() or self._field, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Nothing in here takes the focus, so Tab is a key like others."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Outside of the list: close, and press what is there; the field decides what a press on itself means."""
        at_field = self._field.mapFromGlobal(event.globalPosition().toPoint())
        if self._field.rect().contains(at_field):
            self.pressed_on_field.emit(at_field)
        elif not self._is_on_panel(event.position()):
            self.hide()
            window = window_at(event.globalPosition())
            if window is not None:
                self._pressed = QApplication.widgetAt(event.globalPosition().toPoint())
                window.requestActivate()
                pass_on_mouse(event, window)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The drag that such a press begins belongs to what was pressed, whoever is told of it.

        To the widget, not to its window: to Qt the press is over once the closed list has been told of its end.
        """
        if self._pressed is not None and shiboken6.isValid(self._pressed) and not self.isVisible():
            pass_on_mouse(event, self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """So does its end, which comes here when it was on its way before the list had let go of the mouse."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and shiboken6.isValid(pressed) and not self.isVisible():
            pass_on_mouse(event, pressed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Outside of the list: close, and scroll what is there."""
        if not self._is_on_panel(event.position()):
            self.hide()
            pass_on_wheel(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._following.stop()
        end_hover(self)
        self._closing.start()
        _application().focusWindowChanged.disconnect(self._focus_went)
        self.closed.emit()

    def _let_go_of_the_mouse(self) -> None:
        """After the list has closed and Qt has seen to the mouse: see to what it has forgotten."""
        end_hover(self._field.window(), stale_only=True)

    def _is_on_panel(self, at: QPointF) -> bool:
        """Whether a point of the popup is on the list, and not on the shadow around it or elsewhere."""
        return self.panel.geometry().contains(at.toPoint())

    def _report(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(index.row())

    def _place(self) -> None:
        field, screen = self._field_on_screen(), self._field.screen().availableGeometry()
        width = max(field.width(), self._list.width_wanted() + 2 * _PANEL_PX)
        if self._list.isHidden():
            height = self._note.heightForWidth(width - 2 * _PANEL_PX)
        else:
            height = self._list.height_wanted()
        self.place_panel(place(field, QSize(width, height + 2 * _PANEL_PX), screen))
        self._field_was = field

    def _field_on_screen(self) -> QRect:
        return QRect(self._field.mapToGlobal(QPoint()), self._field.size())

    def _focus_went(self, to: QWindow | None) -> None:
        """Close when another window, or another application, has got the keyboard."""
        widget: QWidget | None = self
        while widget is not None:
            if to is not None and widget.window().windowHandle() is to:
                return
            widget = widget.window().parentWidget()
        self.hide()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
