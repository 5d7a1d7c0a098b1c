"""A long run is mentioned, shown while it goes on, and can always be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from deskstate.shell.overlay import NoticeCard, RunningSign
from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

HANGING = """
import deskstate as ds
import socket, threading, time
ds.session_state.setdefault("n", 0)
if ds.button("Count"):
    ds.session_state.n += 1
if ds.button("Hang"):
    ds.text("about to hang")
    HANG
ds.text(f"n = {ds.session_state.n}")
"""


def sign(window: AppWindow) -> RunningSign | None:
    """The sign that a run goes on; None when there is none."""
    found = window.window.findChild(RunningSign)
    return None if found is None or found.isHidden() else found


def notice(window: AppWindow) -> str:
    """What the notice over the page says; "" when there is none."""
    card = window.window.findChild(NoticeCard)
    return "" if card is None or card.isHidden() else " ".join(label.text() for label in card.findChildren(QLabel))


def stop(window: AppWindow) -> None:
    """Press the Stop button of the running sign."""
    shown = sign(window)
    assert shown is not None
    button = shown.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_running_sign_appears_only_when_a_run_lasts(app_window: Open) -> None:
    """rule 16.10 Shows rule 16.11 and rule 16.1: the window goes on while the script runs."""
    window = app_window("""
        import deskstate as ds
        import time
        seconds = ds.number_input("Seconds", value=0.0)
        time.sleep(seconds)
        ds.text(f"slept {seconds}")
    """)
    window.find(label="Seconds").clear().type("0.1").press("Return").wait()
    window.idle(600)
    assert window.window.findChild(RunningSign) is None
    started = time.monotonic()
    window.find(label="Seconds").clear().type("1").press("Return")
    window.wait_for(lambda: sign(window) is not None)
    assert time.monotonic() - started >= 0.49
    window.wait()
    assert sign(window) is None


@pytest.mark.parametrize(
    ("hang", "line"),
    [
        ("while True: pass", "while True: pass"),
        ("time.sleep(600)", "time.sleep(600)"),
        ("a, b = socket.socketpair(); a.recv(1)", "a.recv(1)"),
        ("lock = threading.Lock(); lock.acquire(); lock.acquire()", "lock.acquire()"),
        ("\n    while True:\n        try: time.sleep(0.01)\n        except BaseException: continue", "continue"),
    ],
    ids=["endless loop", "sleep", "socket", "lock", "catches everything"],
)
def test_stop_ends_what_hangs_and_names_the_line(app_window: Open, hang: str, line: str) -> None:
    """rule 16.5"""
    window = app_window(HANGING.replace("HANG", hang))
    window.find(label="Hang").click()
    window.wait_for(lambda: sign(window) is not None)
    stop(window)
    window.wait_for(lambda: notice(window) != "")
    window.wait()
    assert "app.py, line " in notice(window)
    if line != "continue":
        assert line in notice(window)
    assert window.shows("about to hang")
    window.find(label="Count").click().wait()
    assert window.shows("n = 1")
    assert notice(window) == ""


def test_a_run_that_hangs_before_it_shows_anything_can_be_stopped(app_window: Open, tmp_path: Path) -> None:
    """rule 16.5"""
    flag = tmp_path / "hang"
    flag.touch()
    window = app_window(
        f"import os, time\nimport deskstate as ds\n"
        f"while os.path.exists({str(flag)!r}): time.sleep(0.01)\nds.text('well')\n",
        wait=False,
    )
    window.wait_for(lambda: sign(window) is not None)
    stop(window)
    window.wait()
    flag.unlink()
    window.press("F5").wait()
    assert window.shows("well")


def test_a_click_while_the_script_hangs_is_answered_after_the_stop(app_window: Open) -> None:
    window = app_window(HANGING.replace("HANG", "time.sleep(600)"))
    window.find(label="Hang").click()
    window.wait_for(lambda: sign(window) is not None)
    window.find(label="Count").click()
    stop(window)
    window.wait()
    assert window.shows("n = 1")


def test_a_form_is_cleared_at_once_although_its_run_is_stopped_above_it(app_window: Open) -> None:
    """rules 8.9, 16.5"""
    window = app_window("""
        import deskstate as ds
        import time
        if ds.session_state.get("go"):
            time.sleep(600)
        with ds.form("f", clear_on_submit=True):
            name = ds.text_input("Name", "nobody")
            ds.form_submit_button("Send", key="go")
        ds.text(f"sent {name}")
    """)
    window.find(label="Name").clear().type("Ada")
    window.find(label="Send").click()
    window.wait_for(lambda: window.find(label="Name").shown_text == "nobody")
    window.wait_for(lambda: sign(window) is not None)
    stop(window)
    window.wait()
    assert window.find(label="Name").shown_text == "nobody"
    window.press("F5").wait()
    assert window.shows("sent Ada")
    assert window.find(label="Name").shown_text == "nobody"


def test_progress_is_shown_while_the_run_goes_on(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        import time
        if ds.button("Work"):
            bar = ds.progress(0, "step 0")
            for i in range(100):
                time.sleep(0.01)
                bar.progress(i + 1, f"step {i + 1}")
    """)
    window.find(label="Work").click()
    seen: set[str] = set()

    def all_seen() -> bool:
        for live in window.lives():
            text = getattr(live.properties, "text", None)
            if live.properties.kind == "progress" and isinstance(text, str):
                seen.add(text)
        return not window.window.busy

    window.wait_for(all_seen)
    assert len(seen) > 20
    assert "step 100" in seen


STALE = """
import deskstate as ds
import time
wait = ds.number_input("Wait", value=0.0)
ds.text("reached")
time.sleep(wait)
ds.text("not reached")
with ds.container(border=True, key="box"):
    ds.text("inside")
ds.sidebar.text("aside")
"""


def pale(window: AppWindow, text: str) -> bool:
    """True when an element, or what it stands in, is shown paler."""
    live = window.find(text=text).live
    while True:
        if live.widget().graphicsEffect():
            return True
        if live.parent is None:
            return False
        live = live.parent


def test_what_a_long_run_has_not_reached_is_paler_until_the_run_is_over(app_window: Open) -> None:
    """rule 11.8"""
    window = app_window(STALE)
    window.find(label="Wait").clear().type("1.2").press("Return")
    window.idle(200)
    assert not pale(window, "not reached")
    window.wait_for(lambda: sign(window) is not None)
    assert not pale(window, "reached")
    assert all(pale(window, text) for text in ("not reached", "inside", "aside"))
    window.wait()
    assert not any(pale(window, text) for text in ("reached", "not reached", "inside", "aside"))


def test_everything_is_paler_when_a_long_run_has_reached_nothing(app_window: Open) -> None:
    """rule 11.8"""
    window = app_window("""
        import deskstate as ds
        import time
        time.sleep(ds.session_state.get("wait", 0))
        ds.number_input("Wait", value=0.0, key="wait")
        ds.text("words")
    """)
    window.find(label="Wait").clear().type("1").press("Return")
    window.wait_for(lambda: sign(window) is not None)
    assert pale(window, "words")
    window.wait()
    assert not pale(window, "words")


def test_what_a_long_run_reaches_later_is_not_paler_any_more(app_window: Open) -> None:
    """rule 11.8"""
    window = app_window("""
        import deskstate as ds
        import time
        slow = ds.checkbox("Slow")
        for i in range(4):
            time.sleep(0.4 if slow else 0)
            ds.text(f"part {i}")
    """)
    window.find(label="Slow").click()
    window.wait_for(lambda: pale(window, "part 3"))
    window.wait_for(lambda: not pale(window, "part 1"))
    assert pale(window, "part 3")
    assert window.window.busy
    window.wait()


def test_closing_the_window_of_a_stuck_script_is_quick(app_window: Open) -> None:
    window = app_window(HANGING.replace("HANG", "while True: pass"))
    window.find(label="Hang").click()
    window.idle(100)
    started = time.monotonic()
    window.close()
    assert time.monotonic() - started < 1
    assert not window.app.windows


def test_a_window_that_is_still_busy_with_a_batch_is_not_sent_another_one(app_window: Open) -> None:
    """The window asks for news every 16 ms, and takes longer than that for a big batch."""
    window = app_window("""
        import deskstate as ds
        import time
        if ds.checkbox("Many"):
            for part in range(4):
                for i in range(3000):
                    ds.text(f"{part} {i}")
                time.sleep(0.05)
        else:
            ds.text("few")
    """)
    window.find(label="Many").click()
    window.wait(60)
    texts = [live.properties for live in window.lives() if live.properties.kind == "text"]
    assert len(texts) == 12_000
    window.find(label="Many").click()
    window.wait(60)
    assert window.shows("few")
