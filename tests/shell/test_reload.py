"""A saved source file runs the app again, with its state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from deskstate.shell.application import Reload
from deskstate.shell.overlay import NoticeCard
from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

SCRIPT = """
import deskstate as ds
ds.session_state.setdefault("n", 0)
if ds.button("Count"):
    ds.session_state.n += 1
ds.text(f"old {ds.session_state.n}")
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "app.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def save(path: Path, source: str) -> None:
    """Save as many editors do: into a new file that takes the place of the old one."""
    new = path.with_suffix(".new")
    new.write_text(source, encoding="utf-8")
    new.replace(path)


def card(window: AppWindow) -> NoticeCard | None:
    """What the window says over the page; None when it says nothing."""
    found = window.window.findChild(NoticeCard)
    return None if found is None or found.isHidden() else found


def said(window: AppWindow) -> str:
    shown = card(window)
    return "" if shown is None else " ".join(label.text() for label in shown.findChildren(QLabel))


def test_saving_the_script_shows_the_new_one_and_keeps_the_state(app_window: Open, script: Path) -> None:
    """rules 18.1, 18.4"""
    window = app_window(script, reload=Reload.AT_ONCE)
    window.find(label="Count").click().wait()
    save(script, SCRIPT.replace("old", "new"))
    window.wait_for(lambda: window.shows("new 1"))
    script.write_text(SCRIPT.replace("old", "newest"), encoding="utf-8")
    window.wait_for(lambda: window.shows("newest 1"))


def test_saving_an_imported_module_runs_the_app_again(app_window: Open, script: Path, tmp_path: Path) -> None:
    """rule 18.2"""
    (tmp_path / "words_of_app.py").write_text("WORD = 'first'\n", encoding="utf-8")
    script.write_text(SCRIPT + "import words_of_app\nds.text(words_of_app.WORD)\n", encoding="utf-8")
    window = app_window(script, reload=Reload.AT_ONCE)
    window.find(label="Count").click().wait()
    save(tmp_path / "words_of_app.py", "WORD = 'a second one'\n")
    window.wait_for(lambda: window.shows("a second one"))
    assert window.shows("old 1")


def test_a_syntax_error_leaves_the_last_good_window_and_the_next_good_save_clears_it(
    app_window: Open, script: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """rule 18.5"""
    window = app_window(script, reload=Reload.AT_ONCE)
    window.find(label="Count").click().wait()
    save(script, SCRIPT + "if True\n")
    window.wait_for(lambda: said(window) != "")
    assert "SyntaxError" in said(window)
    assert "line 7" in said(window)
    assert "ast.py" not in said(window)
    assert window.shows("old 1")
    window.wait()
    save(script, SCRIPT.replace("old", "new"))
    window.wait_for(lambda: window.shows("new 1"))
    assert said(window) == ""
    assert "SyntaxError" in capfd.readouterr().err


def test_the_window_asks_first_where_this_is_wanted(app_window: Open, script: Path) -> None:
    """rule 18.3"""
    window = app_window(script, reload=Reload.ASK)
    save(script, SCRIPT.replace("old", "new"))
    window.wait_for(lambda: said(window) != "")
    assert window.shows("old 0")
    shown = card(window)
    assert shown is not None
    button = next(each for each in shown.findChildren(QPushButton) if each.text() == "Rerun")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.wait()
    assert window.shows("new 0")
    assert said(window) == ""


def test_saving_the_same_text_again_runs_nothing(app_window: Open, script: Path) -> None:
    """rule 18.1"""
    counting = SCRIPT + "ds.session_state.r = ds.session_state.get('r', 0) + 1\nds.text(f'run {ds.session_state.r}')\n"
    script.write_text(counting, encoding="utf-8")
    window = app_window(script, reload=Reload.AT_ONCE)
    save(script, counting)
    window.idle(300)
    assert window.shows("run 1")


def test_all_windows_show_the_new_script(app_window: Open, script: Path) -> None:
    window = app_window(script, reload=Reload.AT_ONCE)
    other = AppWindow(window.app, window.app.open_window()).wait()
    save(script, SCRIPT.replace("old", "new"))
    window.wait_for(lambda: window.shows("new 0"))
    other.wait_for(lambda: other.shows("new 0"))
