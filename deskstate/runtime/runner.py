"""The script's thread: it answers requests, one after another, and can be left behind when a script hangs.

No Qt. The window's thread makes and calls it; any thread may ask for a run.
"""

from __future__ import annotations

import gc
import linecache
import os
import sys
import threading
from types import FrameType
from typing import Final

from deskstate import errors
from deskstate.core.events import Event, Request, Why
from deskstate.core.run import Run
from deskstate.core.traces import is_user_frame
from deskstate.runtime.ends import End
from deskstate.runtime.mailbox import Closed, Mailbox
from deskstate.runtime.notices import Hung, Over, Requested, StillRuns
from deskstate.runtime.session import Session

ASK_S: Final = 0.3
"""How long a run may take to reach a yield point after Stop, before an exception is raised in its thread."""
RAISE_S: Final = 0.7
"""How long that exception may take to arrive, before the thread is left behind."""
IDLE_S: Final = 1.0
"""How long after the last run memory is tidied up (rule 1.9)."""


class Runner:
    """Answers the requests of one session on a thread of its own."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._mailbox = Mailbox(session.turns.apart)
        self._number = 0
        """Number of the last request."""
        self._numbering = threading.Lock()
        """Held by who adds a request: they lie in the mailbox in the order of their numbers."""
        self._stopping = threading.Lock()
        self._closed = False
        self._start()

    def request(self, events: tuple[Event, ...] = (), *, follows: int = 0, why: Why = "person") -> int:
        """Have the script run, from any thread.

        Args:
            events: What a person did, oldest first.
            follows: See `Request`.
            why: "person" when the window asks, on its thread: a run in progress makes way. "program" for all others: a
                run in progress comes to its end before, however often they ask, and the window is told.

        Returns:
            The number of the request.
        """
        with self._numbering:
            self._number = number = self._number + 1
            if why == "program":  # before it can be answered: else the window would wait for an answer that it has had
                self.session.window.tell(Requested(number))
            self._mailbox.put(Request(events, number, follows=follows, why=why))
            if why == "person":
                self.session.supersede(number)
        return number

    def stop(self) -> None:
        """End the run in progress, whatever it is doing: ask, raise in its thread, leave the thread behind."""
        self.session.stop(self._number)
        if self._stopping.acquire(blocking=False):
            threading.Thread(target=self._stop, name="deskstate stop", daemon=True).start()

    def close(self) -> bool:
        """End the session: nothing is answered any more, and a run in progress is ended, as by `stop`.

        Its thread is not left behind, however: the window is told when it still runs after a moment, and when it does
        no more.

        Returns:
            True when no run is in progress, and the window is told of nothing more.
        """
        self._closed = True
        self.session.turns.take_next()
        self._mailbox.close()
        self.session.stop(self._number)
        if self.session.ended.is_set():
            return True
        threading.Thread(target=self._close, name="deskstate close", daemon=True).start()
        return False

    def leave(self) -> None:
        """Leave the run in progress behind: the session was closed, and it does not end."""
        self.session.abandon()

    def _start(self) -> None:
        self._thread = threading.Thread(
            target=_serve, args=(self.session, self._mailbox), name="deskstate script", daemon=True
        )
        self._thread.start()

    def _stop(self) -> None:
        session = self.session
        try:
            if session.ended.wait(ASK_S):
                return
            run = session.stopping()
            if run is None:
                return
            where = _where(run)
            session.interrupt(run)
            if session.ended.wait(RAISE_S):
                session.window.tell(Hung(where, abandoned=False))
            elif session.stopping() is run and not self._closed:
                self._leave_behind(where)
        finally:
            self._stopping.release()

    def _close(self) -> None:
        session = self.session
        if not session.ended.wait(ASK_S):
            run = session.stopping()
            if run is not None:
                session.interrupt(run)
            if not session.ended.wait(RAISE_S):
                session.window.tell(_still_runs(run))
                session.ended.wait()
        session.window.tell(Over())

    def _leave_behind(self, where: str) -> None:
        if not self.session.abandon():
            return
        with self._numbering:
            old, self._mailbox = self._mailbox, Mailbox(self.session.turns.apart)
            waiting = [self.session.turns.take_next()]
            while (request := old.take_waiting()) is not None:
                waiting.append(request)
            old.close()
            for request in waiting:
                if request is not None:
                    self._mailbox.put(request)
        self._start()
        self.session.window.tell(Hung(where, abandoned=True))


def _serve(session: Session, mailbox: Mailbox) -> None:
    """Body of the script's thread."""
    try:
        _answer_all(session, mailbox)
    finally:
        session.loop.close()


def _answer_all(session: Session, mailbox: Mailbox) -> None:
    tidy = False
    while True:
        try:
            request = session.turns.take_next() or mailbox.take(IDLE_S if tidy else None)
            if request is None:
                gc.collect()
                tidy = False
                continue
            end = session.answer(request, mailbox.take_waiting)
        except Closed:
            return
        except errors.AbandonedRun:  # raised in this thread a moment after its last answer
            continue
        run = session.run
        if end is End.ABANDONED and run is not None and run.muted and run.thread == threading.get_ident():
            return
        tidy = True


def _still_runs(run: Run | None) -> StillRuns:
    from deskstate.runtime import interruption  # late: few windows are closed so

    if run is None:
        return StillRuns("the script", tidies_up=True)
    return StillRuns(_where(run), interruption.tidies_up(run))


def _where(run: Run) -> str:
    """The user's line that a run is at, as "app.py, line 12: time.sleep(600)"."""
    frame = sys._current_frames().get(run.thread or 0)  # pyright: ignore[reportPrivateUsage] # there is no other way
    innermost: FrameType | None = None
    own: FrameType | None = None
    while frame is not None:
        if is_user_frame(frame.f_code.co_filename):
            innermost = innermost or frame
            if frame.f_globals.get("__name__") == "__main__":
                own = own or frame
        frame = frame.f_back
    frame = own or innermost
    if frame is None:
        return "the script"
    filename = frame.f_code.co_filename
    line = linecache.getline(filename, frame.f_lineno).strip()
    place = f"{os.path.basename(filename)}, line {frame.f_lineno}"
    return f"{place}: {line}" if line else place
