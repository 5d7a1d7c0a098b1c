"""What an installer says about an app: its name among packages, who made it, what it is, under which licence.

No Qt. It comes from the table `[project]` of the pyproject.toml, in the form of the packaging standards, and from the
app's name.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

import msgspec

from deskstate.bundling.problems import Problem
from deskstate.bundling.settings import Project

LONGEST: Final = 80
"""Characters of a description: it is one line in a list."""
UNSAID: Final = "LicenseRef-Proprietary"
"""The licence of an app that names none: nobody has been given any right."""
_IDENTIFIER: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""What is a name for Debian's packages and for Briefcase's apps, and needs no quotes anywhere."""


class Person(msgspec.Struct, frozen=True):
    """One of the authors."""

    name: str | None = None
    email: str | None = None


class Package(msgspec.Struct, frozen=True):
    """What an installer shows."""

    name: str
    """Among the packages of a system: "our-budget"."""
    identifier: str | None
    """Reversed domain name such as "org.example.our-budget"."""
    description: str
    """One line."""
    author: Person
    homepage: str | None
    licence: str
    """An SPDX expression."""
    licences: list[Path]
    """Files with the texts."""


class _Table(msgspec.Struct, frozen=True, rename="kebab"):
    """The keys that matter here; the default globs are those of the standard."""

    description: str | None = None
    authors: tuple[Person, ...] = ()
    license: str | dict[str, str] | None = None
    urls: dict[str, str] = {}
    license_files: tuple[str, ...] = ("LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*")


def read_package(project: Project, app: str) -> Package:
    """Take it from a project; an app that says nothing is described by its name.

    Args:
        project: Where the script belongs to.
        app: The application's name.

    Raises:
        Problem: For a table that is not of the standard's form, and for names that no package can have.
    """
    try:
        table = msgspec.convert(project.about, _Table)
    except msgspec.ValidationError as error:
        raise Problem(f"{project.folder / 'pyproject.toml'}, [project]: {error}") from None
    identifier = project.settings.identifier
    if identifier is not None and not _IDENTIFIER.fullmatch(identifier):
        raise Problem(f"`identifier` must be a reversed domain name such as org.example.budget, not {identifier!r}")
    description = " ".join((table.description or app).split())
    homepage = next((url for label, url in table.urls.items() if label.lower().replace("-", "") == "homepage"), None)
    return Package(
        name=_name(app, identifier),
        identifier=identifier,
        description=description if len(description) <= LONGEST else f"{description[: LONGEST - 1].rstrip()}…",
        author=table.authors[0] if table.authors else Person(),
        homepage=homepage,
        licence=table.license if isinstance(table.license, str) else UNSAID,
        licences=sorted({file for glob in table.license_files for file in project.folder.glob(glob) if file.is_file()}),
    )


def _name(app: str, identifier: str | None) -> str:
    """The end of the identifier, or what plain letters make of the application's name."""
    words = identifier.rpartition(".")[2] if identifier is not None else app
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    if len(name) < 2 or not _NAME.fullmatch(name):
        raise Problem(
            f'no package can be named after {words!r}: set identifier = "org.example.budget", with the package\'s name '
            "at its end, in [tool.deskstate.bundle] of pyproject.toml"
        )
    return name
