"""Which requests must wait for a run that has seen the edits before them (design: an edit is a run of its own).

No Qt. Script's thread. A callback is called as its element was drawn last, with the arguments of that run. So a click
that follows an edit has to wait until a run has taken the edit in and drawn the button again:

    edit A -> B, click        run for the edit: ... button(args=(B,))   run for the click: callback(B) ...
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from deskstate.core.element import Element
from deskstate.core.events import Event, Request
from deskstate.core.state import State
from deskstate.runtime.notices import ClickLost

MOST_RERUNS: Final = 10
"""So many runs that end in `ds.rerun`, one after another, a request waits for before it is answered all the same."""


class Turns:
    """Knows what was drawn since the last edit, and what is answered next."""

    def __init__(self, state: State) -> None:
        self.waiting: Callable[[], Request | None] = lambda: None
        """Takes the requests that have come in."""
        self.next: Request | None = None
        """Taken from these, and to be answered after the run in progress."""
        self._state = state
        self._edited = False
        """True while the window may show elements of runs that had not seen the last edit."""
        self._fresh: set[str] = set()
        """Those of them that need not be drawn again."""
        self._clicked: frozenset[str] = frozenset()
        """Buttons that the last request clicked."""
        self._reruns = 0
        """How many runs in a row have ended in `ds.rerun` while a request waited for them."""
        self._prepared = 0
        """Number of the newest request for which no run is made any more that sees the edits before it."""

    # Around a run

    def take(self, request: Request) -> None:
        """A request is taken in."""
        self._clicked = request.clicked()
        if len(self._clicked) < len(request.events):
            self._edited = True
            # what it edits has nothing to learn from it, unless it was made of several
            self._fresh = set() if request.late else {event.id for event in request.events}

    def end(self, *, complete: bool) -> None:
        """A run is over; complete: what it did not draw is gone."""
        if complete:
            self._edited = False
        elif self._edited:
            self._fresh |= self._state.drawn.keys()

    # What comes next

    def apart(self, before: Request, later: Request) -> bool:
        """True when a request must not become one with those before it."""
        if not later.follows:
            return False
        known = {event.id for event in before.events}
        return any(
            event.trigger or (event.id not in known and self._calls(self._element(event))) for event in later.events
        )

    def take_next(self) -> Request | None:
        """What must be answered before all that waits elsewhere, with what of that may be answered with it."""
        request, self.next = self.next, None
        later = self.waiting() if request is not None else None
        if request is None or later is None:
            return request
        if self.apart(request, later):
            self.next = later
            return request
        return request.merged(later)

    def must_wait(self) -> bool:
        """True while what is answered next has to wait for something that the run in progress is still to draw."""
        if self.next is None:
            self.next = self.waiting()
        return self.next is not None and self._is_early(self.next)

    def following(self, *, rerun: bool) -> Request | None:
        """What is answered after a run that has not come to an end of its own; None: go on with the same request.

        Args:
            rerun: True when `ds.rerun` has ended it.
        """
        if self.must_wait() and rerun and self._reruns < MOST_RERUNS:
            self._reruns += 1
            return None
        self._reruns = 0
        return self.take_next()

    def is_early(self, request: Request, *, held: bool) -> bool:
        """True when a request would call back what was drawn before the edit that it follows, and a run may help.

        Args:
            request: With `follows` set.
            held: True when edits wait that no run has taken in.
        """
        return bool(request.events) and self._prepared < request.number and (held or self._is_early(request))

    def before(self, request: Request) -> Request:
        """What is to be run before such a request, which comes next then."""
        self._prepared = request.number
        self.next = request
        return Request((), request.number)

    def give_up(self, number: int) -> None:
        """Run nothing any more for the sake of requests up to this number: Stop was pressed."""
        self._prepared = number

    def without_lost(self, request: Request, *, stopped: bool) -> tuple[Request, ClickLost | None]:
        """A request that follows an edit without its click, when the button has not outlived the edit.

        Args:
            request: With `follows` set.
            stopped: True when Stop was meant for it.

        Returns:
            What is left of it, which is what was entered after the click; and what the window has to know.
        """
        click = next((event for event in request.events if event.trigger), None)
        if click is None:
            return request, None
        element = self._element(click)
        reached = not stopped and (element is None or not self._is_behind(click) or click.id in self._state.drawn)
        if element is not None and not element.disabled and reached:
            return request, None
        rest = tuple(event for event in request.events if event.id in request.late and event is not click)
        brought = tuple(event for event in request.events if event.id not in request.late and event is not click)
        repeated = click.id in self._clicked
        return (
            msgspec.structs.replace(request, events=rest, late=frozenset()),
            ClickLost(click.label, brought, reached=reached, repeated=repeated),
        )

    def _is_early(self, request: Request) -> bool:
        return bool(request.follows) and self._edited and any(map(self._is_behind, request.events))

    def _is_behind(self, event: Event) -> bool:
        """True when a run is still to draw again what the event is about."""
        element = self._element(event)
        if element is None or not self._edited or event.id in self._fresh:
            return False
        drawn = self._state.drawn.get(event.id)
        if drawn is not None:
            return event.trigger and drawn.disabled  # a run in progress is not cut short for a click that is lost
        return event.trigger or self._calls(element)

    def _element(self, event: Event) -> Element | None:
        return self._state.drawn.get(event.id) or self._state.known.get(event.id)

    @staticmethod
    def _calls(element: Element | None) -> bool:
        return element is not None and element.callback is not None
