"""Runs an app without a window, and lets a test act as its user (section 23 of the rules).

No Qt.
"""

from __future__ import annotations

import inspect
import shutil
import tempfile
import textwrap
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final, Self

from deskstate.core.around import TOASTS
from deskstate.core.element import Element
from deskstate.core.events import Event, Request
from deskstate.core.memory import Memory
from deskstate.core.patches import Batch
from deskstate.core.properties import layout
from deskstate.core.run import Run
from deskstate.core.state import State
from deskstate.runtime.notices import CompileFailed, Notice
from deskstate.runtime.options import Options
from deskstate.runtime.script import Script
from deskstate.runtime.session import Session
from deskstate.testing.blocks import Block, Collection, collections
from deskstate.testing.inputs import Button, Input

DEFAULT_TIMEOUT_S: Final = 3.0
ARGS: Final = "__deskstate_args__"
KWARGS: Final = "__deskstate_kwargs__"
"""Names under which the script of `from_function` finds its arguments."""


class AppTest:
    """An app under test.

    Example:
        at = AppTest.from_file("app.py").run()
        at.text_input(key="name").input("Ada").run()
        assert at.markdown[0].value == "Hello Ada"
    """

    def __init__(
        self,
        script_path: str | Path,
        *,
        default_timeout: float = DEFAULT_TIMEOUT_S,
        enforce_serializable: bool = False,
        stable_classes: bool = True,
    ) -> None:
        """Name the app; it has not run yet.

        Args:
            script_path: Of the script.
            default_timeout: Seconds that a run may take.
            enforce_serializable: True when all of session_state must be picklable (rule 2.19).
            stable_classes: False when classes of the script are new objects in every run.
        """
        import deskstate

        self.default_timeout = default_timeout
        self._window = _NoWindow()
        script = Script(Path(script_path), write=deskstate.write, stable_classes=stable_classes)
        self._session = Session(script, self._window, Options(enforce_serializable=enforce_serializable))
        self._set: list[Input] = []
        """Inputs that the test has changed since the last run."""
        self._ran = False
        self.session_state = _StateView(self._session.state)
        """Entries and keyed widgets; may be set before and between runs (rule 23.5)."""
        self._show(None)

    @classmethod
    def from_file(cls, script_path: str | Path, *, default_timeout: float = DEFAULT_TIMEOUT_S) -> Self:
        """An app from a file; a relative path starts at the folder of the calling file.

        Raises:
            FileNotFoundError: When there is no such file.
        """
        path = Path(script_path)
        if not path.is_absolute():
            frame = inspect.currentframe()
            caller = frame.f_back if frame is not None else None
            folder = Path(caller.f_code.co_filename).parent if caller is not None else Path()
            path = path if path.is_file() else folder / path
        if not path.is_file():
            raise FileNotFoundError(f"There is no script {path}")
        return cls(path, default_timeout=default_timeout)

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = DEFAULT_TIMEOUT_S) -> Self:
        """An app from its source."""
        folder = tempfile.mkdtemp(prefix="deskstate-test-")
        path = Path(folder, "app.py")
        path.write_text(textwrap.dedent(script), encoding="utf-8")
        app = cls(path, default_timeout=default_timeout)
        weakref.finalize(app, shutil.rmtree, folder, ignore_errors=True)
        return app

    @classmethod
    def from_function(
        cls,
        script: Callable[..., Any],
        *,
        default_timeout: float = DEFAULT_TIMEOUT_S,
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> Self:
        """An app from a function's source; what it needs must be imported inside (rule 23.15)."""
        source = textwrap.dedent(inspect.getsource(script))
        call = f"{script.__name__}(*{ARGS}, **{KWARGS})"
        app = cls.from_string(f"{source}\n{call}\n", default_timeout=default_timeout)
        app._session.script.names = {ARGS: args or (), KWARGS: kwargs or {}}
        return app

    def run(self, *, timeout: float | None = None) -> Self:
        """Run the script once, with all that was set since the last run; it is followed through every `ds.rerun`.

        Raises:
            RuntimeError: When it takes longer than `timeout` seconds (default: `default_timeout`).
            ValueError: When an input was set to what is none of its options (rule 23.16).
        """
        request = self._request()
        failed: list[BaseException] = []

        def work() -> None:
            try:
                self._session.answer(request)
            except BaseException as error:  # ours, not the script's: the test must see it
                failed.append(error)
            finally:
                self._session.loop.close()

        thread = threading.Thread(target=work, name="deskstate test", daemon=True)
        thread.start()
        limit = self.default_timeout if timeout is None else timeout
        thread.join(limit)
        if thread.is_alive():
            self._session.abandon()
            raise RuntimeError(
                f"The script did not end within {limit} s. Give `run` a longer timeout, or end its loop."
            )
        if failed:
            raise failed[0]
        self._ran = True
        self._read()
        return self

    def _request(self) -> Request:
        events: list[Event] = []
        order = {node.id: place for place, node in enumerate(self._nodes()) if isinstance(node, Input)}
        changed = sorted((node for node in self._set if node.is_set), key=lambda node: order.get(node.id, 0))
        clicked = {node.form_id for node in changed if isinstance(node, Button) and node.submits and node.value}
        for node in changed:
            if isinstance(node, Button):
                if node.value:
                    events.append(Event(node.id, node.entered(), _SEEN, trigger=True))
            elif not node.form_id or node.form_id in clicked:
                events.append(Event(node.id, node.entered(), _SEEN))
        self._set = []  # not before: what is refused stays set
        return Request(tuple(events))

    def _read(self) -> None:
        run = self._session.run
        assert run is not None
        if self._window.error is not None:
            record, self._window.error = self._window.error, None
            run = Run(run.number, run.state, Memory(), layout.Root())  # the last run has drawn something else
            run.main.children = [Element(record)]
        self._show(run)

    def _show(self, run: Run | None) -> None:
        regions = {} if run is None else run.regions
        nothing = Element(layout.Region(""), children=[])
        self.main = Block(regions.get("main", nothing), self, "main")
        self.sidebar = Block(regions.get("sidebar", nothing), self, "sidebar")
        self._toasts = Block(regions.get(TOASTS, nothing), self, "event")

    def _nodes(self) -> Iterator[Any]:
        yield from self.main
        yield from self.sidebar
        yield from self._toasts

    def note(self, node: Input) -> None:
        """An input was set: the next run is told."""
        if node not in self._set:
            self._set.append(node)

    def state_of(self, element: Element) -> Any:
        """The value that the app knows of an input."""
        return self._session.state.value_of(element.id or "")

    def get(self, type: str) -> list[Any]:
        """All elements of a type, in script order: main, sidebar, toasts (rule 23.7)."""
        return [*self.main.get(type), *self.sidebar.get(type), *self._toasts.get(type)]

    def get_by_key(self, key: str) -> Any:
        """The one element with a key. Raises KeyError when there is none."""
        for block in (self.main, self.sidebar):
            try:
                return block.get_by_key(key)
            except KeyError:
                continue
        raise KeyError(key)

    def __iter__(self) -> Iterator[Any]:
        return self._nodes()

    def __getattr__(self, name: str) -> Any:
        known = collections()
        if name in known:
            return Collection(self.get(known[name]))
        raise AttributeError(f"AppTest has no {name!r}")


_SEEN = 1 << 62
"""A test acts on what the last run has shown: newer than any batch."""


class _NoWindow:
    """Stands in for a window that shows nothing."""

    def __init__(self) -> None:
        self.error: Any = None

    def deliver(self, batch: Batch) -> None:
        """Nothing to show."""

    def is_ready(self) -> bool:
        """Nothing is ever asked of it."""
        return False

    def tell(self, notice: Notice) -> None:
        """Keep an error of compilation, to show it as the app's exception (rule 19.5)."""
        if isinstance(notice, CompileFailed):
            self.error = notice.error


class _StateView(MutableMapping[str, Any]):
    """session_state as a test sees it, from outside of a run."""

    def __init__(self, state: State) -> None:
        object.__setattr__(self, "_state", state)

    _state: State

    def __getitem__(self, key: str) -> Any:
        return self._state.read(str(key))

    def __setitem__(self, key: str, value: Any) -> None:
        self._state.assigned[str(key)] = value

    def __delitem__(self, key: str) -> None:
        self._state.remove(str(key))

    def __contains__(self, key: object) -> bool:
        return self._state.holds(str(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self._state.visible())

    def __len__(self) -> int:
        return len(self._state.visible())

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def to_dict(self) -> dict[str, Any]:
        """All entries and keyed widgets."""
        return self._state.visible()

    @property
    def filtered_state(self) -> Mapping[str, Any]:
        """All entries and keyed widgets as a plain mapping."""
        return self._state.visible()

    def __repr__(self) -> str:
        return repr(self._state.visible())
