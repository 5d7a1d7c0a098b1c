"""The page moves below a pointer that has pressed something: what is clicked then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from deskstate.testing.window import AppWindow
from tests.shell.clicks import KEEP, KEPT, LEFT, NO_KEY, press, release
from tests.shell.notices import notice

Open = Callable[..., AppWindow]

MOVING = (
    KEEP
    + """
words = ds.text_input("Words", "A")
if words == "B":
    for line in range(6):
        ds.info(f"line {line}")
"""
)
INPUTS = {
    "button": "ds.button('Go', on_click=keep)",
    "wide": "ds.button('**Go** for it, whatever comes', on_click=keep, key='Go')",
    "checkbox": "ds.checkbox('Go', on_change=keep)",
    "toggle": "ds.toggle('Go', on_change=keep)",
    "radio": "ds.radio('Go', ['one'], index=None, on_change=keep, label_visibility='collapsed')",
    "expander": "ds.expander('Go', on_change=keep)",
}


@pytest.mark.parametrize("line", INPUTS.values(), ids=INPUTS.keys())
def test_what_moves_away_from_a_pointer_that_stays_is_clicked(app_window: Open, line: str) -> None:
    window = app_window(MOVING + line + KEPT)
    window.find(label="Words").clear().type("B")
    place = press(window, "Go")
    window.wait()
    assert window.shows("line 5")
    release(window, place)
    window.wait()
    assert window.shows("kept: [()]")


def test_a_pointer_that_leaves_the_button_does_not_click_it(app_window: Open) -> None:
    window = app_window(MOVING + INPUTS["button"] + KEPT)
    window.find(label="Words").clear().type("B")
    place = press(window, "Go")
    window.wait()
    handle = window.window.windowHandle()
    QTest.mouseMove(handle, place + QPoint(300, 0))
    QTest.mouseRelease(handle, LEFT, NO_KEY, place + QPoint(300, 0))
    window.wait()
    assert window.shows("kept: None")


def test_a_button_that_takes_over_the_place_is_not_clicked(app_window: Open) -> None:
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if words == "A":
    ds.button("Send", on_click=keep, args=("send",))
ds.button("Delete", on_click=keep, args=("delete",))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    place = press(window, "Send")
    window.wait()
    release(window, place)
    window.wait()
    assert window.shows("kept: None")
    assert "“Send” was not pressed." in notice(window)


def test_a_button_that_moves_to_another_container_is_clicked_there(app_window: Open) -> None:
    """Rule 3.7."""
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
left, right = ds.columns(2)
(left if words == "A" else right).button("Send", on_click=keep, args=(words,))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    place = press(window, "Send")
    window.wait()
    release(window, place)
    window.wait()
    assert window.shows("kept: [('B',)]")
    assert notice(window) == ""
