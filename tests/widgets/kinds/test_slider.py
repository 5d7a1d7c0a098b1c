"""The slider."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskstate.core.properties import inputs
from deskstate_widgets.kinds.slider import Slider, words_for
from deskstate_widgets.sliders.track import Track
from deskstate_widgets.values.dates import format_moment
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import part, show
from tests.widgets.ink import TOUCHED, ink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from deskstate_widgets.native import Native

DAY = 86_400_000_000


@pytest.fixture
def specimen() -> Specimen:
    changes = {"maximum": 200, "step": 5, "format": "dollar", "data_type": "int"}
    return Specimen(Slider, inputs.Slider(label="Age"), ((40,), (0,), (100,)), changes=changes)


@pytest.fixture
def ranged() -> Specimen:
    return Specimen(Slider, inputs.Slider(label="Ages"), ((20, 60),), stops=2)


def track_of(native: Native[inputs.Slider]) -> Track:
    return part(native, Track)


def place(native: Native[inputs.Slider], fraction: float) -> QPoint:
    """Where on the track a value stands that is so far on the way."""
    track = track_of(native)
    return QPoint(round(8 + fraction * (track.width() - 16)), 28)


def drag(native: Native[inputs.Slider], start: float, *stops: float) -> None:
    """Press at one place, move over the others, and let go at the last."""
    track = track_of(native)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place(native, start))
    for stop in stops:
        QTest.mouseMove(track, place(native, stop))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place(native, stops[-1]))


def test_dragging_drafts_each_value_and_commits_when_the_handle_is_let_go(qtbot: QtBot, specimen: Specimen) -> None:
    """Shows rule 21.18."""
    native, host = specimen.make()
    show(qtbot, native)
    drag(native, 0.4, 0.5, 0.7, 0.6)
    assert host.calls == [("draft", (50,)), ("draft", (70,)), ("draft", (60,)), ("commit", (60,))]


def test_a_drag_back_to_the_start_commits_nothing(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    drag(native, 0.4, 0.9, 0.4)
    assert host.commits == []


def test_a_click_on_the_track_moves_the_handle_there(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    QTest.mouseClick(track_of(native), Qt.MouseButton.LeftButton, pos=place(native, 0.8))
    assert host.commits == [(80,)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 41),
        (Qt.Key.Key_Up, 41),
        (Qt.Key.Key_Left, 39),
        (Qt.Key.Key_Down, 39),
        (Qt.Key.Key_PageUp, 50),
        (Qt.Key.Key_PageDown, 30),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_keys_move_the_handle_and_commit(qtbot: QtBot, specimen: Specimen, key: Qt.Key, value: int) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    QTest.keyClick(track_of(native), key)
    assert host.commits == [(value,)]


def test_keys_at_an_end_commit_nothing(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    native.show_value((100,))
    show(qtbot, native)
    native.focus()
    QTest.keyClick(track_of(native), Qt.Key.Key_Right)
    QTest.keyClick(track_of(native), Qt.Key.Key_End)
    assert host.calls == []


def test_the_nearest_handle_of_a_range_moves(qtbot: QtBot, ranged: Specimen) -> None:
    native, host = ranged.make()
    show(qtbot, native)
    QTest.mouseClick(track_of(native), Qt.MouseButton.LeftButton, pos=place(native, 0.3))
    QTest.mouseClick(track_of(native), Qt.MouseButton.LeftButton, pos=place(native, 0.9))
    assert host.commits == [(30, 60), (30, 90)]


def test_the_handles_of_a_range_never_cross(qtbot: QtBot, ranged: Specimen) -> None:
    native, host = ranged.make()
    show(qtbot, native)
    drag(native, 0.2, 0.5, 0.9)
    assert host.commits == [(60, 60)]


def test_two_handles_at_one_place_part_in_the_direction_of_the_drag(qtbot: QtBot, ranged: Specimen) -> None:
    for stop, values in ((0.2, (20, 50)), (0.8, (50, 80))):
        native, host = ranged.make()
        native.show_value((50, 50))
        show(qtbot, native)
        drag(native, 0.5, stop)
        assert host.commits == [values]


def test_tab_reaches_each_handle_of_a_range(qtbot: QtBot, ranged: Specimen) -> None:
    native, host = ranged.make()
    stand = show(qtbot, native)
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_Tab)
    track = track_of(native)
    QTest.keyClick(track, Qt.Key.Key_Right)
    QTest.keyClick(track, Qt.Key.Key_Tab)
    QTest.keyClick(track, Qt.Key.Key_Left)
    QTest.keyClick(track, Qt.Key.Key_Backtab)
    QTest.keyClick(track, Qt.Key.Key_Right)
    QTest.keyClick(track, Qt.Key.Key_Backtab)
    assert host.commits == [(21, 60), (21, 59), (22, 59)]
    assert stand.elsewhere.hasFocus()


def test_steps_of_a_tenth_carry_no_dust(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(data_type="float", minimum=0.0, maximum=1.0, step=0.1, format="%.1f")
    native.show_value((0.0,))
    show(qtbot, native)
    native.focus()
    for _ in range(3):
        QTest.keyClick(track_of(native), Qt.Key.Key_Right)
    assert host.commits == [(0.1,), (0.2,), (0.3,)]


def test_numbers_beyond_32_bits_stay_exact(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(minimum=0, maximum=10**20, step=1)
    native.show_value((10**19 + 1,))
    show(qtbot, native)
    native.focus()
    QTest.keyClick(track_of(native), Qt.Key.Key_Right)
    assert host.commits == [(10**19 + 2,)]


def test_a_value_from_the_script_waits_while_a_handle_is_in_the_hand(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    track = track_of(native)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place(native, 0.4))
    QTest.mouseMove(track, place(native, 0.5))
    native.show_value((10,))
    assert track.values == (50,)
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place(native, 0.5))
    assert host.commits == [(50,)]


def test_that_value_is_shown_in_the_end_when_the_handle_was_not_moved(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    track = track_of(native)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place(native, 0.4))
    native.show_value((10,))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place(native, 0.4))
    assert track.values == (10,)
    assert host.calls == []


def test_a_key_that_is_held_down_drafts_and_commits_when_it_is_let_go(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    track = track_of(native)
    QTest.keyPress(track, Qt.Key.Key_Right)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(track, held)
    assert host.calls == [("commit", (41,)), ("draft", (42,)), ("draft", (43,)), ("draft", (44,))]
    QTest.keyRelease(track, Qt.Key.Key_Right)
    assert host.commits == [(41,), (44,)]


def test_a_range_becomes_one_value_and_back(qtbot: QtBot, ranged: Specimen) -> None:
    native, host = ranged.make()
    show(qtbot, native)
    native.focus()
    QTest.keyClick(track_of(native), Qt.Key.Key_Tab)
    native.show_value((50,))
    native.focus()
    QTest.keyClick(track_of(native), Qt.Key.Key_Right)
    native.show_value((10, 90))
    assert host.commits == [(51,)]
    assert track_of(native).values == (10, 90)


def test_assistive_tools_read_and_set_whole_numbers(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    track = track_of(native)
    assert (track.minimum(), track.value(), track.maximum()) == (0, 40, 100)
    track.setValue(41)
    assert host.commits == [(41,)]


@pytest.mark.parametrize(
    ("data_type", "format", "value", "words"),
    [
        ("int", "%d years", 42, "42 years"),
        ("float", "percent", 0.25, "25%"),
        ("date", "D MMM YYYY", 31 * DAY, "1 Feb 1970"),
        ("time", "HH:mm", DAY // 2, "12:00"),
        ("datetime", "YYYY-MM-DD HH:mm:ss", -1_000_000, "1969-12-31 23:59:59"),
    ],
)
def test_a_value_reads_as_its_type_and_format_say(data_type: str, format: str, value: float, words: str) -> None:
    assert words_for(data_type, format)(value) == words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("YYYY-MM-DD", "2024-03-02"),
        ("ddd ha", "Sat 8pm"),
        ("dddd, Do MMMM YY", "Saturday, 2nd March 24"),
        ("[week] W, [Q]Q", "week 9, Q1"),
        ("hh:mm:ss.SSS A", "08:05:09.012 PM"),
        ("L LT", "03/02/2024 8:05 PM"),
        ("iso8601", "2024-03-02T20:05:09.012000"),
        ("distance", "in 2 days"),
        ("calendar", "Saturday 20:05"),
    ],
)
def test_a_date_follows_its_pattern(pattern: str, words: str) -> None:
    moment = datetime(2024, 3, 2, 20, 5, 9, 12_000)
    assert format_moment(moment, pattern, now=datetime(2024, 2, 29, 20, 0)) == words


@pytest.mark.parametrize(
    ("day", "distance", "calendar"),
    [
        (28, "1 day ago", "Yesterday"),
        (29, "5 hours ago", "Today"),
        (22, "7 days ago", "2024-02-22"),
    ],
)
def test_near_days_have_names(day: int, distance: str, calendar: str) -> None:
    now = datetime(2024, 2, 29, 17, 0)
    assert format_moment(datetime(2024, 2, day, 12), "calendar", "date", now) == calendar
    assert format_moment(datetime(2024, 2, day, 12), "distance", "date", now) == distance


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)


def test_the_words_at_its_ends_are_flush_with_the_groove(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(minimum=0, maximum=10)
    native.show_value((5,))
    show(qtbot, native)
    track = track_of(native)
    third_px = track.width() // 3
    first = ink(track, QRect(0, 0, third_px, 18), least=TOUCHED)
    last = ink(track, QRect(2 * third_px, 0, track.width() - 2 * third_px, 18), least=TOUCHED)
    assert first.left() == 0
    assert last.right() == track.width() - 1
