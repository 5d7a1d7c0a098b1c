"""A window that was patched, beside one that is built at once from the same tree: both must look and say the same.

What a person has folded is folded in both.

GUI thread only.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from deskstate.core.diff import Shown
from deskstate.core.events import Event
from deskstate.core.patches import Batch
from deskstate.core.properties.layout import Root
from deskstate.shell.live import Live
from deskstate.shell.stage import Stage
from deskstate.shell.window import Window
from deskstate_widgets.boxes.scroll_box import StackBox, settle
from deskstate_widgets.boxes.sizing import UNLIMITED_PX

SETTLE_S = 3.0
"""How long animations and late layouts may take until both look alike."""

MOST = 4
"""How many different widgets are named."""
NOWHERE = QPoint(50_000, 50_000)
"""Far from all windows."""
BOXES = ("QWidget", "StackBox", "FlowBox", "ScrollBox")
"""Widgets that cannot be seen themselves; how many there are is history."""


class Seen(NamedTuple):
    """One Qt widget as it can be seen."""

    top: int
    left: int
    kind: str
    name: str
    says: str
    enabled: bool
    checked: bool


class _Nobody:
    """Around a window that nobody touches."""

    def send(self, events: tuple[Event, ...]) -> None:
        """What nobody does needs no answer."""

    def applied(self, batch: Batch) -> None:
        """There is only one."""

    def root_changed(self, root: Root) -> None:
        """It has no title."""

    def click_lost(self, label: str) -> None:
        """Nobody clicks."""


class Fresh:
    """What a window shows, built anew in one go, with the same size."""

    def __init__(self, window: Window) -> None:
        self._owner = QObject()
        self.patched = window.stage
        self.stage = Stage(self._owner, _Nobody())
        run = window.session.run
        assert run is not None
        patches, _ = Shown().advance(run.root, complete=True)
        self.stage.take(Batch(1, patches, (), True))
        assert self.stage.root is not None
        assert self.patched.root is not None
        root = self.stage.root.widget()
        root.setFixedSize(self.patched.root.widget().size())
        root.show()
        _look_alike(self.patched.root, self.stage.root)

    def close(self) -> None:
        """Take it away."""
        assert self.stage.root is not None
        self.stage.root.dismantle()
        self._owner.deleteLater()

    def difference(self) -> str:
        """What differs once both have come to rest; "" when nothing does."""
        _fill(self.patched)
        _fill(self.stage)
        until = time.monotonic() + SETTLE_S
        while True:
            QTest.qWait(1)
            found = self._compare()
            if not found or time.monotonic() > until:
                return found

    def pictures(self) -> tuple[QImage, QImage]:
        """The patched window and the fresh one."""
        return _picture(self.patched), _picture(self.stage)

    def _compare(self) -> str:
        assert self.stage.root is not None
        assert self.patched.root is not None
        trees = _tree(self.patched.root), _tree(self.stage.root)
        if trees[0] != trees[1]:
            return f"trees\n patched {trees[0]}\n fresh   {trees[1]}"
        seen = [_seen(root.widget()) for root in (self.patched.root, self.stage.root)]
        if seen[0] != seen[1]:
            only = [[each for each in one if each not in other] for one, other in (seen, reversed(seen))]
            return f"widgets\n patched {only[0][:MOST]}\n fresh   {only[1][:MOST]}"
        patched, fresh = self.pictures()
        return "" if patched == fresh else "pictures"


def rest(window: Window) -> None:
    """Take away what is the person's, and no part of what a script says: focus, mouse, cursors, scroll positions."""
    QCursor.setPos(NOWHERE)
    for widget in window.findChildren(QWidget):
        if widget.underMouse():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    focus = cast("QWidget | None", window.focusWidget())
    if focus is not None:
        focus.clearFocus()
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
        area.horizontalScrollBar().setValue(0)
    for field in window.findChildren(QLineEdit):
        field.deselect()
        field.home(False)
    for text in window.findChildren(QPlainTextEdit):
        text.moveCursor(QTextCursor.MoveOperation.Start)


def _look_alike(patched: Live, fresh: Live) -> None:
    """Open and fold what a person has opened and folded, from the outside to the inside."""
    view = patched.native().view() if patched.realised else None
    if view is not None:
        fresh.native().restore_view(view)
    for one, other in zip(patched.children, fresh.children, strict=False):
        _look_alike(one, other)


def _fill(stage: Stage) -> None:
    """Make all that would be made when one scrolls there; what has been made so far is history."""
    assert stage.root is not None
    boxes = stage.root.widget().findChildren(StackBox)
    while any([box.stack.fill(0, UNLIMITED_PX, None) for box in boxes if box.stack is not None and box.isVisible()]):
        settle()
        boxes = stage.root.widget().findChildren(StackBox)


def _picture(stage: Stage) -> QImage:
    assert stage.root is not None
    return stage.root.widget().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _tree(live: Live) -> Any:
    return live.properties, live.id, live.key, live.shown_value(), [_tree(child) for child in live.children]


def _seen(root: QWidget) -> list[Seen]:
    found: list[Seen] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or type(widget).__name__ in BOXES:
            continue
        at = widget.mapTo(root, QPoint())
        says = ""
        if isinstance(widget, (QLineEdit, QLabel, QAbstractButton)):
            says = widget.text()
        elif isinstance(widget, QPlainTextEdit):
            says = widget.toPlainText()
        checked = isinstance(widget, QAbstractButton) and widget.isChecked()
        found.append(
            Seen(at.y(), at.x(), type(widget).__name__, widget.accessibleName(), says, widget.isEnabled(), checked)
        )
    return sorted(found)
