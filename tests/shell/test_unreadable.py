"""A source file that cannot be read for a while, and comes back as it was: nothing of that stays in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from deskstate.shell.application import Reload
from deskstate.shell.overlay import NoticeCard
from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

SCRIPT = """
import deskstate as ds
state = ds.session_state
state.setdefault("calls", 0)
def count():
    state.calls += 1
n = ds.text_input("N", "6")
ds.button("Count", on_click=count)
pressed = ds.button("Press")
ds.text(f"n {n}, {state.calls} calls, pressed {pressed}")
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "app.py"
    path.parent.mkdir()
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def said(window: AppWindow) -> str:
    """What the window says over the page; "" when it says nothing."""
    found = window.window.findChild(NoticeCard)
    if found is None or found.isHidden():
        return ""
    return " ".join(label.text() for label in found.findChildren(QLabel))


def enter(window: AppWindow, text: str) -> None:
    window.find(label="N").clear().type(text).press("Return").wait()


def move_away(script: Path) -> None:
    script.rename(script.with_suffix(".away"))


def put_back(script: Path) -> None:
    script.with_suffix(".away").rename(script)


def put_folder_in_place(script: Path) -> None:
    move_away(script)
    script.mkdir()


def take_folder_away(script: Path) -> None:
    script.rmdir()
    put_back(script)


def spoil(script: Path) -> None:
    script.write_bytes(SCRIPT.replace("N", "Größe").encode("latin-1"))


def write_again(script: Path) -> None:
    script.write_text(SCRIPT, encoding="utf-8")


def replace_by_new_file(script: Path) -> None:
    new = script.with_suffix(".new")
    new.write_text(SCRIPT, encoding="utf-8")
    new.replace(script)


def rename_home(script: Path) -> None:
    script.parent.rename(script.parent.with_name("elsewhere"))


def rename_home_back(script: Path) -> None:
    script.parent.with_name("elsewhere").rename(script.parent)


def delete_home(script: Path) -> None:
    shutil.rmtree(script.parent)


def make_home_anew(script: Path) -> None:
    script.parent.mkdir()
    script.write_text(SCRIPT, encoding="utf-8")


UNDONE = [
    pytest.param(move_away, put_back, id="renamed"),
    pytest.param(Path.unlink, write_again, id="deleted"),
    pytest.param(put_folder_in_place, take_folder_away, id="a folder in its place"),
    pytest.param(spoil, write_again, id="another encoding"),
    pytest.param(spoil, replace_by_new_file, id="another encoding, saved by a rename"),
    pytest.param(rename_home, rename_home_back, id="folder renamed"),
    pytest.param(delete_home, make_home_anew, id="folder deleted"),
]


@pytest.mark.parametrize("reload", Reload)
@pytest.mark.parametrize(("take_away", "bring_back"), UNDONE)
def test_what_was_entered_meanwhile_is_answered_when_the_script_is_as_it_was(
    app_window: Open,
    script: Path,
    take_away: Callable[[Path], object],
    bring_back: Callable[[Path], object],
    reload: Reload,
) -> None:
    """rule 18.5"""
    window = app_window(script, reload=reload)
    take_away(script)
    enter(window, "7")
    window.wait_for(lambda: said(window) != "")
    assert window.shows("n 6, 0 calls")
    bring_back(script)
    window.wait_for(lambda: window.shows("n 7, 0 calls") and said(window) == "")


def test_clicks_are_answered_once_when_the_script_is_as_it_was(app_window: Open, script: Path) -> None:
    """rule 18.5"""
    window = app_window(script, reload=Reload.AT_ONCE)
    move_away(script)
    window.find(label="Count").click().wait()
    enter(window, "7")
    window.find(label="Press").click().wait()
    put_back(script)
    window.wait_for(lambda: window.shows("n 7, 1 calls, pressed True"))
    enter(window, "8")
    assert window.shows("n 8, 1 calls, pressed False")


def test_a_script_that_was_away_while_nobody_did_anything_is_not_run_again(app_window: Open, script: Path) -> None:
    """rule 18.1"""
    script.write_text(SCRIPT + "state.runs = state.get('runs', 0) + 1\nds.text(f'run {state.runs}')\n")
    window = app_window(script, reload=Reload.AT_ONCE)
    move_away(script)
    window.idle(150)
    put_back(script)
    window.idle(300)
    assert window.shows("run 1")


def test_a_half_saved_script_that_ran_is_forgotten_when_it_is_as_it_was(app_window: Open, script: Path) -> None:
    """rule 18.1"""
    window = app_window(script, reload=Reload.AT_ONCE)
    enter(window, "7")
    script.write_text(SCRIPT.partition("def count")[0] + "ds.text('half')\n", encoding="utf-8")
    window.window.rerun()
    window.wait()
    assert window.shows("half")
    script.write_text(SCRIPT, encoding="utf-8")
    window.wait_for(lambda: window.shows("calls") and not window.shows("half"))


def test_a_folder_that_took_the_place_of_another_is_watched(app_window: Open, script: Path) -> None:
    """rule 18.1"""
    window = app_window(script, reload=Reload.AT_ONCE)
    rename_home(script)
    script.parent.mkdir()
    script.write_text(SCRIPT.replace("calls, ", "calls in the new folder, "), encoding="utf-8")
    window.wait_for(lambda: window.shows("in the new folder"))
    script.write_text(SCRIPT.replace("calls, ", "calls after a save, "), encoding="utf-8")
    window.wait_for(lambda: window.shows("after a save"))


def test_all_windows_answer_when_the_script_is_as_it_was(app_window: Open, script: Path) -> None:
    """rule 18.5"""
    window = app_window(script, reload=Reload.AT_ONCE)
    other = AppWindow(window.app, window.app.open_window()).wait()
    move_away(script)
    enter(window, "7")
    enter(other, "8")
    put_back(script)
    window.wait_for(lambda: window.shows("n 7") and said(window) == "")
    other.wait_for(lambda: other.shows("n 8") and said(other) == "")


def test_the_window_asks_first_when_the_script_came_back_changed(app_window: Open, script: Path) -> None:
    """rule 18.3"""
    window = app_window(script, reload=Reload.ASK)
    move_away(script)
    enter(window, "7")
    script.write_text(SCRIPT.replace("calls, ", "new calls, "), encoding="utf-8")
    window.wait_for(lambda: "has changed" in said(window))
    assert window.shows("n 6, 0 calls")


def test_a_window_that_never_had_a_script_to_run_closes_at_once(app_window: Open, script: Path) -> None:
    script.write_text("if True\n", encoding="utf-8")
    window = app_window(script, reload=Reload.AT_ONCE)
    assert "SyntaxError" in said(window)
    window.close()
    window.wait_for(lambda: not window.app.windows, 1.0)
