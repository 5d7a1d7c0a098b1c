"""Children from top to bottom: always in the order of the last list, where the rules of widths and heights say."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from PySide6.QtWidgets import QWidget

from deskstate_widgets.boxes.scroll_box import BAR_PX
from tests.widgets.children import FakeChild, block, button, empty, label, let_go, paragraph, words_of
from tests.widgets.stacks import Window, assert_reads, edits, history_of, lines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


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
