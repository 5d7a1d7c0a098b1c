"""A script folds and unfolds: what it asks for happens each time, what it goes on to say leaves people alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

BUTTONS = """
import deskstate as ds
s = ds.session_state
def say(word): s.word = word
"""
FOLDS = {
    "trigger": "word = ds.button('open')",
    "state": "if ds.button('open'): s.word = True\nif ds.button('close'): s.word = False\nword = s.get('word', False)",
    "callback": "ds.button('open', on_click=say, args=(True,))\nword = s.get('word', False)",
    "rerun": "if ds.button('open'):\n    s.word = True\n    ds.rerun()\nword = s.pop('word', False)",
    "drawn twice": (
        "if ds.button('open'):\n    s.word = True\n    ds.expander('Fold', False)\n    ds.rerun()\n"
        "word = s.pop('word', False)"
    ),
}


def is_open(window: AppWindow) -> bool:
    return window.find(text="inside").is_visible()


def toggle(window: AppWindow) -> None:
    """Open or close the expander by hand."""
    window.find(label="Fold").click().wait()


@pytest.mark.parametrize("key", ["", ", key='fold'"])
@pytest.mark.parametrize("how", FOLDS.values(), ids=FOLDS.keys())
def test_a_button_opens_an_expander_that_was_closed_by_hand_each_time(app_window: Open, how: str, key: str) -> None:
    """Rule 11.10."""
    window = app_window(BUTTONS + how + f"\nds.expander('Fold', word{key}).text('inside')\n")
    for _ in range(3):
        window.find(label="open").click().wait()
        assert is_open(window)
        toggle(window)
        assert not is_open(window)


def test_a_button_closes_an_expander_that_was_opened_by_hand_each_time(app_window: Open) -> None:
    window = app_window(BUTTONS + "ds.expander('Fold', not ds.button('close')).text('inside')\n")
    for _ in range(3):
        window.find(label="close").click().wait()
        assert not is_open(window)
        toggle(window)
        assert is_open(window)


def test_other_clicks_leave_alone_what_a_person_did_with_it(app_window: Open) -> None:
    """Rule 11.15."""
    window = app_window(
        BUTTONS + FOLDS["state"] + "\nds.button('other')\nds.text_input('Words')\n"
        "ds.expander('Fold', word).text('inside')\n"
    )
    window.find(label="open").click().wait()
    toggle(window)
    for _ in range(2):
        window.find(label="other").click().wait()
        window.find(label="Words").type("x").press("Return").wait()
        assert not is_open(window)


@pytest.mark.parametrize("word", [True, False])
def test_a_word_that_is_said_in_every_run_is_how_it_begins(app_window: Open, word: bool) -> None:
    """Rule 11.15."""
    window = app_window(f"import deskstate as ds\nds.button('other')\nds.expander('Fold', {word}).text('inside')\n")
    assert is_open(window) is word
    toggle(window)
    for _ in range(3):
        window.find(label="other").click().wait()
        assert is_open(window) is not word


def test_a_run_that_goes_on_for_ever_asks_once(app_window: Open) -> None:
    """Rule 15.3: it answers one click."""
    window = app_window(
        BUTTONS + "import time\nif ds.button('open'): s.word = True\nopened = s.get('word', False)\n"
        "ds.expander('Fold', opened).text('inside')\nds.text(f\"round {s.get('n', 0)}\")\n"
        "if opened and s.get('n', 0) < 200:\n    s.n = s.get('n', 0) + 1\n    time.sleep(0.01)\n    ds.rerun()\n"
    )
    window.find(label="open").click()
    window.wait_for(lambda: is_open(window))
    window.find(label="Fold").click()
    window.wait()
    assert not is_open(window)


@pytest.mark.parametrize("way", ["by state", "in a callback"])
def test_a_tracked_expander_is_folded_by_its_state_each_time(app_window: Open, way: str) -> None:
    back = "on_change=lambda: s.update(fold=False)" if way == "in a callback" else "on_change='rerun'"
    window = app_window(
        BUTTONS + f"ds.button('close', on_click=lambda: s.update(fold=False))\n"
        f"ds.expander('Fold', key='fold', {back}).text('inside')\n"
    )
    for _ in range(3):
        toggle(window)
        if way == "by state":
            assert is_open(window)
            window.find(label="close").click().wait()
        assert not is_open(window)


def test_tabs_are_opened_by_their_state_each_time(app_window: Open) -> None:
    window = app_window(
        BUTTONS + "ds.button('to b', on_click=lambda: s.update(tabs='b'))\n"
        "a, b = ds.tabs(['a', 'b'], key='tabs', on_change='rerun')\na.text('in a')\nb.text('in b')\n"
    )
    for _ in range(3):
        window.find(label="to b").click().wait()
        assert window.find(text="in b").is_visible()
        window.find(text="in a").widget  # noqa: B018 # this opens its tab
        window.wait()
        assert window.find(text="in a").is_visible()


# The sidebar


SIDEBAR = """
import deskstate as ds
s = ds.session_state
{how}
ds.button("other")
ds.sidebar.text("inside")
"""
CONFIG = {
    "now": "if ds.button('fold'): ds.set_page_config(initial_sidebar_state='collapsed')",
    "state": (
        "if ds.button('fold'): s.fold = True\n"
        "ds.set_page_config(initial_sidebar_state='collapsed' if s.get('fold') else 'expanded')"
    ),
}


def toggle_sidebar(window: AppWindow) -> None:
    """Press the button that is there for it."""
    names = ("Show sidebar", "Hide sidebar")
    buttons = window.window.findChildren(QToolButton)
    next(button for button in buttons if button.accessibleName() in names and button.isVisible()).click()


@pytest.mark.parametrize("between", [True, False])
@pytest.mark.parametrize("how", CONFIG.values(), ids=CONFIG.keys())
def test_a_button_folds_a_sidebar_that_was_unfolded_by_hand_each_time(
    app_window: Open, how: str, between: bool
) -> None:
    """Rule 22.6."""
    window = app_window(SIDEBAR.format(how=how), size=QSize(1200, 700))
    for _ in range(3):
        window.find(label="fold").click().wait()
        assert not window.find(text="inside").is_visible()
        if between:
            window.find(label="other").click().wait()
            assert not window.find(text="inside").is_visible(), "nobody has asked for it"
        toggle_sidebar(window)
        assert window.find(text="inside").is_visible()
        if between:
            window.find(label="other").click().wait()
            assert window.find(text="inside").is_visible()
