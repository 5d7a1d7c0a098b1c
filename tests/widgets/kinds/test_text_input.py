"""The field for a line of text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.text_input import TextInput
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from deskstate_widgets.native import Native


@pytest.fixture
def specimen() -> Specimen:
    changes = {"placeholder": "Ada", "type": "password", "max_chars": 50, "icon": "🔥", "required": True}
    return Specimen(TextInput, inputs.TextInput(label="Name"), ("Ada", "Grace", "", None), changes=changes)


def line_of(native: Native[inputs.TextInput]) -> QLineEdit:
    return part(native, QLineEdit)


def is_wide(line: QLineEdit, width_px: int) -> bool:
    return line.width() == width_px


def enter(native: Native[inputs.TextInput]) -> QLineEdit:
    """Put the cursor behind the text."""
    native.focus()
    line = line_of(native)
    line.end(False)
    return line


def notes_of(native: Native[inputs.TextInput]) -> list[str]:
    return [label.text() for label in native.widget.findChildren(QLabel) if label.isVisible()][1:]


def test_typing_is_drafted_and_enter_commits_and_submits(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "!?")
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    assert host.calls == [("draft", "Ada!"), ("draft", "Ada!?"), ("commit", "Ada!?"), ("submit", None)]


def test_leaving_it_commits_once(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "!")
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    stand.elsewhere.setFocus()
    enter(native)
    QTest.keyClicks(line_of(native), "!")
    stand.elsewhere.setFocus()
    assert host.commits == ["Ada!", "Ada!!"]


def test_leaving_it_unchanged_commits_nothing(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "!")
    QTest.keyClick(line_of(native), Qt.Key.Key_Backspace)
    stand.elsewhere.setFocus()
    assert host.commits == []
    assert host.drafts == ["Ada!", "Ada"]


def test_an_emptied_field_is_an_empty_text(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    native.focus()
    line_of(native).selectAll()
    QTest.keyClick(line_of(native), Qt.Key.Key_Delete)
    stand.elsewhere.setFocus()
    assert host.commits == [""]


def test_an_emptied_field_that_was_none_is_none_again(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    native.show_value(None)
    show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "a")
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    QTest.keyClick(line_of(native), Qt.Key.Key_Backspace)
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    assert host.commits == ["a", None]


def test_escape_keeps_the_text_and_leaves_the_field(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "!?")
    QTest.keyClick(line_of(native), Qt.Key.Key_Escape)
    assert line_of(native).text() == "Ada!?"
    assert not line_of(native).hasFocus()
    assert host.commits == ["Ada!?"]
    native.focus()
    QTest.keyClick(line_of(native), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line_of(native).text() == "Ada"


def test_a_password_that_undo_has_emptied_is_empty(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(type="password")
    native.show_value("")
    show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "ab")
    QTest.keyClick(line_of(native), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line_of(native).text() == ""
    assert host.drafts == ["a", "ab", ""]


def test_escape_without_an_edit_is_left_to_the_window(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    stand = show(qtbot, native)
    pressed: list[int] = []
    stand.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    native.focus()
    QTest.keyClick(line_of(native), Qt.Key.Key_Escape)
    assert pressed == [Qt.Key.Key_Escape]


def test_a_live_field_commits_after_a_pause(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(live_ms=30)
    show(qtbot, native)
    enter(native)
    QTest.keyClicks(line_of(native), "!?")
    assert host.commits == []
    qtbot.waitUntil(lambda: host.commits == ["Ada!?"], timeout=2000)


def test_a_text_from_the_script_keeps_the_cursor_of_the_person(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    line_of(native).setCursorPosition(2)
    native.show_value("ADA")
    assert (line_of(native).text(), line_of(native).cursorPosition()) == ("ADA", 2)
    assert host.calls == []


def test_a_long_text_shows_its_beginning(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    native.show_value("a long text " * 50)
    show(qtbot, native)
    assert line_of(native).cursorPosition() == 0
    assert line_of(native).text() == "a long text " * 50


def test_a_text_longer_than_any_default_of_qt_is_kept(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    native.show_value("x" * 40_000)
    show(qtbot, native)
    assert len(line_of(native).text()) == 40_000


def test_a_required_field_holds_back_and_says_so(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(required=True)
    stand = show(qtbot, native)
    native.focus()
    line_of(native).selectAll()
    QTest.keyClick(line_of(native), Qt.Key.Key_Delete)
    stand.elsewhere.setFocus()
    assert host.commits == []
    assert host.drafts == ["Ada"], "what is committed with the next click is the last good text"
    assert host.problems == ["Please fill in this field."]
    assert notes_of(native) == ["Please fill in this field."]
    enter(native)
    QTest.keyClicks(line_of(native), "B")
    assert notes_of(native) == []
    assert host.problems[-1] is None
    stand.elsewhere.setFocus()
    assert host.commits == ["B"]


def test_an_empty_required_field_tells_the_window_at_once_but_not_the_person(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(required=True)
    native.show_value("")
    show(qtbot, native)
    assert host.problems == ["Please fill in this field."]
    assert notes_of(native) == []
    assert isinstance(native, TextInput)
    native.show_problem()
    assert notes_of(native) == ["Please fill in this field."]


def test_a_pattern_holds_back_what_does_not_match(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(validate=(r"^\d{3}-\d{4}$", "Use the form 555-1234."))
    show(qtbot, native)
    native.focus()
    line_of(native).selectAll()
    QTest.keyClicks(line_of(native), "555-123")
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    assert (host.commits, host.submits) == ([], 0)
    assert notes_of(native) == ["Use the form 555-1234."]
    QTest.keyClicks(line_of(native), "4")
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    assert (host.commits, host.submits) == (["555-1234"], 1)
    assert notes_of(native) == []


def test_an_empty_text_passes_any_pattern(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(validate=(r"^\d+$", ""))
    native.show_value("")
    show(qtbot, native)
    assert host.problems[-1] is None


def test_a_pattern_may_be_written_as_for_javascript(qtbot: QtBot, specimen: Specimen) -> None:
    for pattern, good, bad in ((r"^\u00e9+$", "éé", "e"), (r"^(?<year>\d{4})$", "2024", "24"), ("b", "abc", "xyz")):
        native, host = specimen.make(validate=(pattern, ""))
        native.show_value(bad)
        assert host.problems[-1] is not None
        native.show_value(good)
        assert host.problems[-1] is None


def test_a_pattern_that_cannot_be_read_holds_nothing_back(qtbot: QtBot, specimen: Specimen) -> None:
    _, host = specimen.make(validate=("(", ""))
    assert host.problems == []


def test_a_password_is_hidden_until_the_eye_is_pressed(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(type="password")
    show(qtbot, native)
    line = line_of(native)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    eye = part(native, QToolButton)
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_the_cross_of_a_search_clears_and_commits(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(type="search")
    show(qtbot, native)
    cross = part(native, QToolButton)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert host.commits == [""]
    assert not cross.isVisible()


def test_no_more_characters_than_allowed_can_be_typed(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(max_chars=5)
    show(qtbot, native)
    enter(native)
    assert notes_of(native) == ["3/5"]
    QTest.keyClicks(line_of(native), "12345")
    assert host.drafts[-1] == "Ada12"
    assert notes_of(native) == ["5/5"]


def test_it_is_as_high_as_a_button(qtbot: QtBot, specimen: Specimen) -> None:
    for changes in ({}, {"type": "password"}, {"icon": "🔥"}, {"max_chars": 5}):
        native, _ = specimen.make(label_visibility="collapsed", **changes)
        show(qtbot, native)
        assert line_of(native).height() == 38
        native.focus()
        QApplication.processEvents()
        assert line_of(native).height() == 38


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)


@pytest.mark.parametrize("changes", [{"icon": "🔥"}, {"type": "password"}, {"type": "search"}, {"max_chars": 5}])
def test_a_narrow_field_shows_the_text_and_nothing_beside_it(
    qtbot: QtBot, specimen: Specimen, changes: dict[str, Any]
) -> None:
    native, _ = specimen.make(**changes)
    stand = show(qtbot, native)
    line = line_of(native)
    native.focus()
    QTest.keyClicks(line, "a")
    for width_px, shown in ((60, False), (300, True), (60, False)):
        line.setMaximumWidth(width_px)
        qtbot.waitUntil(partial(is_wide, line, width_px))
        QTest.keyClicks(line, "b")
        beside = [each for each in line.findChildren(QWidget) if each.isVisible()]
        assert bool(beside) == shown
        margins = line.textMargins()
        assert bool(margins.left() + margins.right()) == shown
    assert stand.isVisible()


def test_a_field_narrower_than_a_letter_looks_the_same_each_time_it_is_painted(
    qtbot: QtBot, specimen: Specimen
) -> None:
    native, _ = specimen.make()
    stand = show(qtbot, native)
    line = line_of(native)
    wish_px = line.minimumSizeHint().width()
    line.setMaximumWidth(9)
    qtbot.waitUntil(partial(is_wide, line, 9))
    pictures = [line.grab().toImage() for _ in range(4)]
    assert all(picture == pictures[0] for picture in pictures)
    assert line.minimumSizeHint().width() == wish_px
    line.setMaximumWidth(200)
    qtbot.waitUntil(partial(is_wide, line, 200))
    assert line.textMargins().right() == 0
    assert stand.isVisible()


def test_the_counter_is_as_far_from_the_frame_as_a_text(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(max_chars=5)
    show(qtbot, native)
    enter(native)
    line = line_of(native)
    counter = line.findChild(QLabel)
    assert counter is not None
    assert line.width() - 1 - counter.geometry().right() == 10


def test_a_counter_beside_a_button_keeps_the_button_where_it_is(qtbot: QtBot, specimen: Specimen) -> None:
    rights: list[int] = []
    for changes in ({"type": "password"}, {"type": "password", "max_chars": 5}):
        native, _ = specimen.make(**changes)
        show(qtbot, native)
        enter(native)
        rights.append(part(native, QToolButton).geometry().right())
    assert rights[0] == rights[1]
