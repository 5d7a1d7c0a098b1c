"""The data of an app: the files that its sources name, and those that the project lists.

No Qt. A text in the source that is the path of a file, seen from the script's folder, from the source's, or from where
the project is, means that file. A folder counts only where a path is put together (`Path("data")`, `HERE / "data"`,
`os.path.join`), as a mere word may be the name of a folder by chance.
"""

from __future__ import annotations

import ast
import fnmatch
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from deskstate.bundling.problems import Problem
from deskstate.bundling.settings import Project
from deskstate.bundling.sources import Source

SECRETS: Final = (
    *("secrets.toml", ".env", ".env.*", "*.pem", "*.key", "*.p12", "*.pfx", "*.jks", "*.kdbx", "id_rsa*", "id_dsa*"),
    *("id_ecdsa*", "id_ed25519*", ".netrc", ".pgpass", "credentials.json", "service_account*.json", "*.ppk"),
)
"""Names of files that never travel unless the project lists each of them."""
CONFIGURATION: Final = (".streamlit/config.toml", ".deskstate/config.toml")
"""Found beside the script without being named."""
_SKIPPED: Final = frozenset({"__pycache__", ".git", ".hg", ".svn", ".venv", "venv", "node_modules", ".mypy_cache"})
"""Folders that are never data."""
_LONGEST: Final = 300
"""Characters of a text that may be a path."""
_JOINS: Final = frozenset({"Path", "PurePath", "join", "joinpath", "glob", "rglob", "iterdir", "listdir", "scandir"})
"""Functions whose words are paths, or parts of one."""


class Data(NamedTuple):
    """The data of an app, each list sorted."""

    files: list[Path]
    secret: list[Path]
    """Named or listed by a glob, and left out."""


def find_data(sources: Iterable[Source], script: Path, project: Project) -> Data:
    """Find the files that travel with an app.

    Raises:
        Problem: For an entry of the project that matches nothing.
    """
    found: set[Path] = set()
    for source in sources:
        bases = dict.fromkeys((source.path.parent, script.parent, project.folder))
        for name, folders in _names(source.tree):
            found |= {file for base in bases for file in _at(base, name, folders=folders)}
    found |= {script.parent / name for name in CONFIGURATION if (script.parent / name).is_file()}
    found |= set(_listed("data", project.settings.data, project.folder))
    wanted = set(_listed("secrets", project.settings.secrets, project.folder))
    unwanted = project.settings.leave_out
    files = {file for file in found if not _matches(file, project.folder, unwanted)}
    secret = {file for file in files if is_secret(file)} - wanted
    code = {source.path for source in sources}
    return Data(sorted((files | wanted) - secret - code), sorted(secret))


def is_secret(file: PurePath) -> bool:
    """True for a file whose name says that it holds a secret."""
    return any(fnmatch.fnmatch(file.name.lower(), pattern) for pattern in SECRETS)


def _names(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Texts of a source that may be paths, and whether a folder counts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield from ((name, True) for name in _joined(node))
        elif isinstance(node, ast.Call) and _called(node.func) in _JOINS:
            words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
            yield from ((name, True) for name in (*words, "/".join(words)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, False


def _joined(node: ast.BinOp) -> list[str]:
    """`HERE / "data" / "a.csv"` as "data/a.csv"; nothing for a path whose end is computed."""
    parts: list[str] = []
    at: ast.expr = node
    while isinstance(at, ast.BinOp) and isinstance(at.op, ast.Div):
        if not (isinstance(at.right, ast.Constant) and isinstance(at.right.value, str)):
            parts = []  # what comes before it is a folder
        else:
            parts.insert(0, at.right.value)
        at = at.left
    if isinstance(at, ast.Constant) and isinstance(at.value, str):
        parts.insert(0, at.value)
    return ["/".join(parts)] if parts else []


def _called(function: ast.expr) -> str:
    """The last word of what is called: "join" of `os.path.join`."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _at(base: Path, name: str, *, folders: bool) -> Iterator[Path]:
    """The file of a name, or the files of a folder."""
    if not name.strip(" ./\\") or len(name) > _LONGEST or "\0" in name or "\n" in name:
        return
    path = Path(os.path.normpath(base / name))
    try:
        if PurePath(name).is_absolute() or not path.is_relative_to(base.parent):
            return
        if path.is_file():
            yield path
        elif folders and path.is_dir() and path not in (base, base.parent):
            yield from _inside(path)
    except (OSError, ValueError):
        return


def _inside(folder: Path) -> Iterator[Path]:
    """All files of a folder that may be data."""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path
        elif path.is_dir() and path.name not in _SKIPPED and not path.is_symlink():  # which may lead back
            yield from _inside(path)


def _listed(key: str, patterns: Iterable[str], folder: Path) -> Iterator[Path]:
    for pattern in patterns:
        there = Path(os.path.normpath(folder / pattern))
        paths = [there] if there.exists() else sorted(folder.glob(pattern))
        files = [file for path in paths for file in (_inside(path) if path.is_dir() else [path])]
        if not files:
            raise Problem(f"`{key}` of the project names {pattern!r}, and there is no such file in {folder}")
        yield from files


def _matches(file: Path, folder: Path, patterns: Iterable[str]) -> bool:
    try:
        name = file.relative_to(folder).as_posix()
    except ValueError:
        name = file.as_posix()
    return any(fnmatch.fnmatch(name, pattern) or name.startswith(pattern.rstrip("/") + "/") for pattern in patterns)
