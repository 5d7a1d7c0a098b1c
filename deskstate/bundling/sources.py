"""The Python files of an app: its script, the modules beside it that are imported, and what all of them import.

No Qt. Nothing is run: files are parsed, and names are looked up as Python would, the script's folder first.
"""

from __future__ import annotations

import ast
import importlib.machinery
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from deskstate.bundling.problems import Problem
from deskstate.core.imports import Computed, Import, Imports

PAGES: Final = "pages"
"""Folder beside the script with further pages."""
_ANY_NAME: Final = ("globals", "vars", "exec", "setattr", "modules", "__getattr__", "__path__", "*")
"""A module with one of these in its source may have names that are not there: `sys.modules`, `import *`."""


class Source(NamedTuple):
    """A Python file of the app."""

    path: Path
    tree: ast.Module


class Sources(NamedTuple):
    """All Python files of an app."""

    own: list[Source]
    """The script first."""
    imports: list[str]
    """Names of what they import from elsewhere, sorted: top-level ones, and whole ones of what a call imports."""
    computed: list[tuple[Path, Computed]]
    """Imports by names that only the running app knows, with the files that they are in."""

    def joined(self, other: Sources) -> Sources:
        """Those of both, each file once."""
        own = {source.path: source for source in (*self.own, *other.own)}
        computed = dict.fromkeys((*self.computed, *other.computed))
        return Sources(list(own.values()), sorted({*self.imports, *other.imports}), list(computed))


def find_sources(script: Path, also: Iterable[str] = ()) -> Sources:
    """Follow the imports of a script.

    Args:
        script: The script.
        also: Names of modules that nothing imports by name; those beside the script are followed, too.

    Raises:
        Problem: For a file that cannot be parsed, and for a module that does not exist.
    """
    folder = script.parent
    waiting = [script, *sorted((folder / PAGES).glob("*.py"))]
    own: dict[Path, Source] = {}
    named = {name: list(_files(folder, name)) for name in also}
    waiting += [file for files in named.values() for file in files]
    elsewhere = {name for name, files in named.items() if not files}
    local: list[tuple[Path, Import]] = []
    computed: list[tuple[Path, Computed]] = []
    while waiting:
        path = waiting.pop(0)
        if path in own:
            continue
        own[path] = source = Source(path, _parse(path))
        imports = Imports(source.tree, _name(path, folder), is_package=path.name == "__init__.py")
        computed += [(path, each) for each in imports.computed]
        for each in imports.named:
            top = each.names[0].partition(".")[0]
            if _is_local(folder, top):
                local.append((path, each))
                waiting += [file for name in each.names for file in _files(folder, name) if file not in own]
            elif each.optional or _exists(top):
                elsewhere.add(each.names[-1] if each.called else top)
            else:
                raise Problem(
                    f"{path.name}, line {each.line}: there is no module named {top!r}, neither beside the script nor "
                    f"installed for {sys.executable}"
                )
    for path, each in local:
        _require(path, each, folder, own)
    return Sources(list(own.values()), sorted(elsewhere), computed)


def _parse(path: Path) -> ast.Module:
    try:
        with tokenize.open(path) as file:
            return ast.parse(file.read(), str(path))
    except SyntaxError as error:
        raise Problem(f"{path.name}, line {error.lineno}: {error.msg}") from None
    except (UnicodeDecodeError, ValueError):
        raise Problem(f"{path.name} is not text in UTF-8") from None
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror}") from None


def modules_that_begin(folder: Path, prefix: str) -> dict[str, Path]:
    """The modules beside a script whose dotted names begin with a text, with their files; none for an empty text."""
    if not prefix:
        return {}
    packages = prefix.split(".")[:-1]
    found = (
        folder.joinpath(*packages).rglob("*.py") if packages else (*folder.glob("*.py"), *folder.glob("*/__init__.py"))
    )
    names = {_name(file, folder): file for file in sorted(found)}
    return {name: file for name, file in names.items() if name.startswith(prefix) and file.stem != "__main__"}


def _name(path: Path, folder: Path) -> str:
    """The dotted name of a module beside the script."""
    place = path.relative_to(folder).with_suffix("")
    return ".".join(place.parent.parts if place.name == "__init__" else place.parts)


def _is_local(folder: Path, top: str) -> bool:
    """True for a module, a package or a namespace beside the script."""
    if (folder / f"{top}.py").is_file() or (folder / top / "__init__.py").is_file():
        return True
    return any((folder / top).rglob("*.py")) and not _exists(top)


def _files(folder: Path, name: str) -> Iterator[Path]:
    """The files of a module beside the script, with those of the packages around it."""
    at = folder
    *packages, last = name.split(".")
    for package in packages:
        at /= package
        yield from filter(Path.is_file, (at / "__init__.py",))
    yield from filter(Path.is_file, (at / last / "__init__.py", at / f"{last}.py"))


def _require(path: Path, wanted: Import, folder: Path, own: Mapping[Path, Source]) -> None:
    """Raise Problem for an import of what the app's own modules do not have; it passes where that is uncertain."""
    if wanted.optional:
        return
    for name, inner in pairwise(wanted.names):
        place = folder.joinpath(*name.split("."))
        files = [file for file in (place / "__init__.py", place.with_name(f"{place.name}.py")) if file in own]
        if _is_module(folder, inner) or not (files or place.is_dir()):
            continue  # what it is in may be a compiled module
        trees = [own[file].tree for file in files]
        if any(_may_have(tree, "__path__") for tree in trees):
            continue
        if inner != wanted.names[-1] or wanted.whole:
            raise Problem(f"{path.name}, line {wanted.line}: there is no module named {inner!r}")
        word = inner.rpartition(".")[2]
        if not any(_may_have(tree, word) for tree in trees):
            raise Problem(f"{path.name}, line {wanted.line}: there is no {word!r} in the module {name!r}")


def _is_module(folder: Path, name: str) -> bool:
    """True for a module beside the script, a compiled one too."""
    place = folder.joinpath(*name.split("."))
    return place.is_dir() or any(
        place.with_name(place.name + end).is_file() for end in importlib.machinery.all_suffixes()
    )


def _may_have(tree: ast.Module, word: str) -> bool:
    """True when a module may give itself this name, or any name: when the word, or one of those, is in its source."""
    if word.startswith("__") and word != "__path__":
        return True  # Python's own
    texts = (value for node in ast.walk(tree) for value in vars(node).values() if isinstance(value, str))
    return any(text.partition(".")[0] in (word, *_ANY_NAME) for text in texts)


def _exists(top: str) -> bool:
    """True for a module of Python or of an installed package."""
    if top in sys.stdlib_module_names or top in sys.modules:
        return True
    try:
        return importlib.machinery.PathFinder.find_spec(top) is not None
    except (ImportError, ValueError):
        return False
