"""`ds.radio` in a window: one of few, with the mouse and with the arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from deskstate.core.properties import inputs
from deskstate.core.properties.namesake import told_apart
from deskstate.testing.window import AppWindow
from deskstate_widgets.choices.radios import RadioBox
from deskstate_widgets.kinds.radio import Radio
from tests.widgets.behaviours import (
    Specimen,
    test_a_collapsed_label_takes_no_space_and_a_hidden_one_does,
    test_a_disabled_one_refuses_keys_and_clicks,
    test_an_update_keeps_the_focus_and_is_not_reported,
    test_it_dies_when_it_is_removed,
    test_it_is_disabled_and_enabled_by_an_update,
    test_showing_a_value_is_not_reported,
    test_tab_goes_into_it_and_out_again,
    test_the_wheel_changes_nothing,
)
from tests.widgets.hosts import show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

__all__ = [  # behaviours that are tried here too
    "test_a_collapsed_label_takes_no_space_and_a_hidden_one_does",
    "test_a_disabled_one_refuses_keys_and_clicks",
    "test_an_update_keeps_the_focus_and_is_not_reported",
    "test_it_dies_when_it_is_removed",
    "test_it_is_disabled_and_enabled_by_an_update",
    "test_showing_a_value_is_not_reported",
    "test_tab_goes_into_it_and_out_again",
    "test_the_wheel_changes_nothing",
]

SIZES = ("Small", "Medium", "Large")
KEY = Qt.Key


@pytest.fixture(params=[False, True], ids=["vertical", "horizontal"])
def specimen(request: pytest.FixtureRequest) -> Specimen:
    return Specimen(
        Radio,
        inputs.Radio("Size", options=SIZES, horizontal=request.param),
        ("Medium", "Large", None),
        changes={"captions": ("s", "m", "l"), "options": SIZES[:2], "horizontal": not request.param, "width": 200},
    )


class Tried:
    """A radio in a window, and what a person sees of it."""

    def __init__(self, qtbot: QtBot, value: str | None = "Medium", width_px: int = 400, **properties: object) -> None:
        record = msgspec.structs.replace(inputs.Radio("Size", options=SIZES), **properties)
        self.specimen = Specimen(Radio, record, (value,))
        self.native, self.host = self.specimen.make()
        self.stand = show(qtbot, self.native, width_px)

    @property
    def buttons(self) -> list[QRadioButton]:
        return [button for button in self.native.widget.findChildren(QRadioButton) if button.isVisible()]

    @property
    def tops(self) -> list[int]:
        """Upper edge of each option on the screen."""
        return [button.mapToGlobal(QPoint()).y() for button in self.buttons]

    @property
    def on(self) -> list[str]:
        return [button.accessibleName() for button in self.buttons if button.isChecked()]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    def update(self, **changes: object) -> None:
        self.native.update(self.specimen.with_changes(**changes), self.specimen.properties)


@pytest.mark.parametrize("horizontal", [False, True])
def test_a_click_anywhere_on_an_option_commits_it(qtbot: QtBot, horizontal: bool) -> None:
    tried = Tried(qtbot, horizontal=horizontal, captions=("36", "38", "40"))
    large = tried.buttons[2]
    QTest.mouseClick(large, Qt.MouseButton.LeftButton, pos=large.rect().bottomRight())
    assert tried.host.calls == [("commit", "Large")]
    assert tried.on == ["Large"]


def test_a_click_on_the_one_that_is_on_reports_nothing(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    QTest.mouseClick(tried.buttons[1], Qt.MouseButton.LeftButton)
    assert tried.host.calls == []


@pytest.mark.parametrize("horizontal", [False, True])
def test_arrow_keys_move_and_commit(qtbot: QtBot, horizontal: bool) -> None:
    tried = Tried(qtbot, horizontal=horizontal)
    tried.native.focus()
    tried.press(KEY.Key_Down, KEY.Key_Left, KEY.Key_Up, KEY.Key_Up)
    assert tried.host.commits == ["Large", "Medium", "Small", "Large"]
    tried.press(KEY.Key_Right)
    assert tried.on == ["Small"]


def test_without_a_choice_nothing_is_on_and_space_chooses(qtbot: QtBot) -> None:
    tried = Tried(qtbot, None)
    assert tried.on == []
    tried.press(KEY.Key_Tab)
    assert tried.host.calls == []
    tried.press(KEY.Key_Space)
    assert tried.host.calls == [("commit", "Small")]


def test_the_script_may_take_the_choice_back(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.native.show_value(None)
    assert tried.on == []
    tried.native.show_value("Small")
    assert tried.on == ["Small"]


def test_tab_goes_to_the_one_that_is_on(qtbot: QtBot) -> None:
    tried = Tried(qtbot, "Large")
    tried.press(KEY.Key_Tab)
    assert tried.buttons[2].hasFocus()


def test_the_group_has_the_label_and_each_option_its_own_name(qtbot: QtBot) -> None:
    tried = Tried(qtbot, None, label="A *size*", help="Of the `shirt`", options=("**S**", "M"), captions=("*tiny*",))
    box = tried.native.widget.findChildren(RadioBox)[0]
    assert (box.accessibleName(), box.accessibleDescription()) == ("A size", "Of the shirt")
    assert [(one.accessibleName(), one.accessibleDescription()) for one in tried.buttons] == [("S", "tiny"), ("M", "")]


def test_options_come_and_go_and_the_choice_stays(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.update(options=("Medium", "Huge"))
    assert [button.accessibleName() for button in tried.buttons] == ["Medium", "Huge"]
    assert tried.on == ["Medium"]
    assert tried.host.calls == []


def test_of_options_labelled_alike_the_one_that_is_clicked_is_on(qtbot: QtBot) -> None:
    labels = told_apart(("a", "b", "a"))
    tried = Tried(qtbot, labels[2], options=labels)
    assert [button.isChecked() for button in tried.buttons] == [False, False, True]
    QTest.mouseClick(tried.buttons[0], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert tried.host.commits == [labels[0]]


def test_side_by_side_they_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    options = tuple(f"Option {number}" for number in range(8))
    tried = Tried(qtbot, None, 300, options=options, horizontal=True, width="stretch")
    assert len(set(tried.tops)) > 1
    assert tried.tops == sorted(tried.tops)
    box, last = tried.native.widget.findChildren(RadioBox)[0], tried.buttons[-1]
    qtbot.waitUntil(lambda: box.rect().contains(last.mapTo(box, last.rect().bottomRight())))


def test_they_turn_from_one_direction_to_the_other(qtbot: QtBot) -> None:
    tried = Tried(qtbot)
    tried.update(horizontal=True)
    qtbot.waitUntil(lambda: len(set(tried.tops)) == 1)
    new = tried.specimen.with_changes(horizontal=True)
    tried.native.update(tried.specimen.properties, new)
    qtbot.waitUntil(lambda: len(set(tried.tops)) == 3)


LONG = "Which of these departments should receive the parcel that came this morning"


@pytest.mark.parametrize("label", [LONG, f"{LONG} with `code`", "Which"])
@pytest.mark.parametrize("options", ["horizontal=True", "horizontal=False", "width=200", "width='stretch'"])
def test_options_are_whole_however_long_the_label_is(
    app_window: Callable[..., AppWindow], label: str, options: str
) -> None:
    window = app_window(f"""
        import deskstate as ds
        for number in range(3):
            ds.radio({label!r}, ["Sales", "Depot"], key=number, help="help" if number else None, {options})
        ds.markdown("below " * 300)
    """)
    for width_px in (400, 760, 1200):
        window.window.resize(width_px, 800)
        window.idle()
        buttons = window.window.findChildren(QRadioButton)
        assert len(buttons) == 6
        assert all(button.visibleRegion().boundingRect() == button.rect() for button in buttons)
        assert all(button.height() >= button.sizeHint().height() for button in buttons)
