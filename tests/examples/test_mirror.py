"""Two text boxes show the same, whichever one types into."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def test_each_box_writes_into_the_other(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/mirror.py")
    window.find(key="left").type("Ada").press("Return").wait()
    assert window.find(key="right").shown_text == "Ada"
    window.find(key="right").clear().type("Grace").press("Return").wait()
    assert window.find(key="left").shown_text == "Grace"


def test_the_cursor_stays_in_the_box_that_one_types_into(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/mirror.py")
    window.find(key="left").type("Ada").press("Return").wait()
    window.find(key="left").press("End").type("!").press("Return").wait()
    assert window.find(key="left").has_focus()
    assert window.find(key="right").shown_text == "Ada!"
