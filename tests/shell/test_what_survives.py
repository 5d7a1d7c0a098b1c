"""What a person is at survives every rerun: focus, cursor, selection, half-typed text, scrolling, open parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

MOVING = """
import deskstate as ds
ds.session_state.setdefault("n", 0)
ds.session_state.n += 1
n = ds.session_state.n
for i in range(n % 3 * 2):
    ds.text_input(f"Above {i}")
ds.text_input("Name", "a long first text", key=KEY)
ds.text_area("Words", "several words here")
if n % 2:
    ds.text("a line between")
ds.number_input("Number", value=3)
ds.text(f"run {n}")
"""


@pytest.fixture(params=["'name'", "None"], ids=["with a key", "without a key"])
def moving(request: pytest.FixtureRequest, app_window: Open) -> AppWindow:
    """A page on which elements come and go above the inputs with each run."""
    return app_window(MOVING.replace("KEY", request.param))


def rerun(window: AppWindow, times: int = 1) -> None:
    for _ in range(times):
        window.press("F5").wait()


def line(window: AppWindow, label: str) -> QLineEdit:
    control = window.find(label=label).control
    assert isinstance(control, QLineEdit)
    return control


def test_focus_and_cursor_survive_reruns(moving: AppWindow) -> None:
    """Shows rule 11.15, rule 25.3."""
    moving.find(label="Name").focus()
    line(moving, "Name").setCursorPosition(6)
    for _ in range(4):
        rerun(moving)
        assert moving.find(label="Name").has_focus()
        assert line(moving, "Name").cursorPosition() == 6


def test_a_text_selection_survives_reruns(moving: AppWindow) -> None:
    moving.find(label="Name").focus()
    line(moving, "Name").setSelection(2, 4)
    rerun(moving, 3)
    assert line(moving, "Name").selectedText() == "long"


def test_text_that_is_being_typed_survives_reruns(moving: AppWindow) -> None:
    """Shows rule 11.15, rule 25.3."""
    moving.find(label="Name").clear().type("half")
    rerun_by_timer(moving)
    assert line(moving, "Name").text() == "half"
    moving.find(label="Name").type(" done")
    assert line(moving, "Name").text() == "half done"


def rerun_by_timer(window: AppWindow) -> None:
    """A rerun that nobody's hand caused, as by a saved file."""
    before = window.find(text="run ").text
    window.window.rerun()
    window.wait().wait_for(lambda: window.find(text="run ").text != before)


def test_a_cursor_in_a_text_area_survives_reruns(moving: AppWindow) -> None:
    area = moving.find(label="Words").focus()
    control = area.control
    assert isinstance(control, QPlainTextEdit)
    for _ in range(3):
        moving.press("Ctrl+Home").press("Right").press("Right").press("Shift+Right")
        rerun(moving)
        control = moving.find(label="Words").control
        assert isinstance(control, QPlainTextEdit)
        assert control.hasFocus()
        assert control.textCursor().selectedText() == "v"


def test_a_half_typed_number_survives_reruns(moving: AppWindow) -> None:
    moving.find(label="Number").clear().type("12")
    rerun_by_timer(moving)
    assert line(moving, "Number").text() == "12"


def test_the_scroll_position_survives_reruns(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("n", 0)
        ds.session_state.n += 1
        for i in range(120):
            ds.text(f"line {i} of run {ds.session_state.n}")
    """)
    window.scroll(6)
    area = window.window.findChild(QScrollArea)
    assert area is not None
    at = area.verticalScrollBar().value()
    assert at > 0
    rerun(window, 2)
    assert area.verticalScrollBar().value() == at


def test_open_expanders_and_tabs_survive_reruns(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("n", 0)
        ds.session_state.n += 1
        for i in range(ds.session_state.n % 3):
            ds.text(f"above {i}")
        with ds.expander("More"):
            ds.text("inside the expander")
        first, second = ds.tabs(["First", "Second"])
        first.text("inside the first")
        second.text("inside the second")
    """)
    window.find(label="More").click()
    window.find(label="Second").click()
    for _ in range(3):
        assert window.find(text="inside the expander").is_visible()
        assert window.find(text="inside the second").is_visible()
        assert not window.find(text="inside the first").is_visible()
        rerun(window)


def test_an_input_keeps_focus_and_text_when_it_moves_to_another_container(app_window: Open) -> None:
    """rule 3.7"""
    window = app_window("""
        import deskstate as ds
        ds.session_state.setdefault("n", 0)
        ds.session_state.n += 1
        left, right = ds.columns(2)
        place = left if ds.session_state.n % 2 else right
        place.text_input("Name", key="name")
        ds.text(f"run {ds.session_state.n}")
    """)
    window.find(label="Name").type("half a word")
    line(window, "Name").setCursorPosition(4)
    rerun_by_timer(window)
    assert window.find(label="Name").has_focus()
    assert line(window, "Name").text() == "half a word"
    assert line(window, "Name").cursorPosition() == 4
