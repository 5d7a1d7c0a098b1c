"""The field for a number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from deskstate.core.properties import inputs
from deskstate_widgets.number_input import NumberInput
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from deskstate_widgets.native import Native


@pytest.fixture
def specimen() -> Specimen:
    changes = {"placeholder": "How many", "format": "%.1f", "maximum": 99, "icon": "🔥", "step": 5, "required": True}
    return Specimen(NumberInput, inputs.NumberInput(label="Count", format="%d"), (3, 2**70, None), changes=changes)


@pytest.fixture
def floating() -> Specimen:
    record = inputs.NumberInput(label="Price", is_float=True, step=0.1, format="%.2f")
    return Specimen(NumberInput, record, (1.25,))


def line_of(native: Native[inputs.NumberInput]) -> QLineEdit:
    return part(native, QLineEdit)


def is_wide(line: QLineEdit, width_px: int) -> bool:
    return line.width() == width_px


def replace(native: Native[inputs.NumberInput], text: str) -> QLineEdit:
    """Type over all that stands in the field."""
    native.focus()
    line = line_of(native)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    return line


def stepper(native: Native[inputs.NumberInput], name: str) -> QToolButton:
    return next(button for button in line_of(native).findChildren(QToolButton) if button.accessibleName() == name)


def test_enter_commits_and_submits(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    QTest.keyClick(replace(native, "12"), Qt.Key.Key_Return)
    stand.elsewhere.setFocus()
    assert host.commits == [12]
    assert host.submits == 1
    assert host.drafts[-1] == 12


def test_leaving_it_commits(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    replace(native, "12")
    stand.elsewhere.setFocus()
    assert host.commits == [12]


def test_leaving_it_unchanged_commits_nothing(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    replace(native, "3")
    stand.elsewhere.setFocus()
    assert host.commits == []


def test_what_the_display_rounds_stays_exact(qtbot: QtBot, floating: Specimen) -> None:
    native, host = floating.make()
    native.show_value(1.23456)
    stand = show(qtbot, native)
    assert line_of(native).text() == "1.23"
    native.focus()
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    stand.elsewhere.setFocus()
    assert host.commits == []
    QTest.keyClick(line_of(native), Qt.Key.Key_Up)
    assert host.commits == [1.33456]


def test_steps_carry_no_dust(qtbot: QtBot, floating: Specimen) -> None:
    native, host = floating.make()
    native.show_value(0.1)
    show(qtbot, native)
    native.focus()
    for _ in range(3):
        QTest.keyClick(line_of(native), Qt.Key.Key_Up)
    QTest.keyClick(line_of(native), Qt.Key.Key_Down)
    assert host.commits == [0.2, 0.3, 0.4, 0.3]


def test_whole_numbers_of_any_size_stay_exact(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    native.show_value(2**70)
    show(qtbot, native)
    QTest.mouseClick(stepper(native, "More"), Qt.MouseButton.LeftButton)
    assert host.commits == [2**70 + 1]
    assert line_of(native).text() == str(2**70 + 1)
    QTest.keyClick(replace(native, str(10**40)), Qt.Key.Key_Return)
    assert host.commits[-1] == 10**40


def test_the_steppers_step_and_stop_at_the_ends(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(minimum=2, maximum=4)
    show(qtbot, native)
    more, less = stepper(native, "More"), stepper(native, "Less")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert not more.isEnabled()
    QTest.mouseClick(less, Qt.MouseButton.LeftButton)
    QTest.mouseClick(less, Qt.MouseButton.LeftButton)
    assert not less.isEnabled()
    assert more.isEnabled()
    assert host.commits == [4, 3, 2]


def test_a_stepper_that_is_held_down_goes_on_and_commits_when_it_is_let_go(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    more = stepper(native, "More")
    QTest.mousePress(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(host.drafts) >= 2, timeout=3000)
    assert host.commits == []
    QTest.mouseRelease(more, Qt.MouseButton.LeftButton)
    assert len(host.commits) == 1
    assert line_of(native).text() == str(host.commits[0])


def test_typed_numbers_count_before_a_step(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    QTest.keyClick(replace(native, "20"), Qt.Key.Key_Up)
    assert host.commits == [21]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("500", 10), ("-500", -10), ("3.7", 4), ("3,2", 3), ("1 0", 10), ("7 apples", 7)],
)
def test_the_nearest_allowed_number_is_taken(qtbot: QtBot, specimen: Specimen, typed: str, value: int) -> None:
    native, host = specimen.make(minimum=-10, maximum=10)
    stand = show(qtbot, native)
    replace(native, typed)
    stand.elsewhere.setFocus()
    assert host.commits == [value] if value != 3 else host.commits == []
    assert line_of(native).text() == str(value)


def test_what_is_no_number_gives_way_to_the_last_one(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    replace(native, "abc")
    stand.elsewhere.setFocus()
    assert line_of(native).text() == "3"
    assert host.commits == []


def test_a_float_field_commits_floats(qtbot: QtBot, floating: Specimen) -> None:
    native, host = floating.make()
    show(qtbot, native)
    QTest.keyClick(replace(native, "2"), Qt.Key.Key_Return)
    assert host.commits == [2.0]
    assert isinstance(host.commits[0], float)
    assert line_of(native).text() == "2.00"


def test_only_a_clearable_field_can_be_empty(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    replace(native, "")
    stand.elsewhere.setFocus()
    assert (host.commits, line_of(native).text()) == ([], "3")
    native, host = specimen.make(clearable=True)
    stand = show(qtbot, native)
    replace(native, "")
    stand.elsewhere.setFocus()
    assert (host.commits, line_of(native).text()) == ([None], "")


def test_an_empty_field_starts_to_step_at_zero_or_the_nearest_allowed(qtbot: QtBot, specimen: Specimen) -> None:
    for minimum, first in ((None, 1), (5, 6)):
        native, host = specimen.make(minimum=minimum, clearable=True)
        native.show_value(None)
        show(qtbot, native)
        QTest.mouseClick(stepper(native, "More"), Qt.MouseButton.LeftButton)
        assert host.commits == [first]


def test_escape_goes_back_to_the_last_number(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    QTest.keyClick(replace(native, "77"), Qt.Key.Key_Escape)
    assert line_of(native).text() == "3"
    assert host.drafts[-1] == 3
    assert host.commits == []


def test_a_required_field_holds_back_and_says_so(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(clearable=True, required=True)
    stand = show(qtbot, native)
    replace(native, "")
    stand.elsewhere.setFocus()
    assert (host.commits, host.drafts[-1]) == ([], 3)
    assert host.problems == ["Please fill in this field."]
    assert "Please fill in this field." in [label.text() for label in native.widget.findChildren(QLabel)]


def test_a_new_format_shows_the_same_number(qtbot: QtBot, floating: Specimen) -> None:
    native, host = floating.make()
    show(qtbot, native)
    native.update(floating.with_changes(format="%.4f"), floating.properties)
    assert line_of(native).text() == "1.2500"
    assert host.calls == []


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)


def test_a_narrow_field_shows_the_number_rather_than_the_steppers(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(icon="🔥")
    stand = show(qtbot, native)
    line, steppers = line_of(native), (stepper(native, "Less"), stepper(native, "More"))
    wish_px = line.minimumSizeHint().width()
    for width_px, shown in ((80, False), (400, True), (80, False)):
        line.setMaximumWidth(width_px)
        qtbot.waitUntil(partial(is_wide, line, min(width_px, native.widget.width())))
        assert [each.isVisible() for each in steppers] == [shown, shown]
        assert line.minimumSizeHint().width() == wish_px  # or it would stay narrow in a place that gives what is asked
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "4"
    assert stand.isVisible()
