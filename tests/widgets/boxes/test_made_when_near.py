"""What is far away is made when it comes near, and what is seen stands still meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from deskstate.core.properties.text import Markdown
from deskstate_widgets.boxes._chunking import LIMIT
from deskstate_widgets.boxes.scroll_box import FIT_AFTER_MS, NEAR_AFTER_MS, StackBox, settle
from deskstate_widgets.boxes.stack import Stack
from tests.widgets.children import FakeChild, Plain, block, label
from tests.widgets.stacks import Window, lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from tests.widgets.hosts import FakeHost


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


def test_only_what_is_near_is_made(window: Window) -> None:
    window.arrange(lines(3000))
    assert window.made() < 60
    window.show(window.children)
    assert window.made() < 200
    assert window.bar.maximum() > 60_000


def test_there_is_time_to_paint_what_is_seen_before_more_is_made(qtbot: QtBot) -> None:
    window = Window(qtbot, height_px=900)
    window.area.hide()
    window.show(lines(3000))
    made: list[int] = []
    window.area.show()
    QTimer.singleShot(NEAR_AFTER_MS // 2, lambda: made.append(window.made()))
    qtbot.waitUntil(lambda: window.made() > 50)
    assert made[0] < 30


class Painted(QLabel):
    """A label that counts how often it is painted."""

    count = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.count += 1


def test_what_is_seen_is_not_painted_again_when_the_page_grows_below(window: Window, qtbot: QtBot) -> None:
    def painted(widget: Painted) -> FakeChild:
        return FakeChild(Markdown(body=widget.text()), lambda record, host: Plain(widget, record, host))

    first, second = Painted("first"), Painted("second")
    window.show([painted(first), painted(second), *lines(100)])
    qtbot.wait(2 * FIT_AFTER_MS)
    counts, most_px = (first.count, second.count), window.bar.maximum()
    window.arrange([*window.children, *lines(100, 100)])
    qtbot.waitUntil(lambda: window.bar.maximum() > most_px)
    second.update()
    qtbot.waitUntil(lambda: second.count > counts[1])
    assert (first.count, second.count) == (counts[0], counts[1] + 1)


def test_the_end_is_made_when_one_jumps_there(window: Window) -> None:
    window.show(lines(3000))
    window.bar.setValue(window.bar.maximum())
    window.rest()
    assert window.children[-1].realised
    assert window.bar.value() == window.bar.maximum()
    assert window.top(window.children[-1]) + window.children[-1].widget().height() == 400
    assert window.made() < 400


def test_what_is_seen_stands_still_while_the_part_above_is_made(window: Window) -> None:
    children = [block(10 + 7 * (index % 9)) for index in range(1500)]
    window.show(children)
    window.bar.setValue(30_000)
    window.rest()
    for _ in range(60):
        seen = next(
            child for child in children if child.realised and child.widget().isVisible() and window.top(child) >= 0
        )
        before, value = window.top(seen), window.bar.value()
        window.bar.setValue(value - 150)
        window.rest()
        assert window.top(seen) == before + 150


def test_what_is_seen_stands_still_when_something_above_changes(window: Window) -> None:
    children = lines(100)
    window.show(children)
    window.bar.setValue(900)
    window.rest()
    seen = next(child for child in children if child.realised and window.top(child) >= 0)
    before = window.top(seen)
    assert children[2].realised
    children[2].widget().setMinimumHeight(120)
    window.rest()
    assert window.top(seen) == before
    window.arrange([*lines(5, 1000), *children])
    window.rest()
    assert window.top(seen) == before
    window.arrange(children[20:])
    window.rest()
    assert window.top(seen) == before


def test_at_the_very_top_new_things_come_in_at_the_top(window: Window) -> None:
    children = lines(100)
    window.show(children)
    window.arrange([label("new"), *children])
    window.rest()
    assert window.bar.value() == 0
    assert window.top(window.children[0]) == 0


def test_the_scroll_position_survives_changes_below(window: Window) -> None:
    children = lines(300)
    window.show(children)
    window.bar.setValue(2000)
    window.rest()
    window.arrange([*children[:250], *lines(100, 1000)])
    window.rest()
    assert window.bar.value() == 2000


def test_nothing_is_made_while_nobody_looks(window: Window) -> None:
    window.stack.sleep()
    window.show(lines(10))
    assert window.made() == 0
    window.stack.wake()
    assert window.made() == 10


def test_reveal_makes_a_child_far_away(window: Window) -> None:
    window.show(lines(1000))
    child = window.children[700]
    window.stack.reveal(child)
    window.area.ensureWidgetVisible(child.widget())
    window.rest()
    assert child.widget().isVisible()
    assert 0 <= window.top(child) < 400


def test_a_stack_outside_of_a_scroll_area_makes_all(qtbot: QtBot) -> None:
    window = QWidget()
    stack = Stack(StackBox(window))
    qtbot.addWidget(window)
    children = lines(200)
    stack.arrange(children)
    window.show()
    qtbot.waitUntil(lambda: all(child.realised for child in children))


class Asked(QLabel):
    """A wrapping label that notes each width at which Qt asks for its height."""

    widths: ClassVar[list[int]] = []

    def heightForWidth(self, width: int) -> int:
        self.widths.append(width)
        return super().heightForWidth(width)


@pytest.mark.parametrize("width_px", [500, 900])
def test_a_change_lays_out_its_own_box_only_and_for_one_width(qtbot: QtBot, width_px: int) -> None:
    def make(record: Markdown, host: FakeHost) -> Plain:
        widget = Asked(record.body)
        widget.setWordWrap(True)
        return Plain(widget, record, host)

    window = Window(qtbot, height_px=9000, width_px=width_px)
    window.show([FakeChild(Markdown(body=f"{index}"), make) for index in range(200)])
    window.area.fill_visible()
    qtbot.wait(2 * FIT_AFTER_MS)
    for words in ("changed", "changed again"):
        Asked.widths.clear()
        window.children[100].widget().setText(words)  # type: ignore[attr-defined]
        settle()
        assert set(Asked.widths) == {width_px}
        assert len(Asked.widths) < 2 * LIMIT
