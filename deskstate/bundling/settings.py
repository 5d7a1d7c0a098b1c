"""What a project says about its bundle: the table `[tool.deskstate.bundle]` of the pyproject.toml around the script.

No Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec

from deskstate.bundling.problems import Problem

TABLE: Final = "tool.deskstate.bundle"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The table. What the command line says comes first."""

    name: str | None = None
    """Of the application; default: of the script."""
    version: str | None = None
    """Default: that of `[project]`, else "0.0.0"."""
    icon: str | None = None
    """A picture, square, 256 px or more."""
    data: tuple[str, ...] = ()
    """Further files and folders, as globs."""
    leave_out: tuple[str, ...] = ()
    """Files that are found and not wanted, as globs."""
    secrets: tuple[str, ...] = ()
    """Files with secrets that are to travel all the same, by their exact paths."""
    imports: tuple[str, ...] = ()
    """Modules that nothing imports by name."""
    identifier: str | None = None
    """Reversed domain name such as "org.example.budget"; installers of Windows and macOS need one."""
    onefile: bool = False
    """See `--onefile`."""
    console: bool = False
    """See `--console`."""


class Project(msgspec.Struct, frozen=True):
    """Where the settings are from."""

    folder: Path
    """Globs and paths begin here: the folder of the pyproject.toml, or of the script when there is none."""
    settings: Settings
    about: dict[str, Any]
    """The table `[project]` of the packaging standards."""


class _Table(msgspec.Struct, frozen=True):
    bundle: Settings = Settings()


class _Tools(msgspec.Struct, frozen=True):
    deskstate: _Table = _Table()


class _Document(msgspec.Struct, frozen=True):
    """A pyproject.toml, as far as it matters here."""

    project: dict[str, Any] = {}
    tool: _Tools = _Tools()


def read_settings(script: Path) -> Project:
    """Look for a pyproject.toml beside the script, then above.

    Raises:
        Problem: When it cannot be read, or says what means nothing.
    """
    for folder in script.parents:
        file = folder / "pyproject.toml"
        if file.is_file():
            document = _read(file)
            return Project(folder, document.tool.deskstate.bundle, document.project)
    return Project(script.parent, Settings(), {})


def _read(file: Path) -> _Document:
    try:
        return msgspec.toml.decode(file.read_bytes(), type=_Document)
    except msgspec.ValidationError as error:
        known = ", ".join(field.encode_name for field in msgspec.structs.fields(Settings))
        raise Problem(f"{file}, [{TABLE}]: {error}. It takes {known}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Problem(f"{file}: {error}") from None
    except OSError as error:
        raise Problem(f"{file} cannot be read: {error.strerror}") from None
