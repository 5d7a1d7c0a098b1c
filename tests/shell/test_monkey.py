"""A few hundred random events on some examples; `python -m tests.benchmarks.monkey` goes on for longer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from deskstate.shell.application import Reload
from deskstate.testing.window import AppWindow
from tests.shell.complaints import complaints
from tests.shell.monkey import play

EXAMPLES = Path(__file__).parents[2] / "examples"
EVENTS = 300


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
