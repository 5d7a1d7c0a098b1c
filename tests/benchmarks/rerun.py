"""Cost of one element in a rerun in which nothing changes: script, identity, state, diff. Prints JSON."""

from __future__ import annotations

import gc
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from deskstate.core.events import Request
from deskstate.core.patches import Batch
from deskstate.runtime.notices import Notice
from deskstate.runtime.script import Script
from deskstate.runtime.session import Session

SIZES = (100, 1000, 3000, 10_000)
ROUNDS = 15


class Nowhere:
    """A window that takes everything at once."""

    def deliver(self, batch: Batch) -> None:
        """Let it go."""

    def is_ready(self) -> bool:
        """Always."""
        return True

    def tell(self, notice: Notice) -> None:
        """Nothing is expected."""
        raise AssertionError(notice)


def cost_us(count: int, folder: Path) -> float:
    """Median cost of an element, in µs, without what a run of an empty script costs."""
    path = folder / f"app{count}.py"
    source = (Path(__file__).parent / "counter_app.py").read_text()
    path.write_text(source)
    sys.argv = [str(path), str(count)]
    session = Session(Script(path), Nowhere())
    for _ in range(3):
        session.answer(Request())
    times: list[float] = []
    for _ in range(ROUNDS):
        gc.collect()
        started = time.perf_counter()
        session.answer(Request())
        times.append(time.perf_counter() - started)
    return statistics.median(times) / count * 1e6


with tempfile.TemporaryDirectory() as name:
    print(json.dumps({str(count): cost_us(count, Path(name)) for count in SIZES}))
