"""Each error is told in the window, which lives on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskstate.core.properties.status import Traceback
from deskstate.testing.window import AppWindow


def choose(window: AppWindow, place: int) -> None:
    """Choose the error at a place of the list, counted from 0."""
    field = window.find(label="Error").press("Down").press("Home")
    for _ in range(place):
        field.press("Down")
    field.press("Return").wait()


@pytest.mark.parametrize(("place", "said"), [(1, "missing"), (2, "'name'"), (3, "'go'"), (5, "division by zero")])
def test_an_error_is_told_and_gone_with_the_next_choice(
    app_window: Callable[..., AppWindow], place: int, said: str
) -> None:
    window = app_window("../../examples/errors.py")
    choose(window, place)
    shown = [live.properties for live in window.lives() if isinstance(live.properties, Traceback)]
    assert len(shown) == 1
    assert said in shown[0].message
    choose(window, 0)
    assert not any(isinstance(live.properties, Traceback) for live in window.lives())


def test_a_value_in_session_state_wins_over_the_default(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/errors.py")
    choose(window, 4)
    assert window.find(label="Age").value == (40,)
