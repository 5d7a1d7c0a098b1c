"""What a session does around the script: options, clean-up, threads."""

from __future__ import annotations

import ast
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from deskstate.core.events import Event, Request
from deskstate.core.patches import Batch
from deskstate.runtime.ends import End
from deskstate.runtime.notices import Notice
from deskstate.runtime.script import Script
from deskstate.runtime.session import Session
from deskstate.testing import AppTest


class Nobody:
    """A window that nobody looks at."""

    def deliver(self, batch: Batch) -> None: ...

    def is_ready(self) -> bool:
        return False

    def tell(self, notice: Notice) -> None: ...


Make = Callable[..., Session]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Make]:
    made: list[Session] = []

    def make(source: str, write: Any = None) -> Session:
        path = tmp_path / f"app{len(made)}.py"
        path.write_text(f"import deskstate as ds\n{source}")
        made.append(Session(Script(path, write=write), Nobody()))
        return made[-1]

    yield make
    for each in made:
        each.loop.close()


def test_plots_are_closed_after_a_run(session: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows rule 1.9."""
    closed: list[str] = []
    pyplot = ModuleType("matplotlib.pyplot")
    pyplot.close = closed.append  # type: ignore[attr-defined] # as the real one has it
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", pyplot)
    session("ds.text('a')\n").answer(Request())
    assert closed == ["all"]


def test_what_cannot_be_pickled_is_refused_under_the_option(tmp_path: Path) -> None:
    """Shows rule 2.19."""
    path = tmp_path / "app.py"
    path.write_text("import deskstate as ds\nds.session_state.f = lambda: 1\nds.text('below')\n")
    at = AppTest(path, enforce_serializable=True).run()
    assert at.text[0].value == "below"
    assert at.exception[0].type_name.endswith("UnserializableSessionStateError")
    assert at.session_state.f() == 1


def test_threads_may_write_single_entries_while_the_script_lists_them() -> None:
    """Shows rule 2.21."""
    at = AppTest.from_string("import deskstate as ds\nds.session_state.n = 0\n").run()
    state = at._session.state  # pyright: ignore[reportPrivateUsage] # what the threads of a script share
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            state.assigned[f"k{number % 500}"] = number
            state.assigned.pop(f"k{(number + 250) % 500}", None)
            number += 1

    thread = threading.Thread(target=copy_context().run, args=(write,))
    thread.start()
    try:
        for _ in range(300):
            assert state.visible()["n"] == 0
    finally:
        stop.set()
        thread.join()


def test_a_click_is_not_repeated_when_a_newer_request_ends_its_run(session: Make) -> None:
    """Shows rule 7.4."""
    app = session(
        "clicked = ds.button('Go')\n"
        "ds.session_state.setdefault('seen', []).append(clicked)\n"
        "if clicked: ds.session_state.interrupt()\n"
        "ds.text('end')\n",
    )
    app.state.assigned["interrupt"] = lambda: app.supersede(1)
    assert app.answer(Request()) is End.FINISHED
    button = next(iter(app.state.drawn))
    newer = iter([Request(number=1)])
    end = app.answer(Request((Event(button, True, trigger=True),)), lambda: next(newer, None))
    assert end is End.FINISHED
    assert app.state.read("seen") == [False, True, False]


def test_a_form_below_the_place_where_a_run_was_ended_is_submitted_and_cleared(session: Make) -> None:
    """Shows rule 8.9: until a run ends well the window still shows what it did not reach."""
    app = session(
        "n = ds.session_state.n = ds.session_state.get('n', 0) + 1\n"
        "if n == 3: ds.session_state.interrupt()\n"
        "ds.text('a yield point')\n"
        "with ds.form('f', clear_on_submit=True):\n"
        "    ds.text_input('a', 'd', key='a')\n"
        "    ds.form_submit_button('go', key='go')\n",
    )
    app.state.assigned["interrupt"] = lambda: app.supersede(1)
    app.answer(Request())
    text, button = app.state.ids["a"], app.state.ids["go"]
    go = Event(button, True, trigger=True)
    app.answer(Request((Event(text, "x"), go)))
    assert app.state.read("a") == "x"
    newer = iter([Request((go,), 1)])
    assert app.answer(Request(), lambda: next(newer, None)) is End.FINISHED
    assert app.state.read("a") == "d"


@pytest.mark.parametrize("forget", ["ds.session_state.clear", "lambda: ds.session_state.pop('a')"])
def test_what_is_entered_after_a_click_outlives_what_the_click_forgets(session: Make, forget: str) -> None:
    """rule 16.4"""
    app = session(
        f"ds.button('go', on_click={forget})\n"
        "seen = lambda: ds.session_state.update(seen=ds.session_state.get('a'))\n"
        "before = ds.session_state.get('a')\n"
        "ds.session_state.now = before, ds.text_input('a', 'd', key='a', on_change=seen)\n"
    )
    app.answer(Request())
    go, text = Event(next(iter(app.state.drawn)), True, trigger=True), app.state.ids["a"]
    app.answer(Request((Event(text, "x"), go)).merged(Request((Event(text, "y"),))))
    assert app.state.read("now") == ("y", "y")
    assert app.state.read("seen") == "y"
    app.answer(Request((go, Event(text, "z"))))
    assert app.state.read("now") == (None, "d")
    app.answer(Request((go,)).merged(Request((Event(text, "x"),))).merged(Request((go,))))
    assert app.state.read("now") == (None, "d")


def test_bare_expressions_are_left_alone_without_magic(session: Make) -> None:
    shown: list[Any] = []
    source = "x = 5\nx\n"
    session(source).answer(Request())
    session(source, write=shown.append).answer(Request())
    assert shown == [5]


def test_windows_that_run_a_new_script_at_once_compile_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "app.py"
    path.write_text("x = 1\n")
    script = Script(path)
    both, calls = threading.Barrier(2), list[ast.Module]()

    def slowly(tree: ast.Module) -> ast.Module:
        calls.append(tree)
        with suppress(threading.BrokenBarrierError):
            both.wait(0.2)
        return tree

    monkeypatch.setattr("deskstate.runtime.script.with_stable_classes", slowly)
    codes: list[CodeType] = []
    windows = [threading.Thread(target=lambda: codes.append(script.compiled())) for _ in range(2)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert len(calls) == 1
    assert codes[0] is codes[1]


def test_a_script_that_is_being_saved_is_read_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "app.py"
    path.write_text("x = 1\n")
    script = Script(path)
    script.compiled()
    path.write_text("")

    def save_the_rest(duration_s: float) -> None:
        del duration_s
        path.write_text("x = 2\n")

    monkeypatch.setattr("deskstate.runtime.script.time.sleep", save_the_rest)
    module: dict[str, Any] = {}
    exec(script.compiled(), module)
    assert module["x"] == 2


def test_a_click_on_what_was_there_before_the_state_was_cleared_calls_nothing_back(session: Make) -> None:
    app = session(
        "calls = ds.session_state.setdefault('calls', [])\n"
        "ds.button('Go', on_click=lambda: ds.session_state.calls.append(1))\n"
    )
    assert app.answer(Request()) is End.FINISHED
    button = next(iter(app.state.drawn))
    app.forget()
    assert app.answer(Request((Event(button, True, trigger=True),))) is End.FINISHED
    assert app.state.read("calls") == []


def test_another_thread_that_parses_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse, left = ast.parse, [SystemError("AST constructor recursion depth mismatch")] * 2

    def disturbed(*words: Any) -> ast.Module:
        if left:
            raise left.pop()
        tree: ast.Module = parse(*words)
        return tree

    monkeypatch.setattr(ast, "parse", disturbed)
    path = tmp_path / "app.py"
    path.write_text("x = 1\n")
    assert "x" in Script(path).compiled().co_names
    assert not left
