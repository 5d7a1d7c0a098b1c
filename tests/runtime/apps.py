"""A script with its session and runner, for tests that act as its window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from deskstate.core.events import Event
from deskstate.core.patches import Batch, Insert, Update
from deskstate.runtime.notices import Notice
from deskstate.runtime.runner import Runner
from deskstate.runtime.script import Script
from deskstate.runtime.session import Session

PATIENCE_S = 20.0
LOOK_S = 0.01
"""How often a test looks whether something has come to pass, as a window asks for news on its clock."""


class Recorder:
    """A window that only remembers what it was told."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []
        self.notices: list[Notice] = []
        self.changed = threading.Condition()
        self.ready = True

    def deliver(self, batch: Batch) -> None:
        with self.changed:
            self.batches.append(batch)
            self.changed.notify_all()

    def is_ready(self) -> bool:
        return self.ready

    def tell(self, notice: Notice) -> None:
        with self.changed:
            self.notices.append(notice)
            self.changed.notify_all()

    def wait_for(self, fact: Callable[[], bool]) -> None:
        until = monotonic() + PATIENCE_S
        while not fact():
            assert monotonic() < until
            with self.changed:
                self.changed.wait(LOOK_S)

    def finals(self) -> int:
        return sum(batch.final for batch in self.batches)

    def bodies(self) -> list[str]:
        found: list[str] = []
        for batch in self.batches:
            for patch in batch.patches:
                if isinstance(patch, Insert | Update):
                    found.append(str(getattr(patch.properties, "body", getattr(patch.properties, "type_name", ""))))
        return [body for body in found if body]


class App:
    """A script with its session, runner and recorder."""

    def __init__(self, path: Path, session: type[Session] = Session) -> None:
        self.path = path
        self.window = Recorder()
        self.session = session(Script(path), self.window)
        self.runner = Runner(self.session)
        self.requests = 0

    def request(self, *events: Event) -> None:
        self.requests = self.runner.request(events)

    def run(self, *events: Event) -> None:
        before = self.window.finals()
        self.request(*events)
        self.window.wait_for(lambda: self.window.finals() > before)

    def id_of(self, label: str) -> str:
        known = {**self.session.state.known, **self.session.state.drawn}
        return next(id for id, element in known.items() if getattr(element.properties, "label", "") == label)


class Gate:
    """Holds a script where it asks for it."""

    def __init__(self) -> None:
        self._reached = threading.Event()
        self._opened = threading.Event()

    def hold(self) -> None:
        """The script waits here."""
        self._reached.set()
        self._opened.wait(PATIENCE_S)

    def wait(self) -> None:
        """Wait until the script has come here."""
        assert self._reached.wait(PATIENCE_S)

    def open(self) -> None:
        """Let it go on."""
        self._opened.set()
