"""The switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.toggle import Toggle
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Toggle, inputs.Toggle(label="Milk"), (False, True), changes={"width": "stretch"})


def test_clicks_and_the_space_bar_switch_it(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    at = QPoint(native.widget.width() - 4, native.widget.height() // 2)
    QTest.mouseClick(native.widget, Qt.MouseButton.LeftButton, pos=at)
    native.focus()
    QTest.keyClick(native.widget, Qt.Key.Key_Space)
    assert host.commits == [True, False]


def test_the_knob_stands_where_it_belongs_when_it_has_slid_over(qtbot: QtBot, specimen: Specimen) -> None:
    by_hand, _ = specimen.make()
    by_script, _ = specimen.make()
    stands = [show(qtbot, by_hand), show(qtbot, by_script)]
    QTest.mouseClick(by_hand.widget, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    by_script.show_value(True)
    for stand in stands:
        stand.elsewhere.setFocus()
    qtbot.waitUntil(lambda: by_hand.widget.grab().toImage() == by_script.widget.grab().toImage(), timeout=2000)


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)
