"""Cells side by side in exact shares, one below another where it gets too narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from deskstate.core.properties.inputs import NumberInput, TextArea
from deskstate.core.properties.layout import Column, Columns
from tests.widgets.cells import row
from tests.widgets.children import Window, block, button, holder, let_go, paragraph, words_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_shares_of_the_width_are_exact_whatever_is_inside(qtbot: QtBot) -> None:
    columns = row([button("a very long label on a button")], [paragraph("word " * 50)], [], weights=[0.5, 0.3, 0.2])
    window = Window(qtbot, columns, 732)
    assert [window.place(cell)[2] for cell in columns.children] == [350, 210, 140]
    assert [window.place(cell)[0] for cell in columns.children] == [0, 366, 592]


def test_in_a_narrow_window_tight_columns_stand_one_below_another(qtbot: QtBot) -> None:
    columns = row([block(20)], [block(30)], [block(40)])
    window = Window(qtbot, columns, 700)
    assert len({window.place(cell)[1] for cell in columns.children}) == 1
    window.resize(300, 500)
    window.rest()
    assert [window.place(cell) for cell in columns.children] == [(0, 0, 300, 20), (0, 36, 300, 30), (0, 82, 300, 40)]
    window.resize(700, 500)
    window.rest()
    assert len({window.place(cell)[1] for cell in columns.children}) == 1


def test_two_columns_with_room_stay_side_by_side_in_a_narrow_window(qtbot: QtBot) -> None:
    columns = row([block(20)], [block(30)])
    window = Window(qtbot, columns, 400)
    assert len({window.place(cell)[1] for cell in columns.children}) == 1


@pytest.mark.parametrize(("width_px", "border", "lines"), [(260, False, 1), (260, True, 2), (400, True, 1)])
def test_columns_with_a_border_need_more_room_to_stay_side_by_side(
    qtbot: QtBot, width_px: int, border: bool, lines: int
) -> None:
    columns = row([block(20)], [block(30)], border=border)
    window = Window(qtbot, columns, width_px)
    assert len({window.place(cell)[1] for cell in columns.children}) == lines


def test_columns_that_get_a_border_go_one_below_another(qtbot: QtBot) -> None:
    columns = row([block(20)], [block(30)])
    for cell in columns.children:
        cell.host.relayout = columns.place_again  # type: ignore[method-assign]
    window = Window(qtbot, columns, 260)
    for cell in columns.children:
        cell.update(Column(weight=0.5, border=True))
    window.rest()
    assert len({window.place(cell)[1] for cell in columns.children}) == 2


def test_without_wrap_they_always_stay_side_by_side(qtbot: QtBot) -> None:
    columns = row(*[[button("x")] for _ in range(5)], wrap=False)
    window = Window(qtbot, columns, 320)
    assert len({window.place(cell)[1] for cell in columns.children}) == 1


def test_nested_columns_in_a_wide_window_stay_side_by_side_however_narrow_they_are(qtbot: QtBot) -> None:
    inner = row([button("X")], [button("O")], [button("X")])
    window = Window(qtbot, row([inner], [block(20)], [block(20)]), 700)
    assert len({window.place(cell)[1] for cell in inner.children}) == 1


def test_gap_and_weights_can_change(qtbot: QtBot) -> None:
    columns = row([block(20)], [block(20)])
    columns.children[0].host.relayout = columns.place_again  # type: ignore[method-assign]
    window = Window(qtbot, columns, 700)
    columns.update(Columns(gap_px=100))
    columns.children[1].update(Column(weight=0.75))
    columns.children[0].update(Column(weight=0.25))
    window.rest()
    assert [window.place(cell)[2] for cell in columns.children] == [150, 450]


def test_columns_come_and_go(qtbot: QtBot) -> None:
    columns = row([button("a")], [button("b")], [button("c")])
    window = Window(qtbot, columns)
    a, b, c = columns.children
    for cell in (a, c):
        cell.properties = Column(weight=0.5)
    columns.arrange([c, a])
    let_go()
    window.rest()
    assert words_of(columns.widget()) == ["c", "a"]
    assert window.place(a)[2] == 342
    assert not b.realised


@pytest.mark.parametrize("kind", [NumberInput, TextArea])
def test_a_long_label_over_a_control_that_would_like_more_room_is_not_cut(
    qtbot: QtBot, kind: type[NumberInput | TextArea]
) -> None:
    field = holder(
        kind(label="A label that is long enough to need quite a number of lines in a column like this one"), value=None
    )
    columns = row([field], *[[block(20)] for _ in range(5)], border=True)
    window = Window(qtbot, columns, 700)
    label = field.widget().findChildren(QLabel)[0]
    assert window.place(field)[2] < field.widget().minimumSizeHint().width()
    assert label.height() >= label.heightForWidth(label.width())
