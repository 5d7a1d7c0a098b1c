"""What of a text can be selected, stays selected, and is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from deskstate_widgets.text.copy_button import CopyButton
from deskstate_widgets.text.rich_text import Words
from tests.widgets.looks import enter
from tests.widgets.texts import LONG, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Drag with the left button."""
    enter(widget)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


@pytest.mark.parametrize("source", ["Short and plain", LONG, "Some **bold** text"])
def test_text_is_selected_with_the_mouse_and_copied(qtbot: QtBot, source: str) -> None:
    text = shown(qtbot, source)
    drag(text, QPoint(0, 10), QPoint(400, 10))
    assert text.selection()
    assert source.replace("*", "").startswith(text.selection().strip())
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text.selection()


@pytest.mark.parametrize("source", ["Words in one line", LONG, "Some **bold** words", "A [link](https://example.org)"])
def test_no_caret_stands_in_a_text_that_was_clicked(qtbot: QtBot, source: str) -> None:
    text = shown(qtbot, source)
    enter(text)
    before = text.grab().toImage()
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 12))
    assert text.hasFocus()
    assert text.grab().toImage() == before
    QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(text.selection()) == 2
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.grab().toImage() == before


TABLE = "|a|b|c|\n|-|-|-|\n|`1`||:material/home: three|\n|4|:red-badge[5]|6 \U0001f600|"


@pytest.mark.parametrize(
    ("source", "copied"),
    [
        (TABLE, "a\tb\tc\n1\t\tthree\n4\t5\t6 \U0001f600"),
        (f"above\n\n{TABLE}\n\nbelow", "above\na\tb\tc\n1\t\tthree\n4\t5\t6 \U0001f600\nbelow"),
        ("- one\n- [x] two\n\n1. three", "one\ntwo\nthree"),
        ("---\n\none\n\n---\n\ntwo\n\n---", "one\ntwo"),
        ("```\nx = 1\n\ny = 2\n```", "x = 1\n\ny = 2"),
        ("> quoted  \n> twice\n\n:material/home: Home", "quoted\ntwice\nHome"),
        ("one :green-badge[:material/check: done] two", "one done two"),
        (
            "\U0001f469\u200d\U0001f680 :rainbow[\U0001f1e9\U0001f1ea e\u0301] -> `x`",
            "\U0001f469\u200d\U0001f680 \U0001f1e9\U0001f1ea e\u0301 → x",
        ),
        (f"a{'b' * 200} `{'c' * 200}`", f"a{'b' * 200} {'c' * 200}"),
    ],
)
def test_what_is_copied_are_the_words(qtbot: QtBot, source: str, copied: str) -> None:
    text = shown(qtbot, source)
    text.select_all()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == copied


def test_a_picture_leaves_nothing_in_what_is_copied(qtbot: QtBot, tmp_path: Path) -> None:
    QPixmap(8, 8).save(str(tmp_path / "a.png"))
    text = shown(qtbot, f"one ![a]({(tmp_path / 'a.png').as_uri()}) two")
    text.select_all()
    assert text.selection() == "one  two"


@pytest.mark.parametrize(
    ("start", "end", "copied"),
    [
        ("right top", "right bottom", "right\n0\n0"),
        ("left middle", "left bottom", "0\n0"),
        ("left top", "right top", "left\tright"),
        ("right bottom", "left top", "left\tright\n0\t0\n0\t0"),
    ],
)
def test_cells_that_are_selected_are_those_that_are_copied(qtbot: QtBot, start: str, end: str, copied: str) -> None:
    text = shown(qtbot, "|left|right|\n|-|-|\n|0|0|\n|0|0|")
    places = {"left": 2, "right": text.ideal_width() - 10, "top": 12, "middle": 48, "bottom": text.height() - 12}
    drag(text, *(QPoint(*(places[name] for name in corner.split())) for corner in (start, end)))
    assert text.selection() == copied


def test_breaks_in_long_words_are_not_copied(qtbot: QtBot) -> None:
    word = "https://example.org/" + "a" * 80
    text = shown(qtbot, word)
    text.select_all()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == word


def test_plain_text_does_not_move_when_it_becomes_selectable(qtbot: QtBot) -> None:
    text = shown(qtbot, "Plain text")
    before = text.grab().toImage()
    enter(text)
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert text.grab().toImage() == before


def test_the_same_text_keeps_the_selection(qtbot: QtBot) -> None:
    text = shown(qtbot, "one **two** three")
    text.select_all()
    text.write(Words("one **two** three"))
    assert text.selection() == "one two three"


def test_text_that_grows_keeps_the_selection_in_its_unchanged_part(qtbot: QtBot) -> None:
    text = shown(qtbot, "one **two**")
    text.select_all()
    text.write(Words("one **two** three"))
    assert text.selection() == "one two"
    text.write(Words("**other**"))
    assert text.selection() == ""


def test_a_block_of_code_in_a_text_has_a_copy_button(qtbot: QtBot) -> None:
    text = shown(qtbot, "before\n\n```python\nx = 1\n\ny = 2\n```")
    enter(text)
    (button,) = text.findChildren(CopyButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x = 1\n\ny = 2"
