"""The live widgets of one window: batches come in, requests go out.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from deskstate.core.events import Event
from deskstate.core.patches import Batch, Insert, Move, Patch, Remove, Show, Update
from deskstate.core.properties.base import Properties
from deskstate.core.properties.layout import Root
from deskstate.shell.broken import report
from deskstate.shell.live import UNSAID, Live
from deskstate.shell.moved_views import MovedViews
from deskstate_widgets.boxes.scroll_box import settle
from deskstate_widgets.native import Holder, Native

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstate.shell.caret import Caret

SLICE_S: Final = 0.006
"""How long one slice of a big batch may take, so that the window goes on answering."""
SLICE_PATCHES: Final = 200
"""Patches between two looks at the clock."""
SETTLED_LEVELS: Final = 4
"""So many boxes around a change are laid out with it: else Qt would paint once before and once after."""
SETTLED_PATCHES: Final = 50
"""A batch of more is laid out in the turns of the event loop that follow, so that the window goes on answering."""


class Lost(NamedTuple):
    """What an input had when it was taken away; it may come again in another place."""

    draft: Any
    """An edit that was not committed, or UNSAID."""
    focused: bool
    caret: Caret | None


class Pressed(NamedTuple):
    """A button that the mouse is pressed on while a batch is applied."""

    live: Live
    id: str | None
    label: str


class Frame(Protocol):
    """What a stage needs of the window around it."""

    def send(self, events: tuple[Event, ...]) -> None:
        """Have the script run for what a person did, oldest first."""
        ...

    def applied(self, batch: Batch) -> None:
        """Know that a batch is fully applied."""
        ...

    def root_changed(self, root: Root) -> None:
        """Take the root's record, when it is set and whenever it changes."""
        ...

    def click_lost(self, label: str) -> None:
        """Know that a click on a button with this label came to nothing, as the button is gone or disabled."""
        ...


class Stage(QObject):
    """Mirrors the differ's tree as native widgets, and turns what a person does into requests."""

    def __init__(self, parent: QObject, frame: Frame) -> None:
        super().__init__(parent)
        self.frame = frame
        self.root: Live | None = None
        self.lives: dict[int, Live] = {}
        """By place."""
        self.drafts: dict[Live, Any] = {}
        """Edits outside of forms that are not committed yet, oldest first."""
        self.staged: dict[Live, Any] = {}
        """Edits that wait for the next request (rule 4.18)."""
        self.batch_number = 0
        """Number of the last batch that is fully applied."""
        self.stale: tuple[int, ...] = ()
        """Places that the run in progress has not reached yet."""
        self.afresh = False
        """True until a run has ended after the state was cleared: it resets all values, but no edit made since then."""
        self._leaving: dict[Live, set[Live]] = {}
        """What the batch takes away, by container, as long as it still is among its children."""
        self._gone: list[Live] = []
        """What the batch takes away; its widgets stay until the others stand where they belong."""
        self._dying: list[QWidget] = []
        """Removed, but maybe not deleted yet."""
        self._untidy: dict[Live, None] = {}
        """Containers to arrange at the end of the batch."""
        self._batch: Batch | None = None
        self._next = 0
        self._lost: dict[str, Lost] = {}
        """What inputs that were taken away had, while a run goes on, by state identity."""
        self._views = MovedViews()
        self._pressed: Pressed | None = None
        self._clicked: str | None = None
        """State identity of the button that was clicked last."""
        self._apply: dict[type, Callable[[Any], None]] = {
            Insert: self._insert,
            Remove: self._remove,
            Move: self._move,
            Update: self._update,
            Show: self._show,
        }

    # In

    def take(self, batch: Batch) -> None:
        """Apply a batch, in slices when it is big."""
        self._batch = batch
        self._next = 0
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton and self._pressed is None:
            self._pressed = self._find_pressed()
        self._work()

    def _work(self) -> None:
        batch = self._batch
        assert batch is not None
        patches: list[Patch] = batch.patches
        until = perf_counter() + SLICE_S
        index = self._next
        handlers = self._apply
        while index < len(patches):
            patch = patches[index]
            try:
                handlers[type(patch)](patch)
            except Exception as error:  # one broken widget must not take the others with it, nor leave the window busy
                report(error)
            index += 1
            if index % SLICE_PATCHES == 0 and perf_counter() > until:
                self._next = index
                QTimer.singleShot(0, self._work)
                return
        self._batch = None
        self._arrange_all()
        try:
            self._find_again(final=batch.final)
            self._views.find_again(self.lives.values(), final=batch.final)
        except Exception as error:
            report(error)
        if self._pressed is not None:
            self._mind_pressed(self._pressed, final=batch.final)
        if len(patches) <= SETTLED_PATCHES and self.root is not None and self.root.widget().isVisible():
            settle(SETTLED_LEVELS)
        self.stale = batch.stale
        self.batch_number = batch.number
        self.afresh = self.afresh and not batch.final
        self.frame.applied(batch)

    def _insert(self, patch: Insert) -> None:
        parent = self.lives.get(patch.parent)
        live = Live(self, patch.place, patch.properties, parent, patch.id, patch.key)
        live.value = patch.value
        live.quiet = patch.quiet
        self.lives[patch.place] = live
        if patch.properties.keeps_view:
            self._views.came(live)
        if parent is None:
            self.root = live
            self._tell_root(live)
            return
        siblings = self._part(parent)
        if patch.before:
            siblings.insert(siblings.index(self.lives[patch.before]), live)
        else:
            siblings.append(live)
        self._untidy[parent] = None

    def _remove(self, patch: Remove) -> None:
        live = self.lives[patch.place]
        parent = live.parent
        assert parent is not None
        self._leaving.setdefault(parent, set()).add(live)
        self._gone.append(live)
        self._untidy[parent] = None
        self._forget(live)

    def _part(self, parent: Live) -> list[Live]:
        """The children of a container without those that the batch has taken away: at once, as they may be many."""
        leaving = self._leaving.pop(parent, None)
        if leaving:
            parent.children = [child for child in parent.children if child not in leaving]
        return parent.children

    def _forget(self, live: Live) -> None:
        """Take an element and what it holds out of the books; drafts and focus are kept for its return."""
        for child in live.children:
            self._forget(child)
        del self.lives[live.place]
        if live.properties.keeps_view:
            self._views.left(live)
        self._untidy.pop(live, None)
        self._leaving.pop(live, None)
        self.staged.pop(live, None)
        draft = self.drafts.pop(live, UNSAID)
        if live.form is not None:
            draft = live.form.pending.pop(live, draft)
        if live.id is not None and live.realised:
            focus = QApplication.focusWidget()
            focused = focus is not None and (focus is live.widget() or live.widget().isAncestorOf(focus))
            if focused or draft is not UNSAID:
                self._lost[live.id] = Lost(draft, focused, _caret(focus) if focus is not None and focused else None)

    def _find_again(self, *, final: bool) -> None:
        """Give drafts and focus back to inputs that came again in another place."""
        if not self._lost:
            return
        for live in list(self.lives.values()):
            if live.id in self._lost:
                lost = self._lost.pop(live.id)
                if lost.draft is not UNSAID:
                    self.draft(live, lost.draft)
                if not live.realised:  # behind a fold or a tab; made when that opens, it shows the draft by itself
                    continue
                if lost.draft is not UNSAID:
                    live.native().show_value(lost.draft)
                if lost.focused:
                    live.native().focus()
                    if lost.caret is not None:
                        lost.caret.put(QApplication.focusWidget())
        if final:
            self._lost.clear()

    def _find_pressed(self) -> Pressed | None:
        for live in self.lives.values():
            if live.properties.takes != "value" and live.realised and live.native().is_pressed():
                return Pressed(live, live.id, _label(live))
        return None

    def _mind_pressed(self, pressed: Pressed, *, final: bool) -> None:
        """See that the mouse, when it is released, clicks the button that it was pressed on, and no other one."""
        live = pressed.live
        here = self.lives.get(live.place) is live
        if here and live.id == pressed.id and not live.disabled:
            self._pressed = None
            return
        if here:
            live.native().let_go()
        heir = next((each for each in self.lives.values() if each.id == pressed.id), None)
        if heir is None and not final:
            return
        self._pressed = None
        if heir is not None and not heir.disabled:  # it stands elsewhere now
            self._click(heir, True)
        elif pressed.id != self._clicked:  # else it is the second click of two, and the first one had its effect
            self.frame.click_lost(pressed.label)

    def _move(self, patch: Move) -> None:
        live = self.lives[patch.place]
        parent = live.parent
        assert parent is not None
        siblings = self._part(parent)
        siblings.remove(live)
        siblings.insert(siblings.index(self.lives[patch.before]) if patch.before else len(siblings), live)
        self._untidy[parent] = None

    def _update(self, patch: Update) -> None:
        live = self.lives[patch.place]
        if live.id != patch.id:
            self.drafts.pop(live, None)
            self.staged.pop(live, None)
        live.id = patch.id
        live.key = patch.key
        live.quiet = patch.quiet
        live.update(patch.properties)
        if live is self.root:
            self._tell_root(live)

    def _tell_root(self, root: Live) -> None:
        assert isinstance(root.properties, Root)
        self.frame.root_changed(root.properties)

    def _show(self, patch: Show) -> None:
        live = self.lives[patch.place]
        self.staged.pop(live, None)
        if self.afresh and (live in self.drafts or (live.form is not None and live in live.form.pending)):
            live.value = patch.value
        else:
            live.show(patch.value)

    def _arrange_all(self) -> None:
        for parent in list(self._leaving):
            self._part(parent)
        if self.root is not None and not self.root.realised:
            self.root.native()
            self._untidy.clear()
        untidy, self._untidy = self._untidy, {}
        for live in untidy:
            if live.realised:
                holder = live.native()
                assert isinstance(holder, Holder)
                try:
                    holder.arrange(live.children)
                except Exception as error:
                    report(error)
        gone, self._gone = self._gone, []
        if gone:
            self._dying = [widget for widget in self._dying if shiboken6.isValid(widget)]
        for live in gone:
            try:
                live.dismantle()
            except Exception as error:
                report(error)

    def hold(self, widget: QWidget) -> None:
        """Keep hold of a widget until Qt has deleted it.

        Python's garbage collector must not: it runs in any thread, and at any time.
        """
        self._dying.append(widget)

    def close(self) -> None:
        """The window goes, and with it all that stands in it; what was made and stands nowhere goes by itself."""
        for live in self.lives.values():
            if live.realised and live.widget().parentWidget() is None:
                live.widget().deleteLater()
                self.hold(live.widget())

    def rearrange(self, live: Live) -> None:
        """Have a container place its children again, with the batch or in the next turn of the event loop."""
        if not self._untidy and self._batch is None:
            QTimer.singleShot(0, self._arrange_all)
        self._untidy[live] = None

    def realised(self, live: Live, native: Native[Any]) -> None:
        """A native widget was made."""
        if live.key is not None:
            native.widget.setObjectName(live.key)
        if live.properties.keeps_view:
            self._views.made(live, native)

    # Out

    def draft(self, live: Live, value: object) -> None:
        """Note an edit that is not committed yet."""
        if live.place not in self.lives:
            return
        form = live.form
        if form is not None:
            form.pending[live] = value
        elif value == live.value:
            self.drafts.pop(live, None)
        else:
            self.drafts[live] = value

    def commit(self, live: Live, value: object) -> None:
        """Report an edit or a click, with every edit that was left uncommitted before it (rule 25.1)."""
        if live.place not in self.lives:  # it is about to vanish
            return
        if live.properties.takes != "value":
            self._click(live, value)
            return
        if live.form is not None:
            live.form.pending[live] = value
            return
        self.drafts.pop(live, None)
        if value is live.value or value == live.value:
            return
        if live.quiet:
            live.value = value
            self.staged[live] = value
            return
        self._request([*self._waiting(), self._event(live, value)])

    def forget_edits(self) -> None:
        """Go back to what script and window last agreed on."""
        edited = {*self.drafts, *self.staged}
        self.drafts.clear()
        self.staged.clear()
        for live in self.lives.values():
            edited.update(live.pending)
            live.pending.clear()
            if live.problem_text is not None:  # what cannot be taken is no edit, and stands there all the same
                edited.add(live)
        for live in edited:
            if live.realised:
                live.native().show_value(live.value)

    def _click(self, button: Live, value: object) -> None:
        if button.disabled or button.id is None:
            return
        if self.drafts:  # an edit is a request of its own, before the click
            self._request(self._waiting())
        form_events: list[Event] = []
        if button.properties.takes == "submit" and button.form is not None:
            form = button.form
            problem = _first_problem(form)
            if problem is not None:
                self._show_problem(problem)
                return
            pending, form.pending = form.pending, {}
            form_events = [self._event(live, value) for live, value in pending.items()]
        self._clicked = button.id
        click = Event(button.id, value, self.batch_number, trigger=True, label=_label(button))
        self._request([*self._waiting(), *form_events, click])

    def take_back(self, events: tuple[Event, ...]) -> None:
        """Have what came with a click that was dropped wait for the next one again, unless it was edited since."""
        values = {event.id: event.value for event in events}
        for live in self.lives.values() if values else ():
            if live.id in values:
                waiting = self.staged if live.form is None else live.form.pending
                waiting.setdefault(live, values[live.id])

    def _show_problem(self, live: Live) -> None:
        """Lead the person to an input that keeps a form from being sent."""
        ancestors: list[Live] = []
        holder = live.parent
        while holder is not None:
            ancestors.append(holder)
            holder = holder.parent
        path = [live, *ancestors]
        for child, around in reversed([*zip(path, ancestors, strict=False)]):
            native = around.native()
            assert isinstance(native, Holder)
            native.reveal(child)
        live.native().show_problem()
        live.native().focus()

    def _waiting(self) -> list[Event]:
        """What was edited before and not reported yet."""
        edits = {**self.staged, **self.drafts}
        self.staged.clear()
        self.drafts.clear()
        return [self._event(live, value) for live, value in edits.items()]

    def _event(self, live: Live, value: Any) -> Event:
        assert live.id is not None
        live.value = value
        return Event(live.id, value, self.batch_number)

    def _request(self, events: list[Event]) -> None:
        self.frame.send(tuple(events))

    def rerun(self) -> None:
        """Run the script again, with what was edited meanwhile."""
        self._request(self._waiting())

    def open_link(self, url: str) -> None:
        """Open a link outside of the app."""
        from PySide6.QtCore import QUrl  # late: few people follow one
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl(url))


def _caret(editor: QWidget) -> Caret | None:
    from deskstate.shell.caret import Caret  # late: it knows all kinds of editors

    return Caret.of(editor)


def _label(live: Live) -> str:
    return str(getattr(live.properties, "label", ""))


def _first_problem(live: Live) -> Live | None:
    """The first input of a form that may not be submitted as it is (rule 8.10)."""
    for child in live.children:
        if child.id is not None and not child.realised and _has_rules(child.properties):
            child.native()  # it says by itself whether all is well
        if child.problem_text is not None:
            return child
        found = _first_problem(child)
        if found is not None:
            return found
    return None


def _has_rules(properties: Properties) -> bool:
    """True for an input that may refuse what stands in it."""
    return bool(getattr(properties, "required", False) or getattr(properties, "validate", None))
