"""Pages of which one is open: the bar, the keyboard, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskstate.core.properties.layout import Container, Tab, Tabs
from tests.widgets.children import Window, block, holder, label, let_go, words_of
from tests.widgets.ink import TOUCHED, ink
from tests.widgets.pages import bar_of, open_tab, tabs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_click_opens_a_tab_and_the_height_follows(qtbot: QtBot) -> None:
    low, high = block(20), block(200)
    child = tabs({"Low": [low], "High": [high]})
    window = Window(qtbot, child)
    before = window.place(child)[3]
    open_tab(child, 1)
    window.rest()
    assert high.widget().isVisible()
    assert not low.widget().isVisible()
    assert window.place(child)[3] == before + 180


def test_the_default_tab_is_open_first(qtbot: QtBot) -> None:
    child = tabs({"a": [label("one")], "b": [label("two")]}, default=1)
    window = Window(qtbot, child)
    window.rest()
    assert words_of(child.widget()) == ["two"]


def test_arrow_keys_walk_along_the_tabs(qtbot: QtBot) -> None:
    child = tabs({"a": [label("one")], "b": [label("two")], "c": []})
    window = Window(qtbot, child)
    child.native().focus()
    assert QApplication.focusWidget() is bar_of(child)
    QTest.keyClick(bar_of(child), Qt.Key.Key_Right)
    window.rest()
    assert words_of(child.widget()) == ["two"]
    QTest.keyClick(bar_of(child), Qt.Key.Key_Left)
    window.rest()
    assert words_of(child.widget()) == ["one"]


def test_the_open_tab_stays_open_by_itself_then_by_label_then_by_place(qtbot: QtBot) -> None:
    child = tabs({"a": [label("one")], "b": [label("two")]})
    window = Window(qtbot, child)
    open_tab(child, 1)
    child.arrange([holder(Tab(label="new"), [label("zero")]), *child.children])
    window.rest()
    assert words_of(child.widget()) == ["two"]
    child.arrange([holder(Tab(label="b"), [label("another two")]), holder(Tab(label="c"), [label("three")])])
    let_go()
    window.rest()
    assert words_of(child.widget()) == ["another two"]
    child.arrange([holder(Tab(label="x"), [label("x")]), holder(Tab(label="y"), [label("y")])])
    let_go()
    window.rest()
    assert words_of(child.widget()) == ["x"]


def test_a_new_label_changes_the_bar_only(qtbot: QtBot) -> None:
    child = tabs({"a": [label("one")], "b": [label("two")]})
    window = Window(qtbot, child)
    open_tab(child, 1)
    child.children[0].update(Tab(label="Another & more"))
    child.children[1].update(Tab(label="**Bold** `code`"))
    window.rest()
    assert bar_of(child).tabText(0) == "Another && more"
    assert bar_of(child).accessibleTabName(1) == "Bold code"
    assert words_of(child.widget())[-1] == "two"


def test_untracked_it_reports_nothing(qtbot: QtBot) -> None:
    child = tabs({"a": [], "b": []})
    window = Window(qtbot, child)
    open_tab(child, 1)
    window.rest()
    assert child.host.calls == []


def test_tracked_it_reports_what_a_person_opens_and_not_what_it_is_shown(qtbot: QtBot) -> None:
    child = tabs({"a": [label("one")], "b": [label("two")], "c": [label("three")]}, value="b")
    window = Window(qtbot, child)
    assert words_of(child.widget()) == ["two"]
    open_tab(child, 0)
    child.native().show_value("c")
    window.rest()
    assert words_of(child.widget()) == ["three"]
    assert child.host.commits == ["a"]


def test_tracked_it_survives_other_tabs_coming_and_going(qtbot: QtBot) -> None:
    child = tabs({"a": [label("one")], "b": [label("two")]}, value="b")
    window = Window(qtbot, child)
    child.arrange(child.children[1:])
    let_go()
    window.rest()
    assert words_of(child.widget()) == ["two"]
    child.arrange([])
    let_go()
    window.rest()
    assert words_of(child.widget()) == []
    assert child.host.commits == []


def test_the_wheel_over_the_bar_scrolls_the_page_and_opens_nothing(qtbot: QtBot) -> None:
    child = tabs({"a": [block(900)], "b": []})
    window = Window(qtbot, child)
    bar = bar_of(child)
    middle = QPointF(bar.rect().center())
    event = QWheelEvent(
        middle, bar.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bar, event)
    assert not event.isAccepted()
    assert bar.currentIndex() == 0
    window.rest()


def test_many_tabs_do_not_widen_the_page_and_can_be_scrolled_to(qtbot: QtBot) -> None:
    child = tabs({f"A tab with number {index}": [label(f"{index}")] for index in range(30)})
    window = Window(qtbot, child, 500)
    assert window.place(child)[2] == 500
    bar = bar_of(child)
    bar.setFocus()
    for _ in range(29):
        QTest.keyClick(bar, Qt.Key.Key_Right)
    window.rest()
    assert words_of(child.widget()) == ["29"]
    assert 0 <= bar.tabRect(29).left() < 500


@pytest.mark.parametrize("label_shown", ["{}", "*{}*"])
def test_a_label_that_is_wider_than_the_bar_ends_in_an_ellipsis(qtbot: QtBot, label_shown: str) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 2
    child = tabs({"a": (), label_shown.format(word): ()})
    window = Window(qtbot, child, 300)
    bar = bar_of(child)
    assert 100 < bar.tabRect(1).width() < 300
    assert word in bar.tabToolTip(1)
    window.resize(1200, 300)
    window.rest()
    assert bar.tabRect(1).width() > 400
    assert bar.tabToolTip(1) == ""


@pytest.mark.parametrize("height", [300, "stretch"])
def test_heights(qtbot: QtBot, height: int | str) -> None:
    child = tabs({"a": [block(900)]}, height=height)
    window = Window(qtbot, holder(Container(height=400), [child]))
    assert window.place(child)[3] == (300 if height == 300 else 900 + window.place(child.children[0])[1])
    child.update(Tabs())
    window.rest()
    assert window.place(child)[3] > 900


def test_screen_readers_find_a_list_of_tabs_with_their_names(qtbot: QtBot) -> None:
    child = tabs({"Plain": [], ":red[Marked]": []})
    window = Window(qtbot, child)
    window.rest()
    interface = QAccessible.queryAccessibleInterface(bar_of(child))
    assert interface.role() == QAccessible.Role.PageTabList
    assert [interface.child(index).text(QAccessible.Text.Name) for index in range(2)] == ["Plain", "Marked"]


@pytest.mark.parametrize("words", ["First", "**Third**"])
def test_the_first_label_begins_where_the_column_does(qtbot: QtBot, words: str) -> None:
    child = tabs({words: [], "Second": []})
    window = Window(qtbot, child)
    bar = bar_of(child)
    first = bar.tabRect(0).adjusted(0, 0, -24, -4)
    assert ink(bar, first, least=TOUCHED).left() <= 1
    child.native().focus()
    window.rest()
    assert ink(bar, bar.tabRect(0).adjusted(3, 8, -20, -10)).left() == pytest.approx(6, abs=1)


def test_the_ring_around_a_label_moves_no_other_one(qtbot: QtBot) -> None:
    child = tabs({"First": [], "Second": []})
    window = Window(qtbot, child)
    bar = bar_of(child)
    second = bar.tabRect(1)
    before = ink(bar, second)
    child.native().focus()
    window.rest()
    ring = ink(bar, bar.tabRect(0))
    assert bar.hasFocus()
    assert ring.left() == 0
    assert ring.right() < second.left() - 8
    assert ink(bar, second) == before
