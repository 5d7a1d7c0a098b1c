"""A field with something wrong in it looks so, whatever else is the case."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from deskstate.core.properties import inputs
from deskstate_widgets.house_sheet import house_sheet
from deskstate_widgets.kinds.number_input import NumberInput
from deskstate_widgets.kinds.selectbox import Selectbox
from deskstate_widgets.kinds.text_area import TextArea
from deskstate_widgets.kinds.text_input import TextInput
from deskstate_widgets.look.palette import palette
from deskstate_widgets.look.tokens import DARK, LIGHT, Tokens
from tests.widgets.behaviours import Specimen
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KINDS = {
    "text": Specimen(TextInput, inputs.TextInput("It", required=True), ("",)),
    "password": Specimen(TextInput, inputs.TextInput("It", required=True, type="password"), ("",)),
    "area": Specimen(TextArea, inputs.TextArea("It", required=True), ("",)),
    "number": Specimen(NumberInput, inputs.NumberInput("It", required=True, clearable=True), (None,)),
    "select": Specimen(Selectbox, inputs.Selectbox("It", options=("a",), required=True), (None,)),
}


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest, qapp: QApplication) -> Generator[Tokens]:
    """Both themes."""
    made: Tokens = request.param
    qapp.setPalette(palette(made))
    qapp.setStyleSheet(house_sheet(made))
    yield made
    qapp.setPalette(palette(LIGHT))
    qapp.setStyleSheet(house_sheet(LIGHT))


def edge_of(control: QWidget) -> QColor:
    """The colour of its upper edge."""
    QApplication.processEvents()
    return control.grab().toImage().pixelColor(control.width() // 2, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_its_edge_is_red_also_under_the_mouse_and_with_the_focus(qtbot: QtBot, tokens: Tokens, kind: str) -> None:
    native, _ = KINDS[kind].make()
    stand = show(qtbot, native)
    control: QWidget = part(native, QPlainTextEdit if kind == "area" else QLineEdit)
    red = QColor(tokens.hues["red"].solid)
    assert edge_of(control) != red
    native.show_problem()
    assert edge_of(control) == red
    control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    assert edge_of(control) == red
    native.focus()
    assert edge_of(control) == red
    control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert edge_of(control) == red
    thick = control.grab().toImage()
    assert thick.pixelColor(control.width() // 2, 1) == red, "the focus can be seen as well"
    assert stand.isVisible()


def test_while_it_is_disabled_it_is_not_red(qtbot: QtBot, tokens: Tokens) -> None:
    native, _ = KINDS["text"].make()
    stand = show(qtbot, native)
    native.show_problem()
    native.update(KINDS["text"].with_changes(disabled=True), KINDS["text"].properties)
    assert edge_of(part(native, QLineEdit)) == QColor(tokens.border)
    assert stand.isVisible()


def test_what_is_right_again_is_not_red(qtbot: QtBot, tokens: Tokens) -> None:
    native, _ = KINDS["text"].make()
    show(qtbot, native)
    native.show_problem()
    native.focus()
    QTest.keyClick(part(native, QLineEdit), Qt.Key.Key_A)
    assert edge_of(part(native, QLineEdit)) == QColor(tokens.focus)
