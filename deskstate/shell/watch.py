"""Notices that a source file of the app was saved.

GUI thread only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from deskstate.runtime.reload import forget_modules, local_modules

PAUSE_MS: Final = 40
"""Editors write a file in several steps: it has changed when it is read twice alike, so long one after the other."""


class SourceWatch(QObject):
    """Watches the script and the modules that it imported from its folder."""

    changed = Signal(bool)
    """True when a module changed, not the script alone."""

    def __init__(self, parent: QObject, script: Path) -> None:
        super().__init__(parent)
        self._script = script
        self._looked_at: set[str] = set()
        """Names of the modules of which it is known whether they are the app's."""
        self._modules = 0
        """How many modules there were then: when none has come since, as after most runs, there is nothing to do."""
        self._seen: dict[Path, bytes | None] = {script: _content(script)}
        self._unsettled: dict[Path, bytes] = {}
        """Read once in a new form."""
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._wake)
        self._watcher.directoryChanged.connect(self._wake)
        self.refresh()

    def refresh(self) -> None:
        """Watch what the last run has imported, too (rule 18.1)."""
        if len(sys.modules) == self._modules:
            return
        self._modules = len(sys.modules)
        names = sys.modules.keys() - self._looked_at
        self._looked_at |= names
        for file in local_modules(self._script, names).values():
            self._seen.setdefault(file, _content(file))
        self._watch()

    def forget(self) -> None:
        """Have the next run import the app's own modules afresh (rule 18.2)."""
        forget_modules(self._script)
        self._looked_at.clear()
        self._modules = 0

    def _watch(self) -> None:
        wanted = {str(path) for file in self._seen for path in (file, file.parent)}
        missing = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _look(self) -> None:
        script_changed = module_changed = False
        for file, before in self._seen.items():
            now = _content(file)
            if now is None or now == before:
                self._unsettled.pop(file, None)
            elif self._unsettled.get(file) != now:
                self._unsettled[file] = now
            else:
                del self._unsettled[file]
                self._seen[file] = now
                script_changed = script_changed or file == self._script
                module_changed = module_changed or file != self._script
        self._watch()
        if self._unsettled:
            self._timer.start()
        if script_changed or module_changed:
            self.changed.emit(module_changed)

    def _wake(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _content(file: Path) -> bytes | None:
    """What a file holds; None while an editor is replacing it."""
    try:
        return file.read_bytes()
    except OSError:
        return None
