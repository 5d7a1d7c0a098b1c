"""Elements that can be folded away, with the mouse and the keyboard, tracked by the script or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton

from deskstate.core.properties.layout import Container, Expander
from deskstate_widgets.text.inline_label import InlineLabel
from tests.widgets.children import FakeChild, Window, block, button, holder, label, words_of
from tests.widgets.ink import ink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def expander(*children: FakeChild, value: bool | None = None, **properties: object) -> FakeChild:
    return holder(Expander(label="More", **properties), children, value)  # type: ignore[arg-type]


def header_of(child: FakeChild) -> QPushButton:
    header = next(each for each in child.widget().findChildren(QPushButton) if each.property("look") == "fold")
    assert isinstance(header, QPushButton)
    return header


def click(child: FakeChild) -> None:
    QTest.mouseClick(header_of(child), Qt.MouseButton.LeftButton)


def test_a_click_on_the_header_opens_and_closes_it(qtbot: QtBot) -> None:
    inner = block(100)
    child = expander(inner)
    window = Window(qtbot, child)
    closed = window.place(child)[3]
    click(child)
    window.rest()
    assert inner.widget().isVisible()
    assert window.place(child)[3] > closed + 100
    click(child)
    window.rest()
    assert not inner.widget().isVisible()
    assert window.place(child)[3] == closed


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_open_it(qtbot: QtBot, key: Qt.Key) -> None:
    inner = block(100)
    child = expander(inner)
    window = Window(qtbot, child)
    child.native().focus()
    assert QApplication.focusWidget() is header_of(child)
    QTest.keyClick(header_of(child), key)
    window.rest()
    assert inner.widget().isVisible()


def test_what_is_folded_away_is_not_made(qtbot: QtBot) -> None:
    inner = block(100)
    child = expander(inner)
    window = Window(qtbot, child)
    child.arrange([inner, label("later")])
    window.rest()
    assert not inner.realised
    click(child)
    assert inner.realised


def test_what_comes_while_it_is_closed_is_there_when_it_opens(qtbot: QtBot) -> None:
    child = expander(label("a"), expanded=True)
    window = Window(qtbot, child)
    click(child)
    child.arrange([label("new"), *child.children])
    window.rest()
    assert not child.children[0].realised
    click(child)
    window.rest()
    assert words_of(child.widget())[-2:] == ["new", "a"]


def test_a_new_label_leaves_it_open(qtbot: QtBot) -> None:
    inner = block(100)
    child = expander(inner)
    window = Window(qtbot, child)
    click(child)
    child.update(Expander(label="Even more", icon="🎈", type="compact"))
    window.rest()
    assert inner.widget().isVisible()
    assert header_of(child).accessibleName() == "Even more"


def test_a_new_beginning_state_is_followed(qtbot: QtBot) -> None:
    child = expander(block(100))
    window = Window(qtbot, child)
    child.update(msgspec.structs.replace(child.properties, expanded=True))
    window.rest()
    assert child.children[0].widget().isVisible()


def test_untracked_it_reports_nothing(qtbot: QtBot) -> None:
    child = expander(block(100))
    window = Window(qtbot, child)
    click(child)
    window.rest()
    assert child.host.calls == []


def test_tracked_it_reports_what_a_person_does_and_not_what_it_is_shown(qtbot: QtBot) -> None:
    child = expander(block(100), value=False)
    window = Window(qtbot, child)
    click(child)
    click(child)
    child.native().show_value(True)
    window.rest()
    assert child.children[0].widget().isVisible()
    assert child.host.commits == [True, False]


def test_reveal_opens_it(qtbot: QtBot) -> None:
    child = expander(block(100))
    window = Window(qtbot, child)
    child.native().reveal(child.children[0])  # type: ignore[attr-defined]
    window.rest()
    assert child.children[0].widget().isVisible()


def test_it_says_its_name_and_whether_it_is_open(qtbot: QtBot) -> None:
    child = expander(block(100))
    window = Window(qtbot, child)
    interface = QAccessible.queryAccessibleInterface(header_of(child))
    assert interface.text(QAccessible.Text.Name) == "More"
    assert not interface.state().checked
    assert interface.text(QAccessible.Text.Description) == "Collapsed"
    click(child)
    window.rest()
    assert interface.state().checked
    assert interface.text(QAccessible.Text.Description) == "Expanded"


@pytest.mark.parametrize("style", ["default", "compact", "step"])
def test_a_long_label_wraps_and_is_not_cut(qtbot: QtBot, style: str) -> None:
    child = expander(block(100), type=style)
    window = Window(qtbot, child, 300)
    low = window.place(child)[3]
    child.update(Expander(label="a long label " * 8, type=style))
    window.rest()
    words = child.widget().findChild(InlineLabel)
    assert isinstance(words, InlineLabel)
    assert words.height() >= words.heightForWidth(words.width()) > 30
    assert window.place(child)[3] > low
    assert header_of(child).height() >= window.place(child)[3] - 2


def test_the_focus_inside_stays_through_reruns(qtbot: QtBot) -> None:
    inner = button("inside")
    child = expander(inner, expanded=True)
    outer = holder(Container(), [label("a"), child])
    window = Window(qtbot, outer)
    inner.widget().setFocus()
    outer.arrange([label("new"), child, label("also new")])
    child.arrange([label("x"), inner])
    window.rest()
    assert QApplication.focusWidget() is inner.widget()


def test_the_line_of_a_step_runs_from_its_mark_past_its_last_element(qtbot: QtBot) -> None:
    inner = block(100)
    child = expander(inner, type="step", expanded=True)
    window = Window(qtbot, child)
    rail = next(each for each in child.widget().findChildren(QFrame) if each.property("look") == "rail")
    line = ink(rail)
    below_header_px = header_of(child).geometry().bottom() + 1
    assert rail.y() + line.top() == below_header_px
    assert rail.y() + line.bottom() + 1 == window.place(child)[3]
    assert line.height() > 100
