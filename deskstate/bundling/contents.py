"""What a bundle does without: parts of Qt and of Python that PyInstaller would add and no deskstate app uses.

No Qt. Called in PyInstaller's own process, by the spec file. `tests/bundling` compares the lists with what a running
window has loaded.
"""

from __future__ import annotations

import fnmatch
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import Final

from deskstate.bundling.names import SPARE, SPARE_LIBRARIES

Entry = tuple[str, str, str]
"""PyInstaller's: path in the bundle, path on the disk, kind of file."""

UNUSED: Final = (
    "PySide6/Qt/translations/*",
    "PySide6/translations/*",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    "*/plugins/imageformats/*",
    "*/plugins/networkinformation/*",
    "*/plugins/platforminputcontexts/libqtvirtualkeyboard*",
    "*/plugins/platforms/libqeglfs*",
    "*/plugins/platforms/libqlinuxfb*",
    "*/plugins/platforms/libqminimal*",
    "*/plugins/platforms/libqvkkhrdisplay*",
    "*/plugins/platforms/libqvnc*",
    "*/plugins/platforms/qdirect2d*",
    "*/plugins/platforms/qminimal*",
    "*/plugins/platformthemes/libqgtk3*",
    "*/plugins/tls/*",
    "*/plugins/xcbglintegrations/*",
    "PySide6/QtDBus.*",
    "PySide6/QtNetwork.*",
    "PySide6/opengl32sw.dll",
)
"""Files of Qt that widgets never load."""
NEEDED_FORMATS: Final = tuple(f"*/plugins/imageformats/*q{name}.*" for name in ("gif", "icns", "ico", "jpeg", "svg"))
"""Of the image formats: those of icons, and those that Markdown shows."""
OPENED_BY_UNUSED: Final = ("libssl*", "libcrypto*")
"""Libraries that these open by name. Whatever else needs them is linked with them."""
TAKER: Final = "msgspec"
TAKEN: Final = ("attr", "attrs", "tomli_w", "yaml")
"""Packages that it can work with, wherever they are installed; deskstate uses none of them."""
MODULES: Final = ("tkinter", "_tkinter", "test", "lib2to3", "ensurepip", "idlelib", "turtledemo", "pydoc_data")
"""Modules of Python that have no place in a window, or that only developers use."""


def unused(place: str) -> bool:
    """True for a file of Qt that a bundle does without."""
    name = PurePath(place).as_posix()
    if any(fnmatch.fnmatch(name, pattern) for pattern in NEEDED_FORMATS):
        return False
    return any(fnmatch.fnmatch(name, pattern) for pattern in UNUSED)


def pruned(
    binaries: Iterable[Entry], linked: Callable[[str], Iterable[str]], left_out: Callable[[str], bool] = unused
) -> list[Entry]:
    """The binaries without what is left out, and without the libraries that only this needed.

    Args:
        binaries: All that PyInstaller has found.
        linked: Names of the libraries that a file is linked with.
        left_out: True for the place of a file that is not wanted.
    """
    every = list(binaries)
    names = {
        entry[0]: {os.path.basename(name) for name in linked(entry[1])} for entry in every if entry[2] != "SYMLINK"
    }
    kept, gone = every, [entry for entry in every if left_out(entry[0])]
    # what nobody is linked with, and never was, is loaded by its name: it stays
    freed = {name for name in map(_name, every) if any(fnmatch.fnmatch(name, each) for each in OPENED_BY_UNUSED)}
    while gone:
        kept = [entry for entry in kept if entry not in gone]
        freed |= {name for entry in gone for name in names.get(entry[0], ())}
        wanted = {name for entry in kept for name in names.get(entry[0], ())}
        gone = [entry for entry in kept if _name(entry) in freed - wanted]
    return kept


def spare(find: Callable[[str], str | None]) -> list[Entry]:
    """The libraries for systems that have none of their own, as far as this one has them."""
    if not sys.platform.startswith("linux"):
        return []
    found = ((name, find(name)) for name in SPARE_LIBRARIES)
    return [(f"{SPARE}/{name}", path, "BINARY") for name, path in found if path is not None]


def stripped(binaries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The binaries with Python's own libraries as copies without symbols that only debuggers read, 17 MB of 23.

    Those of wheels are left alone, and have few: `strip` breaks what patchelf has changed, NumPy's OpenBLAS among them.
    """
    program = shutil.which("strip")
    if program is None or not sys.platform.startswith("linux"):
        return list(binaries)
    entries: list[Entry] = []
    for index, (place, path, kind) in enumerate(binaries):
        copy = folder / f"{index}-{os.path.basename(path)}"
        if _is_pythons(place) and kind != "SYMLINK":
            shutil.copy(path, copy)
            subprocess.run([program, str(copy)], check=False)  # or it stays as it is
            path = str(copy)
        entries.append((place, path, kind))
    return entries


def only_python(modules: Iterable[str]) -> bool:
    """True when all of them are Python's own.

    Python's own modules do without OpenSSL's digests, which are 5 MB with their library.
    """
    return all(name.partition(".")[0] in sys.stdlib_module_names for name in modules)


def taken_along(using: Callable[[str], Iterable[str]], imports: Iterable[str]) -> set[str]:
    """Packages that msgspec has taken along for apps that use it themselves, when this one does not.

    Args:
        using: Names of the modules that import a package.
        imports: Top-level names of all that the app imports.
    """
    if TAKER in imports:
        return set()
    taken: set[str] = set(TAKEN)
    while wanted := {name for name in taken if not _tops(using(name)) <= {TAKER, *taken}}:
        taken -= wanted
    return taken


def without(entries: Iterable[Entry], packages: Iterable[str]) -> list[Entry]:
    """Entries of any kind that do not belong to some packages."""
    unwanted = set(packages)
    return [entry for entry in entries if not _tops(PurePath(entry[0]).parts[:1]) & unwanted]


def own_sources(pure: Iterable[Entry], sources: Iterable[Path]) -> list[Entry]:
    """The Python modules without those of the app, which travel as files."""
    own = {os.path.normcase(path) for path in sources}
    return [entry for entry in pure if os.path.normcase(entry[1] or "") not in own]


def _tops(modules: Iterable[str]) -> set[str]:
    """The packages that modules are in, or that folders hold the metadata of."""
    return {name.partition(".")[0].partition("-")[0] for name in modules}


def _is_pythons(place: str) -> bool:
    path = PurePath(place)
    return path.name.startswith("libpython") or "lib-dynload" in path.parts


def _name(entry: Entry) -> str:
    return os.path.basename(entry[0])
