"""The field for a number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from deskstate.core.properties import inputs
from deskstate.testing.window import type_letter
from deskstate_widgets.kinds.number_input import NumberInput
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
    for letter in text:
        type_letter(line, letter)
    return line


def notes_of(native: Native[inputs.NumberInput]) -> list[str]:
    """What the field says is wrong."""
    return [label.text() for label in native.widget.findChildren(QLabel) if label.isVisible()][1:]


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


NO_NUMBER = "Please enter a number."
NOT_WHOLE = "Please enter a whole number."
OUTSIDE = "Please enter a number from -10 to 10."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *[("500", OUTSIDE), ("-500", OUTSIDE), ("10.0001", NOT_WHOLE), ("3.7", NOT_WHOLE), ("3,2", NOT_WHOLE)],
        *[("1 0", NO_NUMBER), ("7 apples", NO_NUMBER), ("abc", NO_NUMBER), ("-", NO_NUMBER), ("1,2,3", NO_NUMBER)],
    ],
)
def test_what_cannot_be_taken_stays_and_says_why(qtbot: QtBot, specimen: Specimen, typed: str, said: str) -> None:
    native, host = specimen.make(minimum=-10, maximum=10)
    stand = show(qtbot, native)
    replace(native, typed)
    assert notes_of(native) == [], "it may be half a number yet"
    stand.elsewhere.setFocus()
    assert line_of(native).text() == typed
    assert notes_of(native) == [said]
    assert (host.commits, host.drafts[-1], host.problems[-1]) == ([], 3, said)
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    assert (host.commits, host.submits) == ([], 0)
    replace(native, "4")
    assert (notes_of(native), host.problems[-1]) == ([], None)
    stand.elsewhere.setFocus()
    assert host.commits == [4]


@pytest.mark.parametrize(
    ("bounds", "typed", "said"),
    [
        ({"minimum": 5.5}, "5.4999", "Please enter 5.5 or more."),
        ({"maximum": 0.001}, "0.0011", "Please enter 0.001 or less."),
        ({"minimum": 0.0, "maximum": 1e12}, "-1", "Please enter a number from 0 to 1000000000000."),
        ({}, "1e999", "This number is too large or too small."),
        ({}, "1e-999", "This number is too large or too small."),
    ],
)
def test_the_bound_is_named(qtbot: QtBot, floating: Specimen, bounds: dict[str, float], typed: str, said: str) -> None:
    native, _ = floating.make(**bounds)
    stand = show(qtbot, native)
    replace(native, typed)
    stand.elsewhere.setFocus()
    assert (line_of(native).text(), notes_of(native)) == (typed, [said])


def test_a_step_from_what_is_wrong_changes_nothing_and_says_why(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(maximum=10)
    stand = show(qtbot, native)
    for typed, said in (("500", "Please enter 10 or less."), ("abc", NO_NUMBER)):
        QTest.keyClick(replace(native, typed), Qt.Key.Key_Down)
        assert (line_of(native).text(), notes_of(native), host.commits) == (typed, [said], [])
        QTest.mouseClick(stepper(native, "Less"), Qt.MouseButton.LeftButton)
        assert line_of(native).text() == typed
    assert stand.isVisible()


def test_what_is_wrong_gives_way_to_a_number_of_the_script(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    replace(native, "abc")
    stand.elsewhere.setFocus()
    native.show_value(8)
    assert (line_of(native).text(), notes_of(native), host.problems[-1]) == ("8", [], None)


def test_what_is_wrong_stays_through_an_update_and_is_right_when_the_bounds_allow_it(
    qtbot: QtBot, specimen: Specimen
) -> None:
    native, host = specimen.make(maximum=10)
    stand = show(qtbot, native)
    replace(native, "500")
    stand.elsewhere.setFocus()
    narrow, wide = specimen.with_changes(maximum=20), specimen.with_changes(maximum=1000)
    native.update(narrow, specimen.with_changes(maximum=10))
    assert (line_of(native).text(), host.problems[-1]) == ("500", "Please enter 20 or less.")
    assert notes_of(native) == ["Please enter 20 or less."]
    native.update(wide, narrow)
    assert (line_of(native).text(), notes_of(native), host.drafts[-1]) == ("500", [], 500)


@pytest.mark.parametrize(
    ("country", "typed", "value", "shown"),
    [
        *[("de_DE", "1.000", 1000.0, "1000,00"), ("de_DE", "1.000,5", 1000.5, "1000,50")],
        *[("de_DE", "1,5", 1.5, "1,50"), ("de_DE", "1.5", 1.5, "1,50"), ("de_DE", "\u22121,5", -1.5, "-1,50")],
        *[("fr_FR", "1 000", 1000.0, "1000,00"), ("fr_FR", "1,000", 1.0, "1,00")],
        *[("de_CH", "1'000", 1000.0, "1000.00"), ("de_CH", "1\u2019000.5", 1000.5, "1000.50")],
        *[
            ("en_US", "1,000", 1000.0, "1000.00"),
            ("en_US", "1.000", 1.0, "1.00"),
            ("en_IN", "1,00,000", 1e5, "100000.00"),
        ],
        *[("ar_EG", "\u0661\u066b\u0665", 1.5, "1.50"), ("sv_SE", "\u22121 000", -1000.0, "-1000,00")],
    ],
)
def test_a_number_is_read_and_shown_as_in_the_country(
    qtbot: QtBot, floating: Specimen, country: str, typed: str, value: float, shown: str
) -> None:
    native, host = floating.make()
    native.widget.setLocale(QLocale(country))
    stand = show(qtbot, native)
    replace(native, typed)
    stand.elsewhere.setFocus()
    assert host.commits == [value]
    assert line_of(native).text() == shown
    QTest.keyClick(replace(native, shown), Qt.Key.Key_Return)
    assert host.commits == [value], "what is shown is read as the same number"


def test_what_may_mean_two_numbers_is_not_guessed(qtbot: QtBot, floating: Specimen) -> None:
    native, host = floating.make()
    native.widget.setLocale(QLocale("fr_FR"))
    stand = show(qtbot, native)
    replace(native, "1.000")
    stand.elsewhere.setFocus()
    assert (host.commits, line_of(native).text()) == ([], "1.000")
    assert notes_of(native) == ["This may mean 1 or 1000. Please write one of them."]


def test_cells_of_a_spreadsheet_are_no_number_together(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    for cells, value in (("1\n2\n", None), ("1\t2\n", None), ("1,200\n", 1200)):
        line = replace(native, "")
        QGuiApplication.clipboard().setText(cells)
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        stand.elsewhere.setFocus()
        assert notes_of(native) == ([] if value else [NO_NUMBER])
    assert host.commits == [1200]


@pytest.mark.parametrize(
    ("step", "typed", "shown"),
    [
        *[(0.001, "0.001", "0.001"), (0.001, "1", "1.000"), (0.2, "275", "275.00"), (1.0, "3", "3.00")],
        *[(0.01, "0.0005", "0.0005"), (0.01, "1.5", "1.50"), (1e-7, "2e-7", "0.0000002"), (0.125, "0.25", "0.250")],
    ],
)
def test_without_a_format_there_are_as_many_decimals_as_step_and_number_have(
    qtbot: QtBot, floating: Specimen, step: float, typed: str, shown: str
) -> None:
    native, _ = floating.make(format=None, step=step)
    show(qtbot, native)
    QTest.keyClick(replace(native, typed), Qt.Key.Key_Return)
    assert line_of(native).text() == shown


def test_each_step_can_be_seen(qtbot: QtBot, floating: Specimen) -> None:
    native, _ = floating.make(format=None, step=0.001)
    native.show_value(0.0)
    show(qtbot, native)
    native.focus()
    seen: list[str] = []
    for _ in range(3):
        QTest.keyClick(line_of(native), Qt.Key.Key_Up)
        seen.append(line_of(native).text())
    assert seen == ["0.001", "0.002", "0.003"]


def test_a_number_that_was_calculated_is_rounded(qtbot: QtBot, floating: Specimen) -> None:
    native, _ = floating.make(format=None, step=0.01)
    native.show_value(1 / 3)
    assert line_of(native).text() == "0.33"


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


def test_escape_keeps_the_number_and_leaves_the_field(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    QTest.keyClick(replace(native, "77"), Qt.Key.Key_Escape)
    assert line_of(native).text() == "77"
    assert not line_of(native).hasFocus()
    assert host.commits == [77]


def test_undo_leads_back_past_a_number_that_is_written_in_another_way(qtbot: QtBot, floating: Specimen) -> None:
    native, host = floating.make()
    stand = show(qtbot, native)
    line = replace(native, "2")
    stand.elsewhere.setFocus()
    assert line.text() == "2.00"
    native.focus()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "2"
    while line.isUndoAvailable():
        QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "1.25"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert host.commits == [2.0, 1.25]


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


@pytest.mark.parametrize(("text", "narrow_px", "wide_px"), [("1250.75", 123, 160), ("7.00", 80, 130)])
def test_the_steppers_give_way_to_the_digits(
    qtbot: QtBot, floating: Specimen, text: str, narrow_px: int, wide_px: int
) -> None:
    native, _ = floating.make()
    native.show_value(float(text))
    show(qtbot, native)
    line = line_of(native)
    for width_px, shown in ((narrow_px, False), (wide_px, True)):
        line.setMaximumWidth(width_px)
        qtbot.waitUntil(partial(is_wide, line, width_px))
        buttons = [button for button in line.findChildren(QToolButton) if button.isVisible()]
        assert len(buttons) == (2 if shown else 0)
        end_px = min([button.x() for button in buttons], default=line.width() - 10)
        assert line.fontMetrics().horizontalAdvance(text) <= end_px - 10


def test_a_longer_number_takes_the_place_of_the_steppers(qtbot: QtBot, floating: Specimen) -> None:
    native, _ = floating.make()
    show(qtbot, native)
    line = line_of(native)
    line.setMaximumWidth(140)
    qtbot.waitUntil(partial(is_wide, line, 140))
    for value, shown in ((7.0, True), (123456.75, False), (7.0, True)):
        native.show_value(value)
        assert [button.isVisible() for button in line.findChildren(QToolButton)] == [shown, shown]


def test_a_whole_number_with_hundreds_of_digits_is_too_large(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(minimum=None, maximum=None)
    show(qtbot, native)
    line_of(native).setFocus()
    line_of(native).selectAll()
    QTest.keyClicks(line_of(native), "4" * 320)
    QTest.keyClick(line_of(native), Qt.Key.Key_Return)
    assert line_of(native).text() == "4" * 320
    assert host.commits == []
