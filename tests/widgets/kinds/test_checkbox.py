"""The check box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.checkbox import Checkbox
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "I have read all of this, I agree to most of it, and I will say so whenever somebody asks me"


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Checkbox, inputs.Checkbox(label="Milk"), (False, True), changes={"width": "stretch"})


@pytest.mark.parametrize("label", ["Milk", "Milk of **cows**", "[Milk](https://example.com) of cows", LONG])
def test_a_click_on_the_label_is_a_click_on_the_box(qtbot: QtBot, specimen: Specimen, label: str) -> None:
    native, host = specimen.make(label=label)
    show(qtbot, native)
    at = QPoint(native.widget.width() - 4, native.widget.height() // 2)
    for _ in range(2):
        target = native.widget.childAt(at) or native.widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(native.widget, at))
    assert host.commits == [True, False]


def test_space_switches_it(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    QTest.keyClick(native.widget, Qt.Key.Key_Space)
    assert host.commits == [True]


def test_a_number_from_the_script_is_shown_as_truth(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.show_value(5)
    assert isinstance(native.widget, QCheckBox)
    assert native.widget.isChecked()
    assert host.calls == []


def test_a_long_label_wraps(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label=LONG)
    show(qtbot, native, width_px=260)
    label = part(native, QLabel)
    assert label.height() > 2 * label.fontMetrics().height()
    assert native.widget.width() <= 260


def test_a_label_in_one_line_ends_in_an_ellipsis_and_tells_all_of_it_as_a_tool_tip(
    qtbot: QtBot, specimen: Specimen
) -> None:
    native, _ = specimen.make(label=LONG, wrap=False)
    show(qtbot, native, width_px=260)
    label = part(native, QLabel)
    assert label.text().endswith("…")
    QTest.mouseMove(native.widget, QPoint(5, 5))
    qtbot.waitUntil(lambda: native.widget.toolTip() == LONG)
    assert label.height() < 2 * label.fontMetrics().height()


def test_it_is_as_wide_as_its_label_in_one_line(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label=LONG)
    label = part(native, QLabel)
    assert native.widget.sizeHint().width() > label.fontMetrics().horizontalAdvance(LONG)


def test_it_changes_between_a_plain_and_a_rich_label(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    show(qtbot, native)
    plain_px = native.widget.sizeHint().width()
    rich = specimen.with_changes(label="Milk of **cows**", help="Fresh")
    native.update(rich, specimen.properties)
    assert native.widget.sizeHint().width() > plain_px
    native.update(specimen.properties, rich)
    qtbot.waitUntil(lambda: not native.widget.findChildren(QLabel))
    assert native.widget.sizeHint().width() == plain_px


def test_a_link_in_the_label_can_be_followed(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(label="[Terms](https://example.com)")
    show(qtbot, native)
    label = part(native, QLabel)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(10, label.height() // 2))
    assert host.links == ["https://example.com"]
    assert host.commits == []


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)


@pytest.mark.parametrize("before", ["visible", "hidden"])
def test_a_hidden_label_that_was_in_a_narrow_place_takes_no_more_height_than_another(
    qtbot: QtBot, specimen: Specimen, before: str
) -> None:
    native, _ = specimen.make(label=LONG, label_visibility=before)
    show(qtbot, native, width_px=40)
    old = specimen.with_changes(label=LONG, label_visibility=before)
    native.update(specimen.with_changes(label=LONG + "!", label_visibility="hidden"), old)
    native.widget.resize(440, 40)
    fresh, _ = specimen.make(label=LONG + "!", label_visibility="hidden")
    show(qtbot, fresh, width_px=440)
    assert native.widget.heightForWidth(440) == fresh.widget.heightForWidth(440)
