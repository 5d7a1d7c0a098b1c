"""Notices that a source file of the app was saved, or can be read again.

GUI thread only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from deskstate.runtime.script import Script

PAUSE_MS: Final = 40
"""Editors write a file in several steps: it has changed when it is read twice alike, so long one after the other."""
POLL_MS: Final = 250
"""How often what cannot be read is looked for: nothing tells when a folder above it is back."""


class SourceWatch(QObject):
    """Watches the script and the modules that it imported from its folder."""

    changed = Signal(bool)
    """True when a module changed, not the script alone."""

    def __init__(self, parent: QObject, script: Script, *, modules: bool = True) -> None:
        """Begin to watch.

        Args:
            parent: Owns the watch.
            script: Names the file, and knows what of it was run.
            modules: False to watch the script alone.
        """
        super().__init__(parent)
        self._script = script
        self._with_modules = modules
        self._looked_at: set[str] = set()
        """Names of the modules of which it is known whether they are the app's."""
        self._modules = 0
        """How many modules there were then: when none has come since, as after most runs, there is nothing to do."""
        self._seen: dict[Path, bytes | None] = {script.path: _content(script.path)}
        """As the windows were told of it last."""
        self._met: dict[Path, bytes | None] = {}
        """As it was run since, where this is known: a click may come while the file is half saved, or away."""
        self._readings = -1
        """How many of them are in `_met`."""
        self._unsettled: dict[Path, bytes] = {}
        """Read once in a new form."""
        self._watcher = QFileSystemWatcher(self)
        self._numbers: dict[str, int | None] = {}
        """Of the files and folders that are watched: another one may take the place."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._wake)
        self._watcher.directoryChanged.connect(self._wake)
        self.refresh()

    @property
    def source(self) -> bytes | None:
        """The script as it was when a change was noticed last."""
        return self._seen[self._script.path]

    def refresh(self) -> None:
        """Watch what the last run has imported, too (rule 18.1), and see whether it read what stands there."""
        if self._readings != self._script.readings.count:
            self._take_readings()
            if any(content != self._seen[file] for file, content in self._met.items()):
                self._wake()
        if self._with_modules and len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            names = sys.modules.keys() - self._looked_at
            self._looked_at |= names
            for file in self._script.modules.found(names).values():
                self._seen.setdefault(file, _content(file))
        self._watch()

    def _take_readings(self) -> None:
        self._readings = self._script.readings.count
        self._met = dict(self._script.readings.files)
        for file, content in self._met.items():
            self._seen.setdefault(file, content)

    def _watch(self) -> None:
        script = self._script.path
        wanted = {str(path) for file in self._seen for path in (file, file.parent)} | {str(script.parent.parent)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        other = [path for path in watched if _number(path) != self._numbers.get(path)]
        if other:
            self._watcher.removePaths(other)
        missing = [path for path in sorted(wanted - watched | set(other)) if os.path.exists(path)]
        if missing:
            self._numbers.update({path: _number(path) for path in missing})
            self._watcher.addPaths(missing)

    def _look(self) -> None:
        self._take_readings()
        script_changed = module_changed = False
        for file, before in self._seen.items():
            now = _content(file)
            if now is None or now == before == self._met.get(file, before):
                self._unsettled.pop(file, None)
            elif self._unsettled.get(file) != now:
                self._unsettled[file] = now
            else:
                del self._unsettled[file]
                self._seen[file] = self._met[file] = now
                if file == self._script.path:
                    script_changed = True
                else:
                    module_changed = True
                    self._script.modules.outdated.add(file)
        self._watch()
        if self._unsettled:
            self._timer.start(PAUSE_MS)
        elif self._is_cut_off():
            self._timer.start(POLL_MS)
        if script_changed or module_changed:
            self.changed.emit(module_changed)

    def _is_cut_off(self) -> bool:
        """True when something is away whose return nobody may tell of."""
        return self._met.get(self._script.path, b"") is None or not all(
            file.parent.is_dir() for file, content in self._seen.items() if content is not None
        )

    def _wake(self) -> None:
        if not 0 <= self._timer.remainingTime() <= PAUSE_MS:
            self._timer.start(PAUSE_MS)


def _content(file: Path) -> bytes | None:
    """What a file holds; None while an editor is replacing it."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def _number(path: str) -> int | None:
    """What tells a file or folder from another one of that name; None while there is none."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return None
