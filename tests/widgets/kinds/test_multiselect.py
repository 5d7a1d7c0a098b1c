"""`ds.multiselect` in a window: chips, picking, adding, removing, and what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from deskstate.core.properties import inputs
from deskstate_widgets.choices._chip import Chip
from deskstate_widgets.choices.chip_field import ChipField
from deskstate_widgets.kinds.multiselect import Multiselect
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen
from tests.widgets.choosing import Choosing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot

FRUIT = ("Apple", "Banana", "Cherry", "Damson", "Elderberry")
KEY = Qt.Key
_NOTHING: Mapping[str, object] = {}


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(
        Multiselect,
        inputs.Multiselect("Fruit", options=FRUIT),
        (("Banana",), ("Cherry", "Apple"), ()),
        changes={"options": FRUIT[1:], "placeholder": "Which?", "wrap": False, "max_selections": 3, "width": 200},
    )


class Tried(Choosing):
    """A multiselect in a window, and what a person sees of it."""

    def __init__(self, qtbot: QtBot, value: tuple[str, ...] = (), changes: Mapping[str, object] = _NOTHING) -> None:
        record = msgspec.structs.replace(inputs.Multiselect("Fruit", options=FRUIT), **changes)
        super().__init__(qtbot, Specimen(Multiselect, record, (value,)))

    @property
    def field(self) -> ChipField:
        return self.native.widget.findChildren(ChipField)[0]

    @property
    def chips(self) -> list[Chip]:
        QApplication.sendPostedEvents()
        shown = [chip for chip in self.native.widget.findChildren(Chip) if not chip.isHidden()]
        return sorted(shown, key=lambda chip: (chip.y(), chip.x()))

    @property
    def labels(self) -> list[str]:
        return [chip.accessibleName() for chip in self.chips]

    def click_cross(self, place: int) -> None:
        chip = self.chips[place]
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))


def test_it_shows_its_choices_as_chips_in_the_order_of_picking(qtbot: QtBot) -> None:
    assert Tried(qtbot, ("Cherry", "Apple")).labels == ["Cherry", "Apple"]


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({}, "Choose options"),
        ({"accept_new_options": True}, "Choose or add options"),
        ({"options": (), "accept_new_options": True}, "Add options"),
        ({"options": ()}, "No options to select"),
        ({"placeholder": "Which?"}, "Which?"),
    ],
)
def test_without_a_choice_it_says_what_can_be_done(qtbot: QtBot, properties: dict[str, object], words: str) -> None:
    tried = Tried(qtbot, (), properties)
    assert tried.editor.placeholderText() == words
    tried.native.show_value(("Apple",))
    assert tried.editor.placeholderText() == ""


def test_a_click_opens_the_list_of_what_is_left(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Banana",))
    QTest.mouseClick(tried.field, Qt.MouseButton.LeftButton, pos=QPoint(tried.field.width() // 2, 10))
    assert tried.rows == ["Select all", "Apple", "Cherry", "Damson", "Elderberry"]
    assert tried.editor.hasFocus()


def test_each_pick_is_committed_and_the_list_stays_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down)
    tried.click_row(3)
    tried.click_row(1)
    assert tried.host.calls == [("commit", ("Cherry",)), ("commit", ("Cherry", "Apple"))]
    assert tried.labels == ["Cherry", "Apple"]
    assert tried.rows == ["Select all", "Banana", "Damson", "Elderberry"]


def test_enter_takes_one_after_the_other(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down, KEY.Key_Return, KEY.Key_Return)
    assert tried.host.commits == [("Apple",), ("Apple", "Banana")]


def test_typing_filters_and_a_pick_forgets_the_text(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("err")
    assert tried.rows == ["Select 2 matches", "Cherry", "Elderberry"]
    tried.press(KEY.Key_Return)
    assert tried.host.commits == [("Cherry",)]
    assert tried.editor.text() == ""
    assert tried.rows == ["Select all", "Apple", "Banana", "Damson", "Elderberry"]


def test_select_all_takes_what_is_left_in_its_order(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Damson",))
    tried.press(KEY.Key_Down, KEY.Key_Home, KEY.Key_Return)
    assert tried.host.commits == [("Damson", "Apple", "Banana", "Cherry", "Elderberry")]
    assert tried.note == ["All are selected"]


@pytest.mark.parametrize("properties", [{"select_all": False}, {"select_all_up_to": 4}])
def test_select_all_is_not_always_offered(qtbot: QtBot, properties: dict[str, object]) -> None:
    tried = Tried(qtbot, (), properties)
    tried.press(KEY.Key_Down)
    assert tried.rows == list(FRUIT)


def test_select_all_stops_at_the_most_that_may_be_chosen(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Damson",), {"max_selections": 3})
    tried.press(KEY.Key_Down)
    tried.click_row(0)
    assert tried.host.commits == [("Damson", "Apple", "Banana")]


@pytest.mark.parametrize(("most", "words"), [(1, "1 option"), (2, "2 options")])
def test_when_enough_are_chosen_the_list_says_so(qtbot: QtBot, most: int, words: str) -> None:
    tried = Tried(qtbot, FRUIT[:most], {"max_selections": most})
    tried.press(KEY.Key_Down)
    assert tried.note == [f"You can only select up to {words}. Remove an option first."]
    tried.press(KEY.Key_Return)
    assert tried.host.calls == []
    tried.press(KEY.Key_Backspace)
    assert tried.rows != []


def test_a_new_option_can_be_added(qtbot: QtBot) -> None:
    tried = Tried(qtbot, (), {"accept_new_options": True})
    tried.type("Fig")
    assert tried.rows == ['Add: "Fig"']
    tried.press(KEY.Key_Return)
    assert tried.host.commits == [("Fig",)]
    tried.type("Fig")
    assert tried.note == ["No results"]


def test_the_cross_of_a_chip_removes_it(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Banana", "Cherry"))
    tried.click_cross(1)
    assert tried.host.calls == [("commit", ("Apple", "Cherry"))]
    assert tried.labels == ["Apple", "Cherry"]
    assert not tried.is_open


def test_the_label_of_a_chip_belongs_to_the_field(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple",))
    QTest.mouseClick(tried.chips[0], Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert tried.is_open
    assert tried.host.calls == []


def test_a_cross_can_be_clicked_through_the_open_list(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Banana"))
    tried.press(KEY.Key_Down)
    chip = tried.chips[0]
    tried.press_mouse_at(chip.mapToGlobal(QPoint(chip.width() - 10, 10)))
    assert tried.host.commits == [("Banana",)]
    assert tried.is_open
    tried.press_mouse_at(tried.field.mapToGlobal(QPoint(tried.field.width() - 10, 10)))
    assert not tried.is_open


def test_clear_all_removes_every_chip(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Banana"))
    clear = tried.field.findChildren(QToolButton)[0]
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert tried.host.calls == [("commit", ())]
    assert tried.labels == []
    assert not clear.isVisible()


def test_backspace_removes_the_last_chip_once_the_text_is_gone(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Banana"))
    tried.type("x")
    tried.press(KEY.Key_Backspace)
    assert tried.host.calls == []
    tried.press(KEY.Key_Backspace)
    assert tried.host.commits == [("Apple",)]


def test_arrow_keys_lead_to_the_chips_and_back(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Banana", "Cherry"))
    tried.press(KEY.Key_Left, KEY.Key_Left)
    assert tried.chips[1].hasFocus()
    tried.press(KEY.Key_Delete)
    assert tried.host.commits == [("Apple", "Cherry")]
    assert tried.chips[1].hasFocus()
    tried.press(KEY.Key_Right)
    assert tried.editor.hasFocus()


def test_a_letter_typed_on_a_chip_goes_into_the_line(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple",))
    tried.press(KEY.Key_Left)
    tried.type("che")
    assert tried.editor.text() == "che"
    assert tried.rows == ["Cherry"]


def test_tab_takes_what_was_searched_for_and_goes_on(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("dam")
    tried.press(KEY.Key_Tab)
    assert tried.host.commits == [("Damson",)]
    assert not tried.is_open
    assert tried.stand.elsewhere.hasFocus()


def test_escape_closes_and_forgets_what_was_typed(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.type("dam")
    tried.press(KEY.Key_Escape)
    assert not tried.is_open
    assert tried.editor.text() == ""
    assert tried.host.calls == []


def test_without_filtering_nothing_can_be_typed(qtbot: QtBot) -> None:
    tried = Tried(qtbot, (), {"filter_mode": None})
    tried.type("c")
    assert tried.editor.text() == ""
    assert tried.view.currentIndex().data() == "Cherry"


def test_the_field_grows_with_its_chips_up_to_a_limit(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    low = tried.field.height()
    tried.native.show_value(FRUIT)
    several = tried.field.height()
    tried.native.show_value(tuple(f"Number {number}" for number in range(200)))
    many = tried.field.height()
    assert low < several < many < 12 * low


def test_the_open_list_makes_way_for_a_growing_field(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down, KEY.Key_Home, KEY.Key_Return)
    qtbot.waitUntil(lambda: tried.field.height() > 60)
    bottom = tried.field.mapToGlobal(QPoint(0, tried.field.height())).y()
    assert tried.panel.mapToGlobal(QPoint()).y() >= bottom


def test_without_wrapping_the_chips_stay_on_one_line(qtbot: QtBot) -> None:
    tried = Tried(qtbot, FRUIT, {"wrap": False})
    assert len({chip.y() for chip in tried.chips}) == 1
    tried.update(wrap=True)
    assert len({chip.y() for chip in tried.chips}) > 1


def test_a_long_label_is_elided_and_told_by_the_tool_tip(qtbot: QtBot) -> None:
    whole = "A label that is much too long for a field of this width, in whatever font it may be written"
    tried = Tried(qtbot, (whole,))
    assert tried.chips[0].width() < tried.field.width()
    assert tried.chips[0].toolTip() == whole
    assert tried.chips[0].accessibleName() == whole


def test_chips_that_stay_are_the_same_widgets(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Banana"))
    banana = tried.chips[1]
    tried.native.show_value(("Banana", "Cherry"))
    assert tried.chips[0] is banana


def test_a_value_may_hold_the_same_twice(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple", "Apple"))
    assert tried.labels == ["Apple", "Apple"]
    tried.click_cross(1)
    assert tried.host.commits == [("Apple",)]


def test_options_may_change_while_the_list_is_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down)
    tried.update(options=("Fig", "Grape"))
    assert tried.is_open
    assert tried.rows == ["Select all", "Fig", "Grape"]


def test_chips_of_a_disabled_one_cannot_be_removed(qtbot: QtBot) -> None:
    tried = Tried(qtbot, ("Apple",), {"disabled": True})
    tried.click_cross(0)
    assert tried.host.calls == []
    assert not tried.field.findChildren(QToolButton)[0].isVisible()


def test_it_may_be_deleted_while_its_list_is_open(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down)
    tried.native.widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not tried.is_open


def test_closing_the_native_widget_closes_the_list(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.press(KEY.Key_Down)
    tried.native.close()
    assert not tried.is_open


@pytest.mark.parametrize("width_px", [70, 80, 100, 117, 140, 170, 200])
@pytest.mark.parametrize("disabled", [False, True])
def test_a_chip_always_shows_some_of_its_label(qtbot: QtBot, width_px: int, disabled: bool) -> None:
    options = ("Sales and marketing", "Depot and storage")
    tried = Tried(qtbot, options, {"options": options, "width": width_px, "disabled": disabled})
    one, other = tried.chips
    qtbot.waitUntil(lambda: tried.field.width() == width_px)
    assert one.grab().toImage() != other.grab().toImage()
    inside = tried.field.rect()
    signs = [sign for sign in tried.field.findChildren(QToolButton) if sign.isVisible()]
    for chip in tried.chips:
        place = chip.rect().translated(chip.mapTo(tried.field, QPoint()))
        assert inside.contains(place)
        assert not any(sign.geometry().intersects(place) for sign in signs)


def test_a_long_chip_leaves_no_empty_line_below_it(qtbot: QtBot) -> None:
    options = ("a name that is far too long for one line of the field " * 3, "x")
    low = Tried(qtbot, ("x",), {"options": options}).field.height()
    assert Tried(qtbot, options[:1], {"options": options}).field.height() == low
