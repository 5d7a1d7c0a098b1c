"""What a bundle will be: everything decided and checked before anything is built.

No Qt.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import msgspec

from deskstate.bundling.files import Data, find_data
from deskstate.bundling.names import MANIFEST
from deskstate.bundling.package import Package, read_package
from deskstate.bundling.problems import Problem
from deskstate.bundling.settings import Project, read_settings
from deskstate.bundling.sources import Sources, find_sources, modules_that_begin

APP_FOLDER: Final = "app"
"""Folder of the script's files inside of a bundle."""
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Characters that file names cannot have on one of the systems."""
_ARCHIVE: Final = b"MEI\014\013\012\013\016"
"""What PyInstaller writes at the end of its archives."""
_TAIL: Final = 65_536
"""Bytes in which that stands."""
_PICTURES: Final = (".png", ".ico", ".icns")


class Wishes(msgspec.Struct, frozen=True):
    """What the command line asks for; None: what the project says."""

    script: Path
    output: Path = Path("dist")
    name: str | None = None
    version: str | None = None
    icon: Path | None = None
    onefile: bool | None = None
    console: bool | None = None
    installer: bool = False


class Unknown(msgspec.Struct, frozen=True):
    """An import of modules that may be missed: their names are known only when the app runs."""

    where: str
    """File and line."""
    code: str
    modules: list[str]
    """Those that may be meant; empty when anything may be."""


class Plan(msgspec.Struct, frozen=True):
    """A bundle that can be built."""

    script: Path
    root: Path
    """Folder whose tree, as far as it travels, is the folder `app` of the bundle."""
    name: str
    version: str
    icon: Path | None
    output: Path
    """The bundle itself: a folder, or a file for `onefile`."""
    onefile: bool
    console: bool
    sources: list[Path]
    data: list[Path]
    secret: list[Path]
    """Left out."""
    imports: list[str]
    """Modules that PyInstaller is to take along by name."""
    unknown: list[Unknown]
    """What may have to be named to it."""
    named: list[str]
    """What the project names already."""
    identifier: str | None
    """Reversed domain name."""
    package: Package | None
    """What the installer says; None when there is to be none."""

    def place(self, file: Path) -> str:
        """Where a file of the app is inside of the bundle, with slashes."""
        return f"{APP_FOLDER}/{file.relative_to(self.root).as_posix()}"

    def program(self, made: Path) -> Path:
        """What is started, of a bundle that stands there."""
        if self.onefile:
            return made
        if sys.platform == "darwin":
            return made / "Contents" / "MacOS" / self.name
        return made / (f"{self.name}.exe" if sys.platform == "win32" else self.name)

    def manifest(self) -> dict[str, Any]:
        """What the program inside has to know."""
        return {
            "script": self.place(self.script),
            "name": self.name,
            "version": self.version,
            "icon": None if self.icon is None else f"{APP_FOLDER}-icon.png",
        }


def make_plan(wishes: Wishes) -> Plan:
    """Decide what a bundle will be.

    Raises:
        Problem: For whatever keeps it from being built.
    """
    script = wishes.script.resolve()
    project = read_settings(script)
    settings = project.settings
    sources, data = _files(script, project)
    name = _name(wishes.name or settings.name or script.stem)
    icon = wishes.icon or (None if settings.icon is None else project.folder / settings.icon)
    onefile = settings.onefile if wishes.onefile is None else wishes.onefile
    if onefile and wishes.installer:
        raise Problem("an installer holds a folder, not one file: leave out either --installer or --onefile")
    files = [source.path for source in sources.own]
    return Plan(
        script=script,
        root=_root([*files, *data.files]),
        name=name,
        version=wishes.version or settings.version or _version(project.about),
        icon=None if icon is None else _icon(icon),
        output=_output(wishes.output.resolve(), name, onefile=onefile),
        onefile=onefile,
        console=settings.console if wishes.console is None else wishes.console,
        sources=files,
        data=data.files,
        secret=data.secret,
        imports=sources.imports,
        unknown=_unknown(script.parent, sources, settings.imports),
        named=list(settings.imports),
        identifier=settings.identifier,
        package=read_package(project, name) if wishes.installer else None,
    )


def _files(script: Path, project: Project) -> tuple[Sources, Data]:
    """What travels. A file of Python that is named, and not imported, is a program that another process may run."""
    sources = find_sources(script, project.settings.imports)
    programs: set[Path] = set()
    while True:
        data = find_data(sources.own, script, project)
        new = [file for file in data.files if file.suffix == ".py" and file not in programs]
        if not new:
            return sources, data
        programs.update(new)
        for program in new:
            with suppress(Problem):  # a template of one, or an example
                sources = sources.joined(find_sources(program))


def _unknown(folder: Path, sources: Sources, named: tuple[str, ...]) -> list[Unknown]:
    """Imports by computed names, without those of which all that may be meant travels, or is named, anyway."""
    own = {source.path for source in sources.own}
    prefixes = tuple(each.prefix for _, each in sources.computed if each.prefix)
    unknown: list[Unknown] = []
    for path, each in sources.computed:
        found = modules_that_begin(folder, each.prefix)
        missing = [name for name, file in found.items() if file not in own]
        if each.prefix:
            is_settled = not missing if found else any(name.startswith(each.prefix) for name in named)
        else:
            is_settled = any(not name.startswith(prefixes) for name in named)
        if not is_settled:
            unknown.append(Unknown(f"{path.name}, line {each.line}", each.code, missing))
    return unknown


def _version(about: dict[str, Any]) -> str:
    """That of the project; a version that only a build tool knows is none."""
    version = about.get("version")
    return version if isinstance(version, str) else "0.0.0"


def _name(name: str) -> str:
    if not name.strip() or name != name.strip() or _UNFIT.search(name) or name.endswith("."):
        raise Problem(f"{name!r} cannot be the name of an application: it is the name of a file, too")
    return name


def _root(files: list[Path]) -> Path:
    try:
        common = Path(os.path.commonpath([file.parent for file in files]))
    except ValueError:  # two drives
        raise Problem("the data of the app must be on the same drive as its script") from None
    return common


def _icon(icon: Path) -> Path:
    if not icon.is_file():
        raise Problem(f"there is no icon {icon}")
    if icon.suffix.lower() not in _PICTURES:
        raise Problem(f"the icon {icon.name} must be one of {', '.join(_PICTURES)}")
    return icon.resolve()


def _output(folder: Path, name: str, *, onefile: bool) -> Path:
    """The bundle's own path. Raises Problem when nothing can be written there, or when something else stands there."""
    output = folder / f"{name}{_ending(onefile=onefile)}"
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if not there.is_dir():
        raise Problem(f"{there} is not a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise Problem(f"the folder {there} cannot be written to")
    if output.exists() and not is_bundle(output):
        raise Problem(
            f"{output} exists already and is not a bundle made by deskstate. Move it, or name another --output"
        )
    return output


def _ending(*, onefile: bool) -> str:
    """What the name of a bundle ends with on this system."""
    if sys.platform == "darwin" and not onefile:
        return ".app"
    return ".exe" if sys.platform == "win32" and onefile else ""


def is_bundle(path: Path) -> bool:
    """True for a folder that this command has made, and for a file that PyInstaller has."""
    if path.is_dir():
        return any(path.glob(f"*/{MANIFEST}")) or any(path.glob(f"Contents/*/{MANIFEST}"))
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _TAIL, 0))
        return _ARCHIVE in file.read()
