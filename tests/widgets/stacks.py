"""A stack in a scroll area in a page, and what may happen to what is in it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from deskstate_widgets.boxes.scroll_box import BAR_PX, ScrollBox, StackBox, settle
from deskstate_widgets.boxes.stack import Stack
from tests.widgets.children import FakeChild, label, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


class Window:
    """A stack in a scroll area in a page."""

    def __init__(self, qtbot: QtBot, height_px: int = 400, width_px: int = 500) -> None:
        self.box = StackBox()
        self.stack = Stack(self.box)
        self.area = ScrollBox(self.box)
        self.page = QWidget()
        self.area.setParent(self.page)
        self.area.resize(width_px + BAR_PX, height_px)
        self.page.resize(width_px, height_px)
        self.bar = self.area.verticalScrollBar()
        self.children: list[FakeChild] = []
        self._qtbot = qtbot
        qtbot.addWidget(self.page)

    def show(self, children: Sequence[FakeChild] = ()) -> None:
        self.arrange(children)
        with self._qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self._qtbot.waitUntil(self.page.isActiveWindow)
        self.area.setFocus()
        self.rest()

    def arrange(self, children: Sequence[FakeChild]) -> None:
        for child in self.children:
            if child not in children:
                child.remove()
        self.children = list(children)
        self.stack.arrange(self.children)

    def rest(self) -> None:
        """Until nothing more happens by itself."""
        for _ in range(12):
            QApplication.processEvents()

    def top(self, child: FakeChild) -> int:
        """Where a child stands in the visible part, in px from its top."""
        return child.widget().mapTo(self.area.viewport(), QPoint(0, 0)).y()

    def made(self) -> int:
        return sum(child.realised for child in self.children)


def lines(count: int, start: int = 0) -> list[FakeChild]:
    return [label(f"{index}") for index in range(start, start + count)]


def words(children: Sequence[FakeChild]) -> list[str]:
    return [child.properties.body for child in children]  # type: ignore[attr-defined]


def assert_reads(window: Window, children: Sequence[FakeChild]) -> None:
    settle()
    window.area.fill_visible()
    assert words_of(window.box) == words(children)
    assert [widget.text() for widget in window.box.findChildren(QLabel)] == words(children)


numbers = st.integers(0, 220)


edits = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), numbers, numbers),
        st.tuples(st.just("remove"), numbers, numbers),
        st.tuples(st.just("move"), numbers, st.integers(1, 50)),
        st.tuples(st.just("reverse"), numbers, numbers),
    ),
    min_size=1,
    max_size=8,
)


def history_of(edits: list[tuple[str, int, int]]) -> list[list[int]]:
    """The orders that some edits lead to, one after another."""
    order: list[int] = []
    fresh = 0
    history: list[list[int]] = []
    for verb, at, count in edits:
        at = min(at, len(order))
        part = order[at : at + count]
        rest = order[:at] + order[at + count :]
        if verb == "insert":
            order = [*order[:at], *range(fresh, fresh + count), *order[at:]]
            fresh += count
        elif verb == "move":
            order = [*rest[: len(rest) // 2], *part, *rest[len(rest) // 2 :]]
        else:
            order = rest if verb == "remove" else [*order[:at], *part[::-1], *order[at + count :]]
        history.append(list(order))
    return history
