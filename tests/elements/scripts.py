"""A script that runs without session and window: the run, the state, and what a person enters between two runs.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from deskstate.core.cursor import CURSOR, start
from deskstate.core.element import Element
from deskstate.core.memory import Memory
from deskstate.core.properties.layout import Root
from deskstate.core.run import Made, Run
from deskstate.core.scope import Ran
from deskstate.core.state import State


class App:
    """Runs functions as scripts, one after another, with one state."""

    def __init__(self) -> None:
        self.state = State()
        self.memo: Memory[Made] = Memory()
        self.run = Run(0, self.state, self.memo, Root())

    def __call__(
        self,
        script: Callable[[], object],
        *,
        entered: Mapping[str, Any] | None = None,
        clicked: str | None = None,
        ran: Ran = None,
    ) -> list[Element]:
        """Run a script to its end or to its exception.

        Args:
            script: The function.
            entered: What a person has entered since the last run, by key, as the window reports it.
            clicked: Key of the button that they have pressed.
            ran: The fragments whose run it is; None: it is the page's.

        Returns:
            The elements of the main body.
        """
        state = self.state
        state.begin(self.run.root)
        for key, shown in (entered or {}).items():
            element = self.element(key)
            state.incoming[cast("str", element.id)] = element.entered(shown)
        if clicked is not None:
            button = self.element(clicked)
            id = cast("str", button.id)
            state.incoming[id] = True
            state.fired[id] = button.codec.rest
        state.start_body(ran)
        self.run = Run(self.run.number + 1, state, self.memo, Root())
        token = CURSOR.set(start(self.run))
        try:
            script()
        finally:
            CURSOR.reset(token)
            state.reset_triggers()
        state.drop_undrawn(ran)
        state.show_drawn(ran)
        return self.main

    @property
    def main(self) -> list[Element]:
        """The elements of the main body."""
        return cast("list[Element]", self.run.main.children)

    @property
    def sidebar(self) -> list[Element]:
        """The elements of the sidebar."""
        return cast("list[Element]", self.run.region("sidebar").children)

    @property
    def toasts(self) -> list[Any]:
        """The records of the toasts."""
        return [element.properties for element in cast("list[Element]", self.run.region("toasts").children)]

    def element(self, key: str) -> Element:
        """The input that was last drawn with a key."""
        known = {**self.state.known, **self.state.drawn}
        return known[self.state.ids[key]]

    def shown(self, key: str) -> Any:
        """What the window shows of an input."""
        return self.element(key).value
