"""Native widgets are tried in the clothes that they wear in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from deskstate_widgets.house_sheet import house_sheet
from deskstate_widgets.look import tokens
from deskstate_widgets.look.fonts import ui_font
from deskstate_widgets.look.palette import palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="module", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Style, font, palette and style sheet as the application sets them, whatever tests of windows have left behind."""
    qapp.setStyle("Fusion")
    qapp.setFont(ui_font())
    qapp.setPalette(palette(tokens.LIGHT))
    qapp.setStyleSheet(house_sheet(tokens.LIGHT))


@pytest.fixture(autouse=True)
def _without_mouse(qapp: QApplication) -> None:
    """The mouse is where the test before has left it: what is shown there would be drawn as under the mouse."""
    QCursor.setPos(QPoint(50_000, 50_000))
    qapp.processEvents()
