"""How a command becomes an element: find the run, find the place, take or make the record, draw it.

No Qt. The hot path of a rerun: `_show` and `_ask` run once per element and do nothing that can be remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, cast

from deskstate import errors
from deskstate.core import traces
from deskstate.core.call import Call
from deskstate.core.codec import ATOMS, OwnCodec
from deskstate.core.cursor import CURSOR, Cursor, here
from deskstate.core.earlier import At, now
from deskstate.core.element import Callback, Element
from deskstate.core.properties.namesake import reads_alike
from deskstate.core.properties.status import NOTHING
from deskstate.core.run import Made, Run
from deskstate.core.state import ID_PREFIX
from deskstate.elements import checks

if TYPE_CHECKING:
    from deskstate.elements.place import Place

OnChange = Callback | Literal["rerun", "ignore"] | None
"""What happens when a person changes an input: a callback and a rerun, a rerun, or nothing until the next one."""
Key = str | int | None
Args = tuple[Any, ...] | list[Any] | None
Kwargs = Mapping[str, Any] | None
Bind = Literal["query-params"] | None
PersistState = Literal["page", "session"] | None


class Spot:
    """A place in the window, with the commands that draw there.

    The classes in this folder add the commands of one family each; `Place` is all of them together.
    """

    __slots__ = ("_at",)

    answer: ClassVar[type[Place]]
    """What commands answer with: the class with all commands, which is made of this one."""

    def __init__(self, at: At | None) -> None:
        self._at = at
        """None: wherever the script is now, by its `with` blocks."""

    def __enter__(self) -> Self:
        cursor = here()
        run = cursor.run
        if run.finished:
            run = run.yield_point()
        at = self._at or cursor.at
        if at[0].run != run.number:
            at = self._place(cursor, run)
        container = at[0]
        container.blocks = container.blocks + 1 if container.blocks > 0 else 1
        CURSOR.set(Cursor(cursor.run, at, cursor))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        cursor = here()
        if cursor.outer is not None:  # else the block was opened in another thread
            container = cursor.at[0]
            container.blocks = container.blocks - 1 or -1
            CURSOR.set(cursor.outer)

    def _show(self, build: Callable[..., Made], *words: Any) -> Place:
        """Draw an element without value: `build(*words)` says what it is."""
        try:
            cursor = CURSOR.get()
        except LookupError:
            cursor = here()
        run = cursor.run
        if run.asked is not None:
            run = run.yield_point()
        try:
            made = run.memo.get((build, words))
        except TypeError:  # a word that cannot be hashed
            made = None
        if made is None:
            made = run.make(build, words, self._at or cursor.at)
        element = made.element
        if element is None:
            element = made.element = Element(made.properties)
        return self.answer(self._put(cursor, run, element))

    def _ask(
        self,
        build: Callable[..., Made],
        words: tuple[Any, ...],
        key: Key,
        on_change: OnChange,
        args: Args,
        kwargs: Kwargs,
        disabled: bool,
        persist_state: str | None = None,
        codec: OwnCodec | None = None,
    ) -> Any:
        """Draw an input and answer with its value: `build(key, around, words)` says what it is.

        Args:
            build: Makes the record, the identity and the default; called only when these words are new.
            words: All that `build` looks at, hashable if possible; numbers with their types, as 1 == 1.0 == True.
            key: The user's key.
            on_change: See `OnChange`.
            args: For the callback.
            kwargs: For the callback.
            disabled: True when nothing is taken from the window.
            persist_state: "page", "session" or None (rule 5.9).
            codec: In place of what `build` answers with, when it depends on more than the words.
        """
        try:
            cursor = CURSOR.get()
        except LookupError:
            cursor = here()
        run = cursor.run
        if run.asked is not None:
            run = run.yield_point()
        parent, index = self._at or cursor.at
        if parent.run != run.number:
            parent, index = self._place(cursor, run)
        around = parent.around
        if key is not None and type(key) is not str:
            key = str(key)
        said = (key, around, words)
        try:
            made = run.memo.get((build, said))
        except TypeError:  # a word that cannot be hashed
            made = None
        if made is None:
            if key is not None:
                user_key(key)
            made = run.make(build, said, (parent, index))
            if key is None and made.id is not None and not (codec or made.codec).trigger:
                run.memo.lines[made.id] = traces.calling_line()
        plain = codec is None and (on_change is None or on_change == "rerun")
        if codec is None:
            default, known = made.default, made.codec
            if default.__class__ is list:
                default = [*default]
        else:
            default, known = codec.default, codec
        element = made.element if plain else None
        if element is not None:
            element.default = default
        else:
            element = Element(made.properties, made.id, key, None, default, known, disabled, around)
            if plain:
                made.element = element
        if on_change != "rerun":
            if not known.trigger:
                listen(element, on_change, args, kwargs)
            elif on_change is not None:
                hook(element, cast("Callback", on_change), args, kwargs)
        kept = persist_state is not None and persists(persist_state, key)
        before = run.state.known.get(made.id or "")
        value = register(run, element, before, made.given, kept)
        if before is None or before.codec is not known:
            run.state.compare(element, own=codec is not None)
        children: Any = parent.children  # as `_put`, but for one function call per input
        if index < 0:
            children.append(element)
        else:
            children[index] = element
        if not run.dirty:
            run.touch()
        if run.asked is not None and known.trigger:  # maybe for a click that has waited for this
            run.yield_point()
        if made.copies and codec is None and value.__class__ in ATOMS:
            return value
        return known.answer(value)

    def _open(
        self,
        build: Callable[..., Made],
        *words: Any,
        key: Key = None,
        call: Call | None = None,
    ) -> Element:
        """Draw a container, whose `build(*words)` says what it is, and answer with it.

        Args:
            build: Makes the record; called only when these words are new.
            words: All that it looks at.
            key: The user's key.
            call: Where the script asks for it, if it has a state that only the window knows.
        """
        cursor = here()
        run = cursor.run
        if run.asked is not None:
            run = run.yield_point()
        made = remembered(run, build, words)
        parent, index = self._place(cursor, run)
        if key is not None:
            key = user_key(key)
            run.state.claim_key(key, parent.around)
        element = self._container(parent, made, key)
        if call is not None:
            element.call = call
        self._put_container(run, parent, index, element)
        return element

    def _container(self, parent: Element, made: Made, key: str | None) -> Element:
        """A container in another one, not drawn yet."""
        around = parent.around if made.around is None else made.around
        return Element(made.properties, made.id, key, around=around, children=[], run=parent.run)

    def _put_container(self, run: Run, parent: Element, index: int, element: Element) -> None:
        """The same as `_put`, for what a later run may draw into."""
        children: Any = parent.children
        if index < 0:
            index = len(children)
            children.append(element)
        else:
            former = children[index]
            element.replaces = former.replaces or former.properties is not NOTHING
            children[index] = element
        element.path = run.path_of(parent, index)
        if not run.dirty:
            run.touch()

    def _place(self, cursor: Cursor, run: Run) -> At:
        """Where this place is in a run, which may be a later one than that it was made in."""
        at = self._at or cursor.at
        if at[0].run == run.number:
            return at
        at = now(run, at)
        if self._at is not None:
            self._at = at
        return at

    def _put(self, cursor: Cursor, run: Run, element: Element) -> At:
        """Add an element where this place is, or draw it over the element that stands there (rules 11.5, 11.6).

        Returns:
            Where it stands now.
        """
        at = self._at or cursor.at
        parent, index = at
        if parent.run != run.number:
            parent, index = at = self._place(cursor, run)
        children: Any = parent.children
        if index < 0:
            at = (parent, len(children))
            children.append(element)
        else:
            children[index] = element
        if not run.dirty:
            run.touch()
        return at


def remembered(run: Run, build: Callable[..., Made], words: tuple[Any, ...]) -> Made:
    """What a call comes to, where one more function call does not matter."""
    try:
        made = run.memo.get((build, words))
    except TypeError:  # a word that cannot be hashed
        made = None
    return run.make(build, words) if made is None else made


def hook(element: Element, callback: Callback, args: Args, kwargs: Kwargs) -> None:
    """Give an element its callback, with the arguments of this call (rule 6.5)."""
    element.callback = callback
    element.args = tuple(args) if args is not None else ()
    element.kwargs = kwargs


def listen(element: Element, on_change: OnChange, args: Args, kwargs: Kwargs) -> None:
    """Note what happens when a person changes an input, where that is not a mere rerun (rules 4.18, 6.5, 8.3)."""
    if callable(on_change):
        if element.around.form is not None:
            raise errors.InvalidFormCallbackError
        hook(element, on_change, args, kwargs)
    elif on_change == "ignore":
        element.quiet = True
    elif on_change is not None:
        raise errors.ValueError("on_change", "a function, `'rerun'`, `'ignore'` or `None`", got=on_change)


def register(run: Run, element: Element, before: Element | None, given: bool, kept: bool = False) -> Any:
    """Claim an input's identity in this run, and find the value that it has (rules 2.12, 3.2, 3.3).

    Args:
        run: The run that draws it.
        element: With its default.
        before: The same input as it was drawn last.
        given: True when the script gave that default.
        kept: True when its value outlives it (rule 5.9).
    """
    state = run.state
    id: Any = element.id
    key = element.key
    if key is not None and key in state.assigned:
        if not element.codec.settable:
            raise errors.ValueAssignmentNotAllowedError(key)
        if given and not state.warned:
            state.warned = True
            checks.warn(
                f"The widget with key {key!r} has a default of its own, and session_state[{key!r}] is set too: "
                f"the entry of session_state counts",
                "Leave out one of them.",
            )
    value, assigned = state.register(element, element.default)
    if kept or state.persistent:
        state.persist(element, kept)
    codec = element.codec
    admitted = codec.admit(value, assigned, before)
    element.value = codec.to_window(admitted)
    if admitted is not value:
        if reads_alike(codec.to_window(value), element.value):
            state.settle(element, admitted)
        else:
            state.replace(element, admitted)
        value = admitted
    if state.cleared and element.around.form in state.cleared and not codec.trigger:
        if key in state.assigned:
            state.spared.add(id)
        elif id not in state.spared:  # the form was cleared: the window shows the default (rule 8.9)
            element.value = codec.to_window(element.default)
    return value


def user_key(key: str | int) -> str:
    """A user's key as text (rule 2.3). Raises for one that is empty or reserved (rule 2.5)."""
    text = key if type(key) is str else str(key)
    if not text:
        raise errors.ValueError("key", "a non-empty string")
    if text.startswith(ID_PREFIX):
        raise errors.APIException(
            f"A key must not begin with `{ID_PREFIX}`, which is reserved. It is {errors.code(text)}."
        )
    return text


def persists(persist_state: str, key: str | None) -> bool:
    """Check `persist_state` (rule 5.9)."""
    if persist_state not in ("page", "session"):
        raise errors.ValueError("persist_state", ("`'page'`", "`'session'`", "`None`"), got=persist_state)
    if key is None:
        raise errors.MissingRequiredParameterError("key", detail="`persist_state` keeps the value under the key.")
    return True


def refuse_bind(bind: str | None) -> None:
    """Check `bind`, which needs query parameters.

    Raises:
        APIException: When it is not None.
    """
    if bind is None:
        return
    if bind != "query-params":
        raise errors.ValueError("bind", ("`'query-params'`", "`None`"), got=bind)
    raise errors.APIException(
        "`bind='query-params'` ties an input to the address of a page, and a window has none. "
        "Leave `bind` out and give the input a `key`: its value is then in `ds.session_state`."
    )
