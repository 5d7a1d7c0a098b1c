"""A screen of its own for a program that is driven from outside: Xvfb, xdotool, ImageMagick.

No Qt in this process.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

TOOLS: Final = ("Xvfb", "xdotool", "import")
"""What must be installed (Debian: xvfb, xdotool, imagemagick)."""
PATIENCE_S: Final = 20.0
"""How long a window may take to show what is expected."""
REST_S: Final = 0.6
"""A picture that has not changed for so long is at rest."""
FILLED_S: Final = 3.0
"""After so long a window shows what it will."""
RESTLESS_S: Final = 2.5
"""So long one is waited for: a cursor blinks for ever."""


def missing_tools() -> list[str]:
    """Tools that are not installed."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Screen:
    """An X server without a screen."""

    def __init__(self, width: int = 1000, height: int = 800) -> None:
        ready, write = os.pipe()
        size = f"{width}x{height}x24"
        # Without -noreset it starts anew when its last client goes, and answers nobody meanwhile.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(ready) as lines:
            self.display = f":{lines.readline().strip()}"
        self._programs: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for program in self._programs:
            program.kill()
            program.wait()
        self._server.terminate()
        self._server.wait()

    def start(
        self, command: Sequence[str], environment: Mapping[str, str], log: Path | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program on this screen; what it says goes to a file, if one is named."""
        variables = {**environment, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        with open(log or os.devnull, "wb") as said:
            program = subprocess.Popen(command, env=variables, stdout=said, stderr=said)
        self._programs.append(program)
        return program

    def picture(self) -> bytes:
        """What the screen shows, as bytes that are equal when the pictures are."""
        return self._run("import", "-window", "root", "-depth", "8", "rgb:-")

    def opened(self) -> bytes:
        """The picture once a window is there, and has had time to be filled."""
        assert self.has_windows(1), "no window opens"
        time.sleep(FILLED_S)
        return self.at_rest()

    def at_rest(self) -> bytes:
        """The picture once it has stopped changing; whatever it is after a while."""
        last = self.picture()
        began = since = time.monotonic()
        while time.monotonic() - since < REST_S and time.monotonic() - began < RESTLESS_S:
            time.sleep(0.1)
            now = self.picture()
            if now != last:
                since, last = time.monotonic(), now
        return last

    def shows(self, wanted: bytes) -> bool:
        """Wait for a picture."""
        until = time.monotonic() + PATIENCE_S
        while self.picture() != wanted:
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        return True

    def windows(self) -> list[str]:
        """The windows that can be seen, the newest last."""
        command = ["xdotool", "search", "--onlyvisible", "--name", "."]
        variables = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(command, env=variables, check=False, capture_output=True, text=True).stdout.split()

    def has_windows(self, count: int) -> bool:
        """Wait until so many windows can be seen, and are at rest."""
        until = time.monotonic() + PATIENCE_S
        while len(self.windows()) != count:
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        self.at_rest()
        return True

    def press(self, *keys: str) -> None:
        """Press keys, by their X names, in the newest window."""
        self._run("xdotool", "windowfocus", "--sync", self.windows()[-1])
        self._run("xdotool", "key", "--delay", "40", *keys)

    def _run(self, *command: str) -> bytes:
        variables = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(command, env=variables, check=True, stdout=subprocess.PIPE).stdout
