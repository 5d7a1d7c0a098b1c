"""Measures deskstate beside hand-written Qt, in one run on one machine, and prints one table.

    python tests/benchmarks/run.py [--json FILE] [--quick] [--only NAME ...]

Everything runs offscreen, each round measures both in turn, and the table gives medians.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TIMEOUT_S = 900

Row = dict[str, Any]
"""measure, ours, theirs (by hand), unit, ratio, bar."""


def run_probe(action: str, framework: str, script: str, *arguments: object, clicks: int = 40) -> Any:
    """One process under the probe, and what it measured."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.json")
        started_ns = time.monotonic_ns()
        subprocess.run(
            [sys.executable, HERE / "probe.py", action, out, framework, HERE / script, *map(str, arguments)],
            env=environment(PROBE_CLICKS=clicks),
            check=True,
            timeout=TIMEOUT_S,
        )
        record = json.loads(out.read_text())
    record["start_ms"] = (record["first_ns"] - started_ns) / 1e6
    record["picture_ms"] = (record["first_ns"] - record["qt_loaded_ns"]) / 1e6
    return record


def environment(**extra: object) -> dict[str, str]:
    """The environment of a measured process."""
    found = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "DISPLAY")}
    found["QT_QPA_PLATFORM"] = "offscreen"
    found["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "widgets")])
    found.update({name: str(value) for name, value in extra.items()})
    return found


def run_alone(script: str, *arguments: object) -> Any:
    """One process that prints JSON on its last line."""
    done = subprocess.run(
        [sys.executable, str(HERE / script), *map(str, arguments)],
        env=environment(),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=TIMEOUT_S,
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


def pairs(rounds: int, ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Medians of both, measured in turn."""
    left: list[float] = []
    right: list[float] = []
    for _ in range(rounds):
        left.append(ours())
        right.append(theirs())
    return statistics.median(left), statistics.median(right)


def against(measure: str, unit: str, bar: float, both: tuple[float, float]) -> Row:
    """A row with a ratio."""
    ours, theirs = both
    return {"measure": measure, "ours": ours, "theirs": theirs, "unit": unit, "ratio": ours / theirs, "bar": bar}


def absolute(measure: str, unit: str, bar: str, ours: float) -> Row:
    """A row without a counterpart."""
    return {"measure": measure, "ours": ours, "theirs": None, "unit": unit, "ratio": None, "bar": bar}


def measure_clicks(rounds: int) -> list[Row]:
    """Click to repainted text."""
    bars = {0: 2.0, 100: 3.0, 1000: 4.0, 3000: 4.0}
    rows: list[Row] = []
    for count, bar in bars.items():

        def median(framework: str, script: str, count: int = count) -> float:
            latencies_ms: list[float] = run_probe("clicks", framework, script, count)["latencies_ms"]
            return statistics.median(latencies_ms)

        both = pairs(rounds, lambda: median("deskstate", "counter_app.py"), lambda: median("qt", "counter_qt.py"))
        rows.append(against(f"click to repaint, {count} other elements", "ms", bar, both))
    return rows


def measure_first(rounds: int) -> list[Row]:
    """First picture, and start of the counter."""
    rows: list[Row] = []
    for count in (1000, 3000):

        def picture(framework: str, script: str, count: int = count) -> float:
            return float(run_probe("first", framework, script, count)["picture_ms"])

        both = pairs(rounds, lambda: picture("deskstate", "counter_app.py"), lambda: picture("qt", "counter_qt.py"))
        rows.append(against(f"first picture, {count} elements", "ms", 1.5, both))

    def start(framework: str, script: str) -> float:
        return float(run_probe("first", framework, script)["start_ms"])

    start("deskstate", "counter_app.py")
    both = pairs(2 * rounds + 1, lambda: start("deskstate", "counter_app.py"), lambda: start("qt", "counter_qt.py"))
    rows.append(against("start to first paint, counter", "ms", 1.5, both))
    return rows


def measure_memory(rounds: int) -> list[Row]:
    """Memory of the counter, and what reruns and windows leave behind."""

    def idle(framework: str, script: str) -> float:
        return float(run_probe("idle", framework, script)["memory_mib"][0][1])

    both = pairs(rounds, lambda: idle("deskstate", "counter_app.py"), lambda: idle("qt", "counter_qt.py"))
    rows = [against("memory (PSS), counter", "MiB", 1.35, both)]
    grown = run_alone("leak.py", "reruns", 10_000)
    rows.append(absolute("memory after 10,000 reruns", "MiB more", "<= 1", grown["grown_mib"]))
    grown = run_alone("leak.py", "windows", 1_000)
    rows.append(absolute("memory after 1,000 windows", "MiB more", "<= 1", grown["grown_mib"]))
    return rows


def measure_rerun(_rounds: int) -> list[Row]:
    """Cost of one element in a rerun in which nothing changes."""
    costs = run_alone("rerun.py")
    rows = [absolute("one element in a rerun of 1,000", "us", "<= 6", costs["1000"])]
    rows.append(absolute("growth of it from 100 to 10,000", "x", "<= 1.5", costs["10000"] / costs["100"]))
    return rows


def measure_stream(_rounds: int) -> list[Row]:
    """A script that writes as fast as it can, and how late the window's thread is meanwhile."""
    ours = run_alone("smooth.py", "stream", "deskstate")
    theirs = run_alone("smooth.py", "stream", "qt")
    shown = absolute("texts shown of a fast stream", "/s", ">= 30", ours["shown_per_s"])
    rows = [
        {**shown, "theirs": theirs["shown_per_s"]},
        {**absolute("longest gap in it", "ms", "<= 100", ours["gap_ms"]), "theirs": theirs["gap_ms"]},
        absolute("last value shown", "", "= 1", float(ours["last_shown"])),
    ]
    for action, name in (("busy", "while the script computes"), ("appear", "while 3,000 elements appear")):
        late = run_alone("smooth.py", action, "deskstate")
        rows.append(absolute(f"window's thread late {name}, median", "ms", "<= 10", late["median_ms"]))
        rows.append(absolute(f"window's thread late {name}, worst", "ms", "<= 50", late["worst_ms"]))
    return rows


def measure_bundles(rounds: int) -> list[Row]:
    """Bundles of the counter: what they weigh, how long they take to build and to start."""
    found = run_alone("bundles.py", rounds)
    (ours_mb, ours_packed_mb), (theirs_mb, theirs_packed_mb) = found["weights"]
    build = "build with its check, beside PyInstaller's own of the same files"
    rows = [
        against("bundle, unpacked", "MB", 1.15, (ours_mb, theirs_mb)),
        against("bundle as tar.xz", "MB", 1.15, (ours_packed_mb, theirs_packed_mb)),
        against(build, "s", 2.0, (found["build_s"] + found["check_s"], found["same_s"])),
        absolute("the check of it", "s", "", found["check_s"]),
    ]
    for cache in ("warm", "cold"):
        if found[cache] is not None:
            ours, theirs = (times["first_ms"] for times in found[cache])
            rows.append(against(f"bundle's start to first paint, {cache}", "ms", 1.5, (ours, theirs)))
    return rows


MEASURES: dict[str, Callable[[int], list[Row]]] = {
    "clicks": measure_clicks,
    "rerun": measure_rerun,
    "first": measure_first,
    "memory": measure_memory,
    "stream": measure_stream,
    "bundles": measure_bundles,
}
ONLY_BY_NAME = frozenset({"bundles"})
"""They take minutes."""


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| measure | deskstate | hand-written Qt | ratio | bar |", "|---|---|---|---|---|"]
    for row in rows:
        theirs = "" if row["theirs"] is None else f"{row['theirs']:.2f}"
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        bar = row["bar"] if isinstance(row["bar"], str) else f"<= {row['bar']:g} x"
        lines.append(f"| {row['measure']} | {row['ours']:.2f} {row['unit']} | {theirs} | {ratio} | {bar} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="deskstate beside hand-written Qt")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file, too")
    parser.add_argument("--quick", action="store_true", help="one round of each")
    usual = [name for name in MEASURES if name not in ONLY_BY_NAME]
    parser.add_argument("--only", nargs="*", choices=MEASURES, default=usual, help="some measures only")
    options = parser.parse_args()
    rows: list[Row] = []
    for name in options.only:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += MEASURES[name](1 if options.quick else 3)
    print(table(rows))
    if options.json is not None:
        about = {"python": platform.python_version(), "machine": platform.machine(), "cpus": os.cpu_count()}
        options.json.write_text(json.dumps({**about, "rows": rows}, indent=1))


if __name__ == "__main__":
    main()
