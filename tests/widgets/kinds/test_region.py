"""A part of the window that a script draws into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskstate.core.properties import layout
from deskstate_widgets.kinds.region import Region
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.children import Window, block, holder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Region, layout.Region("main"))


def test_what_it_holds_stands_one_below_another(qtbot: QtBot) -> None:
    above, below = block(20), block(20)
    window = Window(qtbot, holder(layout.Region("main"), [above, below]))
    assert window.place(below)[:2] == (window.place(above)[0], window.place(above)[1] + 20 + 16)


def test_the_root_is_told_when_it_gets_its_first_element() -> None:
    region = holder(layout.Region("sidebar"), [])
    asked: list[bool] = []
    region.host.relayout = lambda: asked.append(True)  # type: ignore[method-assign]
    region.widget()
    assert asked == []
    region.arrange([block(20)])
    assert asked == [True]
