"""The track of a slider with one handle or two: what is painted, dragged and moved by keys.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QSlider

from deskstate_widgets.boxes.in_view import bring_into_view
from deskstate_widgets.look.ground import ground_of
from deskstate_widgets.look.keyboard_focus import came_by_keyboard
from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.zoom import zoom_of, zoomed
from deskstate_widgets.sliders._picture import HANDLE_PX, HEIGHT_PX, TrackPicture
from deskstate_widgets.values.numbers import plain
from deskstate_widgets.values.steps import Number, Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

Values = tuple[Number, ...]
"""The value of a plain slider, or the lower and the upper one of a range."""

_LARGEST: Final = 2**31 - 1
"""Qt's sliders, and so the assistive tools that ask them, count no further."""
_PER_MILLE: Final = 1000


class Track(QSlider):
    """A slider over any numbers. QSlider serves it for the eyes of assistive tools only."""

    moved = Signal(object)
    """The values after each move of a handle that is being dragged."""
    settled = Signal(object)
    """The values after a handle or a key was let go, or a key pressed; they need not differ from those before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(zoomed(self, HEIGHT_PX))
        self.setMinimumWidth(4 * HANDLE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._steps = Steps(0, 100, 1)
        self._text: Callable[[Number], str] = plain
        self._values: Values = (0,)
        self._active = 0
        self._grabbed: float | None = None
        """While dragging: how far right of the handle's middle the mouse took it."""
        self._before: Values = (0,)
        """The values when the mouse was pressed."""
        self._waiting: Values | None = None
        """What to show as soon as the handle is let go, unless it was moved."""
        self._undecided = False
        """Both handles are at one place and the first move of the mouse decides which one goes."""
        self._ring = False
        """The focus came by the keyboard, which deserves a ring."""
        self.valueChanged.connect(self._moved_by_tool)

    @property
    def values(self) -> Values:
        """What the handles stand at."""
        return self._values

    def set_scale(self, steps: Steps, text: Callable[[Number], str]) -> None:
        """Say what the ends are, how far a step goes, and how a value reads."""
        self._steps, self._text = steps, text
        self._tell_tools()
        self.update()

    def set_values(self, values: Values) -> None:
        """Show one value, or two; nothing is signalled. A handle that is being dragged stays in the hand."""
        if self._grabbed is not None:
            self._waiting = values
            return
        if values == self._values:
            return
        self._values = values
        self._active = min(self._active, len(values) - 1)
        self._tell_tools()
        self.update()

    def text(self) -> str:
        """The values in words, for assistive tools."""
        return " \N{EN DASH} ".join(self._text(value) for value in self._values)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._before = self._values
        x = event.position().x() / zoom_of(self)
        places = [self._x_of(value) for value in self._values]
        self._undecided = len(places) == 2 and places[0] == places[1] and abs(x - places[0]) <= HANDLE_PX
        self._active = 0 if len(places) == 1 or abs(x - places[0]) < abs(x - places[1]) else 1
        if len(places) == 2 and places[0] == places[1] and x < places[0]:
            self._active = 0
        on_handle = abs(x - places[self._active]) <= HANDLE_PX
        self._grabbed = x - places[self._active] if on_handle else 0.0
        self._ring = False
        if not on_handle:
            self._drag_to(x)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._drag_to(event.position().x() / zoom_of(self))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = None
            self._undecided = False
            waiting, self._waiting = self._waiting, None
            self.update()
            if waiting is not None and self._values == self._before:
                self.set_values(waiting)
            else:
                self.settled.emit(self._values)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = event.key(), self._values[self._active]
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            goal = self._steps.moved(now, 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            goal = self._steps.moved(now, -1)
        elif key == Qt.Key.Key_PageUp:
            goal = self._steps.moved(now, self._steps.page())
        elif key == Qt.Key.Key_PageDown:
            goal = self._steps.moved(now, -self._steps.page())
        elif key == Qt.Key.Key_Home:
            goal = self._steps.minimum
        elif key == Qt.Key.Key_End:
            goal = self._steps.maximum
        else:
            event.ignore()
            return
        self._ring = True
        self.update()
        bring_into_view(self)
        if self._place(goal):
            (self.moved if event.isAutoRepeat() else self.settled).emit(self._values)
            self._announce()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.settled.emit(self._values)
        event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:
        goal = self._active + (1 if next else -1)
        if self.hasFocus() and 0 <= goal < len(self._values):
            self._active, self._ring = goal, True
            self._tell_tools()
            self._announce()
            self.update()
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = came_by_keyboard(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._active = 0
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._active = len(self._values) - 1
        super().focusInEvent(event)

    # Moving

    def _drag_to(self, x: float) -> None:
        offset = self._grabbed or 0.0
        if self._undecided and x - offset != self._x_of(self._values[0]):
            self._active = 0 if x - offset < self._x_of(self._values[0]) else 1
            self._undecided = False
        span = self.width() / zoom_of(self) - 2 * HANDLE_PX
        if self._place(self._steps.at((x - offset - HANDLE_PX) / span if span > 0 else 0.0)):
            self.moved.emit(self._values)

    def _place(self, goal: Number) -> bool:
        """Set the active handle, which never passes the other one; True when that changed something."""
        values = list(self._values)
        if len(values) == 2:
            goal = min(goal, values[1]) if self._active == 0 else max(goal, values[0])
        if goal == values[self._active]:
            return False
        values[self._active] = goal
        self._values = tuple(values)
        self._tell_tools()
        self.update()
        return True

    def _x_of(self, value: Number) -> float:
        return HANDLE_PX + self._steps.fraction(value) * (self.width() / zoom_of(self) - 2 * HANDLE_PX)

    # Assistive tools

    def _tell_tools(self) -> None:
        low, high, now = self._steps.minimum, self._steps.maximum, self._values[self._active]
        if not (isinstance(low, int) and isinstance(high, int) and low >= -_LARGEST and high <= _LARGEST):
            low, high, now = 0, _PER_MILLE, round(self._steps.fraction(now) * _PER_MILLE)
        with QSignalBlocker(self):
            self.setRange(low, high)
            self.setValue(int(now))

    def _announce(self) -> None:
        """Say the value in words; the number that tools can read may be one of a thousand parts."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def _moved_by_tool(self, value: int) -> None:
        span = self.maximum() - self.minimum()
        if span and self._place(self._steps.at((value - self.minimum()) / span)):
            self.settled.emit(self._values)

    # Picture

    def paintEvent(self, event: QPaintEvent) -> None:
        zoom = zoom_of(self)
        texts = tuple(self._text(value) for value in self._values)
        picture = TrackPicture(
            self.width() / zoom,
            tuple(self._x_of(value) for value in self._values),
            texts,
            self.text(),
            (self._text(self._steps.minimum), self._text(self._steps.maximum)),
            self._active,
            enabled=self.isEnabled(),
            hovered=self.underMouse(),
            held=self._grabbed is not None,
            ringed=self._ring and self.hasFocus(),
        )
        painter = QPainter(self)
        painter.scale(zoom, zoom)
        picture.paint(painter, tokens_of(self), ground_of(self), self.font())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(zoomed(self, HEIGHT_PX))
