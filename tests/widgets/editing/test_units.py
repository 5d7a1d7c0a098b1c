"""Qt counts an emoji as two characters; fields never leave half of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.text_area import TextArea
from deskstate_widgets.kinds.text_input import TextInput
from tests.widgets.behaviours import Specimen
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from deskstate_widgets.native import Native

KINDS = {
    "text": Specimen(TextInput, inputs.TextInput("Name", max_chars=5), ("",)),
    "password": Specimen(TextInput, inputs.TextInput("Name", type="password", max_chars=5), ("",)),
    "area": Specimen(TextArea, inputs.TextArea("Name", max_chars=5), ("",)),
}
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def compose(editor: QWidget) -> None:
    event = QInputMethodEvent()
    event.setCommitString("😀")
    QApplication.sendEvent(editor, event)


def paste(editor: QWidget) -> None:
    QGuiApplication.clipboard().setText("😀")
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def editor_of(native: Native[Any]) -> QLineEdit | QPlainTextEdit:
    return part(native, QPlainTextEdit) if isinstance(native, TextArea) else part(native, QLineEdit)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ([LEFT, LEFT], "ax😀b"),
        ([LEFT], "a😀xb"),
        ([Qt.Key.Key_Home, RIGHT, RIGHT], "a😀xb"),
        ([LEFT, Qt.Key.Key_Backspace], "axb"),
        ([LEFT, LEFT, Qt.Key.Key_Delete], "axb"),
    ],
)
def test_the_keys_step_over_an_emoji_in_a_password(qtbot: QtBot, keys: list[Qt.Key], text: str) -> None:
    native, _ = Specimen(TextInput, inputs.TextInput("Name", type="password"), ("",)).make()
    native.show_value("a😀b")
    stand = show(qtbot, native)
    native.focus()
    line = part(native, QLineEdit)
    line.end(False)
    for key in keys:
        QTest.keyClick(line, key)
    QTest.keyClicks(line, "x")
    assert line.text() == text
    assert stand.isVisible()


def test_they_select_it_as_a_whole(qtbot: QtBot) -> None:
    native, _ = Specimen(TextInput, inputs.TextInput("Name", type="password"), ("",)).make()
    native.show_value("a😀b")
    stand = show(qtbot, native)
    native.focus()
    line = part(native, QLineEdit)
    line.end(False)
    for _ in range(2):
        QTest.keyClick(line, LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert line.selectedText() == "😀b"
    assert stand.isVisible()


@pytest.mark.parametrize("way", [paste, compose])
@pytest.mark.parametrize("kind", KINDS)
def test_where_there_is_room_for_half_of_one_none_is_taken(
    qtbot: QtBot, kind: str, way: Callable[[QWidget], None]
) -> None:
    native, _ = KINDS[kind].make()
    native.show_value("abcd")
    stand = show(qtbot, native)
    native.focus()
    editor = editor_of(native)
    QTest.keyClick(editor, Qt.Key.Key_End)
    way(editor)
    QTest.keyClicks(editor, "e")
    assert (editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()) == "abcde"
    assert stand.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_the_counter_counts_as_the_limit_does(qtbot: QtBot, kind: str) -> None:
    native, _ = KINDS[kind].make()
    native.show_value("abc😀")
    stand = show(qtbot, native)
    native.focus()
    words = [label.text() for label in native.widget.findChildren(QLabel) if label.isVisible()]
    assert "5/5" in words
    assert stand.isVisible()
