"""The whole check: cheap steps side by side, then the tests, then one summary."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from dev_environment import Environment


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the check."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a step ended."""

    name: str
    passed: bool
    duration_s: float
    output: str

    def __str__(self) -> str:
        """One line for the summary."""
        return f"{'ok    ' if self.passed else 'FAILED'}  {self.name:<22}{self.duration_s:7.1f} s"


def static_steps(environment: Environment) -> tuple[Step, ...]:
    """The steps that only read the code, the longest first."""

    def step(name: str, program: str, *arguments: str) -> Step:
        return Step(name, (str(environment.program(program)), *arguments))

    return (
        step("types (basedpyright)", "basedpyright", "--pythonpath", str(environment.python)),
        step("types (mypy)", "mypy"),
        step("import contracts", "lint-imports"),
        step("format (ruff)", "ruff", "format", "--check", "."),
        step("lint (ruff)", "ruff", "check", "."),
    )


def pytest_step(environment: Environment, arguments: Sequence[str], *, slow: bool) -> Step:
    """The tests, on every core; `-m ""` lifts the default that leaves the slow ones out."""
    everything = ("-m", "") if slow else ()
    spread = ("-n", "auto", "--dist", "loadgroup")
    return Step("tests (pytest)", (str(environment.python), "-m", "pytest", *spread, *everything, *arguments))


def run_all(static: Sequence[Step], tests: Step, project: Path) -> int:
    """Run every step, whatever fails, and return 0 when all passed, else 1."""
    started = time.monotonic()
    results: list[Result] = []
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for done in as_completed([pool.submit(_run, step, project, capture=True) for step in static]):
            result = done.result()
            results.append(result)
            print(result, flush=True)
            if not result.passed:
                print(result.output, flush=True)
    results.append(_run(tests, project, capture=False))
    print("\nSummary", *results, sep="\n")
    failed = [result.name for result in results if not result.passed]
    verdict = f"FAILED: {', '.join(failed)}" if failed else "All passed"
    print(f"{verdict}, in {time.monotonic() - started:.0f} s", flush=True)
    return 1 if failed else 0


def _run(step: Step, project: Path, *, capture: bool) -> Result:
    started = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=project,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if capture else None,
        stderr=subprocess.STDOUT if capture else None,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Result(step.name, done.returncode == 0, time.monotonic() - started, done.stdout or "")
