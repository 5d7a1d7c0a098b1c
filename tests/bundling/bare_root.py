"""A system without Python, display, fonts and OpenGL: a minimal Debian, in a folder that programs are locked into.

No Qt.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NAMED: Final = "DESKSTATE_BARE_ROOT"
"""Environment variable with the folder of one that exists; else it is made for the tests, which takes a minute."""
_PATIENCE_S: Final = 600
"""How long debootstrap may take."""
_SCRIPTS: Final = Path("/usr/share/debootstrap/scripts")
"""One for each system that debootstrap can make."""


class NoRootError(Exception):
    """There can be no such system here; the message says why."""


class BareRoot:
    """The system in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def holding(self, bundle: Path) -> Generator[None]:
        """Have a bundle inside, at the same path as outside, for as long as the `with` lasts."""
        place = self.folder / bundle.relative_to("/")
        shutil.copytree(bundle, place, symlinks=True)
        try:
            yield
        finally:
            shutil.rmtree(place)

    def command(self, program: Path) -> list[str]:
        """What runs a program inside."""
        return ["/usr/sbin/chroot", str(self.folder), str(program)]


@contextmanager
def bare_root(folder: Path) -> Generator[BareRoot]:
    """The system that the environment names, or a new one in a folder, which is gone at the end.

    Raises:
        NoRootError: When there is none and none can be made.
    """
    if not sys.platform.startswith("linux"):
        raise NoRootError("a bare system is a Debian, in a folder of Linux")
    if os.geteuid() != 0:
        raise NoRootError("only root can lock a program into a bare system")
    named = os.environ.get(NAMED)
    if named:
        yield BareRoot(_checked(Path(named)))
        return
    try:
        _make(folder)
        yield BareRoot(_checked(folder))
    finally:  # debootstrap may have left /proc in there, which is not ours to delete
        subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=True)


def _make(folder: Path) -> None:
    if shutil.which("debootstrap") is None:
        raise NoRootError("debootstrap is not installed")
    command = ["debootstrap", "--variant=minbase", _system(), str(folder)]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoRootError(f"debootstrap has not come to an end within {_PATIENCE_S} s") from None
    if done.returncode:
        last = (done.stdout.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise NoRootError(f"debootstrap failed: {last}")


def _system() -> str:
    """The name of the system that this one is: its C library is no older than that of a bundle which is made here."""
    name = platform.freedesktop_os_release().get("VERSION_CODENAME", "")
    return name if name and (_SCRIPTS / name).exists() else "stable"


def _checked(folder: Path) -> Path:
    if not (folder / "usr/bin/env").exists():
        raise NoRootError(f"{folder} holds no system")
    if list((folder / "usr/bin").glob("python*")):
        raise NoRootError(f"the system in {folder} has Python")
    return folder
