"""A line across."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskstate.core.properties.text import Divider as Record
from deskstate_widgets.kinds.divider import Divider
from deskstate_widgets.look.tokens import LIGHT
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Divider, Record())


def test_a_hairline_goes_from_edge_to_edge(qtbot: QtBot) -> None:
    divider = Divider(Record(), FakeHost())
    show(qtbot, divider)
    image = divider.widget.grab().toImage()
    rows = [{image.pixelColor(x, y).name() for x in range(image.width())} for y in range(image.height())]
    assert [row for row in rows if row != {LIGHT.background}] == [{LIGHT.border}]
