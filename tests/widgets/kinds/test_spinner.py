"""Spinners: nothing for half a second, then a turning arc (rule 16.10)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from deskstate.core.properties.status import Spinner as Record
from deskstate_widgets.boxes.sizing import is_hidden
from deskstate_widgets.kinds.spinner import Spinner, duration
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Spinner, Record("Waiting", started_s=time.monotonic() - 5, show_time=True))


def said(spinner: Spinner) -> list[str]:
    return [label.text() for label in spinner.widget.findChildren(QLabel) if label.isVisible()]


def test_it_appears_half_a_second_after_its_block_was_entered(qtbot: QtBot) -> None:
    entered_s = time.monotonic()
    spinner = Spinner(Record("Waiting", started_s=entered_s), FakeHost())
    show(qtbot, spinner)
    assert is_hidden(spinner.widget)
    qtbot.waitUntil(spinner.widget.isVisible)
    assert time.monotonic() - entered_s >= 0.499
    assert said(spinner) == ["Waiting"]


def test_it_takes_no_space_before(qtbot: QtBot) -> None:
    spinner = Spinner(Record("Waiting", started_s=time.monotonic()), FakeHost())
    stand = show(qtbot, spinner)
    y_px = stand.elsewhere.y()
    qtbot.waitUntil(spinner.widget.isVisible)
    qtbot.waitUntil(lambda: stand.elsewhere.y() > y_px)
    assert y_px == spinner.widget.y()


def test_a_block_that_began_long_ago_shows_it_at_once(qtbot: QtBot) -> None:
    spinner = Spinner(Record("Waiting", started_s=time.monotonic() - 5), FakeHost())
    show(qtbot, spinner)
    qtbot.waitUntil(spinner.widget.isVisible, timeout=300)


def test_the_next_block_waits_again(qtbot: QtBot) -> None:
    old = Record("Waiting", started_s=time.monotonic() - 5)
    spinner = Spinner(old, FakeHost())
    show(qtbot, spinner)
    qtbot.waitUntil(spinner.widget.isVisible)
    spinner.update(Record("Waiting", started_s=time.monotonic()), old)
    assert is_hidden(spinner.widget)


def test_a_new_text_is_shown_at_once(qtbot: QtBot) -> None:
    old = Record("Waiting", started_s=time.monotonic() - 5)
    spinner = Spinner(old, FakeHost())
    show(qtbot, spinner)
    qtbot.waitUntil(spinner.widget.isVisible)
    spinner.update(Record("Still waiting", started_s=old.started_s), old)
    assert said(spinner) == ["Still waiting"]
    assert spinner.widget.accessibleName() == "Still waiting"


def test_the_clock_goes_on(qtbot: QtBot) -> None:
    spinner = Spinner(Record("Waiting", show_time=True, started_s=time.monotonic() - 5), FakeHost())
    show(qtbot, spinner)
    qtbot.waitUntil(spinner.widget.isVisible)
    before = said(spinner)
    assert before[1].startswith("(5.")
    qtbot.waitUntil(lambda: said(spinner) != before)
    spinner.close()
    stopped = said(spinner)
    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: said(spinner) != stopped, timeout=250)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.04, "(0.0 s)"), (59.9, "(59.9 s)"), (75.6, "(1 min 15 s)"), (3900, "(1 h 5 min)")]
)
def test_a_duration_is_told_in_fitting_units(seconds: float, text: str) -> None:
    assert duration(seconds) == text
