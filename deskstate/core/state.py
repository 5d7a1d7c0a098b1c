"""What a window remembers between runs: the rules of sections 2, 4 and 5.

No Qt. Used by the script's thread; each single call is safe for threads that the script starts (rule 2.21).

Three layers, asked in this order (rule 2.12):

    assigned   by code in this run, by key
    incoming   from the window in this run, or a widget's default on its first draw, by id
    values     of widgets, from the runs before, by id
    entries    of the script, from the runs before, by key
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import msgspec

from deskstate import errors
from deskstate.core.scope import Ran, Scope

if TYPE_CHECKING:
    from deskstate.core.around import Around
    from deskstate.core.element import Element

ID_PREFIX: Final = "$$ID"
"""Begins every state identity; not allowed in a key (rule 2.5)."""

_NOTHING: Final[Any] = object()


class State:
    """Values of widgets by id, entries of the script by key, and which key belongs to which id."""

    def __init__(self) -> None:
        self.assigned: dict[str, Any] = {}
        self.incoming: dict[str, Any] = {}
        self.values: dict[str, Any] = {}
        self.entries: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        """Id of the widget that was last drawn with a key."""
        self.keys: dict[str, str] = {}
        """The way back."""
        self.former: dict[str, set[str]] = {}
        """Ids of other widgets that a key had since a run ended well: what is assigned is theirs too."""
        self.page = Scope()
        """What the body of the page has drawn."""
        self.fragments: dict[str, Scope] = {}
        """What the fragments have, by name."""
        self.running = [self.page]
        """The scopes of this run; the others stand as they are."""
        self.unseen: set[str] = set()
        """Widgets that the window does not show, with an entry or a kept value: it counts as assigned."""
        self.clearing: set[str] = set()
        """Forms that were last drawn with `clear_on_submit`."""
        self.cleared: set[str] = set()
        """Forms whose widgets show their defaults since a submit; the state holds what was submitted (rule 8.9)."""
        self.spared: set[str] = set()
        """Widgets that do not, as code has given them a value since."""
        self.raw: set[str] = set()
        """Widgets whose values need not be what their window would report."""
        self.fired: dict[str, Any] = {}
        """Triggers that have their value for this run only, by a person, and what they have afterwards."""
        self.lent: dict[str, Any] = {}
        """The same of those that have it by an entry of the script: until the next request (rule 4.8)."""
        self.persistent: dict[str, str] = {}
        """Ids of widgets whose value outlives them (`persist_state`), with their key."""
        self.known: dict[str, Element] = {}
        """Widgets that the window may still show: those of this run, and of earlier ones until a run ends well."""
        self.warned = False
        """True when the log has said that an entry overruled a default (rule 4.4)."""

    # What a script asks by key

    def read(self, key: str) -> Any:
        """The value of an entry or of a keyed widget. Raises KeyError when there is none."""
        value = self._find(self.ids.get(key), key)
        if value is _NOTHING:
            raise KeyError(errors.missing_key(key))
        return value

    def peek(self, key: str) -> Any:
        """What `read` finds; None when there is nothing."""
        value = self._find(self.ids.get(key), key)
        return None if value is _NOTHING else value

    def write(self, key: str, value: Any) -> None:
        """Assign an entry, or the value of a widget that is drawn later in this run (rules 2.13, 2.14)."""
        id = self.ids.get(key)
        for scope in self.running:
            if key in scope.forms or id in scope.drawn:
                raise errors.WidgetAlreadyInstantiatedError(key)
        self.assigned[key] = value

    def remove(self, key: str) -> None:
        """Forget an entry, or the value of a widget (rules 2.15, 2.16)."""
        id = self.ids.get(key)
        if self._find(id, key) is _NOTHING:
            raise KeyError(errors.missing_key(key))
        self.assigned.pop(key, None)
        self.entries.pop(key, None)
        if id is not None:
            del self.ids[key]
            self.keys.pop(id, None)
            self.incoming.pop(id, None)
            self.values.pop(id, None)

    def clear(self) -> None:
        """Forget everything, the values of live widgets included (rule 2.9)."""
        for layer in (self.assigned, self.incoming, self.values, self.entries, self.ids, self.keys, self.persistent):
            layer.clear()
        for names in (self.cleared, self.spared, self.raw, self.unseen):
            names.clear()
        self.former.clear()

    def value_of(self, id: str) -> Any:
        """The value of a widget. Raises KeyError when the script deleted it."""
        value = self._find(id, self.keys.get(id, ""))
        if value is _NOTHING:
            raise KeyError(id)
        return value

    def holds(self, key: str) -> bool:
        """True when `read` finds something."""
        return self._find(self.ids.get(key), key) is not _NOTHING

    def visible(self) -> dict[str, Any]:
        """All that the script may see: its entries and its keyed widgets (rule 2.7)."""
        seen: dict[str, Any] = {}
        for key in (*self.entries, *self.assigned):  # copies: another thread may write meanwhile (rule 2.21)
            seen[key] = self._find(self.ids.get(key), key)
        for id in (*self.values, *self.incoming):
            key = self.keys.get(id, "")
            if key:
                seen[key] = self._find(id, key)
        return {key: value for key, value in seen.items() if value is not _NOTHING}

    def __iter__(self) -> Iterator[str]:
        return iter(self.visible())

    # What has been drawn

    @property
    def drawn(self) -> dict[str, Element]:
        """Widgets by id, of the page and of each fragment what was drawn in its last run."""
        if not self.fragments:
            return self.page.drawn
        return {id: element for scope in self._scopes() for id, element in scope.drawn.items()}

    def _scopes(self) -> tuple[Scope, ...]:
        return (self.page, *self.fragments.values())

    def scope(self, around: Around) -> Scope:
        """The scope of what is drawn there."""
        return self.page if around.fragment is None else self.fragments[around.fragment]

    def open_fragment(self, name: str) -> None:
        """The body of a fragment begins, in its own run or in that of the page."""
        scope = self.fragments[name] = Scope()
        self.running.append(scope)

    def claim_key(self, key: str, around: Around) -> None:
        """Take a key for an element. Raises DuplicateElementKey when another one has it (rule 3.3)."""
        if any([key in scope.keys for scope in self._scopes()]):
            raise errors.DuplicateElementKey(key)
        self.scope(around).keys.add(key)

    def _scope_among_others(self, element: Element) -> Scope:
        """The scope of a widget that is in none yet. Raises as `register` does."""
        for scope in self._scopes():
            if element.key in scope.keys:
                raise errors.DuplicateElementKey(element.key)
            if element.id in scope.drawn:
                raise errors.DuplicateElementId(element.properties.kind)
        return self.scope(element.around)

    def has_form(self, key: str) -> bool:
        """True when there is a form with a key."""
        return any([key in scope.forms for scope in self._scopes()])

    # What a widget asks when it is drawn

    def register(self, element: Element, default: Any) -> tuple[Any, bool]:
        """Draw a widget: give it the value that it has now.

        Args:
            element: With id, key, codec and disabled set.
            default: Its value when there is none yet.

        Returns:
            The value, and True when code put it there so that the window must show it.

        Raises:
            DuplicateElementKey: When there is something with its key already (rule 3.3).
            DuplicateElementId: When it is there already (rule 3.2).
        """
        id: Any = element.id
        key = element.key
        scope = self._scope_among_others(element) if self.fragments else self.page
        if key is not None:
            if key in scope.keys:
                raise errors.DuplicateElementKey(key)
            scope.keys.add(key)
        drawn = scope.drawn
        if id in drawn:
            raise errors.DuplicateElementId(element.properties.kind)
        drawn[id] = element
        if key is not None:
            if self.ids.get(key) != id:
                self._take_over(element, key)
                default = element.default
                self.ids[key] = id
            self.keys[id] = key
            if key in self.assigned:
                value = self.assigned[key]
                if value is None:  # empty is what it goes back to (rule 4.10)
                    element.default = None
                return value, True
        empty = True
        if id in self.incoming:
            value = self.incoming[id]
            if value is None:
                element.default = None
            if not element.disabled:
                return value, False
            empty = value is None
            del self.incoming[id]  # a disabled widget takes nothing from the window (rule 4.9)
        value = self.values.get(id, _NOTHING)
        if value is not _NOTHING:
            if value is None and empty:
                element.default = None
            if value is not default and element.codec.trigger:  # given by code before it was drawn: for one run
                self.fired[id] = element.codec.rest
            return value, id in self.unseen
        if key is not None and key in self.entries:
            value = self.entries[key]
            if element.trigger:
                self.incoming[id] = value
                self.lent[id] = element.codec.rest
            return value, True
        self.incoming[id] = default
        return default, False

    def _take_over(self, element: Element, key: str) -> None:
        """A key gets a widget, or another one than before: where the key has None, that widget is empty (rule 4.10)."""
        before = self.ids.get(key)
        if before is not None:
            self.former.setdefault(key, set()).add(before)
        if self._find(before, key) is None and element.may_be_none():
            element.default = None

    def compare(self, element: Element, *, own: bool) -> None:
        """A widget with other parameters than before may take its value for another one: the next request tells.

        Args:
            element: An input.
            own: True when the codec is of this call alone.
        """
        id = element.id
        assert id is not None
        before = self.known.get(id)
        if before.codec is not element.codec if before is not None else own or id in self.values:
            self.raw.add(id)

    def replace(self, element: Element, value: Any) -> None:
        """Put another value in the place of one that a widget cannot have (rules 4.10, 4.11)."""
        assert element.id is not None
        if element.key is not None:
            self.assigned[element.key] = value
        else:
            self.incoming[element.id] = value

    def settle(self, element: Element, value: Any) -> None:
        """Put a widget's value in the place of one that means the same: the option that is offered now (rule 4.12)."""
        id: Any = element.id
        key = element.key
        if key in self.assigned:
            self.assigned[key] = value
        elif id in self.incoming:
            self.incoming[id] = value
        elif id in self.values or key is None:
            self.values[id] = value
        else:
            self.entries[key] = value

    def enter(self, element: Element, value: Any) -> None:
        """Take a value from the window again, after code has forgotten the widget."""
        id, key = element.id, element.key
        assert id is not None
        self.incoming[id] = value
        if key is not None:
            self.ids.setdefault(key, id)
            self.keys[id] = key

    def persist(self, element: Element, wanted: bool) -> None:
        """Keep the value of a widget under its key while it is not drawn (rule 5.9), or no longer."""
        assert element.id is not None
        if wanted:
            assert element.key is not None
            self.persistent[element.id] = element.key
        else:
            self.persistent.pop(element.id, None)

    # What the session does around a run

    def begin(self, shown: Element | None) -> None:
        """Settle what the last request left: what it assigned becomes what this one finds.

        A run that follows by `ds.rerun` answers the same request, so it settles nothing.

        Args:
            shown: Root of the tree of the last run.
        """
        self._know_drawn()
        self.reset_triggers(also_lent=True)
        self.fired.clear()
        self.lent.clear()
        self.values.update(self.incoming)
        for key, value in self.assigned.items():
            id = self.ids.get(key)
            if id is None:
                self.entries[key] = value
            else:
                for each in (id, *(self.former.get(key, set()) & self.values.keys())):
                    self.values[each] = value
                    self.raw.add(each)
        self.assigned.clear()
        self.incoming.clear()
        self.unseen.clear()
        for key in self.entries.keys() & self.ids.keys():
            id = self.ids[key]
            self.unseen.add(id)
            self.unseen |= self.former.get(key, set())
            if id not in self.values:  # drawn with what the entry had
                self.values[id] = self.entries[key]
                self.raw.add(id)
        self.unseen |= self.persistent.keys()
        if self.unseen:
            self.unseen -= self.known.keys() - self.drawn.keys()
        if shown is not None and (self.unseen or not self.raw.isdisjoint(self.drawn)):
            for element in shown.inputs():
                id = element.id
                self.unseen.discard(id)
                if id in self.raw:
                    self.raw.discard(id)
                    if id in self.values:
                        self.incoming[id] = self._as_entered(element, self.values[id])

    def _as_entered(self, element: Element, value: Any) -> Any:
        """A value as the window gives it back: a slider's 5.0 among whole numbers is 5 from now on (rule 4.10)."""
        try:
            return element.entered(element.codec.to_window(value))
        except (TypeError, builtins.ValueError, AttributeError):
            return value

    def submit(self, form: str, shown: Element) -> None:
        """A form was submitted: while it is cleared, what is not edited since comes as its default (rule 8.9).

        Args:
            form: Key of the form.
            shown: Root of the tree of the last run.
        """
        if form not in self.clearing:
            self.cleared.discard(form)
            return
        standing = {element.id for element in shown.inputs()}
        for id, element in self.known.items():
            if element.around.form != form or element.trigger or (id in self.drawn and id not in standing):
                continue
            if form in self.cleared and id not in self.spared:
                self.incoming[id] = element.default
            self.spared.discard(id)
        self.cleared.add(form)

    def start_body(self, ran: Ran = None) -> None:
        """Forget what was drawn by that which is about to run."""
        self._know_drawn()
        if ran is None:
            self._forget_drawn()
        else:
            self.fragments = {name: scope for name, scope in self.fragments.items() if name not in ran}
            self.running = []

    def _forget_drawn(self) -> None:
        self.page = Scope()
        self.fragments = {}
        self.running = [self.page]

    def _know_drawn(self) -> None:
        drawn = self.drawn
        if self.known is not drawn:  # else the last run was complete
            self.known.update(drawn)

    def changed(self, id: str) -> bool:
        """True when what came from the window differs from what was there (rule 6.2)."""
        old = self.values.get(id, _NOTHING)
        new = self.incoming.get(id, _NOTHING)
        return new is not old and bool(new != old)

    def reset_triggers(self, *, also_lent: bool = False) -> None:
        """Take back the clicks that have been answered (rule 7.1).

        Args:
            also_lent: True for those as well that a script assigned before the button existed (rule 4.8).
        """
        for id, rest in (*self.fired.items(), *(self.lent.items() if also_lent else ())):
            if id in self.incoming:
                self.incoming[id] = rest
            if id in self.values:
                self.values[id] = rest

    def show_drawn(self, ran: Ran = None) -> None:
        """After a run whose tree is all that the window shows there: a person can touch only what it drew."""
        drawn = self.drawn
        if ran is not None:
            others = {id: element for id, element in self.known.items() if element.around.fragment not in ran}
            drawn = {**others, **drawn}
        self.known = drawn

    def leave_drawn(self) -> None:
        """After `clear`: a person can still touch what was drawn before, but there is nothing that it could call."""
        self._know_drawn()
        self.known = {id: msgspec.structs.replace(element, callback=None) for id, element in self.known.items()}
        self._forget_drawn()

    def drop_undrawn(self, ran: Ran = None) -> set[str]:
        """After a run to the end, before `show_drawn`: forget what it did not draw, and tell which (rule 5.1)."""
        self.former.clear()
        drawn = self.drawn
        gone = (self.values.keys() | self.incoming.keys()) - drawn.keys()
        if ran is not None:
            gone &= {id for id, element in self.known.items() if element.around.fragment in ran}
        for id in self.values if self.persistent else ():  # not what only a run that ended for a rerun has drawn
            key = self.persistent.get(id)
            if key is not None and id in gone:
                self.entries[key] = value = self._find(id, key)
                heir = self.ids.get(key)
                if heir is not None and heir in drawn:
                    self.incoming[heir] = value
                    self.raw.add(heir)
        for id in gone:
            self.values.pop(id, None)
            self.incoming.pop(id, None)
            self.spared.discard(id)
            self.raw.discard(id)
        return gone

    def _find(self, id: str | None, key: str) -> Any:
        if key in self.assigned:
            return self.assigned[key]
        if id is not None:
            if id in self.incoming:
                return self.incoming[id]
            if id in self.values:
                return self.values[id]
        return self.entries.get(key, _NOTHING)
