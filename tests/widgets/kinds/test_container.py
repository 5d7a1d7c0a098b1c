"""A group of elements: cards, fixed heights, lines that flow, and nothing at all where nothing is inside."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from deskstate.core.properties.layout import Column, Columns, Container, Expander, Form, Tab, Tabs
from deskstate_widgets.boxes.scroll_box import ScrollBox, StackBox
from tests.widgets.children import FakeChild, Window, block, button, empty, holder, label, let_go, words_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from deskstate.core.properties.base import Properties


def area_of(child: FakeChild) -> ScrollBox:
    area = child.widget().findChild(ScrollBox)
    assert isinstance(area, ScrollBox)
    return area


def test_a_border_makes_room_around_the_children(qtbot: QtBot) -> None:
    inner = block(20)
    outer = holder(Container(border=True), [inner])
    window = Window(qtbot, outer)
    assert window.place(outer) == (0, 0, 700, 52)
    assert window.place(inner) == (16, 16, 668, 20)


def test_the_gap_is_as_wide_as_the_record_says_and_can_change(qtbot: QtBot) -> None:
    first, last = block(20), block(20)
    outer = holder(Container(gap_px=0), [first, last])
    window = Window(qtbot, outer)
    assert window.place(last)[1] == 20
    outer.update(Container(gap_px=64))
    window.rest()
    assert window.place(last)[1] == 84


def test_a_container_with_nothing_to_see_leaves_no_double_gap(qtbot: QtBot) -> None:
    first, last = block(20), block(20)
    inner = holder(Container(), [holder(Container(), [empty()])])
    outer = holder(Container(), [first, inner, last])
    inner.host.relayout = outer.place_again  # type: ignore[method-assign]
    inner.children[0].host.relayout = inner.place_again  # type: ignore[method-assign]
    window = Window(qtbot, outer)
    assert window.place(last)[1] == 36
    inner.children[0].arrange([block(10)])
    window.rest()
    assert window.place(last)[1] == 62
    inner.children[0].arrange([])
    window.rest()
    assert window.place(last)[1] == 36


def test_a_bordered_container_is_seen_even_when_it_is_empty(qtbot: QtBot) -> None:
    outer = holder(Container(border=True))
    window = Window(qtbot, outer)
    assert window.place(outer)[3] == 32


# -- fixed heights -----------------------------------------------------------------------------------------------------


def test_a_height_in_px_scrolls_inside(qtbot: QtBot) -> None:
    children = [block(50) for _ in range(20)]
    outer = holder(Container(height=200, border=True), children)
    window = Window(qtbot, outer)
    assert window.place(outer)[3] == 200
    assert area_of(outer).verticalScrollBar().maximum() > 1000
    assert window.place(children[0])[1] == 16


def test_a_row_of_a_fixed_height_scrolls_inside(qtbot: QtBot) -> None:
    outer = holder(Container(horizontal=True, height=90), [block(60) for _ in range(60)])
    window = Window(qtbot, outer)
    window.rest()
    bar = area_of(outer).verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.isEnabled()


def test_autoscroll_follows_the_end_until_one_scrolls_up(qtbot: QtBot) -> None:
    """Shows rule 11.14."""
    children = [label(f"{index}") for index in range(60)]
    outer = holder(Container(height=200, autoscroll=True), children)
    window = Window(qtbot, outer)
    bar = area_of(outer).verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    outer.arrange([*children, label("more")])
    window.rest()
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() - 100)
    window.rest()
    value = bar.value()
    outer.arrange([*children, label("more"), label("and more")])
    window.rest()
    assert bar.value() == value


def test_stretched_siblings_share_the_rest_of_a_fixed_height(qtbot: QtBot) -> None:
    first = holder(Container(height="stretch", border=True), [block(20)])
    last = holder(Container(height="stretch", border=True), [block(20)])
    outer = holder(Container(height=400), [block(40), first, last])
    window = Window(qtbot, outer)
    assert window.place(first)[3] == window.place(last)[3] == 164


def test_a_container_can_become_scrolling_or_flowing_and_back_with_the_same_widgets(qtbot: QtBot) -> None:
    children = [button("one"), button("two")]
    outer = holder(Container(), children)
    window = Window(qtbot, outer)
    widgets = [child.widget() for child in children]
    for record in (Container(height=100), Container(horizontal=True), Container(horizontal=True, height=90)):
        for shape in (record, Container(border=True)):
            outer.update(shape)
            outer.place_again()
            window.rest()
            let_go()
            assert [child.widget() for child in children] == widgets
            assert words_of(outer.widget()) == ["one", "two"]
            across = window.place(children[0])[1] == window.place(children[1])[1]
            assert across == shape.horizontal


def test_a_container_that_changed_its_shape_twice_follows_its_width(qtbot: QtBot) -> None:
    inner = button("a", width="stretch")
    outer = holder(Container(horizontal=True), [inner])
    window = Window(qtbot, outer)
    for shape in (Container(), Container(horizontal=True), Container()):
        outer.update(shape)
        outer.place_again()
        window.rest()
        let_go()
        for box in window.findChildren(StackBox):
            if box.stack is not None:
                box.stack.fit()
    assert window.place(inner)[2] == 700


# -- widths ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "expected"), [("stretch", 700), (300, 300), (2000, 700)])
def test_widths(qtbot: QtBot, width: int | str, expected: int) -> None:
    inner = holder(Container(width=width, border=True), [block(20)])  # type: ignore[arg-type]
    window = Window(qtbot, holder(Container(), [inner]))
    assert window.place(inner)[2] == expected


@pytest.mark.parametrize("horizontal", [False, True])
def test_content_is_as_wide_as_the_children_need(qtbot: QtBot, horizontal: bool) -> None:
    children = [button("a button"), button("another button")]
    inner = holder(Container(width="content", horizontal=horizontal), children)
    window = Window(qtbot, holder(Container(), [inner]))
    needs = [child.widget().sizeHint().width() for child in children]
    assert window.place(inner)[2] == (sum(needs) + 16 if horizontal else max(needs))
    assert window.place(children[1])[2] == needs[1]


@pytest.mark.parametrize(("alignment", "left"), [("left", 0), ("center", 250), ("right", 500)])
def test_narrower_children_stand_where_the_alignment_says(qtbot: QtBot, alignment: str, left: int) -> None:
    child = button("x", width=200)
    outer = holder(Container(), [child])
    window = Window(qtbot, outer)
    outer.update(Container(horizontal_alignment=alignment))
    window.rest()
    assert window.place(child)[0] == left


# -- side by side ------------------------------------------------------------------------------------------------------


def test_children_flow_into_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    children = [button(f"{index}", width=150) for index in range(6)]
    outer = holder(Container(horizontal=True), children)
    window = Window(qtbot, outer, 700)
    height = children[0].widget().height()
    assert [window.place(child)[:2] for child in children[:2]] == [(0, 0), (166, 0)]
    assert [window.place(child)[:2] for child in children[4:]] == [(0, height + 16), (166, height + 16)]
    window.resize(340, 500)
    window.rest()
    assert [window.place(child)[1] // (height + 16) for child in children] == [0, 0, 1, 1, 2, 2]
    assert window.place(outer)[3] == 3 * height + 32


def test_without_wrap_they_stay_in_one_line_and_shrink(qtbot: QtBot) -> None:
    children = [button(f"{index}", width="stretch") for index in range(8)]
    outer = holder(Container(horizontal=True, wrap=False), children)
    window = Window(qtbot, outer, 600)
    assert len({window.place(child)[1] for child in children}) == 1
    assert window.place(children[-1])[0] + window.place(children[-1])[2] <= 600


@pytest.mark.parametrize(
    ("alignment", "lefts"),
    [("left", [0, 116]), ("center", [242, 358]), ("right", [484, 600]), ("distribute", [0, 600])],
)
def test_the_children_of_a_line_stand_where_the_alignment_says(qtbot: QtBot, alignment: str, lefts: list[int]) -> None:
    children = [button("a", width=100), button("b", width=100)]
    window = Window(qtbot, holder(Container(horizontal=True, horizontal_alignment=alignment), children))
    assert [window.place(child)[0] for child in children] == lefts


@pytest.mark.parametrize(("alignment", "top"), [("top", 0), ("center", 40), ("bottom", 80)])
def test_lower_children_stand_where_the_vertical_alignment_says(qtbot: QtBot, alignment: str, top: int) -> None:
    low, high = block(20), block(100)
    window = Window(qtbot, holder(Container(horizontal=True, vertical_alignment=alignment), [low, high]))
    assert window.place(low)[1] == top


def test_a_child_that_stretches_takes_the_rest_of_its_line(qtbot: QtBot) -> None:
    fixed, wide = button("a", width=100), button("b", width="stretch")
    window = Window(qtbot, holder(Container(horizontal=True), [fixed, wide]))
    assert window.place(wide)[0] == 116
    assert window.place(wide)[2] == 584


def test_children_that_are_shown_late_take_the_width_that_there_is(qtbot: QtBot) -> None:
    wide = button("b", width="stretch")
    outer = holder(Container(horizontal=True), [wide])
    window = Window(qtbot, outer, 300)
    window.hide()
    window.resize(500, 300)
    outer.widget().setGeometry(0, 0, 400, 50)
    window.show()
    window.rest()
    assert window.place(wide)[2] == outer.widget().width()


def test_a_child_that_grows_makes_the_line_flow_again(qtbot: QtBot) -> None:
    children = [button("short"), button("short too")]
    outer = holder(Container(horizontal=True), children)
    window = Window(qtbot, outer, 300)
    assert window.place(children[1])[1] == 0
    children[0].widget().setText("very long words on a button, too long for both")  # type: ignore[attr-defined]
    window.rest()
    assert window.place(children[1])[1] > 0
    assert window.place(outer)[3] == window.place(children[1])[1] + window.place(children[1])[3]


def test_what_leaves_a_line_is_gone_and_what_comes_is_there(qtbot: QtBot) -> None:
    children = [button("a"), button("b"), button("c")]
    outer = holder(Container(horizontal=True), children)
    window = Window(qtbot, outer)
    outer.arrange([children[2], button("new"), children[0]])
    let_go()
    window.rest()
    assert words_of(outer.widget()) == ["c", "new", "a"]


def test_the_focus_stays_when_a_line_changes(qtbot: QtBot) -> None:
    children = [button("a"), button("b"), button("c")]
    outer = holder(Container(horizontal=True), children)
    window = Window(qtbot, outer)
    children[1].widget().setFocus()
    outer.arrange([children[2], children[1]])
    window.rest()
    assert QApplication.focusWidget() is children[1].widget()


def test_an_update_that_changes_nothing_asks_for_nothing(qtbot: QtBot) -> None:
    outer = holder(Container(), [block(20)])
    window = Window(qtbot, outer)
    outer.update(Container(gap_px=8))
    window.rest()
    assert outer.host.relayouts == 0


@pytest.mark.parametrize(
    "record",
    [
        Container(),
        Container(horizontal=True),
        Container(height=100, border=True),
        Form(form_id="f"),
        Expander(label="x", expanded=True),
        Columns(),
        Tabs(),
    ],
    ids=lambda record: record.kind,
)
def test_a_removed_container_dies_with_all_inside(qtbot: QtBot, record: Properties) -> None:
    def inside() -> list[FakeChild]:
        parts = [button("a"), label("b")]
        if isinstance(record, Columns):
            return [holder(Column(weight=0.5), [part]) for part in parts]
        return [holder(Tab(label="t"), parts)] if isinstance(record, Tabs) else parts

    child = holder(record, inside())
    outer = holder(Container(), [child])
    window = Window(qtbot, outer)
    ghosts = [weakref.ref(each.native()) for each in (child, *child.children)]
    outer.arrange([])
    window.rest()
    let_go()
    gc.collect()
    assert [ghost() for ghost in ghosts] == [None] * len(ghosts)
