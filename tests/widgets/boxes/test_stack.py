"""Children from top to bottom: always in the order of the last list, cheap, lazy, and without moving what is seen."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from deskstate.core.properties.text import Markdown
from deskstate_widgets.boxes._chunking import LIMIT, regroup
from deskstate_widgets.boxes.scroll_box import BAR_PX, FIT_AFTER_MS, NEAR_AFTER_MS, ScrollBox, StackBox, settle
from deskstate_widgets.boxes.stack import Stack
from deskstate_widgets.frame._tab_order import next_stop
from tests.widgets.children import FakeChild, Plain, block, button, empty, label, let_go, paragraph, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from tests.widgets.hosts import FakeHost


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


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


def lines(count: int, start: int = 0) -> list[FakeChild]:
    return [label(f"{index}") for index in range(start, start + count)]


def words(children: Sequence[FakeChild]) -> list[str]:
    return [child.properties.body for child in children]  # type: ignore[attr-defined]


def assert_reads(window: Window, children: Sequence[FakeChild]) -> None:
    settle()
    window.area.fill_visible()
    assert words_of(window.box) == words(children)
    assert [widget.text() for widget in window.box.findChildren(QLabel)] == words(children)


# -- order -------------------------------------------------------------------------------------------------------------

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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits.map(history_of))
@example(history_of([("insert", 0, 1), ("insert", 0, 99), ("insert", 0, 2), ("move", 82, 50)]))
@example(history_of([("insert", 0, 1), ("insert", 0, 109), ("insert", 0, 88), ("reverse", 152, 52)]))
def test_after_any_history_it_reads_as_the_last_list(qtbot: QtBot, history: list[list[int]]) -> None:
    window = Window(qtbot, height_px=40_000)
    window.show()
    known: dict[int, FakeChild] = {}
    for step, order in enumerate(history):
        for number in set(known) - set(order):
            known.pop(number).remove()
        if step % 2:  # a big batch is applied in slices, and the event loop runs in between
            let_go()
        known |= {number: label(str(number)) for number in order if number not in known}
        window.arrange([known[number] for number in order])
        let_go()
        assert_reads(window, window.children)
    fresh = Window(qtbot, height_px=40_000)
    fresh.show([label(str(number)) for number in history[-1]])
    assert_reads(fresh, fresh.children)
    # the width it asks for follows a little later (`FIT_AFTER_MS`)
    qtbot.waitUntil(lambda: window.box.sizeHint() == fresh.box.sizeHint())
    window.page.close()
    fresh.page.close()


@settings(max_examples=200, deadline=None)
@given(edits.map(history_of), st.integers(0, 220), st.sampled_from([1, 3, 50, 1000]))
def test_chunks_hold_all_members_in_order_and_never_too_many(
    history: list[list[int]], pinned: int, rarity: int
) -> None:
    def made(member: int) -> bool:
        return member == pinned or member % rarity == 0

    old: list[list[int]] = []
    for order in history:
        cut = regroup(order, old, made, pinned)
        assert [member for _, members in cut for member in members] == order
        assert all(members for _, members in cut)
        assert all(len(members) <= LIMIT or not any(map(made, members)) for _, members in cut)
        numbers = [number for number, _ in cut if number >= 0]
        assert len(numbers) == len(set(numbers))
        before = next((index for index, members in enumerate(old) if pinned in members), None)
        if before is not None and pinned in order:
            assert (before, True) in [(number, pinned in members) for number, members in cut]
        old = [members for _, members in cut]


@pytest.mark.parametrize("made", [True, False])
def test_one_more_at_the_end_moves_nobody_else(made: bool) -> None:
    old = regroup(range(3000), [], lambda _: made)
    cut = regroup(range(3001), [members for _, members in old], lambda _: made)
    assert [number for number, _ in cut] == list(range(len(old)))
    assert sum(len(members) for _, members in cut) == 3001


def test_what_is_far_away_costs_no_box(window: Window) -> None:
    window.show(lines(3000))
    assert len(window.box.findChildren(QWidget)) < window.made() + 20
    window.arrange([*window.children, *lines(1000, 3000)])
    window.rest()
    assert len(window.box.findChildren(QWidget)) < window.made() + 20
    assert_reads(window, window.children[: window.made()])


def test_a_move_keeps_the_widgets_of_all(window: Window) -> None:
    children = lines(10)
    window.show(children)
    widgets = [child.widget() for child in children]
    window.arrange([children[9], *children[:9]])
    assert [child.widget() for child in children] == widgets
    assert all(widget.isVisible() for widget in widgets)
    assert_reads(window, [children[9], *children[:9]])


def test_a_child_that_another_stack_took_is_left_alone(qtbot: QtBot) -> None:
    one, other = Window(qtbot), Window(qtbot)
    child, rest = label("moves"), lines(3)
    one.show([*rest, child])
    other.show()
    other.stack.arrange([child])
    one.stack.arrange(rest)
    one.rest()
    assert words_of(other.box) == ["moves"]
    assert child.widget().isVisible()
    assert words_of(one.box) == ["0", "1", "2"]


def test_a_removed_child_dies_and_its_neighbours_close_the_gap(window: Window) -> None:
    children = lines(3)
    window.show(children)
    gone, top = weakref.ref(children[1].native()), window.top(children[1])
    window.arrange([children[0], children[2]])
    let_go()
    assert window.top(children[2]) == top
    gc.collect()
    assert gone() is None


# -- gaps, widths, heights ---------------------------------------------------------------------------------------------


def test_a_window_that_grows_shows_all_that_it_has_room_for(qtbot: QtBot) -> None:
    window = Window(qtbot, height_px=300, width_px=100)
    window.show([paragraph("Words that wrap. " * 12) for _ in range(32)])
    window.area.resize(1500, 1600)
    window.rest()
    window.area.fill_visible()
    seen = [child for child in window.children if child.realised]
    assert len(seen) == len(window.children) or window.top(seen[-1]) + seen[-1].widget().height() >= 1600


def test_what_takes_no_space_takes_no_gap_either(window: Window) -> None:
    first, last = block(20), block(20)
    window.show([first, empty(), empty(), last])
    assert window.top(last) - window.top(first) == 36


def test_a_whole_chunk_that_takes_no_space_takes_no_gap_either(window: Window) -> None:
    first, last = block(20), block(20)
    window.show([first, *[empty() for _ in range(200)], last])
    window.area.fill_visible()
    assert window.top(last) - window.top(first) == 36


@pytest.mark.parametrize(("horizontal", "left_px"), [("left", 0), ("center", 150), ("right", 300)])
def test_a_width_in_px_stands_where_the_alignment_says(window: Window, horizontal: str, left_px: int) -> None:
    child = button("Press", width=200)
    window.stack.reshape(gap_px=16, margin_px=0, horizontal=horizontal, vertical="top")
    window.show([child])
    assert (child.widget().x(), child.widget().width()) == (left_px, 200)


def test_a_width_in_px_is_never_more_than_there_is(window: Window) -> None:
    child = button("Press", width=900)
    window.show([child])
    assert (child.widget().x(), child.widget().width()) == (0, 500)


def test_content_is_as_wide_as_it_needs_and_stretch_as_there_is(window: Window) -> None:
    narrow, wide = button("Press"), button("Press", width="stretch")
    window.show([narrow, wide])
    assert narrow.widget().width() == narrow.widget().sizeHint().width()
    assert wide.widget().width() == 500


def test_a_new_width_rule_takes_effect_at_the_next_arrange(window: Window) -> None:
    child, other = button("Press"), label("other")
    window.show([child, other])
    child.properties = button("Press", width=200).properties
    child.widget().setMaximumWidth(200)
    window.arrange([child, other])
    window.rest()
    assert child.widget().width() == 200
    assert child.widget().y() < other.widget().y()


def test_wrapped_text_is_never_cut(window: Window) -> None:
    child, end = paragraph("word " * 200), label("end")
    window.show([child, end])
    for width_px in (500, 230, 700):
        window.area.resize(width_px + BAR_PX, 400)
        window.rest()
        widget = child.widget()
        assert widget.height() >= widget.heightForWidth(widget.width())


@pytest.mark.parametrize(("vertical", "tops"), [("top", [0, 36]), ("center", [172, 208]), ("bottom", [344, 380])])
def test_in_a_higher_box_children_stand_where_the_alignment_says(
    window: Window, vertical: str, tops: list[int]
) -> None:
    children = [block(20), block(20)]
    window.stack.reshape(gap_px=16, margin_px=0, horizontal="left", vertical=vertical)
    window.show(children)
    assert [window.top(child) for child in children] == tops


def test_distribute_makes_equal_spaces_also_after_a_change(window: Window) -> None:
    children = [block(20), block(20), block(20)]
    window.stack.reshape(gap_px=16, margin_px=0, horizontal="left", vertical="distribute")
    window.show(children[:2])
    assert [window.top(child) for child in children[:2]] == [0, 380]
    window.arrange(children)
    window.rest()
    assert [window.top(child) for child in children] == [0, 190, 380]


def test_a_child_that_stretches_down_takes_the_rest(window: Window) -> None:
    top, tall = block(20), block(20, height="stretch")
    window.show([top, tall])
    assert tall.widget().height() == 400 - 36


# -- made when they come near ------------------------------------------------------------------------------------------


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


# -- focus -------------------------------------------------------------------------------------------------------------


def press(count: int, window: Window, key: Qt.Key = Qt.Key.Key_Tab) -> str:
    """Press a key and say what has the focus then."""
    for _ in range(count):
        stop = next_stop(window.page, (window.area,), key == Qt.Key.Key_Tab, QApplication.focusWidget())
        assert stop is not None
        stop.setFocus(Qt.FocusReason.TabFocusReason)
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, QPushButton) else ""


def test_the_focus_stays_when_everything_around_it_moves(window: Window) -> None:
    children = [button(str(index)) for index in range(200)]
    window.show(children)
    held = children[3]
    held.widget().setFocus()
    for order in (children[::-1], children[3:4], [*children[100:], held, *children[:3]], [held, *lines(300)]):
        window.arrange(order)
        window.rest()
        assert QApplication.focusWidget() is held.widget()


def test_tab_goes_by_the_order_of_the_children(window: Window) -> None:
    children = [button(str(index)) for index in range(4)]
    window.show([children[0], children[3]])
    window.arrange([children[0], children[1], children[2], children[3]])
    window.rest()
    assert [press(1, window) for _ in range(5)] == ["0", "1", "2", "3", "0"]
    assert press(1, window, Qt.Key.Key_Backtab) == "3"


def test_tab_reaches_what_is_not_made_yet(window: Window) -> None:
    first, last = button("first"), button("last")
    window.show([first, *lines(1000), last])
    assert press(1, window) == "first"
    assert not last.realised
    assert press(1, window) == "last"
    assert press(1, window, Qt.Key.Key_Backtab) == "first"


def test_tab_makes_no_more_than_it_passes(window: Window) -> None:
    children = [button("first"), *lines(200), button("near"), *lines(2000), button("far"), *lines(200), button("last")]
    window.show(children)
    window.bar.setValue(window.bar.maximum())
    window.rest()
    children[-1].widget().setFocus()
    assert press(1, window, Qt.Key.Key_Backtab) == "far"
    assert press(2, window) == "first"
    assert press(1, window) == "near"
    assert window.made() < 800


def test_home_and_end_scroll(window: Window) -> None:
    window.show(lines(1000))
    window.area.setFocus()
    QTest.keyClick(window.area, Qt.Key.Key_End)
    assert window.bar.value() == window.bar.maximum()
    QTest.keyClick(window.area, Qt.Key.Key_Home)
    assert window.bar.value() == 0
