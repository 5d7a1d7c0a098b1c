"""Trees of data."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from deskstate.core.properties.text import Json as Record
from deskstate_widgets.kinds.json import Json
from deskstate_widgets.trees.json_tree import MOST_ROWS, JsonTree
from deskstate_widgets.trees.rows import Row
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DATA = {"name": "Ada", "tags": ["x", "y"], "place": {"city": "London", "geo": {"lat": 51.5}}, "none": None, "ok": True}


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Json, Record(json.dumps(DATA)))


def made(qtbot: QtBot, data: Any, expanded: bool | int = True) -> Json:
    tree = Json(Record(json.dumps(data), expanded=expanded), FakeHost())
    show(qtbot, tree, 500)
    return tree


def rows(shown: Json) -> list[str]:
    """The rows that are not folded away."""
    tree = part(shown, JsonTree)
    found: list[str] = []
    index = tree.model().index(0, 0)
    while index.isValid():
        found.append(tree.model().data(index))
        index = tree.indexBelow(index)
    return found


def index_of(shown: Json, text: str) -> QModelIndex:
    """The row that begins with a text."""
    tree = part(shown, JsonTree)
    index = tree.model().index(0, 0)
    while not tree.model().data(index).startswith(text):
        index = tree.indexBelow(index)
    return index


def click_arrow(shown: Json, text: str) -> None:
    tree = part(shown, JsonTree)
    at = tree.visualRect(index_of(shown, text)).center()
    left = tree.visualRect(index_of(shown, text)).left() - 9
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(left, at.y()))


def test_all_of_it_is_open_by_default(qtbot: QtBot) -> None:
    assert rows(made(qtbot, DATA)) == [
        "{ } 5 keys",
        '"name": "Ada"',
        '"tags": [ ] 2 items',
        '0: "x"',
        '1: "y"',
        '"place": { } 2 keys',
        '"city": "London"',
        '"geo": { } 1 key',
        '"lat": 51.5',
        '"none": null',
        '"ok": true',
    ]


@pytest.mark.parametrize(("expanded", "count"), [(False, 1), (0, 1), (1, 6), (2, 10), (3, 11), (True, 11)])
def test_so_many_levels_are_open_as_are_asked_for(qtbot: QtBot, expanded: bool | int, count: int) -> None:
    assert len(rows(made(qtbot, DATA, expanded))) == count


@pytest.mark.parametrize("data", [[], {}, "text", 5, None, True, [[]]])
def test_any_data_can_be_shown(qtbot: QtBot, data: Any) -> None:
    assert rows(made(qtbot, data))


def test_it_is_as_high_as_its_open_rows_up_to_a_limit(qtbot: QtBot) -> None:
    shown = made(qtbot, {"a": [1, 2, 3]})
    tree = part(shown, JsonTree)
    assert tree.verticalScrollBar().maximum() == 0
    five_px = tree.height()
    click_arrow(shown, '"a"')
    qtbot.waitUntil(lambda: tree.height() < five_px)
    row_px = (five_px - tree.height()) / 3
    assert row_px == tree.sizeHintForRow(0)
    high = part(made(qtbot, list(range(100))), JsonTree)
    assert high.height() == pytest.approx(five_px + (MOST_ROWS - 5) * row_px, abs=1)
    assert high.verticalScrollBar().maximum() > 0


def test_what_was_opened_and_closed_stays_so_when_the_data_changes(qtbot: QtBot) -> None:
    shown = made(qtbot, DATA)
    click_arrow(shown, '"tags"')
    old = Record(json.dumps(DATA))
    new = Record(json.dumps({**DATA, "tags": ["x", "y", "z"], "more": {"a": 1}}))
    shown.update(new, old)
    assert '"tags": [ ] 3 items' in rows(shown)
    assert '0: "x"' not in rows(shown)
    assert '"a": 1' in rows(shown)  # what is new opens as it should


def test_another_number_of_levels_is_obeyed(qtbot: QtBot) -> None:
    shown = made(qtbot, DATA)
    click_arrow(shown, '"tags"')
    old, new = Record(json.dumps(DATA)), Record(json.dumps(DATA), expanded=2)
    shown.update(new, old)
    assert len(rows(shown)) == 10


def test_the_current_row_stays_when_the_data_changes(qtbot: QtBot) -> None:
    shown = made(qtbot, DATA)
    tree = part(shown, JsonTree)
    tree.setFocus()
    tree.setCurrentIndex(index_of(shown, '"city"'))
    shown.update(Record(json.dumps({"first": 1, **DATA})), Record(json.dumps(DATA)))
    assert QApplication.focusWidget() is tree
    assert tree.currentIndex().data() == '"city": "London"'


def test_it_is_walked_with_the_arrow_keys(qtbot: QtBot) -> None:
    shown = made(qtbot, DATA)
    tree = part(shown, JsonTree)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(0, 0))
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex().data() == '"tags": [ ] 2 items'
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert '0: "x"' not in rows(shown)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert '0: "x"' in rows(shown)


@pytest.mark.parametrize(
    ("row", "copied"), [('"city"', "London"), ('"lat"', "51.5"), ('"tags"', '[\n  "x",\n  "y"\n]'), ('"none"', "null")]
)
def test_ctrl_c_copies_the_value_of_the_current_row(qtbot: QtBot, row: str, copied: str) -> None:
    shown = made(qtbot, DATA)
    tree = part(shown, JsonTree)
    tree.setFocus()
    tree.setCurrentIndex(index_of(shown, row))
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == copied


def choose(shown: Json, row: str, action: str) -> None:
    """Choose from the menu of a row."""
    tree = part(shown, JsonTree)
    at = tree.visualRect(index_of(shown, row)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), event)
    menu = part(shown, QMenu)
    (found,) = [one for one in menu.actions() if one.text() == action]
    found.trigger()
    menu.close()


def test_the_menu_copies_paths_as_they_are_written_in_python(qtbot: QtBot) -> None:
    shown = made(qtbot, {"a b": [{"c": 1}]})
    choose(shown, '"c"', "Copy path")
    assert QGuiApplication.clipboard().text() == "['a b'][0]['c']"


def test_the_menu_opens_and_closes_all_inside(qtbot: QtBot) -> None:
    shown = made(qtbot, DATA, expanded=1)
    choose(shown, '"place"', "Open all inside")
    assert '"lat": 51.5' in rows(shown)
    choose(shown, '"place"', "Close all inside")
    assert len(rows(shown)) == 6
    click_arrow(shown, '"place"')
    assert '"geo": { } 1 key' in rows(shown)
    assert '"lat": 51.5' not in rows(shown)


def test_a_long_list_opens_at_once_in_groups(qtbot: QtBot) -> None:
    body = json.dumps(list(range(100_000)))
    started_s = time.perf_counter()
    shown = Json(Record(body), FakeHost())
    show(qtbot, shown)
    assert time.perf_counter() - started_s < 2
    assert rows(shown)[:4] == ["[ ] 100,000 items", "0 … 9,999", "0 … 99", "0: 0"]
    assert "90,000 … 99,999" in rows(shown)


@pytest.mark.parametrize("count", [5, 1000, 1001, 2345, 123_456])
def test_every_entry_of_a_long_list_is_found_by_its_path(count: int) -> None:
    data = [[n] for n in range(count)]
    top = Row(None, 0, None, data)
    for place in {0, 1, 99, 100, 999, 1000, count - 1} & set(range(count)):
        found = top.find((place, 0))
        assert found is not None
        assert found.path() == (place, 0)
        assert found.value == place
        assert found.above is not None
        assert found.above.rows()[found.position] is found
    assert top.find((count,)) is None


def test_a_text_that_is_not_json_is_told_in_its_place(qtbot: QtBot) -> None:
    good, bad = Record('{"a": 1}'), Record('{"a": 1,}')
    shown = Json(bad, FakeHost())
    show(qtbot, shown)
    assert "not JSON" in part(shown, QLabel).text()
    shown.update(good, bad)
    assert not part(shown, QLabel).isVisible()
    assert rows(shown) == ["{ } 1 key", '"a": 1']
    shown.update(bad, good)
    assert part(shown, QLabel).isVisible()
    assert not part(shown, JsonTree).isVisible()


def test_a_json_nested_beyond_reason_is_told_in_its_place(qtbot: QtBot) -> None:
    shown = Json(Record("[" * 100_000 + "]" * 100_000), FakeHost())
    show(qtbot, shown)
    assert "too deeply" in part(shown, QLabel).text()


def test_tab_passes_through_it(qtbot: QtBot) -> None:
    shown = made(qtbot, DATA)
    tree = part(shown, JsonTree)
    QTest.keyClick(tree.window(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tree
    QTest.keyClick(tree, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not tree
