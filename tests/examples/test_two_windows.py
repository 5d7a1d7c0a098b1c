"""Two windows of one app have a state each."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.core.properties.text import Metric
from deskstate.testing.window import AppWindow


def clicks(window: AppWindow) -> str:
    record = window.find(label="Clicks in this window").live.properties
    assert isinstance(record, Metric)
    return record.body


def test_each_window_counts_its_own_clicks(app_window: Callable[..., AppWindow]) -> None:
    first = app_window("../../examples/two_windows.py")
    first.find(label="Click").click().wait()
    first.press("Ctrl+N")
    second = AppWindow(first.app, first.app.windows[1]).wait()
    assert (clicks(first), clicks(second)) == ("1", "0")
    for _ in range(2):
        second.find(label="Click").click().wait()
    assert (clicks(first), clicks(second)) == ("1", "2")


def test_the_other_window_lives_on_when_one_is_closed(app_window: Callable[..., AppWindow]) -> None:
    first = app_window("../../examples/two_windows.py")
    first.press("Ctrl+N")
    second = AppWindow(first.app, first.app.windows[1]).wait()
    first.close()
    second.find(label="Click").click().wait()
    assert clicks(second) == "1"
