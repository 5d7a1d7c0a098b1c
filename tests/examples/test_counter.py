"""The counter counts, as fast as one clicks."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def test_it_counts(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/counter.py")
    assert window.shows("Count = 0")
    for count in (1, 2, 3):
        window.find(label="Increment").click().wait()
        assert window.shows(f"Count = {count}")


def test_the_space_bar_counts_too_and_the_focus_stays(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/counter.py")
    for _ in range(3):
        window.find(label="Increment").press("Space").wait()
    assert window.shows("Count = 3")
    assert window.find(label="Increment").has_focus()
