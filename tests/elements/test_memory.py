"""Calls are remembered for the next run, as long as it is little; a text that grows leaves nothing behind."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

import pytest

import deskstate as ds
from deskstate.elements.place import Place
from tests.elements.scripts import App

STEPS: Final = 5_000
STEP: Final = "twenty characters or"
"""100 KB in so many steps."""
MIB: Final = 2**20


@contextmanager
def growth() -> Generator[list[float]]:
    """MiB that are held at the end of the block and were not before."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    grown: list[float] = []
    try:
        yield grown
        grown.append((tracemalloc.get_traced_memory()[0] - before) / MIB)
    finally:
        tracemalloc.stop()


def pieces() -> list[str]:
    return [STEP if number % 5 else STEP[:-1] + "\n" for number in range(STEPS)]


def grow(draw: Callable[[Place, str], object]) -> None:
    slot = ds.empty()
    text = ""
    for piece in pieces():
        text += piece
        draw(slot, text)


def show_long(app: App, number: int) -> None:
    """A run with another text of 100 KB."""
    app(lambda: ds.text(f"{number}" + STEP * STEPS))


@pytest.mark.parametrize(
    "script",
    [
        lambda: grow(lambda slot, text: slot.text(text)),
        lambda: grow(lambda slot, text: slot.markdown(text, help=text[:900])),
        lambda: grow(lambda slot, text: slot.code(text)),
        lambda: grow(lambda slot, text: slot.info(text)),
        lambda: grow(lambda slot, text: slot.container().markdown(text)),
        lambda: ds.write(piece for piece in pieces()),
    ],
    ids=["text", "markdown", "code", "alert", "container", "stream"],
)
def test_a_text_that_grows_leaves_nothing_behind(app: App, script: Callable[[], None]) -> None:
    with growth() as grown:
        app(script)
    assert grown[0] < 4


@pytest.mark.parametrize("letter", ["", "\u00e9\u20ac"], ids=["ASCII", "wide"])
def test_a_text_that_grows_is_shown_quickly(app: App, letter: str) -> None:
    began_s = time.process_time()
    app(lambda: grow(lambda slot, text: slot.markdown(letter + text)))
    assert time.process_time() - began_s < 2


def test_long_texts_of_earlier_runs_are_forgotten(app: App) -> None:
    with growth() as grown:
        for number in range(1_000):
            show_long(app, number)
    assert grown[0] < 5


def test_short_calls_stay_while_long_ones_go(app: App) -> None:
    first = app(lambda: ds.text("short"))[0]
    for number in range(100):
        show_long(app, number)
    assert app(lambda: ds.text("short"))[0] is first


def test_a_long_text_is_made_once(app: App) -> None:
    text = STEP * 200_000
    assert app(lambda: ds.text(text))[0] is app(lambda: ds.text(text))[0]


def test_a_counter_in_one_place_leaves_nothing_behind(app: App) -> None:
    def count() -> None:
        slot = ds.empty()
        for number in range(15_000):
            slot.text(f"{number} of 15,000")

    with growth() as grown:
        app(count)
    assert grown[0] < 1
