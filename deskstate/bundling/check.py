"""The last step of a build: the new application is started, drawn, clicked once and closed, as a person would.

No Qt here: it all happens inside of the new application, see `trial`.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from deskstate.bundling.names import CHECK
from deskstate.bundling.plan import Plan
from deskstate.bundling.problems import BuildFailed
from deskstate.bundling.programs import Programs, last_lines

PATIENCE_S: Final = 120
"""How long the application may take for its check."""
_FOREIGN: Final = ("PYTHON", "_PYI", "QT_PLUGIN_PATH", "QML", "VIRTUAL_ENV")
"""Beginnings of environment variables that colleagues do not have."""


def check(plan: Plan, made: Path, programs: Programs) -> None:
    """Try a new bundle out.

    Raises:
        BuildFailed: When it does not start, does not draw, fails at a click, or does not end.
    """
    with tempfile.TemporaryDirectory(prefix="deskstate-") as folder:
        picture = Path(folder) / "window.png"
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
        environment |= {CHECK: str(picture), "QT_QPA_PLATFORM": "offscreen"}
        try:
            done = programs.run([str(plan.program(made))], environment, Path(folder), timeout_s=PATIENCE_S)
        except subprocess.TimeoutExpired as error:
            raise BuildFailed(
                f"the new application has not come to an end within {PATIENCE_S} s{_end(error.output)}"
            ) from None
        except OSError as error:
            raise BuildFailed(f"the new application cannot be started: {error.strerror}") from None
        if done.returncode or not picture.is_file():
            raise BuildFailed(f"the new application has failed with exit code {done.returncode}{_end(done.stdout)}")


def _end(output: str | bytes | None) -> str:
    text = output.decode(errors="replace") if isinstance(output, bytes) else output or ""
    return f". The end of what it said:\n{last_lines(text)}" if text else ", and has said nothing"
