"""Forgetting one entry, each, or everything brings back the defaults."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskstate.testing.window import AppWindow


def filled(app_window: Callable[..., AppWindow]) -> AppWindow:
    window = app_window("../../examples/reset.py")
    window.find(key="color").press("Down").press("Down").press("Return").wait()
    window.find(key="name").type("Ada").press("Return").wait()
    assert window.find(key="color").value == "green"
    return window


def test_one_entry_is_forgotten_and_the_others_stay(app_window: Callable[..., AppWindow]) -> None:
    window = filled(app_window)
    window.find(label="Forget the colour").click().wait()
    assert window.find(key="color").value == "red"
    assert window.find(key="name").shown_text == "Ada"


@pytest.mark.parametrize("button", ["Forget each", "Clear"])
def test_everything_is_forgotten(app_window: Callable[..., AppWindow], button: str) -> None:
    window = filled(app_window)
    window.find(label=button).click().wait()
    assert window.find(key="color").value == "red"
    assert window.find(key="name").shown_text == ""
    assert window.window.session.state.read("visits") == 1
