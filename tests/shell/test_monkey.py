"""A few hundred random events on some examples; `python -m tests.benchmarks.monkey` goes on for longer."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from deskstate.shell.application import Reload
from deskstate.testing.window import AppWindow
from tests.shell.complaints import complaints
from tests.shell.monkey import Monkey, play
from tests.shell.watcher import Watcher

EXAMPLES = Path(__file__).parents[2] / "examples"
EVENTS = 300
SLOW = """
import time
import deskstate as ds
ds.session_state.runs = ds.session_state.get("runs", 0) + 1
ds.write("run", ds.session_state.runs)
while ds.session_state.runs > 1:
    time.sleep(0.001)
"""


@pytest.mark.parametrize("example", ["form", "mirror", "order", "wizard"])
def test_whatever_a_person_does_the_app_lives_and_loses_nothing(
    app_window: Callable[..., AppWindow], tmp_path: Path, example: str
) -> None:
    script = Path(shutil.copy(EXAMPLES / f"{example}.py", tmp_path))
    with complaints() as said:
        window = app_window(script, reload=Reload.AT_ONCE)
        play(window, script, said, events=EVENTS, seed=1)
        window.app.dispose()
    assert said == []


def test_nobody_waits_for_the_answer_of_a_window_that_goes_meanwhile(
    app_window: Callable[..., AppWindow], tmp_path: Path
) -> None:
    script = tmp_path / "app.py"
    script.write_text(SLOW, encoding="utf-8")
    window = app_window(script)
    watcher = Watcher(window, script, [], may_fail=False)
    window.window.rerun()
    window.wait_for(lambda: window.shows("run 2"))
    window.window.close()
    assert window.window in window.app.windows  # its run ends first
    watcher.settle()
    assert window.app.windows == []


def test_a_press_on_the_field_of_an_open_list_is_not_one_beside_it(
    app_window: Callable[..., AppWindow], tmp_path: Path
) -> None:
    script = tmp_path / "app.py"
    script.write_text("import deskstate as ds\n\nds.selectbox('One', ['one', 'two'])\n", encoding="utf-8")
    window = app_window(script)
    monkey = Monkey(window, random.Random(6), Watcher(window, script, [], may_fail=False))
    window.window.resize(320, 300)
    for _ in range(20):
        monkey.past.append("words that find options, then a press beside their list")
        window.find(label="One").focus()
        window.press("o")
        monkey.click_beside_a_list()
