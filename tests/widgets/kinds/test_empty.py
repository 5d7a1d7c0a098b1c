"""A place without anything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskstate.core.properties.layout import Container
from deskstate.core.properties.status import Empty as Record
from deskstate_widgets.kinds.empty import Empty
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.children import Window, block, empty, holder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Empty, Record())


def test_it_takes_neither_space_nor_a_gap(qtbot: QtBot) -> None:
    above, below = block(20), block(20)
    window = Window(qtbot, holder(Container(), [above, empty(), below]))
    assert window.place(below)[1] == window.place(above)[1] + 20 + 16
