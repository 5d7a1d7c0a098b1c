"""A block of code: its colours, its size, and what is copied from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from deskstate_widgets.code.block import CodeView
from deskstate_widgets.look.tokens import LIGHT
from deskstate_widgets.text.copy_button import CopyButton
from tests.widgets.ink import ink
from tests.widgets.looks import enter, pixels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def editor(view: CodeView) -> QTextEdit:
    """What is scrolled inside of a block of code."""
    (text,) = view.findChildren(QTextEdit)
    return text


def test_code_is_coloured_by_language(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    keyword = LIGHT.hues["violet"].text
    colored: list[bool] = []
    for language in ("python", "no such language", None):
        view.set_code("███ = 1\nreturn return return", language)
        view.resize(view.sizeHint())
        colored.append(any(_near(name, keyword) for name in pixels(view)))
    assert colored == [True, False, False]


@pytest.mark.parametrize("wrap", [False, True])
def test_code_begins_at_the_left_in_every_script(qtbot: QtBot, wrap: bool) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.show()
    view.set_code("\u05e9\u05dc\u05d5\u05dd", None, wrap=wrap)
    view.resize(400, view.sizeHint().height())
    assert ink(view, QRect(5, 5, 390, 34)).left() < 20
    assert editor(view).horizontalScrollBar().maximum() == 0


def test_code_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.set_code("a\nb\nc\n\n")
    assert view.sizeHint().height() == 3 * 20 + 24
    assert view.minimumSizeHint().height() == view.sizeHint().height()


def test_wrapped_code_grows_with_every_narrowing(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.set_code("word " * 60, wrap=True)
    assert view.hasHeightForWidth()
    assert view.heightForWidth(300) > view.heightForWidth(600) > 44


def test_long_lines_scroll_sideways_and_cost_no_height(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.set_code("x" * 500 + "\ny")
    view.resize(300, view.sizeHint().height())
    view.show()
    text = editor(view)
    assert text.horizontalScrollBar().maximum() > 0
    assert text.verticalScrollBar().maximum() == 0


def test_the_copy_button_copies_and_says_so(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.set_code("a = 1\n", line_numbers=True)
    view.resize(300, view.sizeHint().height())
    view.show()
    assert view.findChild(CopyButton) is None
    enter(view)
    (button,) = view.findChildren(CopyButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "a = 1"
    assert button.toolTip() == "Copied"


def test_code_keeps_selection_and_scroll_when_it_grows(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.set_code("first line\n" * 30)
    view.resize(200, 100)
    view.show()
    view.select_all()
    editor(view).verticalScrollBar().setValue(100)
    view.set_code("first line\n" * 30 + "more")
    assert view.selection() == ("first line\n" * 30).strip()
    assert editor(view).verticalScrollBar().value() == 100


def _near(name: str, color: str) -> bool:
    a, b = QColor(name), QColor(color)
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) < 40
