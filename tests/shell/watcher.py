"""What must never happen to an app, whatever a person does: looked for from outside and from inside.

GUI thread only.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Final

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from deskstate.core.events import Event
from deskstate.core.patches import Batch
from deskstate.core.properties import inputs
from deskstate.core.properties.base import Properties
from deskstate.core.properties.layout import Root
from deskstate.runtime.ends import End
from deskstate.shell.live import Live
from deskstate.shell.stage import Frame
from deskstate.shell.window import Window
from deskstate.testing.window import AppWindow
from deskstate_widgets.frame.root_frame import RootFrame
from deskstate_widgets.look.tokens import SIDEBAR_PX
from deskstate_widgets.trees.json_tree import JsonTree
from tests.shell.fresh import Fresh, rest

STUCK_S: Final = 20.0
"""No script of the examples takes so long."""
LINE: Final = re.compile("^import deskstate as ds$", re.MULTILINE)
CLEAR: Final = "Clear cache and s&tate"
"""The menu's word for it."""
TEXTS: Final = (inputs.TextInput, inputs.TextArea, inputs.NumberInput)
"""What one types into."""
WIDE_PX: Final = 900
"""There the sidebar stands beside the page."""


class Failure(Exception):
    """The app did what it must never do."""


class _Ear:
    """Stands between a stage and its window, and listens."""

    def __init__(self, frame: Frame, heard: Callable[[tuple[Event, ...]], None]) -> None:
        self._frame = frame
        self._heard = heard

    def send(self, events: tuple[Event, ...]) -> None:
        """Pass it on."""
        self._frame.send(events)
        self._heard(events)

    def applied(self, batch: Batch) -> None:
        """Pass it on."""
        self._frame.applied(batch)

    def root_changed(self, root: Root) -> None:
        """Pass it on."""
        self._frame.root_changed(root)

    def click_lost(self, label: str) -> None:
        """Pass it on."""
        self._frame.click_lost(label)


class Watcher:
    """Follows the windows of one app."""

    def __init__(self, window: AppWindow, script: Path, said: list[str], *, may_fail: bool) -> None:
        """Follow an app.

        Args:
            window: Its first window.
            script: Its script.
            said: Where complaints arrive.
            may_fail: True when the script raises on purpose.
        """
        self.app = window.app
        self.said = said
        self.may_fail = may_fail
        self._script = script
        self._source = script.read_text(encoding="utf-8")
        self._copies = "def copy(" in self._source  # callbacks write into other inputs
        self._disables = "disabled=" in self._source
        self._version = 0
        self._reported: dict[Window, dict[str, Any]] = {}
        """What each window has sent to its script since it was looked at last, by state identity."""
        self._clicked: set[Window] = set()
        """Windows in which a button was pressed since then: its callback may have changed anything."""
        self.greet(window.window)

    def greet(self, window: Window) -> None:
        """Follow one more window."""
        if window in self._reported:
            return
        self._reported[window] = {}

        def note(events: tuple[Event, ...]) -> None:
            for event in events:
                if self._disables:  # what follows may disable it, and then it is discarded (rule 4.9)
                    self._reported[window].clear()
                self._reported[window][event.id] = event.value
            if self._copies or any(event.trigger for event in events):
                self._clicked.add(window)

        def forget() -> None:
            self._clicked.add(window)

        window.stage.frame = _Ear(window.stage.frame, note)
        window.menus.fill()
        for action in window.findChildren(QAction):
            if action.text() == CLEAR:
                action.triggered.connect(forget)

    def listen(self) -> None:
        """Nobody has complained.

        Raises:
            Failure: When somebody has.
        """
        if self.said:
            raise Failure("\n".join(self.said))

    def save(self) -> None:
        """Save the script with a line that says which version this is."""
        self._version += 1
        line = f"import deskstate as ds\n\nds.caption({self._said()!r})"
        self._script.write_text(LINE.sub(line, self._source, count=1), encoding="utf-8")

    def settle(self) -> None:
        """Wait for all scripts; then window and script agree, and no edit is lost.

        Raises:
            Failure: When they do not.
        """
        for window in list(self.app.windows):
            self.greet(window)
            if not self._stays(window):
                continue
            if window.session.last_end is End.FAILED and not self.may_fail:
                raise Failure("the script raised")
            for live in AppWindow(self.app, window).lives():
                self._agree(window, live)
            self._arrived(window)
        for window in self._reported.keys() - set(self.app.windows):
            del self._reported[window]
        self.listen()

    def keeps(self, window: Window, editor: QLineEdit | QPlainTextEdit) -> None:
        """What stands in a field stays there while the script runs.

        Raises:
            Failure: When it does not.
        """
        live = next((each for each in AppWindow(self.app, window).lives() if _holds(each, editor)), None)
        if live is None:
            return
        id, text = live.id, text_of(editor)
        self.settle()
        if window not in self.app.windows or live.place not in window.stage.lives or live.id != id or self._copies:
            return
        if text_of(editor) != text:
            raise Failure(f"{live.properties.kind} {live.key}: {text!r} was typed, it says {text_of(editor)!r}")

    def compare(self) -> None:
        """Every window looks as if it were built anew.

        Raises:
            Failure: When one does not; pictures in the temporary folder show it.
        """
        for window in list(self.app.windows):
            as_at_first(window)
            window.rerun()
            if not self._stays(window):
                continue
            window.stage.forget_edits()
            rest(window)
            if window.session.last_end is not End.FINISHED:
                continue
            fresh = Fresh(window)
            try:
                difference = fresh.difference()
                if difference:
                    folder = Path(gettempdir())
                    for name, picture in zip(("patched", "fresh"), fresh.pictures(), strict=True):
                        picture.save(str(folder / f"monkey-{self._script.stem}-{name}.png"))
                    raise Failure(f"it does not look as if it were built anew: {difference}")
            finally:
                fresh.close()
        self.settle()

    def _said(self) -> str:
        return f"Version {self._version}"

    def _stays(self, window: Window) -> bool:
        """Wait until the script has answered everything, and it is the script as it was saved.

        Returns:
            False when the window has gone meanwhile: closed during a run, it goes at the end of that.
        """
        shown = AppWindow(self.app, window)
        until = time.monotonic() + STUCK_S
        while window in self.app.windows and (window.busy or (self._version and self._is_old(shown))):
            if time.monotonic() > until:
                raise Failure(f"it does not come to rest: {'busy' if window.busy else 'not reloaded'}")
            QTest.qWait(1)
        return window in self.app.windows

    def _is_old(self, window: AppWindow) -> bool:
        """True while a run of the newest script is to come; one that was stopped shows nothing."""
        return window.window.session.last_end in (End.FINISHED, End.FAILED) and not window.shows(self._said())

    def _agree(self, window: Window, live: Live) -> None:
        """What an input shows is what the script knows, unless it is being edited; and its editor says so."""
        state = window.session.state
        element = state.drawn.get(live.id or "")
        if element is None or live.id is None or isinstance(live.properties, inputs.Button):
            return
        edited = live in window.stage.drafts or (live.form is not None and live in live.form.pending)
        edited = edited or live.id in _held(window)
        if not edited and live.value != element.value:
            raise Failure(f"{_called(live)} shows {live.value!r}, the script has {element.value!r}")
        held = next((layer for layer in (state.incoming, state.values) if live.id in layer), None)
        if not edited and element.around.form not in state.cleared and held is not None:
            known = state.assigned.get(live.key or "", held[live.id])
            known = element.codec.to_window(known) if known is not None else known
            if live.value != known:
                raise Failure(f"{_called(live)} shows {live.value!r}, the state has {known!r}")
        if live.realised and isinstance(live.properties, inputs.TextInput | inputs.TextArea):
            said = [text_of(each) for each in _editors(live.widget())]
            if said != [live.shown_value() or ""]:
                raise Failure(f"{_called(live)} says {said}, it should {live.shown_value()!r}")

    def _arrived(self, window: Window) -> None:
        """What was reported is what the script has."""
        state = window.session.state
        for id, value in self._reported[window].items():
            element = state.drawn.get(id)
            if window in self._clicked or element is None or element.disabled or element.key in state.assigned:
                continue  # or the script has decided otherwise
            if id in _held(window):
                continue
            if element.value != value:
                raise Failure(f"{element.properties.kind} {element.key}: {value!r} sent, {element.value!r} arrived")
        self._reported[window].clear()
        self._clicked.discard(window)


def _held(window: Window) -> set[str]:
    """State identities of edits that were stopped before their run began: the next request brings them."""
    return {event.id for event in window.session.held.events}


def as_at_first(window: Window) -> None:
    """Undo what a person may do to the view, which no script knows: fold, select, reveal."""
    window.resize(max(window.width(), WIDE_PX), window.height())
    for frame in window.findChildren(RootFrame):
        frame.sidebar.dragged.emit(SIDEBAR_PX)
        frame.show_sidebar()
    for label in window.findChildren(QLabel):
        if label.hasSelectedText():
            label.setSelection(0, 0)
    for tree in window.findChildren(JsonTree):
        tree.forget()
    for field in window.findChildren(QLineEdit):
        for button in field.findChildren(QToolButton):
            button.setChecked(False)


def text_of(editor: QLineEdit | QPlainTextEdit) -> str:
    """What stands in a field."""
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _editors(widget: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    return [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]


def _holds(live: Live, editor: QWidget) -> bool:
    return isinstance(live.properties, TEXTS) and live.realised and live.widget().isAncestorOf(editor)


def _called(live: Live) -> str:
    properties: Properties = live.properties
    return f"{properties.kind} {live.key or getattr(properties, 'label', '')!r}"
