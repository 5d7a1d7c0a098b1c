"""Where threads and tasks of a script draw."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from threading import Barrier, Event, Thread
from typing import Any

import deskstate as ds
from deskstate.core.element import Element
from tests.elements.scripts import App


def start(work: Callable[[], object]) -> Thread:
    """A thread in a copy of the script's context."""
    thread = Thread(target=copy_context().run, args=(work,))
    thread.start()
    return thread


def bodies(container: Element) -> list[str]:
    """The texts in a container, in order."""
    return [getattr(child.properties, "body", child.properties.kind) for child in container.children or ()]


def test_a_thread_inside_a_block_leaves_alone_where_the_script_goes_on(app: App) -> None:
    """Rule 11.1: each draws in the blocks that it has opened itself."""
    entered, drawn = Event(), Event()

    def script() -> None:
        left, right = ds.columns(2)

        def work() -> None:
            with right:
                entered.set()
                drawn.wait()
                ds.text("thread")

        with left:
            thread = start(work)
            entered.wait()
            ds.text("script")
            drawn.set()
        ds.text("below")
        thread.join()

    row, below = app(script)
    left, right = row.children or []
    assert (bodies(left), bodies(right)) == (["script"], ["thread"])
    assert getattr(below.properties, "body", "") == "below"


def test_two_threads_of_one_run_draw_into_different_containers_at_the_same_time(app: App) -> None:
    both = Barrier(2, timeout=5)

    def script() -> None:
        def fill(place: Any, word: str) -> None:
            with place:
                both.wait()
                ds.text(word)
                with ds.container():
                    both.wait()
                    ds.text(word)
                both.wait()
                ds.text(word)

        left, right = ds.columns(2)
        threads = [start(lambda: fill(left, "l")), start(lambda: fill(right, "r"))]
        for thread in threads:
            thread.join()

    (row,) = app(script)
    for column, word in zip(row.children or [], "lr", strict=True):
        assert bodies(column) == [word, "container", word]
        assert bodies((column.children or [])[1]) == [word]


def test_a_thread_stays_in_the_block_that_it_was_started_in(app: App) -> None:
    left_block, drawn = Event(), Event()

    def script() -> None:
        def work() -> None:
            left_block.wait()
            ds.text("thread")
            drawn.set()

        with ds.container():
            thread = start(work)
        left_block.set()
        drawn.wait()
        ds.text("script")
        thread.join()

    box, below = app(script)
    assert bodies(box) == ["thread"]
    assert getattr(below.properties, "body", "") == "script"


def test_tasks_of_an_event_loop_draw_each_in_its_own_block(app: App) -> None:
    async def fill(place: Any, word: str) -> None:
        with place:
            for _ in range(3):
                ds.text(word)
                await asyncio.sleep(0)

    async def fill_both() -> None:
        left, right = ds.columns(2)
        await asyncio.gather(fill(left, "l"), fill(right, "r"))

    (row,) = app(lambda: asyncio.run(fill_both()))
    left, right = row.children or []
    assert (bodies(left), bodies(right)) == (["l"] * 3, ["r"] * 3)
