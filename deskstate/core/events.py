"""What a person did, and the request that one rerun answers.

No Qt.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Why = Literal["person", "program"]
"""Who has the script run: the person at the window, or a thread, a timer, a task: whatever is no person."""


class Event(msgspec.Struct, frozen=True, gc=False):
    """One committed edit, or one click."""

    id: str
    """State identity of the element."""
    value: Any
    """In the form that the element's record documents; True for a click."""
    seen: int = 0
    """Number of the last batch that the window had applied."""
    trigger: bool = False
    """True for a click: the value lasts for one run."""
    label: str = ""
    """What stood on the button that was clicked."""


class Request(msgspec.Struct, frozen=True, gc=False):
    """Why the script runs again: everything that one action brought, oldest first."""

    events: tuple[Event, ...] = ()
    number: int = 0
    """Requests of a window are numbered from 1."""
    late: frozenset[str] = frozenset()
    """Inputs that were edited after a click, when several actions have become one request."""
    follows: int = 0
    """Number of the newest edit before it, when the window did not show what has come of that; else 0."""
    why: Why = "person"
    """A run in progress makes way for a person's request; it comes to its end before one of the program's."""

    def merged(self, later: Request) -> Request:
        """This request and a later one as a single one: newest values, and no click lost (rules 7.3, 16.4)."""
        values = {event.id: event for event in self.events}
        for event in later.events:
            values.pop(event.id, None)
            values[event.id] = event
        late = self.late | later.late
        if any(event.trigger for event in self.events):
            late |= {event.id for event in later.events if not event.trigger}
        why: Why = "person" if self.why == "person" else later.why
        return Request(tuple(values.values()), later.number, late, self.follows, why)

    def clicked(self) -> frozenset[str]:
        """State identities of the buttons that were clicked."""
        return frozenset([event.id for event in self.events if event.trigger])

    def without_clicks(self) -> Request:
        """What was entered."""
        return Request(tuple([event for event in self.events if not event.trigger]), self.number)
