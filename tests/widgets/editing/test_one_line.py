"""Fields of one line hold one line, however the text gets there by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.multiselect import Multiselect
from deskstate_widgets.kinds.number_input import NumberInput
from deskstate_widgets.kinds.selectbox import Selectbox
from deskstate_widgets.kinds.text_input import TextInput
from tests.widgets.behaviours import Specimen
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LINES = "a\nb\tc\r\nd\n"
ONE_LINE = "a b\tc d"
KINDS = {
    "text": Specimen(TextInput, inputs.TextInput("Name"), ("",)),
    "password": Specimen(TextInput, inputs.TextInput("Name", type="password"), ("",)),
    "search": Specimen(TextInput, inputs.TextInput("Name", type="search"), ("",)),
    "number": Specimen(NumberInput, inputs.NumberInput("Count", clearable=True), (None,)),
    "select": Specimen(Selectbox, inputs.Selectbox("City", options=("x",), accept_new_options=True), (None,)),
    "many": Specimen(Multiselect, inputs.Multiselect("Cities", options=("x",), accept_new_options=True), ((),)),
}


def paste(line: QLineEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def paste_from_the_menu(line: QLineEdit) -> None:
    at = line.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, line.mapToGlobal(at))
    QApplication.sendEvent(line, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.close()


def drop(line: QLineEdit) -> None:
    data = QMimeData()
    data.setText(LINES)
    at, copy = line.rect().center(), Qt.DropAction.CopyAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(line, QDragEnterEvent(at, copy, data, *held))
    QApplication.sendEvent(line, QDropEvent(QPointF(at), copy, data, *held))


def compose(line: QLineEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString(LINES)
    QApplication.sendEvent(line, event)


@pytest.mark.parametrize("way", [paste, drop, compose])
@pytest.mark.parametrize("kind", KINDS)
def test_line_breaks_become_spaces(qtbot: QtBot, kind: str, way: Callable[[QLineEdit], None]) -> None:
    native, _ = KINDS[kind].make()
    stand = show(qtbot, native)
    native.focus()
    line = part(native, QLineEdit)
    if kind == "select":
        QTest.keyClick(line, Qt.Key.Key_Down)
    QGuiApplication.clipboard().setText(LINES)
    way(line)
    assert line.text() == ONE_LINE
    assert stand.isVisible()


def test_so_they_do_from_the_menu(qtbot: QtBot) -> None:
    native, _ = KINDS["text"].make()
    stand = show(qtbot, native)
    native.focus()
    QGuiApplication.clipboard().setText(LINES)
    paste_from_the_menu(part(native, QLineEdit))
    assert part(native, QLineEdit).text() == ONE_LINE
    assert stand.isVisible()


@pytest.mark.parametrize("text", ["a\rb", "a\u2028b", "a\u2029b", "a\x0bb", "a\x85b", "a\r\nb\r\n\r\n"])
def test_all_line_breaks_count(qtbot: QtBot, text: str) -> None:
    native, host = KINDS["text"].make()
    stand = show(qtbot, native)
    native.focus()
    QGuiApplication.clipboard().setText(text)
    paste(part(native, QLineEdit))
    stand.elsewhere.setFocus()
    assert host.commits == ["a b"]


def test_what_is_pasted_takes_the_place_of_the_selection_and_is_a_step_of_its_own(qtbot: QtBot) -> None:
    native, _ = KINDS["text"].make()
    native.show_value("one two three")
    stand = show(qtbot, native)
    native.focus()
    line = part(native, QLineEdit)
    line.end(False)
    QTest.keyClicks(line, "!")
    line.setCursorPosition(line.cursorPosition() - 1)
    QGuiApplication.clipboard().setText("x\ny\n")
    paste(line)
    QTest.keyClicks(line, "?")
    assert line.text() == "one two threex y?!"
    seen: list[Any] = []
    while line.isUndoAvailable():
        QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(line.text())
    assert seen == ["one two threex y!", "one two three!", "one two three"]
    line.setSelection(4, 3)
    paste(line)
    assert line.text() == "one x y three"
    assert stand.isVisible()


def test_a_text_that_code_sets_keeps_its_line_breaks(qtbot: QtBot) -> None:
    native, host = KINDS["text"].make()
    native.show_value("a\nb")
    stand = show(qtbot, native)
    native.focus()
    part(native, QLineEdit).end(False)
    QTest.keyClicks(part(native, QLineEdit), "c")
    stand.elsewhere.setFocus()
    assert host.commits == ["a\nbc"]


def test_nothing_is_pasted_into_a_closed_select_box(qtbot: QtBot) -> None:
    native, host = Specimen(Selectbox, inputs.Selectbox("City", options=("x", "y")), ("x",)).make()
    stand = show(qtbot, native)
    native.focus()
    QGuiApplication.clipboard().setText("y")
    paste(part(native, QLineEdit))
    assert (part(native, QLineEdit).text(), host.calls) == ("x", [])
    assert stand.isVisible()
