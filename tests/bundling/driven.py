"""A program on a screen, driven by keys, whose words are read while it runs.

No Qt in this process.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.bundling.bundles import environment
from tests.bundling.screen import PATIENCE_S, Screen


class Driven:
    """It has to say RUN at each run of its script."""

    def __init__(self, screen: Screen, program: Path, home: Path, **variables: str) -> None:
        home.mkdir(exist_ok=True)
        self._screen = screen
        self._log = home / "said.txt"
        before = len(screen.windows())
        self.process = screen.start([str(program)], {**environment(home), **variables}, self._log)
        self.says("RUN")
        assert screen.has_windows(before + 1)

    def press(self, *keys: str) -> None:
        """Press keys."""
        self._screen.press(*keys)

    def said(self) -> list[str]:
        """Its words so far."""
        return self._log.read_text().splitlines()

    def says(self, word: str) -> None:
        """Wait until it says something."""
        until = time.monotonic() + PATIENCE_S
        while word not in self.said():
            assert time.monotonic() < until, f"it never says {word!r}, only {self.said()}"
            time.sleep(0.05)
