"""What the script draws is shown, whoever has asked for the run."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Callable, Iterator
from time import monotonic

import pytest

from deskstate.core.patches import Batch
from deskstate.runtime.ends import End
from deskstate.shell.window import Window
from deskstate.testing.window import AppWindow
from tests.runtime.apps import PATIENCE_S, Gate

SHORT = """
    import deskstate as ds

    n = ds.session_state.n = ds.session_state.get("n", 0) + 1
    ds.text(f"run {n}")
"""
COUNTED = """
    import builtins
    import deskstate as ds

    n = ds.session_state.n = ds.session_state.get("n", 0) + 1
    ds.text(f"begin {n}")
    if n == 2:
        builtins.gate.hold()
    ds.text(f"end {n}")
"""


class Slow:
    """Around a stage: before the next batch counts as applied, something happens."""

    def __init__(self, window: Window, happens: Callable[[], None]) -> None:
        self._window = window
        self._happens = happens
        self.send = window.send
        self.root_changed = window.root_changed
        self.click_lost = window.click_lost

    def applied(self, batch: Batch) -> None:
        self._window.stage.frame = self._window
        self._happens()
        self._window.applied(batch)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A gate that scripts find as `builtins.gate`."""
    gate = Gate()
    monkeypatch.setattr(builtins, "gate", gate, raising=False)
    yield gate
    gate.open()


def ask(window: Window) -> None:
    """Have the script run, from a thread that is not the window's."""
    thread = threading.Thread(target=lambda: window.runner.request(why="program"))
    thread.start()
    thread.join(PATIENCE_S)


def test_a_run_that_a_thread_asks_for_is_shown_while_it_goes_on(
    app_window: Callable[..., AppWindow], gate: Gate
) -> None:
    window = app_window(COUNTED)
    ask(window.window)
    gate.wait()
    window.wait_for(lambda: window.shows("begin 2"))
    assert window.window.busy
    gate.open()
    window.wait()
    assert window.shows("end 2")


def test_a_run_that_ends_while_the_window_is_still_applying_is_shown(app_window: Callable[..., AppWindow]) -> None:
    window = app_window(SHORT)
    session = window.window.session

    def run() -> None:
        ask(window.window)
        until = monotonic() + PATIENCE_S
        while not (session.state.peek("n") == 3 and session.last_end is End.FINISHED):
            assert monotonic() < until
        assert not window.window.bridge.is_ready()

    window.window.stage.frame = Slow(window.window, run)
    window.window.rerun()
    window.wait_for(lambda: window.shows("run 3")).wait()
