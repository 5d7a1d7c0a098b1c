"""Logging in takes the form away at once and brings more pages."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.core.properties.inputs import Radio
from deskstate.testing.window import AppWindow


def pages(window: AppWindow) -> tuple[str, ...]:
    record = window.find(label="Go to").live.properties
    assert isinstance(record, Radio)
    return record.options


def log_in(window: AppWindow, password: str) -> None:
    window.find(label="Name").type("Ada")
    window.find(label="Password").type(password).press("Return").wait()


def test_the_form_is_gone_after_one_submit_and_there_are_more_pages(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/login.py")
    assert pages(window) == ("Welcome",)
    log_in(window, "deskstate")
    assert not window.shows("Password")
    assert window.shows("Hello Ada, this is the page Welcome.")
    assert pages(window) == ("Welcome", "Reports", "Settings")


def test_a_wrong_password_is_told_once_and_both_fields_keep_their_text(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/login.py")
    log_in(window, "wrong")
    assert window.shows("This is not the password.")
    assert window.find(label="Name").shown_text == "Ada"
    assert window.find(label="Password").shown_text == "wrong"
    window.window.rerun()
    assert not window.wait().shows("This is not the password.")


def test_pages_are_turned_and_logging_out_brings_back_the_form(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/login.py")
    log_in(window, "deskstate")
    window.find(label="Go to").press("Down").wait()
    assert window.shows("Hello Ada, this is the page Reports.")
    window.find(label="Log out").click().wait()
    assert window.find(label="Password").is_visible()
    assert pages(window) == ("Welcome",)
