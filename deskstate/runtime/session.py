"""The life of one window: its state, its runs one after another, and what the window is told.

No Qt. One rerun, in order (rule 1.2): take the values in, run the callbacks, run the script, clean up, tell the window.
The script's thread answers requests; the window's thread puts them, and asks for news while a long run goes on.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from itertools import dropwhile
from types import CodeType
from typing import Final, Protocol

import msgspec

from deskstate import errors
from deskstate.core import traces
from deskstate.core.around import TOASTS
from deskstate.core.cursor import CURSOR, start
from deskstate.core.diff import Shown
from deskstate.core.earlier import Line, settle
from deskstate.core.element import Element
from deskstate.core.events import Request
from deskstate.core.memory import Memory
from deskstate.core.patches import Batch
from deskstate.core.properties.base import Properties
from deskstate.core.properties.layout import Root
from deskstate.core.run import Made, Run
from deskstate.core.state import State
from deskstate.core.terminal import say
from deskstate.runtime.ends import COMPLETE, End, Superseded
from deskstate.runtime.event_loop import ScriptLoop
from deskstate.runtime.leavings import end_fork, tidy
from deskstate.runtime.notices import Compiled, CompileFailed, News, Notice
from deskstate.runtime.options import Options
from deskstate.runtime.script import Script
from deskstate.runtime.stable import StableClasses
from deskstate.runtime.turns import Turns


class Window(Protocol):
    """What a session needs of its window. All are called on the script's thread."""

    def deliver(self, batch: Batch) -> None:
        """Take the changes to show."""
        ...

    def is_ready(self) -> bool:
        """False while the last batch is not applied yet: the window will ask for news by itself."""
        ...

    def tell(self, notice: Notice) -> None:
        """Take something to say that is not in the tree."""
        ...


MEMO_SPARE: Final = 500
MEMO_PER_ELEMENT: Final = 4
"""Between runs the memory of calls may hold that many calls per element of the window, and so many more."""
MOST_TOASTS: Final = 20
"""How many toasts a chain of reruns may leave."""
_NEW_ROOT: Final = Root()


class Session:
    """State and runs of one window."""

    def __init__(self, script: Script, window: Window, options: Options | None = None) -> None:
        self.script = script
        self.window = window
        self.options = options or Options()
        self.state = State()
        self.ran = script.source
        """The source of the last run, or of what another window ran before the first."""
        self.classes = StableClasses()
        self.loop = ScriptLoop()
        self.run: Run | None = None
        """The run in progress, or the last one."""
        self.last_end: End | None = None
        """How the last run ended; None while one is in progress, or follows at once."""
        self.ended = threading.Event()
        """Set while no run is in progress."""
        self.ended.set()
        self._memo: Memory[Made] = Memory()
        self._shown = Shown()
        self._shown_lock = threading.Lock()
        self._process = os.getpid()
        self._runs = 0
        self._behind = False
        """True when the last run's tree is not delivered yet, since the window was busy."""
        self._newest = 0
        """Number of the newest request that a run in progress makes way for."""
        self._stopped = -1
        """Number of the newest request that Stop has meant."""
        self.held = Request()
        """What was entered in requests whose runs have not begun, stopped or without a script: the next brings it."""
        self.turns = Turns(self.state)
        self.line = Line(lambda: window.tell(News()))
        self._taken = 0
        """Number of the request that the run in progress answers."""
        self._answered = 0
        """The same of the run that has ended last."""
        self._ending = True
        """Whether the last run's tree is all that the window is to show."""
        self._submitted: set[str] = set()
        """Forms that the request in progress submits."""
        self._unreadable = False
        self._root: Properties = _NEW_ROOT
        """How the last complete run has set the window up."""

    # The script's thread

    def answer(self, request: Request, waiting: Callable[[], Request | None] = lambda: None) -> End:
        """Run the script for a request, and again while it asks for this (rule 15.2).

        Args:
            request: What the person did.
            waiting: Takes the requests that have come in meanwhile.

        Returns:
            How the last run ended.
        """
        self.ended.clear()
        self.turns.waiting = waiting
        following: Request | None = request
        try:
            while True:
                if following is not None and following.follows:
                    following = self._in_turn(following)
                    if following is None:
                        return self.last_end or End.ABANDONED
                end = self._execute(following)
                if end is not End.RERUN and end is not End.SUPERSEDED:
                    self.last_end = end
                    return end
                following = self.turns.following(rerun=end is End.RERUN)
        except errors.AbandonedRun:  # it was raised in this thread when the script had just ended
            run = self.run
            if run is not None and run.thread == threading.get_ident():  # else another thread goes on already
                run.finished = True
                if not run.muted:
                    self.last_end = End.ABANDONED
                    self._finish(complete=False)
            return End.ABANDONED
        finally:
            if self.run is None or self.run.muted or self.run.thread == threading.get_ident():
                self.ended.set()

    def _in_turn(self, request: Request) -> Request | None:
        """A request that follows an edit: itself, or what must be done before it. None when it is answered already."""
        stopped = request.number <= self._stopped
        if not stopped and self.turns.is_early(request, held=bool(self.held.events)):
            return self.turns.before(request)
        request, lost = self.turns.without_lost(request, stopped=stopped)
        if lost is not None:
            self.window.tell(lost)
        if lost is None or request.events or self.last_end is None:
            return request
        self._taken = request.number
        self._finish(complete=self.last_end in COMPLETE)
        return None

    def _execute(self, request: Request | None) -> End:
        """One run. Without a request it goes on with the one before, after `ds.rerun`."""
        if (self._taken if request is None else request.number) <= self._stopped:
            return self._skip(request)
        try:
            code = self.script.compiled()
        except (SyntaxError, OSError, ValueError) as error:
            return self._report_unreadable(error, request)
        self.ran = self.script.source
        self._runs += 1
        run = Run(self._runs, self.state, self._memo, _NEW_ROOT, self.line)
        run.thread = threading.get_ident()
        run.before = self.line.standing()
        run.waits = self.turns.must_wait
        if request is not None:
            if self.held.events:
                request, self.held = self.held.merged(request), Request()
            self._begin(request)
        run.answers = self._taken
        if self.run is not None and self.last_end is None:  # toasts outlive the rerun that follows them (rule 22.7)
            toasts = self.run.regions.get(TOASTS)
            if toasts is not None:
                run.region(TOASTS).children = (toasts.children or [])[-MOST_TOASTS:]
        self.last_end = None
        with self._shown_lock:
            self._behind = False  # what the window was too busy for is past: this run's tree must not be taken for it
            self.run = self.line.newest = run
            run.dirty = self._shown.is_overdue
        if run.answers <= self._stopped:  # Stop, or a newer request, came before this run was there to be asked
            run.asked = errors.AbandonedRun()
        elif run.answers < self._newest or self.turns.next is not None:
            run.asked = Superseded()
        token = CURSOR.set(start(run))
        try:
            end = self._phases(run, request or Request(), code)
        finally:
            CURSOR.reset(token)
            if os.getpid() != self._process:
                end_fork()
            with self._shown_lock:  # it is either over or left behind
                run.finished = True
        if run.muted:
            return End.ABANDONED
        run.end(gone=end is End.ABANDONED)
        if end is End.FINISHED or end is End.RERUN:
            self.state.reset_triggers()
        self.turns.end(complete=end in COMPLETE)
        before = self.state.known
        gone: set[str] = self.state.drop_undrawn() if end is End.FINISHED else set()
        if end in COMPLETE:
            self.line.whole = run
            self.state.show_drawn()
        if end is End.FINISHED or end is End.STOPPED:
            self._look_for_lost(request or Request(), before, gone)
        if len(self._memo) > MEMO_SPARE + MEMO_PER_ELEMENT * self._shown.count:
            self._memo.clear()
        tidy()
        if end in COMPLETE or end is End.ABANDONED:
            settle(run)
            self._finish(complete=end in COMPLETE)
        return end

    def _skip(self, request: Request | None) -> End:
        """Leave a run out that was stopped before it began: what was entered waits, the window stays as it is."""
        self._hold(request)
        self.held = self.held.without_clicks()
        return End.ABANDONED

    def _hold(self, request: Request | None) -> None:
        """Have the next run answer a request, and let the window be as it is."""
        if request is not None:
            self.held = self.held.merged(request)
            self._taken = request.number
        if self.run is None:
            self.run = Run(self._runs, self.state, self._memo, _NEW_ROOT)
            self.run.finished = True
        self.run.thread = threading.get_ident()  # which has ended an answer
        self._finish(complete=self.last_end in COMPLETE)

    def _begin(self, request: Request) -> None:
        """Settle the last request, and see which forms this one submits."""
        shown = None if self.run is None else self.run.root
        self.state.begin(shown)
        self._taken = request.number
        self.turns.take(request)
        self.line.asks.take(request)
        if shown is None:
            return
        known = self.state.known
        clicked = [known[event.id] for event in request.events if event.trigger and event.id in known]
        self._submitted = {form for element in clicked if (form := element.around.form) is not None}
        for form in self._submitted:
            self.state.submit(form, shown)

    def _phases(self, run: Run, request: Request, code: CodeType) -> End:
        """Callbacks, then the script, each with its way to end."""
        try:
            self._take_in(run, request)
            self.state.start_body()
            if self._call_back(run, request):
                return End.RERUN
            run.begin_body()
            if self._unreadable:
                self._unreadable = False
                self.window.tell(Compiled())
            self.loop.install(self.script.source)
            self.script.add_to_path()
            module = self.script.module(self.classes)
            exec(code, module.__dict__)
            if self.options.enforce_serializable:
                from deskstate.runtime.serializable import check_serializable  # late: most apps never ask for it

                check_serializable(self.state)
        except Superseded:
            return End.SUPERSEDED
        except errors.RerunRun:
            with self._shown_lock:
                self._shown.passed(run.root)
            return End.RERUN
        except (errors.StopRun, SystemExit):
            return End.STOPPED
        except errors.AbandonedRun:
            return End.ABANDONED
        except BaseException as error:
            return self._report(run, error)
        return End.FINISHED

    def _take_in(self, run: Run, request: Request) -> None:
        """Let the state know what the person entered (rule 6.1)."""
        known = self.state.known
        with self._shown_lock:
            for event in request.events:
                element = known.get(event.id)
                if not event.trigger:
                    self._shown.entered(event.id, event.value, event.seen)
                if element is None:
                    continue
                self.state.incoming[event.id] = element.entered(event.value)
                if element.trigger:
                    self.state.fired[event.id] = element.codec.rest
            for form in self._submitted & self.state.cleared:
                self._shown.clear(form)
                run.dirty = True
            self._submitted.clear()

    def _call_back(self, run: Run, request: Request) -> bool:
        """Run the callbacks of what changed (rules 6.2, 6.3). True when one of them asked for a rerun (rule 6.10)."""
        state = self.state
        changed = [
            state.known[event.id] for event in request.events if event.id in state.known and state.changed(event.id)
        ]
        again = False
        for element in changed:  # as they were before the first of them ran
            if element.callback is None or element.disabled:
                continue
            run.protected += 1
            try:
                element.callback(*element.args, **(element.kwargs or {}))
            except errors.RerunRun:
                again = True
            finally:
                run.protected -= 1
                if request.late and element.trigger:
                    self._keep_late(request, element)
        return again

    def _keep_late(self, request: Request, clicked: Element) -> None:
        """What was entered after a click outlives what the click's callback has forgotten (rule 16.4)."""
        for event in dropwhile(lambda event: event.id != clicked.id, request.events):
            if event.id in request.late and event.id in self.state.known and event.id not in self.state.incoming:
                element = self.state.known[event.id]
                self.state.enter(element, element.entered(event.value))

    def _look_for_lost(self, request: Request, before: Mapping[str, Element], gone: set[str]) -> None:
        """Say it when the script has not asked for what was entered, but for another input in its place."""
        drawn = self.state.drawn
        if not gone and all([event.trigger or event.id in drawn for event in request.events]):
            return
        from deskstate.runtime.traps import lost_edits, moved_choices  # late: most scripts lose nothing

        lines = self._memo.lines
        asked = [before[id] for id in gone if id in before]
        for line, text in (*lost_edits(request, before, drawn, lines), *moved_choices(asked, before, drawn, lines)):
            if line not in self.script.told:
                self.script.told.add(line)
                say(text)

    def _report(self, run: Run, error: BaseException) -> End:
        """Show an exception where the script was when it was raised (rule 19.1)."""
        try:
            record = traces.describe(error)
            assert run.main.children is not None
            run.main.children.append(Element(record))
            _log(error)
            self.script.modules.missed(error)
        finally:
            error.__traceback__ = None  # the frames hold the script's variables
        return End.FAILED

    def _report_unreadable(self, error: Exception, request: Request | None) -> End:
        """Say why there can be no run; what was entered and clicked waits for one (rule 18.5)."""
        self._unreadable = True
        error.__traceback__ = None  # no line of the user's was running
        _log(error)
        self.window.tell(CompileFailed(traces.describe(error)))
        self._hold(request)
        return End.UNREADABLE

    def _finish(self, *, complete: bool) -> None:
        """Tell the window how the run ended, or let it ask when it has caught up."""
        with self._shown_lock:
            self._ending = complete
            self._answered = self._taken
            if not self.window.is_ready():
                self._behind = True
                return
            self._deliver(complete=complete, final=True)

    # The window's thread

    def supersede(self, number: int) -> None:
        """End the run in progress at its next yield point, for a newer request (rule 16.4).

        Args:
            number: Of the request, which waits already. A run that answers it goes on: the script's thread is quick.
        """
        self._newest = number
        run = self.run
        if run is not None and run.answers < number and not run.finished and run.asked is None:
            run.asked = Superseded()

    def stop(self, newest: int) -> None:
        """Ask the run in progress to end, or the request that waits for one not to begin it (rule 16.5).

        Args:
            newest: Number of the newest request.
        """
        run = self.run
        if run is None or run.finished:
            self._stopped = newest
        else:
            self._stopped = run.answers
            run.asked = errors.AbandonedRun()
        self.turns.give_up(newest)

    def stopping(self) -> Run | None:
        """The run in progress, when it is one that Stop has meant."""
        run = self.run
        return run if run is not None and not run.finished and run.answers <= self._stopped else None

    def interrupt(self, run: Run) -> None:
        """Raise AbandonedRun in a run's thread, unless the window is being told of its end, or it cleans up already."""
        from deskstate.runtime import interruption  # late: most scripts never hang

        interruption.wait_for_a_good_moment(run)
        with self._shown_lock:
            if run.thread is not None and not run.finished:
                interruption.interrupt(run.thread)

    def forget(self) -> None:
        """Clear session_state and the memory of calls (rule 2.20), between two runs.

        What is still to be seen in the window belongs to the past: what is entered or clicked there counts, but calls
        nothing back.
        """
        self.held = Request()
        self.turns.end(complete=True)
        self.state.clear()
        self.state.leave_drawn()
        self._memo.clear()

    def abandon(self) -> bool:
        """Leave the run in progress behind: from here on it is mute, and the next request starts afresh.

        Returns:
            False when there is none, or no more.
        """
        run = self.run
        with self._shown_lock:
            if run is None or run.finished:
                return False
            run.muted = True
            run.asked = errors.AbandonedRun()
            self._ending = False
            self._answered = self._taken
            self._behind = True
        self.last_end = End.ABANDONED
        self.state.reset_triggers()
        self.ended.set()
        return True

    def ask(self) -> bool:
        """Deliver what a run in progress has drawn since the last batch, or what the window was too busy for.

        Returns:
            False when this could not be looked at now.
        """
        if not self.window.is_ready():  # it asks again when it has applied the last batch
            return False
        if not self._shown_lock.acquire(blocking=False):
            return False
        try:
            run = self.run
            if self._behind:
                self._behind = False
                self._deliver(complete=self._ending, final=True)
            elif run is not None and run.dirty and not run.muted:
                if run.finished and self.last_end is not None:  # a thread goes on
                    self._deliver(complete=self._ending, final=True)
                else:  # or another run follows at once: between two of them the window's thread is let in most often
                    self._deliver(complete=False, final=False)
        finally:
            self._shown_lock.release()
        return True

    def _deliver(self, *, complete: bool, final: bool) -> None:
        run = self.run
        assert run is not None
        run.dirty = False
        tree = run.root
        if complete:
            self._root = tree.properties
        elif tree.properties is _NEW_ROOT:  # the run has not come to its set_page_config yet
            tree = msgspec.structs.replace(tree, properties=self._root)
        patches, stale = self._shown.advance(tree, complete=complete)
        whole = complete and not self.held.events
        self.window.deliver(Batch(self._shown.batch, patches, () if final else stale, final, self._answered, whole))


def _log(error: BaseException) -> None:
    """Report an exception on the terminal, if there is one (rule 19.3)."""
    say(traces.formatted(error), end="")
