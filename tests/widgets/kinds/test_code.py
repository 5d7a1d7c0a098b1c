"""Source code as an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from deskstate.core.properties.text import Code as Record
from deskstate_widgets.code.block import CodeView
from deskstate_widgets.kinds.code import Code
from deskstate_widgets.text.copy_button import CopyButton
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINES = "\n".join(f"print({n})" for n in range(40))


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Code, Record("print(1)"))


def test_the_button_copies_all_of_it(qtbot: QtBot) -> None:
    code = Code(Record(LINES, height=100), FakeHost())
    show(qtbot, code)
    QTest.mouseMove(code.widget, QPoint(20, 20))
    QTest.mouseClick(part(code, CopyButton), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == LINES


def test_it_is_as_high_as_its_lines_or_as_it_is_told(qtbot: QtBot) -> None:
    heights: list[int] = []
    for record in (Record("one"), Record("one\ntwo"), Record(LINES, height=100)):
        code = Code(record, FakeHost())
        show(qtbot, code)
        heights.append(code.widget.height())
    assert heights[0] < heights[1] < heights[2] == 100


def test_a_new_height_has_it_placed_again(qtbot: QtBot) -> None:
    host = FakeHost()
    code = Code(Record(LINES), host)
    show(qtbot, code)
    code.update(Record(LINES, height=100), Record(LINES))
    assert code.widget.maximumHeight() == 100
    assert host.relayouts == 1


def test_the_selection_stays_when_lines_are_appended(qtbot: QtBot) -> None:
    code = Code(Record("one = 1"), FakeHost())
    show(qtbot, code)
    view = part(code, CodeView)
    view.select_all()
    code.update(Record("one = 1\ntwo = 2"), Record("one = 1"))
    assert view.selection() == "one = 1"
    assert view.code() == "one = 1\ntwo = 2"
