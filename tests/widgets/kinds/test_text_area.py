"""The field for several lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.text_area import TextArea
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from deskstate_widgets.native import Native


@pytest.fixture
def specimen() -> Specimen:
    changes = {"placeholder": "Say", "max_chars": 100, "height": "content", "required": True}
    return Specimen(TextArea, inputs.TextArea(label="Message"), ("One\nTwo", "", None), changes=changes)


def box_of(native: Native[inputs.TextArea]) -> QPlainTextEdit:
    return part(native, QPlainTextEdit)


def test_enter_is_a_new_line_and_leaving_it_commits(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    native.show_value("")
    stand = show(qtbot, native)
    native.focus()
    QTest.keyClicks(box_of(native), "a")
    QTest.keyClick(box_of(native), Qt.Key.Key_Return)
    QTest.keyClicks(box_of(native), "b")
    assert host.calls == [("draft", "a"), ("draft", "a\n"), ("draft", "a\nb")]
    stand.elsewhere.setFocus()
    assert host.commits == ["a\nb"]


def test_control_and_enter_commit_and_submit(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    native.show_value("")
    stand = show(qtbot, native)
    native.focus()
    QTest.keyClicks(box_of(native), "a")
    QTest.keyClick(box_of(native), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert host.calls == [("draft", "a"), ("commit", "a"), ("submit", None)]
    stand.elsewhere.setFocus()
    assert host.commits == ["a"]


def test_escape_keeps_the_text_and_leaves_the_field(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    QTest.keyClicks(box_of(native), "!")
    QTest.keyClick(box_of(native), Qt.Key.Key_Escape)
    assert box_of(native).toPlainText() == "!One\nTwo"
    assert not box_of(native).hasFocus()
    assert host.commits == ["!One\nTwo"]
    native.focus()
    QTest.keyClick(box_of(native), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box_of(native).toPlainText() == "One\nTwo"


def test_a_text_from_the_script_keeps_the_cursor_of_the_person(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    cursor = box_of(native).textCursor()
    cursor.setPosition(5)
    box_of(native).setTextCursor(cursor)
    native.show_value("ONE\nTWO")
    assert box_of(native).textCursor().position() == 5
    assert host.calls == []


def test_three_lines_are_the_height_by_default(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    show(qtbot, native)
    box = box_of(native)
    assert 3 * box.fontMetrics().lineSpacing() < box.height() < 4.5 * box.fontMetrics().lineSpacing()


def test_with_the_height_of_its_content_it_grows_and_shrinks(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(height="content")
    show(qtbot, native)
    box = box_of(native)
    low_px = box.height()
    native.show_value("\n".join("line" for _ in range(12)))
    qtbot.waitUntil(lambda: box.height() > low_px + 9 * box.fontMetrics().lineSpacing())
    assert box.verticalScrollBar().maximum() == 0
    native.show_value("")
    qtbot.waitUntil(lambda: box.height() == low_px)


def test_with_the_height_of_its_content_wrapped_lines_count(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(height="content")
    stand = show(qtbot, native)
    native.show_value("many words " * 40)
    box = box_of(native)
    qtbot.waitUntil(lambda: box.height() > 5 * box.fontMetrics().lineSpacing())
    wide_px = box.height()
    stand.resize(250, 500)
    qtbot.waitUntil(lambda: box.height() > wide_px)


def test_a_height_in_px_is_that_of_field_and_label(qtbot: QtBot, specimen: Specimen) -> None:
    for height, visibility, seen in ((150, "visible", 150), (10, "visible", 96), (10, "collapsed", 68)):
        native, _ = specimen.make(height=height, label_visibility=visibility)
        show(qtbot, native)
        assert native.widget.height() == seen


def test_a_stretching_one_takes_what_is_left(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(height="stretch")
    stand = show(qtbot, native)
    column = stand.layout()
    assert column is not None
    column.takeAt(2)
    stand.resize(400, 500)
    qtbot.waitUntil(lambda: native.widget.height() > 350)
    assert box_of(native).height() > 320


def test_no_more_characters_than_allowed_can_be_typed_or_pasted(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(max_chars=10)
    show(qtbot, native)
    native.focus()
    box = box_of(native)
    QTest.keyClicks(box, "123456")
    assert box.toPlainText() == "123One\nTwo"
    box.insertPlainText("pasted")
    assert box.toPlainText() == "123One\nTwo"
    assert host.drafts[-1] == "123One\nTwo"
    assert "10/10" in [label.text() for label in box.findChildren(QLabel)]


def test_a_required_field_holds_back_and_says_so(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(required=True)
    stand = show(qtbot, native)
    native.focus()
    box_of(native).selectAll()
    QTest.keyClick(box_of(native), Qt.Key.Key_Delete)
    stand.elsewhere.setFocus()
    assert (host.commits, host.drafts) == ([], ["One\nTwo"])
    assert host.problems == ["Please fill in this field."]
    assert "Please fill in this field." in [label.text() for label in native.widget.findChildren(QLabel)]


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)


@pytest.mark.parametrize("height", [None, "stretch", 150])
def test_a_limit_makes_it_no_higher_and_neither_does_the_focus(
    qtbot: QtBot, specimen: Specimen, height: str | int | None
) -> None:
    heights: set[int] = set()
    for changes in ({}, {"max_chars": 100}):
        native, _ = specimen.make(height=height, **changes)
        show(qtbot, native)
        heights.add(native.widget.height())
        native.focus()
        QApplication.processEvents()
        heights.add(native.widget.height())
    assert len(heights) == 1


@pytest.mark.parametrize("height", [None, "content", 150])
def test_the_counter_lies_on_no_text(qtbot: QtBot, specimen: Specimen, height: str | int | None) -> None:
    native, _ = specimen.make(max_chars=100, height=height)
    show(qtbot, native)
    native.focus()
    QApplication.processEvents()
    box = box_of(native)
    counter = next(each for each in box.findChildren(QLabel) if each.text().endswith("/100"))
    assert counter.isVisible()
    assert not counter.geometry().intersects(box.viewport().geometry())
