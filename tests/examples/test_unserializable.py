"""A lambda in session_state is an error only for those who ask for it."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.runtime.options import Options
from deskstate.testing.window import AppWindow


def test_a_lambda_is_kept(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/unserializable.py")
    assert window.shows("42")


def test_with_the_option_it_is_an_error_that_names_the_key(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/unserializable.py", session_options=Options(enforce_serializable=True))
    assert window.shows("session_state['answer']")
