"""`ds.selectbox` in a window: opening, typing, picking, and what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from deskstate.core.properties import inputs
from deskstate_widgets.choices.box import ChoiceBox
from deskstate_widgets.kinds.selectbox import Selectbox
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen
from tests.widgets.choosing import Choosing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CITIES = ("Amsterdam", "Berlin", "Bern", "Copenhagen", "Dublin", "Lisbon", "Madrid", "Oslo", "Paris", "Rome", "Vienna")
KEY = Qt.Key


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(
        Selectbox,
        inputs.Selectbox("City", options=CITIES),
        ("Berlin", "Oslo", None),
        changes={"options": CITIES[2:], "placeholder": "Where?", "clearable": True, "width": 200},
    )


class Tried(Choosing):
    """A select box in a window, and what a person sees of it."""

    def __init__(self, qtbot: QtBot, value: str | None = "Berlin", **properties: object) -> None:
        record = msgspec.structs.replace(inputs.Selectbox("City", options=CITIES), **properties)
        super().__init__(qtbot, Specimen(Selectbox, record, (value,)))

    @property
    def box(self) -> ChoiceBox:
        return self.native.widget.findChildren(ChoiceBox)[0]

    def click(self) -> None:
        QTest.mouseClick(self.box, Qt.MouseButton.LeftButton)


def test_it_shows_its_choice(qtbot: QtBot) -> None:
    assert Tried(qtbot).box.text() == "Berlin"


def test_a_choice_that_is_not_among_the_options_is_shown(qtbot: QtBot) -> None:
    assert Tried(qtbot, "Atlantis", accept_new_options=True).box.text() == "Atlantis"


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({}, "Choose an option"),
        ({"accept_new_options": True}, "Choose or add an option"),
        ({"options": (), "accept_new_options": True}, "Add an option"),
        ({"options": ()}, "No options to select"),
        ({"placeholder": "Where?"}, "Where?"),
    ],
)
def test_without_a_choice_it_says_what_can_be_done(qtbot: QtBot, properties: dict[str, object], words: str) -> None:
    tried = Tried(qtbot, None, **properties)
    assert (tried.box.text(), tried.box.placeholderText()) == ("", words)


def test_without_options_it_is_disabled(qtbot: QtBot) -> None:
    assert not Tried(qtbot, None, options=()).box.isEnabled()
    assert Tried(qtbot, None, options=(), accept_new_options=True).box.isEnabled()


def test_a_click_opens_the_list_at_the_choice(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.click()
    assert tried.rows == list(CITIES)
    assert tried.highlighted == "Berlin"
    assert tried.view.selectionModel().isRowSelected(1)


def test_a_second_click_closes_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.click()
    tried.click()
    assert not tried.is_open
    assert tried.host.calls == []


def test_a_press_on_the_field_through_the_popup_closes_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.click()
    tried.press_mouse_at(tried.box.mapToGlobal(QPoint(20, 20)))
    assert not tried.is_open


def test_a_press_elsewhere_closes_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.click()
    tried.press_mouse_at(tried.stand.mapToGlobal(QPoint(1, 1)))
    assert not tried.is_open


def test_clicking_a_row_commits_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.click()
    tried.click_row(3)
    assert tried.host.calls == [("commit", "Copenhagen")]
    assert tried.box.text() == "Copenhagen"
    assert not tried.is_open


def test_picking_the_same_again_reports_nothing(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down, KEY.Key_Return)
    assert not tried.is_open
    assert tried.host.calls == []


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Up, KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_F4])
def test_these_keys_open_the_list_and_change_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    tried = Tried(qtbot)
    tried.press(key)
    assert tried.highlighted == "Berlin"
    tried.press(KEY.Key_Escape)
    assert not tried.is_open
    assert tried.box.text() == "Berlin"
    assert tried.host.calls == []


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        ([KEY.Key_Down], "Bern"),
        ([KEY.Key_Up], "Amsterdam"),
        ([KEY.Key_Up, KEY.Key_Up], "Vienna"),
        ([KEY.Key_End], "Vienna"),
        ([KEY.Key_End, KEY.Key_Down], "Amsterdam"),
        ([KEY.Key_End, KEY.Key_Home], "Amsterdam"),
        ([KEY.Key_PageDown], "Paris"),
        ([KEY.Key_PageDown, KEY.Key_PageUp], "Berlin"),
        ([KEY.Key_PageUp], "Amsterdam"),
    ],
)
def test_keys_move_through_the_list(qtbot: QtBot, keys: list[Qt.Key], reached: str) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space, *keys)
    assert tried.highlighted == reached
    assert tried.host.calls == []
    tried.press(KEY.Key_Return)
    assert tried.box.text() == reached


def test_typing_opens_the_list_and_filters_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot, "Oslo")
    tried.type("er")
    assert tried.box.text() == "er"
    assert tried.rows == ["Amsterdam", "Berlin", "Bern"]
    tried.press(KEY.Key_Down, KEY.Key_Return)
    assert tried.host.calls == [("commit", "Berlin")]


@pytest.mark.parametrize(
    ("mode", "rows"),
    [("fuzzy", ["Rome", "Bern", "Berlin", "Amsterdam", "Madrid", "Paris"]), ("contains", None), ("prefix", ["Rome"])],
)
def test_the_filter_mode_is_kept(qtbot: QtBot, mode: str, rows: list[str] | None) -> None:
    tried = Tried(qtbot, filter_mode=mode)
    tried.type("r")
    assert set(tried.rows) == set(rows or [city for city in CITIES if "r" in city.lower()])


def test_without_filtering_letters_jump_to_the_next_row_that_begins_so(qtbot: QtBot) -> None:
    tried = Tried(qtbot, filter_mode=None)
    tried.type("p")
    assert tried.rows == list(CITIES)
    assert tried.highlighted == "Paris"
    assert tried.box.text() == "Berlin"


def test_no_match_says_so_and_takes_nothing(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("qq")
    assert tried.note == ["No results"]
    tried.press(KEY.Key_Return)
    assert tried.host.calls == []


def test_escape_forgets_what_was_typed(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("os")
    tried.press(KEY.Key_Escape)
    assert tried.box.text() == "Berlin"
    tried.press(KEY.Key_Space)
    assert tried.rows == list(CITIES)


def test_tab_takes_the_row_that_was_searched_for_and_goes_on(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("osl")
    tried.press(KEY.Key_Tab)
    assert tried.host.calls == [("commit", "Oslo")]
    assert not tried.is_open
    assert tried.stand.elsewhere.hasFocus()


def test_tab_takes_nothing_when_the_list_was_only_looked_at(qtbot: QtBot) -> None:
    tried = Tried(qtbot, None)
    tried.press(KEY.Key_Space, KEY.Key_Tab)
    assert tried.host.calls == []
    assert tried.stand.elsewhere.hasFocus()


def test_a_new_option_can_be_added(qtbot: QtBot) -> None:
    tried = Tried(qtbot, accept_new_options=True)
    tried.type("Ber")
    assert tried.rows == ['Add: "Ber"', "Berlin", "Bern"]
    tried.press(KEY.Key_Return)
    assert tried.host.calls == [("commit", "Ber")]
    assert tried.box.text() == "Ber"


def test_the_cross_takes_the_choice_back(qtbot: QtBot) -> None:
    tried = Tried(qtbot, clearable=True)
    QTest.mouseClick(tried.box.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert tried.host.calls == [("commit", None)]
    assert not tried.is_open
    assert tried.box.placeholderText() == "Choose an option"
    assert not tried.box.findChildren(QToolButton)[0].isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_delete_takes_the_choice_back_only_where_that_is_allowed(qtbot: QtBot, key: Qt.Key) -> None:
    fixed, clearable = Tried(qtbot), Tried(qtbot, clearable=True)
    QTest.keyClick(fixed.box, key)
    QTest.keyClick(clearable.box, key)
    assert (fixed.host.calls, clearable.host.calls) == ([], [("commit", None)])


def test_options_may_change_while_the_list_is_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("er")
    tried.update(options=("Bergen", "Berlin", "Oslo"))
    assert tried.is_open
    assert tried.rows == ["Bergen", "Berlin"]
    assert tried.box.text() == "er"


def test_a_value_set_by_the_script_while_the_list_is_open_is_marked(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space)
    tried.native.show_value("Oslo")
    assert tried.is_open
    assert tried.view.selectionModel().isRowSelected(CITIES.index("Oslo"))
    tried.press(KEY.Key_Escape)
    assert tried.box.text() == "Oslo"


def test_a_value_set_by_the_script_leaves_what_is_typed(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("er")
    tried.native.show_value("Oslo")
    assert tried.box.text() == "er"
    assert tried.rows == ["Amsterdam", "Berlin", "Bern"]


def test_becoming_disabled_closes_the_list_and_takes_nothing(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("os")
    tried.update(disabled=True)
    assert not tried.is_open
    assert tried.host.calls == []


def test_being_hidden_takes_nothing(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("os")
    tried.box.hide()
    qtbot.waitUntil(lambda: not tried.is_open)
    assert tried.host.calls == []


def test_a_press_into_the_typed_text_moves_the_cursor(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("er")
    tried.press_mouse_at(tried.box.mapToGlobal(QPoint(4, 20)))
    assert tried.is_open
    assert tried.box.cursorPosition() == 0


def test_the_cross_works_while_the_list_is_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot, clearable=True)
    tried.press(KEY.Key_Space)
    cross = tried.box.findChildren(QToolButton)[0]
    tried.press_mouse_at(cross.mapToGlobal(QPoint(5, 5)))
    assert tried.host.calls == [("commit", None)]
    assert not tried.is_open


def test_it_may_be_deleted_while_its_list_is_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down)
    tried.native.widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not tried.is_open


def test_closing_the_native_widget_closes_the_list(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space)
    tried.native.close()
    assert not tried.is_open


def test_a_label_that_is_too_long_is_elided_and_told_by_the_tool_tip(qtbot: QtBot) -> None:
    whole = "A label that is much too long for a field of this width, in whatever font it may be written"
    tried = Tried(qtbot, whole, options=(whole, "b"))
    assert tried.box.text().endswith("…")
    assert tried.box.toolTip() == whole
    tried.native.show_value("b")
    assert (tried.box.text(), tried.box.toolTip()) == ("b", "")


def test_the_list_is_as_wide_as_the_field_and_just_below_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space)
    panel = tried.panel
    below = tried.box.mapToGlobal(QPoint(0, tried.box.height()))
    assert (panel.mapToGlobal(QPoint()).x(), panel.width()) == (below.x(), tried.box.width())
    assert 0 < panel.mapToGlobal(QPoint()).y() - below.y() < 10


def test_at_the_bottom_of_the_screen_the_list_opens_upwards(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    screen = tried.stand.screen().availableGeometry()
    tried.stand.move(screen.left(), screen.bottom() - 100)
    tried.press(KEY.Key_Space)
    panel = tried.panel
    assert panel.mapToGlobal(QPoint(0, panel.height())).y() <= tried.box.mapToGlobal(QPoint()).y()


def test_the_list_stays_on_the_screen(qtbot: QtBot) -> None:
    tried = Tried(qtbot, options=("A long label in a narrow field that makes the list wider than the field is",))
    screen = tried.stand.screen().availableGeometry()
    tried.stand.resize(150, 200)
    tried.stand.move(screen.right() - 150, screen.top())
    tried.press(KEY.Key_Space)
    panel = tried.panel
    assert panel.width() > tried.box.width()
    assert screen.contains(panel.mapToGlobal(QPoint(panel.width() - 1, 0)))


def test_the_list_follows_a_field_that_moves(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space)
    panel = tried.panel
    before = panel.mapToGlobal(QPoint())
    tried.stand.move(tried.stand.pos() + QPoint(7, 40))
    qtbot.waitUntil(lambda: panel.mapToGlobal(QPoint()) == before + QPoint(7, 40))


def test_the_list_closes_when_its_window_is_hidden(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space)
    tried.stand.hide()
    qtbot.waitUntil(lambda: not tried.is_open)


def test_the_list_closes_when_another_window_gets_the_keyboard(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Space)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not tried.is_open)


def test_a_list_in_a_popup_leaves_the_popup_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    around = QWidget(None, Qt.WindowType.Popup)
    qtbot.addWidget(around)
    tried.native.widget.setParent(around)
    tried.native.widget.resize(300, 80)
    around.resize(300, 300)
    around.show()
    tried.native.widget.show()
    tried.native.focus()
    tried.click()
    assert tried.rows == list(CITIES)
    tried.click_row(0)
    assert tried.host.calls == [("commit", "Amsterdam")]
    assert QApplication.activePopupWidget() is around


def test_a_hundred_thousand_options_open_and_filter(qtbot: QtBot) -> None:
    tried = Tried(qtbot, None, options=tuple(f"Option {number}" for number in range(100_000)))
    tried.press(KEY.Key_Space, KEY.Key_End)
    assert tried.highlighted == "Option 99999"
    tried.type("4711")
    assert tried.rows[0] == "Option 4711"
    tried.press(KEY.Key_Return)
    assert tried.host.calls == [("commit", "Option 4711")]


def test_a_required_choice_says_what_is_missing(qtbot: QtBot) -> None:
    tried = Tried(qtbot, None, required=True, clearable=True)
    tried.press(KEY.Key_Space, KEY.Key_Return)
    QTest.keyClick(tried.box, KEY.Key_Delete)
    assert tried.host.problems == ["Please choose an option.", None, "Please choose an option."]


def test_an_icon_stands_before_the_text(qtbot: QtBot) -> None:
    tried = Tried(qtbot, icon=":material/home:")
    assert tried.box.textMargins().left() > 0
    tried.update(icon=None)
    assert tried.box.textMargins().left() == 0


@pytest.mark.parametrize("width_px", [50, 70, 90, 120, 200])
def test_a_narrow_one_shows_some_of_its_choice_rather_than_signs(qtbot: QtBot, width_px: int) -> None:
    tried = Tried(qtbot, "Berlin", clearable=True, width=width_px)
    qtbot.waitUntil(lambda: tried.box.width() == width_px)
    assert tried.box.text().startswith("B")
    signs = [sign.accessibleName() for sign in tried.box.findChildren(QToolButton) if sign.isVisible()]
    assert signs == (["Clear"] if width_px >= 120 else [])
