"""Try thousands of random apps in both engines: `python tests/conformance/soak.py --scripts 2000 --seed 1000`.

No Qt. Works in several processes; prints what was tried and the first differences, each made as short as can be.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.conformance.generator import STEPS
from tests.conformance.trial import Result, attempt, shortest


def main() -> int:
    """Run it. Returns 1 when the engines part anywhere."""
    options = _options()
    started = time.monotonic()
    seeds = range(options.seed, options.seed + options.scripts)
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        results = _watched(pool.imap_unordered(attempt, seeds, chunksize=8), options.scripts, started)
        failed = [result for result in results if result.where or result.crash]
        shown = _one_of_each(failed)[: options.show]
        for text in pool.imap(shortest, [result.seed for result in shown if not result.crash]):
            print(text, flush=True)
    for result in shown:
        if result.crash:
            print(f"\nseed {result.seed}: the harness failed: {result.crash}")
    seconds = time.monotonic() - started
    tried = (
        f"{options.scripts} scripts x {STEPS} interactions, seeds {seeds.start} to {seeds.stop - 1}, {seconds:.0f} s"
    )
    print(f"\n{tried}: {len(failed)} with unexplained differences")
    kinds: dict[str, list[int]] = {}
    for result in failed:
        kinds.setdefault(result.where or result.crash, []).append(result.seed)
    for where, alike in sorted(kinds.items(), key=lambda kind: -len(kind[1])):
        print(f"  {len(alike):5} {where}: seeds {', '.join(map(str, sorted(alike)[:10]))}")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scripts", type=int, default=2000, help="how many (default: 2000)")
    parser.add_argument("--seed", type=int, default=1000, help="first seed (default: 1000)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one per core)")
    parser.add_argument("--show", type=int, default=5, help="how many different differences to show (default: 5)")
    return parser.parse_args()


def _watched(results: Iterable[Result], total: int, started: float) -> list[Result]:
    done: list[Result] = []
    for result in results:
        done.append(result)
        if result.where or result.crash:
            print(f"seed {result.seed} parts: {result.where or result.crash}", file=sys.stderr, flush=True)
        if len(done) % 200 == 0:
            failed = sum(bool(one.where or one.crash) for one in done)
            print(
                f"{len(done)} of {total}, {failed} part, {time.monotonic() - started:.0f} s",
                file=sys.stderr,
                flush=True,
            )
    return done


def _one_of_each(failed: list[Result]) -> list[Result]:
    first: dict[str, Result] = {}
    for result in sorted(failed, key=lambda one: one.seed):
        first.setdefault(result.where or result.crash, result)
    return list(first.values())


if __name__ == "__main__":
    sys.exit(main())
