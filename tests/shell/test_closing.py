"""Closing a window ends its run first, with what the script does in the end; nothing freezes meanwhile."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from deskstate.shell.overlay import NoticeCard
from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]
PATIENCE_S = 60

CLOSES = """
import atexit, threading, time, deskstate as ds
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QMetaObject
def close():
    QMetaObject.invokeMethod(QApplication.instance(), 'closeAllWindows')
ds.text('here')
"""

RUNS = {
    "a loop": "    while True: pass",
    "a loop that draws": "    while True: ds.text('more')",
    "short sleeps": "    while True: time.sleep(0.05)",
    "another iteration": "    for i in range(10**12): i * i",
    "asyncio": "    import asyncio\n    asyncio.run(asyncio.sleep(0.2))\n    asyncio.run(asyncio.sleep(0.9))",
    "a wait that ends by itself": "    time.sleep(1.5)",
}


def run(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Run a script that closes its window."""
    (folder / "app.py").write_text(CLOSES + source, encoding="utf-8")
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-m", "deskstate", "app.py"],
        cwd=folder, env=variables, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("body", RUNS.values(), ids=RUNS.keys())
def test_a_file_that_a_run_was_writing_is_whole(tmp_path: Path, body: str) -> None:
    done = run(
        tmp_path,
        f"with open('out.txt', 'w') as file:\n    file.write('head')\n    close()\n{body}\n    file.write('never')\n",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out.txt").read_text().startswith("head")


def test_what_a_script_does_in_the_end_may_take_its_time_and_draw(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "close()\ntry:\n    while True: ds.text('more')\nfinally:\n"
        "    with ds.container():\n        ds.text('tidying up')\n"
        "    until = time.monotonic() + 1.5\n    while time.monotonic() < until: pass\n"
        "    ds.text('tidied up')\n    print('done')\n",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_what_is_to_be_done_at_exit_is_done_and_threads_are_waited_for_as_they_were_made(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "atexit.register(print, 'at exit')\n"
        "def work(words, pause_s):\n    time.sleep(pause_s)\n    print(words)\n"
        "threading.Thread(target=work, args=('thread', 0.6), daemon=False).start()\n"
        "threading.Thread(target=work, args=('daemon', 600), daemon=True).start()\n"
        "close()\ntry:\n    while True: time.time()\nfinally:\n    print('finally', flush=True)\n",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "finally\nthread\nat exit\n"


class Past:
    """What a script leaves behind for its test, and waits for."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.go_on = threading.Event()


@pytest.fixture
def past(monkeypatch: pytest.MonkeyPatch) -> Iterator[Past]:
    """Found by scripts as `builtins.past`."""
    past = Past()
    monkeypatch.setattr(builtins, "past", past, raising=False)
    yield past
    past.go_on.set()


BUSY = """
import builtins, time
import deskstate as ds
past = builtins.past
ds.session_state.setdefault("n", 0)
if ds.button("Count"):
    ds.session_state.n += 1
ds.text(f"n = {ds.session_state.n}")
if ds.button("Work"):
    ds.text("at work")
    try:
        WORK
    finally:
        past.words.append("finally")
"""
HANGS = BUSY.replace("WORK", "past.go_on.wait()")


def at_work(app_window: Open, source: str) -> AppWindow:
    """A window whose script is running."""
    window = app_window(source)
    window.find(label="Work").click()
    return window.wait_for(lambda: window.shows("at work"))


def card(window: AppWindow) -> NoticeCard | None:
    """The card that lies over the page."""
    found = window.window.findChild(NoticeCard)
    return None if found is None or found.isHidden() else found


def question(window: AppWindow) -> str:
    """What it says; "" when there is none."""
    shown = card(window)
    return "" if shown is None else " ".join(label.text() for label in shown.findChildren(QLabel))


def answer(window: AppWindow, name: str) -> None:
    """Press one of its buttons."""
    shown = card(window)
    assert shown is not None
    [button] = [each for each in shown.findChildren(QPushButton) if each.text() == name and each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def is_gone(window: AppWindow) -> bool:
    return window.window not in window.app.windows


@pytest.mark.parametrize("keys", ["Ctrl+W", "Ctrl+Q"])
def test_a_window_at_rest_closes_at_once(app_window: Open, keys: str) -> None:
    window = app_window(HANGS)
    window.press(keys)
    assert is_gone(window)


def test_a_run_that_draws_does_not_keep_its_window(app_window: Open, past: Past) -> None:
    window = at_work(app_window, BUSY.replace("WORK", "while True: ds.text('more'); time.sleep(0.01)"))
    started = time.monotonic()
    window.press("Ctrl+W")
    window.wait_for(lambda: is_gone(window))
    assert time.monotonic() - started < 0.25
    assert past.words == ["finally"]


@pytest.mark.parametrize("keys", ["Ctrl+W", "Ctrl+Q"])
def test_a_window_closes_when_its_run_has_ended(app_window: Open, past: Past, keys: str) -> None:
    window = at_work(app_window, BUSY.replace("WORK", "while True: time.time()"))
    window.press(keys)
    assert not is_gone(window)
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["finally"]


def test_a_callback_is_ended_too(app_window: Open, past: Past) -> None:
    window = app_window("""
        import builtins, time
        import deskstate as ds
        past = builtins.past
        def work():
            try:
                past.words.append("at work")
                while True: time.time()
            finally:
                past.words.append("finally")
        ds.button("Go", on_click=work)
    """)
    window.find(label="Go").click()
    window.wait_for(lambda: past.words == ["at work"])
    window.press("Ctrl+W")
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["at work", "finally"]


def test_closing_one_window_ends_its_run_and_no_other(app_window: Open, past: Past) -> None:
    window = at_work(app_window, BUSY.replace("WORK", "while True: time.time()"))
    other = AppWindow(window.app, window.app.open_window()).wait()
    window.window.close()
    other.find(label="Count").click().wait()
    assert other.shows("n = 1")
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["finally"]
    assert window.app.windows == [other.window]
    other.find(label="Count").click().wait()
    assert other.shows("n = 2")


def test_after_a_second_the_window_says_where_it_is_and_ends_when_it_is_told_to(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    started = time.monotonic()
    window.window.close()
    window.wait_for(lambda: "app.py, line 11: past.go_on.wait()" in question(window))
    assert 0.9 < time.monotonic() - started < 2
    answer(window, "End now")
    assert is_gone(window)
    assert past.words == []


def test_who_waits_sees_the_window_close_by_itself(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    window.window.close()
    window.wait_for(lambda: question(window) != "")
    answer(window, "Wait")
    assert question(window) == ""
    assert not is_gone(window)
    past.go_on.set()
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["finally"]


def test_closing_again_changes_nothing_at_first_and_later_asks_again(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    window.window.close()
    window.window.close()
    assert not is_gone(window)
    window.wait_for(lambda: question(window) != "")
    answer(window, "Wait")
    window.window.close()
    assert "line 11" in question(window)
    window.window.close()
    assert not is_gone(window)


def test_the_question_goes_with_the_run(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    window.window.close()
    window.wait_for(lambda: question(window) != "")
    past.go_on.set()
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["finally"]


def test_a_window_that_closes_takes_nothing_in_any_more(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    window.window.close()
    window.find(label="Count").click()
    window.press("F5")
    past.go_on.set()
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["finally"]


def test_a_window_closes_although_stop_was_pressed_before(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    window.press("Ctrl+.")
    window.window.close()
    window.wait_for(lambda: question(window) != "")
    past.go_on.set()
    window.wait_for(lambda: is_gone(window))
    assert past.words == ["finally"]


def test_stop_does_not_break_into_what_a_script_does_in_the_end(app_window: Open, past: Past) -> None:
    """rule 16.5"""
    window = at_work(
        app_window,
        BUSY.replace("WORK", "while True: ds.text('more'); time.sleep(0.01)").replace(
            "        past",
            "        until = time.monotonic() + 0.6\n        while time.monotonic() < until: pass\n"
            "        ds.text('tidied up')\n        past",
        ),
    )
    window.press("Ctrl+.").wait()
    assert past.words == ["finally"]


def test_the_end_of_the_desktops_session_ends_runs_without_a_question(app_window: Open, past: Past) -> None:
    window = at_work(app_window, BUSY.replace("WORK", "while True: time.time()"))
    started = time.monotonic()
    window.app.qt.commitDataRequest.emit(None)
    assert past.words == ["finally"]
    assert time.monotonic() - started < 2
    window.press("Ctrl+W")
    assert is_gone(window)


def test_the_end_of_the_desktops_session_waits_for_nobody_for_long(app_window: Open, past: Past) -> None:
    window = at_work(app_window, HANGS)
    started = time.monotonic()
    window.app.qt.commitDataRequest.emit(None)
    assert time.monotonic() - started < 2
    window.press("Ctrl+W")
    assert is_gone(window)
