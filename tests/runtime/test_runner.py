"""Runs happen one after another on their own thread, and a script that hangs can be left behind."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from deskstate.core.events import Event, Request
from deskstate.core.patches import Insert, Remove, Show
from deskstate.runtime.ends import End
from deskstate.runtime.notices import CompileFailed, Hung
from deskstate.runtime.session import Session
from tests.runtime.apps import PATIENCE_S, App, Gate


def test_a_request_runs_the_script_once(start: Callable[[str], App]) -> None:
    app = start('ds.text("hello")\n')
    app.run()
    assert app.window.bodies() == ["hello"]


def test_the_window_may_ask_for_news_of_a_long_run(start: Callable[[str], App], gate: Gate) -> None:
    """rule 11.8"""
    app = start("import builtins\nds.text('first')\nbuiltins.gate.hold()\nds.text('second')\n")
    app.request()
    gate.wait()
    app.session.ask()
    assert app.window.bodies() == ["first"]
    gate.open()
    app.window.wait_for(lambda: app.window.finals() == 1)
    assert app.window.bodies() == ["first", "second"]


def test_a_run_in_progress_is_not_taken_for_the_end_of_the_one_before(start: Callable[[str], App], gate: Gate) -> None:
    """rule 11.8"""
    app = start(
        "import builtins\n"
        "ds.text('first')\n"
        "if ds.session_state.setdefault('runs', 0) == 2:\n"
        "    builtins.gate.hold()\n"
        "ds.session_state.runs += 1\n"
        "ds.text('second')\n"
    )
    app.run()
    app.window.ready = False  # it is still applying when the second run ends
    app.request()
    app.window.wait_for(lambda: app.session.state.peek("runs") == 2 and app.session.last_end is End.FINISHED)
    app.request()
    gate.wait()
    app.window.ready = True
    app.session.ask()
    assert not any(isinstance(patch, Remove) for batch in app.window.batches for patch in batch.patches)
    assert app.window.finals() == 1
    gate.open()
    app.window.wait_for(lambda: app.window.finals() == 2)
    assert app.window.batches[-1].answers == app.requests


def test_a_newer_request_ends_a_run_at_its_next_command(start: Callable[[str], App], gate: Gate) -> None:
    """rule 16.3"""
    app = start(
        "import builtins\n"
        "on = ds.checkbox('on')\n"
        "if not on:\n"
        "    builtins.gate.hold()\n"
        "    ds.text('never')\n"
        "ds.text(f'{on}')\n"
    )
    app.request()
    gate.wait()
    app.request(Event(app.id_of("on"), True))
    gate.open()
    app.window.wait_for(lambda: app.window.finals() == 1)
    assert app.window.bodies() == ["True"]


class Preempted(Session):
    """A session whose window's thread rests after each request until the script has come to a gate."""

    reached = threading.Event()

    def supersede(self, number: int) -> None:
        self.reached.wait(PATIENCE_S)
        super().supersede(number)


def test_a_request_does_not_end_the_run_that_answers_it(tmp_path: Path) -> None:
    """rule 16.3: however late the window's thread is told that the script's has begun."""
    builtins.reached = Preempted.reached  # type: ignore[attr-defined]
    builtins.gate, builtins.runs = threading.Event(), []  # type: ignore[attr-defined]
    path = tmp_path / "app.py"
    path.write_text(
        "import builtins\nimport deskstate as ds\n"
        "builtins.runs.append(1)\nbuiltins.reached.set()\nbuiltins.gate.wait(20)\nds.text('shown')\n"
    )
    app = App(path, Preempted)
    app.request()
    builtins.gate.set()  # type: ignore[attr-defined]
    app.window.wait_for(lambda: app.window.finals() == 1)
    app.runner.close()
    assert builtins.runs == [1]  # type: ignore[attr-defined]


class Late(Session):
    """A session whose thread waits before it answers."""

    gate = threading.Event()
    taken = threading.Event()

    def answer(self, request: Request, waiting: Callable[[], Request | None] = lambda: None) -> End:
        self.taken.set()
        self.gate.wait(PATIENCE_S)
        return super().answer(request, waiting)


def test_a_request_ends_the_run_before_although_that_has_not_begun(tmp_path: Path) -> None:
    """rule 16.3"""
    builtins.reached = []  # type: ignore[attr-defined]
    path = tmp_path / "app.py"
    path.write_text(
        "import builtins\nimport deskstate as ds\n"
        "builtins.reached.append('begin')\nds.text('shown')\nbuiltins.reached.append('end')\n"
    )
    Late.gate.clear()
    Late.taken.clear()
    app = App(path, Late)
    app.request()
    assert Late.taken.wait(PATIENCE_S)
    app.request()
    Late.gate.set()
    app.window.wait_for(lambda: app.window.finals() == 1)
    app.runner.close()
    assert builtins.reached == ["begin", "begin", "end"]  # type: ignore[attr-defined]


def test_stop_holds_for_a_run_that_has_not_begun(tmp_path: Path) -> None:
    """rule 16.5: what was entered comes with the next request, a click does not."""
    path = tmp_path / "app.py"
    path.write_text(
        "import deskstate as ds\n"
        "note = lambda: ds.session_state.log.append(ds.session_state.a)\n"
        "ds.session_state.setdefault('log', [])\n"
        "a = ds.text_input('a', key='a', on_change=note)\n"
        "go = ds.button('go')\n"
        "ds.text(f'run {a} {go}')\n"
    )
    app = App(path, Late)
    Late.gate.set()
    app.run()
    Late.gate.clear()
    before = app.window.finals()
    app.request(Event(app.id_of("a"), "x"), Event(app.id_of("go"), True, trigger=True))
    app.runner.stop()
    Late.gate.set()
    app.window.wait_for(lambda: app.window.finals() > before)
    assert app.window.batches[-1].answers == 2
    assert app.window.bodies() == ["run  False"]
    app.run()
    assert app.window.bodies() == ["run  False", "run x False"]
    assert app.session.state.read("log") == ["x"]


def test_stop_holds_for_the_first_run_of_a_window(tmp_path: Path) -> None:
    """rule 16.5"""
    path = tmp_path / "app.py"
    path.write_text("import deskstate as ds\nds.text('shown')\n")
    Late.gate.clear()
    app = App(path, Late)
    app.request()
    app.runner.stop()
    Late.gate.set()
    app.window.wait_for(lambda: app.window.finals() == 1)
    assert app.window.bodies() == []
    app.run()
    assert app.window.bodies() == ["shown"]


def test_a_form_is_cleared_although_stop_ends_the_run_above_it(start: Callable[[str], App], gate: Gate) -> None:
    """rule 8.9"""
    app = start(
        "import builtins\n"
        "n = ds.session_state.n = ds.session_state.get('n', 0) + 1\n"
        "if n == 2:\n"
        "    builtins.gate.hold()\n"
        "with ds.form('f', clear_on_submit=True):\n"
        "    ds.text_input('a', 'd', key='a')\n"
        "    ds.form_submit_button('go')\n"
    )
    app.run()
    app.request(Event(app.id_of("a"), "x", 1), Event(app.id_of("go"), True, 1, trigger=True))
    gate.wait()
    app.runner.stop()
    gate.open()
    app.window.wait_for(lambda: app.window.finals() == 2)
    place = next(
        patch.place for patch in app.window.batches[0].patches if isinstance(patch, Insert) and patch.key == "a"
    )
    assert app.window.batches[1].patches == [Show(place, "d")]
    assert app.session.state.read("a") == "x"
    app.run()
    assert app.window.batches[2].patches == []


STUCK = {
    "a loop": "while True: pass",
    "sleep": "import time; time.sleep(600)",
    "a lock": "import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()",
    "a socket": "import socket; a, b = socket.socketpair(); a.recv(1)",
    "a bare except": "while True:\n        try:\n            while True: ds.text('x')\n        except: pass",
}


@pytest.mark.parametrize("line", STUCK.values(), ids=STUCK.keys())
def test_a_stuck_script_can_be_stopped_and_the_next_request_works(start: Callable[[str], App], line: str) -> None:
    """rule 16.2"""
    app = start(f"ds.text('above')\nif not ds.checkbox('on'):\n    {line}\nds.text('below')\n")
    app.request()
    app.window.wait_for(lambda: _asked(app))
    app.runner.stop()
    assert app.session.ended.wait(PATIENCE_S)
    app.session.ask()
    app.run(Event(app.id_of("on"), True))
    assert "below" in app.window.bodies()


def _asked(app: App) -> bool:
    app.session.ask()
    return "above" in app.window.bodies()


def test_a_stopped_script_says_where_it_hung(start: Callable[[str], App]) -> None:
    app = start("import time\ntime.sleep(600)\n")
    app.request()
    app.window.wait_for(lambda: app.session.run is not None)
    app.runner.stop()
    app.window.wait_for(lambda: bool(app.window.notices))
    assert app.window.notices == [Hung("app.py, line 3: time.sleep(600)", abandoned=True)]


def test_a_syntax_error_keeps_what_is_shown(start: Callable[[str], App]) -> None:
    """rule 19.5, rule 18.5"""
    app = start("ds.text('good')\n")
    app.run()
    good = app.path.read_text()
    app.path.write_text("ds.text('broken'\n")
    app.run()
    assert isinstance(app.window.notices[-1], CompileFailed)
    assert app.window.batches[-1].patches == []
    app.path.write_text(good.replace("good", "better"))
    app.run()
    assert app.window.bodies() == ["good", "better"]


def test_an_endless_rerun_can_be_stopped(start: Callable[[str], App]) -> None:
    """rule 15.3"""
    app = start("ds.text('again')\nds.rerun()\n")
    app.request()
    app.window.wait_for(lambda: (app.session.run is not None and app.session.run.number > 3) or _pause(app))
    app.runner.stop()
    assert app.session.ended.wait(PATIENCE_S)


def _pause(app: App) -> bool:
    app.session.ask()
    return app.session.run is not None and app.session.run.number > 3


def test_sys_exit_stops_the_run_only(start: Callable[[str], App]) -> None:
    """rule 19.7"""
    app = start("import sys\nds.text('shown')\nsys.exit(3)\n")
    app.run()
    app.run()
    assert app.window.bodies() == ["shown"]
