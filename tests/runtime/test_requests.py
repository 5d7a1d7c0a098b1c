"""Requests come from any thread: each has a number of its own, and what waits is answered by one run."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from deskstate.core.events import Event, Request, Why
from deskstate.runtime.notices import Notice, Requested
from tests.runtime.apps import PATIENCE_S, App, Gate, Recorder

THREADS = 5
EACH = 40
FIELDS = f"""
import builtins
n = ds.session_state.n = ds.session_state.get("n", 0) + 1
values = [ds.number_input(f"field {{number}}", value=0) for number in range({THREADS})]
if n == 2:
    builtins.gate.hold()
ds.text(f"run {{n}}: {{values}}")
"""
TURN_S = 0.2
"""How long a thread lets another one go ahead, which must not take the chance."""
COUNTED = """
import builtins
n = ds.session_state.n = ds.session_state.get("n", 0) + 1
ds.text(f"begin {n}")
if n == 1:
    builtins.gate.hold()
ds.text(f"end {n}")
"""


def ask_from_threads(app: App, ids: list[str]) -> list[list[int]]:
    """Have each thread count up its field as fast as it can; answers with the numbers of their requests."""
    together = threading.Barrier(len(ids))
    numbers: list[list[int]] = [[] for _ in ids]

    def ask(index: int) -> None:
        together.wait(PATIENCE_S)
        for value in range(1, EACH + 1):
            numbers[index].append(app.runner.request((Event(ids[index], value),), why="program"))

    threads = [threading.Thread(target=ask, args=(index,)) for index in range(len(ids))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    return numbers


def test_requests_of_five_threads_at_once_are_numbered_and_answered_as_one(
    start: Callable[[str], App], gate: Gate
) -> None:
    """rule 16.4"""
    app = start(FIELDS)
    app.run()
    app.request()
    gate.wait()
    ids = [app.id_of(f"field {number}") for number in range(THREADS)]
    numbers = ask_from_threads(app, ids)
    last = 2 + THREADS * EACH
    assert sorted([each for mine in numbers for each in mine]) == list(range(3, last + 1))
    assert all(mine == sorted(mine) for mine in numbers)
    assert sorted(notice.number for notice in app.window.notices if isinstance(notice, Requested)) == list(
        range(3, last + 1)
    )
    gate.open()
    app.window.wait_for(lambda: app.window.batches[-1].answers == last)
    assert app.window.bodies()[-1] == f"run 3: {[EACH] * THREADS}"


class Interrupted(Recorder):
    """While it is told of a request, another thread has all the time to make one."""

    app: App
    other: threading.Thread | None = None

    def tell(self, notice: Notice) -> None:
        super().tell(notice)
        if self.other is None:
            self.other = threading.Thread(target=lambda: self.app.runner.request(why="program"))
            self.other.start()
            self.other.join(TURN_S)


def test_no_request_overtakes_one_with_a_lower_number(start: Callable[[str], App], gate: Gate) -> None:
    app = start(COUNTED)
    app.session.window = window = Interrupted()
    window.app = app
    app.request()
    gate.wait()
    app.runner.request(why="program")
    assert window.other is not None
    window.other.join(PATIENCE_S)
    gate.open()
    window.wait_for(lambda: window.finals() == 2)
    assert window.batches[-1].answers == 3


@pytest.mark.parametrize(("why", "bodies"), [("person", ["begin 1", "begin 2", "end 2"]),
                                             ("program", ["begin 1", "end 1", "begin 2", "end 2"])])  # fmt: skip
def test_a_run_makes_way_for_a_person_and_not_for_the_program(
    start: Callable[[str], App], gate: Gate, why: Why, bodies: list[str]
) -> None:
    """rule 16.3"""
    app = start(COUNTED)
    app.request()
    gate.wait()
    app.session.ask()
    last = app.runner.request(why=why)
    gate.open()
    app.window.wait_for(lambda: app.window.batches[-1].final and app.window.batches[-1].answers == last)
    assert app.window.bodies() == bodies


def test_what_a_person_asked_for_does_not_wait_with_what_the_program_has(
    start: Callable[[str], App], gate: Gate
) -> None:
    """rule 16.4"""
    app = start(COUNTED)
    app.request()
    gate.wait()
    for why in ("program", "person", "program"):
        app.runner.request(why=why)
    gate.open()
    app.window.wait_for(lambda: app.window.finals() == 1)
    assert app.window.bodies() == ["begin 2", "end 2"]
    assert app.window.batches[-1].answers == 4


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [("program", "program", "program"), ("program", "person", "person"), ("person", "program", "person")],
)
def test_a_request_is_a_persons_when_a_part_of_it_is(first: Why, second: Why, both: Why) -> None:
    merged = Request((), 1, why=first).merged(Request((), 2, why=second))
    assert (merged.number, merged.why) == (2, both)
