"""The wizard keeps what was entered while its boxes come and go."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def to_the_city(window: AppWindow) -> None:
    window.find(label="Your name").type("Ada").press("Return").wait()
    window.find(label="Next").click().wait()


def test_the_answers_of_all_steps_are_in_the_summary(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/wizard.py")
    to_the_city(window)
    window.find(label="Where to").press("Down").press("Down").press("Return").wait()
    window.find(label="Next").click().wait()
    assert window.shows("Ada travels to Oslo.")


def test_going_back_shows_what_was_entered(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/wizard.py")
    to_the_city(window)
    window.find(label="Back").click().wait()
    assert window.find(label="Your name").shown_text == "Ada"


def test_no_step_is_left_without_an_answer(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/wizard.py")
    assert not window.find(label="Next").control.isEnabled()
    to_the_city(window)
    assert not window.find(label="Next").control.isEnabled()


def test_starting_again_forgets_the_answers(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/wizard.py")
    to_the_city(window)
    window.find(label="Where to").press("Down").press("Return").wait()
    window.find(label="Next").click().wait()
    window.find(label="Start again").click().wait()
    assert window.find(label="Your name").shown_text == ""
