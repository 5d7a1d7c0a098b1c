"""Children for containers to hold, over real widgets, as the stage has them.

GUI thread only.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from deskstate.core.properties import inputs, status, text
from deskstate_widgets.boxes.scroll_box import BAR_PX, ScrollBox
from deskstate_widgets.boxes.sizing import apply_width, width_of
from deskstate_widgets.kinds.empty import Empty
from deskstate_widgets.native import Native
from tests.widgets.hosts import FakeHost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from pytestqt.qtbot import QtBot

    from deskstate.core.properties.base import Properties
    from deskstate_widgets.native import Holder


class Plain(Native[Any]):
    """A native widget around any Qt widget."""

    def __init__(self, widget: QWidget, properties: Properties, host: FakeHost) -> None:
        super().__init__(properties, host)
        self.widget = widget
        apply_width(widget, width_of(properties))

    def update(self, new: Properties, old: Properties) -> None:
        del new, old


class FakeChild:
    """An element in a container; its native widget is made when it is asked for.

    Args:
        properties: Its record.
        make: Makes the native widget.
        children: Of a container.
    """

    def __init__(
        self,
        properties: Properties,
        make: Callable[[Any, FakeHost], Native[Any]],
        children: Sequence[FakeChild] = (),
        value: object = None,
    ) -> None:
        self.properties = properties
        self.children = list(children)
        self.host = FakeHost()
        self._make = make
        self._value = value
        self._native: Native[Any] | None = None

    @property
    def realised(self) -> bool:
        return self._native is not None

    def native(self) -> Native[Any]:
        if self._native is None:
            self._native = self._make(self.properties, self.host)
            self._native.show_value(self._value)
            if type(self.properties).holds:
                cast("Holder[Any]", self._native).arrange(self.children)
        return self._native

    def widget(self) -> QWidget:
        return self.native().widget

    def arrange(self, children: Sequence[FakeChild]) -> None:
        """Change what it holds, as a batch from the script does."""
        for child in self.children:
            if child not in children:
                child.remove()
        self.children = list(children)
        self.place_again()

    def place_again(self) -> None:
        """Place what it holds again, as the stage does when a child asks for it."""
        if self.realised:
            cast("Holder[Any]", self.native()).arrange(self.children)

    def update(self, new: Properties) -> None:
        """Change its record, as a batch from the script does."""
        old, self.properties = self.properties, new
        if self.realised:
            self.native().update(new, old)

    def remove(self) -> None:
        """Delete the native widget, and those inside, before the container is told."""
        for child in self.children:
            child.remove()
        if self._native is not None:
            native, self._native = self._native, None
            native.close()
            native.widget.hide()
            native.widget.deleteLater()

    def __repr__(self) -> str:
        return f"<{getattr(self.properties, 'body', None) or getattr(self.properties, 'label', '?')}>"


def label(body: str, width: int | str = "stretch") -> FakeChild:
    """One line of text."""
    record = text.Text(body=body, width=width)  # type: ignore[arg-type]
    return FakeChild(record, lambda properties, host: Plain(QLabel(properties.body), properties, host))


def paragraph(body: str) -> FakeChild:
    """Text that wraps."""

    def make(properties: text.Markdown, host: FakeHost) -> Plain:
        widget = QLabel(properties.body)
        widget.setWordWrap(True)
        return Plain(widget, properties, host)

    return FakeChild(text.Markdown(body=body), make)


def button(words: str, width: int | str = "content") -> FakeChild:
    """Something that the Tab key stops at."""
    record = inputs.Button(label=words, width=width)  # type: ignore[arg-type]
    return FakeChild(record, lambda properties, host: Plain(QPushButton(properties.label), properties, host))


def block(height_px: int, height: int | str = "content") -> FakeChild:
    """Something of a known height, at least."""

    def make(properties: text.Code, host: FakeHost) -> Plain:
        widget = QFrame()
        widget.setMinimumHeight(height_px)
        if height != "stretch":
            widget.setMaximumHeight(height_px)
        return Plain(widget, properties, host)

    return FakeChild(text.Code(body="", height=height), make)  # type: ignore[arg-type]


def empty() -> FakeChild:
    """Nothing."""
    return FakeChild(status.Empty(), Empty)


def words_of(box: QWidget) -> list[str]:
    """The texts in a box as one sees them, from top to bottom and from left to right."""
    found = [
        (widget.mapTo(box, widget.rect().topLeft()), widget.text())
        for widget in box.findChildren(QWidget)
        if isinstance(widget, QLabel | QPushButton) and widget.isVisibleTo(box)
    ]
    return [words for _, words in sorted(found, key=lambda pair: (pair[0].y(), pair[0].x()))]


def let_go() -> None:
    """Delete for real what was deleted, and handle all that waits."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def holder(record: Properties, children: Sequence[FakeChild] = (), value: object = None) -> FakeChild:
    """A container of the real kind."""
    return FakeChild(record, native_class(record.kind), children, value)


def native_class(kind: str) -> Callable[[Any, FakeHost], Native[Any]]:
    """The class of a kind, found by name as the stage does."""
    module = importlib.import_module(f"deskstate_widgets.kinds.{kind}")
    made: Callable[[Any, FakeHost], Native[Any]] = getattr(module, kind.title().replace("_", ""))
    return made


class Window(QWidget):
    """A window with one container, which fills it like a page."""

    def __init__(self, qtbot: QtBot, child: FakeChild, width_px: int = 700, height_px: int = 500) -> None:
        super().__init__()
        self.child = child
        box = QWidget()
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(child.widget())
        self._column.addStretch(1)
        self.area = ScrollBox(box)
        self.area.setParent(self)
        qtbot.addWidget(self)
        self.resize(width_px, height_px)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)
        self.area.setFocus()
        self.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.area.resize(self.width() + BAR_PX, self.height())

    def rest(self) -> None:
        """Until nothing more happens by itself."""
        for _ in range(8):
            QApplication.processEvents()

    def place(self, child: FakeChild) -> tuple[int, int, int, int]:
        """Left, top, width and height of a child in the window."""
        widget = child.widget()
        corner = widget.mapTo(self, QPoint(0, 0))
        return corner.x(), corner.y(), widget.width(), widget.height()
