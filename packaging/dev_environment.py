"""The virtual environment of a checkout: made once, and again only when pyproject.toml or Python has changed."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


class SetupError(Exception):
    """The machine cannot be set up; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Environment:
    """One virtual environment and what belongs into it."""

    project: Path
    """The checkout, installed as editable."""
    folder: Path
    """The virtual environment."""
    lowest: bool
    """Whether every dependency is held at its lower bound."""

    @classmethod
    def at(cls, project: Path, name: str, *, lowest: bool = False) -> Environment:
        """The environment of that name in the project's root."""
        return cls(project, project / name, lowest)

    def program(self, name: str) -> Path:
        """The path of an installed command."""
        if os.name == "nt":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.program("python")

    def ensure(self, extra: str | None = None) -> None:
        """Install deskstate, editable, with an extra; nothing happens when that is there already.

        Raises:
            SetupError: The environment cannot be made or pip failed; pip has said why on the terminal.
        """
        wanted = self._stamp(extra)
        found = self._read_stamp()
        if found in (wanted, self._stamp("dev")):  # dev holds everything
            return
        if not self._is_usable() or found.get("folder") not in (None, wanted["folder"]):
            print(f"Making {self.folder.name} with Python {platform.python_version()}", flush=True)
            _call([sys.executable, "-m", "venv", "--clear", str(self.folder)], "The virtual environment cannot be made")
        print(f"Installing deskstate and what it needs into {self.folder.name} (Qt alone is some 80 MB)", flush=True)
        self._stamp_file.unlink(missing_ok=True)
        install = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check"]
        if not sys.stdout.isatty():
            install.append("--quiet")
        if self.lowest:
            constraints = self.folder / "lowest.txt"
            constraints.write_text("\n".join(lowest_versions(self._pyproject)), encoding="utf-8")
            install += ["--constraint", str(constraints)]
        target = str(self.project) if extra is None else f"{self.project}[{extra}]"
        _call([*install, "--editable", target], "pip could not install what deskstate needs")
        self._stamp_file.write_text(json.dumps(wanted), encoding="utf-8")

    @property
    def _pyproject(self) -> Path:
        return self.project / "pyproject.toml"

    @property
    def _stamp_file(self) -> Path:
        return self.folder / "deskstate-dev.json"

    def _stamp(self, extra: str | None) -> dict[str, Any]:
        """What an installation depends on. The folder too, as installed commands hold the path of their interpreter."""
        return {
            "python": platform.python_version(),
            "folder": str(self.folder),
            "pyproject": hashlib.sha256(self._pyproject.read_bytes()).hexdigest(),
            "extra": extra,
        }

    def _read_stamp(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._stamp_file.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def _is_usable(self) -> bool:
        """Whether the environment has pip and the Python version that runs this."""
        ask = "import pip, sys; print(*sys.version_info[:2])"
        try:
            answer = subprocess.run([self.python, "-c", ask], capture_output=True, text=True, check=False).stdout
        except OSError:
            return False
        return answer.split() == [str(number) for number in sys.version_info[:2]]


LOWER_BOUND: Final = re.compile(r"(?P<name>[\w.-]+)>=(?P<version>[\w.]+)[^;]*(?P<marker>;.*)?")


def lowest_versions(pyproject: Path) -> list[str]:
    """Every lower bound of the dependencies and of the `test` extra, as a pip constraint on exactly that version."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    found = map(LOWER_BOUND.fullmatch, [*project["dependencies"], *project["optional-dependencies"]["test"]])
    return [f"{bound['name']}=={bound['version']}{bound['marker'] or ''}" for bound in found if bound]


def _call(command: list[str], failure: str) -> None:
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetupError(f"{failure}; the reason is above.")
