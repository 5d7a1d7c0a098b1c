"""Notices that a source file of the app was saved.

GUI thread only.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from deskstate.runtime.reload import source_files

PAUSE_MS: Final = 80
"""Editors write a file in several steps: how long it must rest before it is read."""


class SourceWatch(QObject):
    """Watches the script and the modules that it imported from its folder."""

    changed = Signal(bool)
    """True when a module changed, not the script alone."""

    def __init__(self, parent: QObject, script: Path) -> None:
        super().__init__(parent)
        self._script = script
        self._seen: dict[Path, bytes | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)

    def refresh(self) -> None:
        """Watch what the last run has imported, too."""
        files = source_files(self._script)
        for file in files - self._seen.keys():
            self._seen[file] = _content(file)
        wanted = {str(file) for file in files} | {str(file.parent) for file in files}
        missing = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _look(self) -> None:
        script_changed = module_changed = False
        for file, before in self._seen.items():
            now = _content(file)
            if now is not None and now != before:
                self._seen[file] = now
                if file == self._script:
                    script_changed = True
                else:
                    module_changed = True
        self.refresh()
        if script_changed or module_changed:
            self.changed.emit(module_changed)


def _content(file: Path) -> bytes | None:
    """What a file holds; None while an editor is replacing it."""
    try:
        return file.read_bytes()
    except OSError:
        return None
