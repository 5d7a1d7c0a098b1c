"""The user's script: read, compiled once per content, executed as `__main__` (rule 1.3).

No Qt. Script's thread.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from deskstate.core.traces import UserLine
from deskstate.folders import SCRIPT
from deskstate.runtime.magic import MAGIC_NAME, with_magic
from deskstate.runtime.parsing import parsed
from deskstate.runtime.reload import LocalModules, Readings
from deskstate.runtime.stable import STABLE_NAME, StableClasses, with_stable_classes
from deskstate.runtime.worker import spec

PAUSE_S: Final = 0.02
"""A file that has changed is whole when it is read twice alike, so long one after the other."""
SETTLED_NS: Final = 1_000_000_000
"""A file whose last change is so long ago has got another time of change when it differs."""


class Script:
    """One script file. Shared by the windows of an app; each has its own `StableClasses`."""

    _told: ClassVar[Script | None] = None
    """The one that worker processes have been told of."""

    def __init__(self, path: Path, *, write: Callable[..., object] | None = None, stable_classes: bool = True) -> None:
        """Name the script; it is not read yet.

        Args:
            path: Of the file.
            write: Shows bare expressions (rule 17.1); None: they are not shown.
            stable_classes: True when a class whose source did not change is the same object in the next run.
        """
        self.path = path.absolute()
        self._name = str(self.path)
        self._folder = os.path.dirname(self._name)
        self._write = write
        self._stable = stable_classes
        self.names: Mapping[str, object] = {}
        """What the script finds in its module besides the usual names."""
        self.source = b""
        """What was compiled last."""
        self.told: set[UserLine] = set()
        """Lines about which something was said that is said once."""
        self.readings = Readings()
        self.modules = LocalModules(self.path, self.readings, stable_classes=stable_classes)
        self._code: types.CodeType | None = None
        self._compiling = threading.Lock()
        """One window's work is enough for all."""
        self._spec = spec()
        self._stamp: tuple[int, int, int] | None = None
        """Time of change, size and number of the file that was read last; None when it may not be relied on."""

    def compiled(self) -> types.CodeType:
        """The script's code, compiled anew when the file's content changed.

        Raises:
            SyntaxError, OSError, UnicodeDecodeError: When it cannot be.
        """
        with self._compiling:
            if self.modules.outdated:
                self.modules.forget()
            try:
                status = os.stat(self._name)
                stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
                source = self.source if self._code is not None and stamp == self._stamp else self._read()
            except OSError:
                self.readings.note(self.path, None)
                raise
            self.readings.note(self.path, source)
            if self._code is not None and stamp == self._stamp:
                return self._code
            if self._code is None or source != self.source:
                tree = parsed(source, self._name)
                if self._write is not None:
                    tree = with_magic(tree)
                if self._stable:
                    tree = with_stable_classes(tree)
                self._code = compile(tree, self._name, "exec", dont_inherit=True)
                self.source = source
            # What was written a moment ago may be written again without a new time of change.
            self._stamp = stamp if time.time_ns() - status.st_mtime_ns > SETTLED_NS else None
            return self._code

    def _read(self) -> bytes:
        """The file's content; a new one only when it is whole: an editor that saves may empty the file first."""
        source = self.path.read_bytes()
        while self._code is not None and source != self.source:
            before = source
            time.sleep(PAUSE_S)
            source = self.path.read_bytes()
            if source == before:
                break
        return source

    def module(self, classes: StableClasses) -> types.ModuleType:
        """A fresh `__main__`, registered so that pickle finds the script's classes."""
        module = types.ModuleType("__main__")
        module.__spec__ = self._spec
        names: dict[str, Any] = module.__dict__
        names["__file__"] = self._name
        names["__builtins__"] = __builtins__
        names.update(self.names)
        if self._write is not None:
            names[MAGIC_NAME] = self._write
        if self._stable:
            names[STABLE_NAME] = classes.settle
        sys.modules["__main__"] = module
        if "__mp_main__" in sys.modules:  # multiprocessing's second name for it
            sys.modules["__mp_main__"] = module
        if Script._told is not self:
            Script._told = self
            os.environ[SCRIPT] = self._name
        return module

    def add_to_path(self) -> None:
        """Put the script's folder first in `sys.path`."""
        if sys.path[:1] != [self._folder]:
            sys.path.insert(0, self._folder)
