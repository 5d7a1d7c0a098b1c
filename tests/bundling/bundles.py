"""Bundles for tests: the command that makes them, and how they are started.

No Qt.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.bundling.project import PATH

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = ROOT / "examples"
PATIENCE_S: Final = 120
"""How long a program may take for what it does without a person."""
MARKS: Final = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux"),
    pytest.mark.xdist_group("bundles"),
]
"""Of every test that builds: one after the other, as each is busy with all of the machine."""

Build = Callable[..., Path]
"""Builds a script with these options of the command, once; answers with the program."""


def environment(home: Path) -> dict[str, str]:
    """What a program is started with: nothing of the tests."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def bundle_command(script: Path, output: Path, *options: str) -> list[str]:
    """The command that makes a bundle."""
    return [sys.executable, "-m", "deskstate", "bundle", str(script), "--output", str(output), *options]


def bundle(script: Path, output: Path, *options: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Make a bundle, with a command before the command."""
    command = [*before, *bundle_command(script, output, *options)]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": PATH}, capture_output=True, text=True, check=False)


def run(program: Path, home: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end."""
    return subprocess.run(
        [str(program), *arguments],
        env={**environment(home), **variables},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


def command_lines() -> list[str]:
    """Of all processes that run here."""
    found: list[str] = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            found.append((process / "cmdline").read_bytes().decode(errors="replace"))
        except OSError:  # it has ended meanwhile
            continue
    return found
