"""Random real events on the example apps: nothing may crash, warn, hang, or lose an edit.

    python -m tests.benchmarks.monkey [--events 100000] [--seed 1] [APP ...]

Prints the seed. When something happened, it says what and after which events, and exits with 1.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import shutil
import tempfile
import time
import traceback
from contextlib import nullcontext, redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from deskstate.shell.application import Reload
from deskstate.testing.window import deliver_deferred, open_app
from tests.shell.complaints import complaints
from tests.shell.monkey import play
from tests.shell.watcher import Failure

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
MAY_FAIL: Final = ("errors",)
"""Apps that raise on purpose."""


class Options(argparse.Namespace):
    """What the command line says."""

    events: int
    seed: int
    apps: list[str]
    trace: bool


def play_on(example: Path, events: int, seed: int, *, trace: bool) -> None:
    """Some events on one app, in a fresh window.

    Raises:
        Failure: When something happened that must not happen.
    """
    log = redirect_stderr(StringIO()) if example.stem in MAY_FAIL else nullcontext()
    with tempfile.TemporaryDirectory() as folder, complaints() as said, log:
        script = Path(shutil.copy(example, folder))
        window = open_app(script, reload=Reload.AT_ONCE)
        try:
            play(window, script, said, events=events, seed=seed, may_fail=script.stem in MAY_FAIL, trace=trace)
        finally:
            window.app.dispose()
            deliver_deferred()
        if said:
            raise Failure(f"{script.stem}, seed {seed}: at the end {said}")


def main() -> int:
    """Play on every app in turn."""
    parser = argparse.ArgumentParser(description="Random events on the example apps")
    parser.add_argument("--events", type=int, default=100_000, help="over all apps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trace", action="store_true", help="print each event before it happens, for a crash")
    parser.add_argument("apps", nargs="*", metavar="APP", help="names of examples; default: all")
    options = parser.parse_args(namespace=Options())
    faulthandler.enable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    apps = [path for path in sorted(EXAMPLES.glob("*.py")) if not options.apps or path.stem in options.apps]
    events = options.events // len(apps)
    failed = False
    print(f"seed {options.seed}, {events} events on each of {len(apps)} apps", flush=True)
    for path in apps:
        started_s = time.monotonic()
        try:
            play_on(path, events, options.seed, trace=options.trace)
            print(f"{path.stem}: {events} events in {time.monotonic() - started_s:.0f} s", flush=True)
        except Failure as failure:
            traceback.print_exception(failure, limit=0)
            failed = True
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
