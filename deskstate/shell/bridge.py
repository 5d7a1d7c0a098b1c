"""The border between the script's thread and the window's: what a session says is handled in the event loop.

Made on the GUI thread; `deliver`, `is_ready` and `tell` are called on the script's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from deskstate.core.patches import Batch
from deskstate.runtime.notices import Notice


class Bridge(QObject):
    """Carries batches and notices to the GUI thread, one batch at a time."""

    _batch_sent = Signal(object)
    _notice_sent = Signal(object)

    def __init__(
        self, parent: QObject, take_batch: Callable[[Batch], None], take_notice: Callable[[Notice], None]
    ) -> None:
        """Say who takes what comes over, on the GUI thread; both are methods of QObjects that live there."""
        super().__init__(parent)
        self._ready = True
        self._open = True
        self._carries = True
        self._crossing = threading.Lock()
        """Held by who is about to send: Qt must not delete the bridge meanwhile."""
        self._batch_sent.connect(take_batch, Qt.ConnectionType.QueuedConnection)
        self._notice_sent.connect(take_notice, Qt.ConnectionType.QueuedConnection)

    def deliver(self, batch: Batch) -> None:
        """Send a batch; until it is applied there is no other."""
        with self._crossing:
            if self._carries:
                self._ready = False
                self._batch_sent.emit(batch)

    def is_ready(self) -> bool:
        """True when the last batch has been applied."""
        return self._ready

    def applied(self) -> None:
        """The window has applied the batch."""
        self._ready = True

    def tell(self, notice: Notice) -> None:
        """Send a notice."""
        with self._crossing:
            if self._open:
                self._notice_sent.emit(notice)

    def mute(self) -> None:
        """The window is about to go: only notices are carried from here on."""
        self._carries = False

    def close(self) -> None:
        """The window goes: nothing is carried any more."""
        with self._crossing:
            self._open = self._carries = False
