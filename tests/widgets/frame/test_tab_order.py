"""The Tab key goes through the elements as they stand, and the focus stays while they move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from deskstate_widgets.frame._tab_order import next_stop
from tests.widgets.children import button
from tests.widgets.stacks import Window, lines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


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
