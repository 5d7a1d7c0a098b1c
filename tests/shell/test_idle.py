"""A window in which nothing happens costs nothing: real programs on a display of their own, measured from outside.

No Qt in this process.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

import dev_system
from tests.bundling.screen import Screen

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = ROOT / "tests" / "shell" / "pages"
EXAMPLES: Final = ROOT / "examples"
IDLE_S: Final = 5.0
"""So long a window must be idle."""
SHARE: Final = 0.01
"""Of a core, that an idle window may take."""
PATIENCE_S: Final = 40.0
"""How long a page may take to be shown and to come to rest, on a busy machine."""
GLANCE_S: Final = 0.25
IMPORT: Final = "import deskstate as ds"
SCREEN_PX: Final = 1600, 1800
SIZES: Final = {"texts": "1500x1700", "inputs": "1100x1700", "narrow": "380x1700"}
"""High, as only what can be seen is made."""


class Program:
    """`python -m deskstate` with a script."""

    def __init__(self, screen: Screen, script: Path, *options: str) -> None:
        self.name = script.stem
        self._stirs = script.with_suffix(".stirs")
        self._log = script.with_suffix(".log")
        environment = {**os.environ, "STIRS": str(self._stirs), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "deskstate", str(script), *options]
        self._process = screen.start(command, environment, self._log)
        self._measured: list[tuple[float, float]] = []
        """Times, and how long it had been computing by then, in s."""

    def look(self) -> None:
        """Measure once."""
        assert self._process.poll() is None, f"{self.name} has ended:\n{self._log.read_text()}"
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(") ")[2].split()
        ticks = int(fields[11]) + int(fields[12])  # in user mode and in the kernel: proc_pid_stat(5)
        self._measured.append((time.monotonic(), ticks / os.sysconf("SC_CLK_TCK")))

    def last_stretch(self) -> tuple[float, float, float] | None:
        """Begin, end and computing time of the last `IDLE_S`; None before the window has been shown for so long."""
        end_s, used_s = self._measured[-1]
        for begin_s, used_before_s in reversed(self._measured):
            if end_s - begin_s >= IDLE_S:
                stirs = self._noted()
                return (begin_s, end_s, used_s - used_before_s) if stirs and begin_s > stirs[0][0] else None
        return None

    def is_idle(self) -> bool:
        """Whether it did next to nothing in the last stretch."""
        stretch = self.last_stretch()
        return stretch is not None and stretch[2] < SHARE * (stretch[1] - stretch[0]) and not self.stirs()

    def stirs(self) -> Counter[str]:
        """What stirred in the last stretch."""
        stretch = self.last_stretch()
        assert stretch is not None
        return Counter(stir for at_s, stir in self._noted() if stretch[0] <= at_s <= stretch[1])

    def report(self) -> str:
        """What it does instead of being idle."""
        stretch = self.last_stretch()
        if stretch is None:
            return f"{self.name} shows nothing:\n{self._log.read_text()}"
        share = stretch[2] / (stretch[1] - stretch[0])
        return f"{self.name} takes {share:.1%} of a core: {self.stirs().most_common(8)}"

    def end(self) -> None:
        """Close it."""
        self._process.kill()
        self._process.wait()

    def _noted(self) -> list[tuple[float, str]]:
        said = self._stirs.read_text() if self._stirs.exists() else ""
        lines = [line.partition(" ") for line in said.splitlines(keepends=True)]
        return [(float(at), stir.strip()) for at, _, stir in lines if stir.endswith("\n")]


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    """A display, if there can be one."""
    missing = dev_system.missing_for_windows()
    if sys.platform != "linux" or missing:
        pytest.skip(f"no display can be had; not installed: {', '.join(missing.values()) or 'Linux'}")
    with Screen(*SCREEN_PX) as screen:
        yield screen


def watched(script: Path, folder: Path) -> Path:
    """A copy of a script that has the probe in it, with all that is beside the script."""
    shutil.copytree(script.parent, folder, dirs_exist_ok=True)
    copy = folder / script.name
    source = copy.read_text(encoding="utf-8")
    assert IMPORT in source
    copy.write_text(source.replace(IMPORT, f"{IMPORT}; import tests.shell.idle_probe", 1), encoding="utf-8")
    return copy


def busy_ones(programs: Sequence[Program]) -> list[str]:
    """Wait until all programs are idle; what those do that never are."""
    until = time.monotonic() + PATIENCE_S
    while True:
        time.sleep(GLANCE_S)
        for program in programs:
            program.look()
        busy = [program for program in programs if not program.is_idle()]
        if not busy or time.monotonic() > until:
            return [program.report() for program in busy]


def test_windows_with_everything_in_them_are_idle(screen: Screen, tmp_path: Path) -> None:
    programs = [
        Program(screen, watched(PAGES / f"{page}.py", tmp_path / page), "--size", size) for page, size in SIZES.items()
    ]
    assert busy_ones(programs) == []


@pytest.mark.slow
@pytest.mark.parametrize("example", sorted(path.stem for path in EXAMPLES.glob("*.py")))
def test_examples_are_idle(screen: Screen, tmp_path: Path, example: str) -> None:
    program = Program(screen, watched(EXAMPLES / f"{example}.py", tmp_path / "examples"))
    assert busy_ones([program]) == []
    program.end()
