"""Progress bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar

from deskstate.core.properties.status import Progress as Record
from deskstate_widgets.kinds.progress import Progress
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Progress, Record(60, "Working"))


def test_the_bar_shows_the_percentage(qtbot: QtBot) -> None:
    progress = Progress(Record(60), FakeHost())
    show(qtbot, progress)
    bar = part(progress, QProgressBar)
    assert bar.value() == 60
    assert bar.height() == 6
    progress.update(Record(61), Record(60))
    assert bar.value() == 61


def test_the_text_stands_above_the_bar_and_names_it(qtbot: QtBot) -> None:
    progress = Progress(Record(60, "Working **hard**"), FakeHost())
    show(qtbot, progress)
    assert part(progress, QLabel).y() < part(progress, QProgressBar).y()
    assert part(progress, QProgressBar).accessibleName() == "Working hard"


def test_the_text_comes_and_goes_with_an_update(qtbot: QtBot) -> None:
    bare, said = Record(60), Record(60, "Working")
    progress = Progress(bare, FakeHost())
    show(qtbot, progress)
    low_px = progress.widget.sizeHint().height()
    progress.update(said, bare)
    assert part(progress, QLabel).text() == "Working"
    assert progress.widget.sizeHint().height() > low_px
    progress.update(bare, said)
    assert progress.widget.sizeHint().height() == low_px
