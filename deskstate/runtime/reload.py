"""The modules that an app has beside its script, and importing anew those whose source has changed (rule 18.2).

No Qt. A module that neither changed nor imports one that did stays as it is, with all that it holds. One that is
imported anew is a new module, but its classes stay the same objects as those of the script do.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable
from functools import partial
from importlib.machinery import (
    BYTECODE_SUFFIXES,
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    SourceFileLoader,
    SourcelessFileLoader,
)
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

from deskstate.runtime.parsing import parsed
from deskstate.runtime.stable import STABLE_NAME, StableClasses, with_stable_classes

if TYPE_CHECKING:
    from deskstate.core.imports import Imports


class Readings:
    """What the app has got of its source files, whether or not it could do with it. Any thread notes; none waits."""

    def __init__(self) -> None:
        self.files: dict[Path, bytes | None] = {}
        """The content when it was read last; None: it could not be read."""
        self.count = 0
        """Grows with each reading that has brought something else."""

    def note(self, file: Path, content: bytes | None) -> None:
        """A file was read, or could not be."""
        if self.files.get(file, b"") is not content or file not in self.files:
            self.files[file] = content
            self.count += 1


class LocalModules:
    """The modules that are imported from the script's folder or below. All windows of an app share them."""

    def __init__(self, script: Path, readings: Readings, *, stable_classes: bool) -> None:
        """Name the script.

        Args:
            script: Names the folder.
            readings: Is told what of the modules is read.
            stable_classes: True when a class whose source did not change is to be the same object.
        """
        self.outdated: set[Path] = set()
        """Files of which the next run is to take what they hold now."""
        self._folder = str(script.parent)
        self._readings = readings
        self._stable = stable_classes
        self._sources: dict[str, bytes] = {}
        """What each module was made of, by its name."""
        self._imports: dict[str, tuple[bytes, Imports]] = {}
        """What is known of that already."""
        self._classes: dict[str, StableClasses] = {}
        """Those of the modules that have changed; the others are loaded as Python does it."""
        self._hook = self._finder

    def install(self) -> None:
        """Import the app's modules in such a way that they can be imported anew."""
        sys.path_hooks.insert(0, self._hook)
        self._forget_finders()

    def uninstall(self) -> None:
        """Leave importing to Python."""
        if self._hook in sys.path_hooks:
            sys.path_hooks.remove(self._hook)
            self._forget_finders()

    def found(self, names: Iterable[str] | None = None) -> dict[str, Path]:
        """The modules that are imported, with their source files.

        Args:
            names: Of the modules to look at; None: all.
        """
        found: dict[str, Path] = {}
        for name in list(sys.modules) if names is None else names:
            file = getattr(sys.modules.get(name), "__file__", None)
            if name != "__main__" and isinstance(file, str) and file.endswith(".py") and self._has(file):
                found[name] = Path(file)
        return found

    def missed(self, error: BaseException) -> None:
        """Note a module that a run has not found: it may be on its way."""
        if isinstance(error, ModuleNotFoundError) and error.name and self._hook in sys.path_hooks:
            place = Path(self._folder, *error.name.split("."))
            self._readings.note(place.with_name(f"{place.name}.py"), None)
            self._readings.note(place / "__init__.py", None)

    def forget(self) -> None:
        """Have the modules whose source has changed imported anew, and those that have something of them."""
        files, self.outdated = self.outdated, set()
        found = self.found()
        for name in self._concerned(files, found):
            module = sys.modules.pop(name, None)
            source = self._sources.pop(name, None)
            if not found[name].is_file():
                self._readings.note(found[name], None)
            classes = self._classes.setdefault(name, StableClasses())
            if module is not None and source is not None:
                classes.adopt(parsed(source, str(found[name])), module)
        importlib.invalidate_caches()

    def _concerned(self, files: set[Path], found: dict[str, Path]) -> set[str]:
        """Modules that have changed, or are gone, and those that import one of these, directly or not."""
        concerned = {name for name, file in found.items() if self._has_changed(name, file, seen=file not in files)}
        while more := {name for name in found.keys() - concerned if self._needs(name, found[name], concerned)}:
            concerned |= more
        return concerned

    def _has_changed(self, name: str, file: Path, *, seen: bool) -> bool:
        if seen:
            return not file.is_file()
        try:
            return file.read_bytes() != self._sources.get(name)
        except OSError:
            return True

    def _needs(self, name: str, file: Path, others: set[str]) -> bool:
        """True when a module has taken something of others: `from x import y` copies it."""
        imports = self._imports_of(name, file)
        for each in imports.named:
            taken = each.names if each.whole else each.names[-2:]
            if not each.for_types and not others.isdisjoint(taken):
                return True
        return any(other.startswith(each.prefix) for each in imports.computed for other in others)

    def _imports_of(self, name: str, file: Path) -> Imports:
        source = self._sources.get(name, b"")  # without one it was not imported by name, nor are its imports known
        known = self._imports.get(name)
        if known is None or known[0] != source:
            from deskstate.core.imports import Imports  # late: not before a module was saved

            imports = Imports(parsed(source, str(file)), name, is_package=file.name == "__init__.py")
            known = self._imports[name] = (source, imports)
        return known[1]

    # What the loader asks

    def read(self, name: str, file: str, content: bytes | None) -> None:
        """A module's source was read, or could not be."""
        self._readings.note(Path(file), content)
        if content is not None:
            self._sources[name] = content

    def code(self, name: str, file: str, source: bytes) -> CodeType | None:
        """The code of a module that has changed; None for one that can be loaded as Python does it.

        Python would take compiled code for current whose source was saved twice in one second.
        """
        if name not in self._classes:
            return None
        tree = parsed(source, file)
        return compile(with_stable_classes(tree) if self._stable else tree, file, "exec", dont_inherit=True)

    def prepare(self, module: ModuleType) -> None:
        """Give a module that is imported anew its classes, and its submodules that stayed."""
        name = module.__name__
        if name not in self._classes:
            return
        module.__dict__[STABLE_NAME] = self._classes[name].settle
        for other, inner in list(sys.modules.items()):
            if other.rpartition(".")[0] == name:
                setattr(module, other.rpartition(".")[2], inner)

    def _has(self, path: str) -> bool:
        return path.startswith(self._folder + os.sep) and "site-packages" not in path

    def _finder(self, path: str) -> FileFinder:
        if path != self._folder and not self._has(path):
            raise ImportError(f"{path} is not a folder of the app", path=path)
        return FileFinder(
            path,
            (ExtensionFileLoader, EXTENSION_SUFFIXES),
            (partial(_Loader, self), SOURCE_SUFFIXES),  # type: ignore[arg-type] # it is only called
            (SourcelessFileLoader, BYTECODE_SUFFIXES),
        )

    def _forget_finders(self) -> None:
        for path in list(sys.path_importer_cache):
            if path == self._folder or self._has(path):
                del sys.path_importer_cache[path]


class _Loader(SourceFileLoader):
    """Loads a module of the app."""

    def __init__(self, modules: LocalModules, name: str, path: str) -> None:
        super().__init__(name, path)
        self._modules = modules

    def get_code(self, fullname: str) -> CodeType | None:
        """Take what stands in the file, and say so."""
        try:
            source = self.get_data(self.path)
        except OSError:
            self._modules.read(fullname, self.path, None)
            raise
        self._modules.read(fullname, self.path, source)
        return self._modules.code(fullname, self.path, source) or super().get_code(fullname)

    def exec_module(self, module: ModuleType) -> None:
        """Run it."""
        self._modules.prepare(module)
        super().exec_module(module)
