"""A result that took a while stays while something else changes."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def test_the_result_stays_while_another_slider_moves(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/computed.py")
    window.find(label="Compute").click()
    window.wait_for(lambda: window.shows("Computing…"))
    window.wait()
    assert window.shows("1 + 2 + … + 30")
    assert not window.shows("Computing…")
    window.find(label="How do you like it?").press("Right").wait()
    assert window.shows("★★★★☆")
    assert window.shows("1 + 2 + … + 30")


def test_the_result_is_that_of_the_last_computation(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/computed.py")
    window.find(label="Compute").click().wait()
    window.find(label="Number").press("Home").wait()
    assert window.shows("1 + 2 + … + 30")
    window.find(label="Compute").click().wait()
    assert window.shows("1 + 2 + … + 2")
