"""One element of the window: its record, its value, and its native widget once somebody has to see it.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskstate.core.diff import DEEPEST
from deskstate.core.properties.base import Properties
from deskstate.shell.factory import native_class
from deskstate_widgets.native import Holder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstate.shell.stage import Stage
    from deskstate_widgets.native import Native

UNSAID: Final[Any] = object()
"""Instead of a value that nobody has given yet."""


class Live:
    """A child for its container, and the host of its native widget."""

    __slots__ = (
        "__weakref__", "_native", "children", "depth", "form", "id", "key", "parent", "pending", "place",
        "problem_text", "properties", "quiet", "stage", "value",
    )  # fmt: skip

    def __init__(
        self, stage: Stage, place: int, properties: Properties, parent: Live | None, id: str | None, key: str | None
    ) -> None:
        self.stage = stage
        self.place = place
        self.properties = properties
        self.parent = parent
        self.id = id
        self.key = key
        self.quiet = False
        self.value: Any = None
        """What script and window last agreed on."""
        self.children: list[Live] = []
        self.depth: int = 0 if parent is None else parent.depth + 1
        """How many others it is in."""
        self.form: Live | None = None
        """The form around it."""
        if parent is not None:
            self.form = parent if parent.properties.gathers else parent.form
        self.pending: dict[Live, Any] = {}
        """Of a form: what was edited inside since the last submit."""
        self.problem_text: str | None = None
        self._native: Native[Any] | None = None

    # As a child

    @property
    def realised(self) -> bool:
        """True once the native widget exists."""
        return self._native is not None

    @property
    def disabled(self) -> bool:
        """True while a person cannot use it."""
        return bool(getattr(self.properties, "disabled", False))

    def native(self) -> Native[Any]:
        """The native widget, made now if need be, with all that it holds."""
        if self._native is None:
            try:
                made = (
                    _too_deep(self)
                    if self._is_too_deep()
                    else native_class(type(self.properties))(self.properties, self)
                )
                self._native = made
                if self.id is not None:
                    made.show_value(self.shown_value())
            except Exception as error:  # it must not take the others with it
                made = self._native = _broken(self, error)
            if isinstance(made, Holder):
                made.arrange(self.children)
            self.stage.realised(self, made)
        return self._native

    def _is_too_deep(self) -> bool:
        """True for a container that is in too many others to be laid out."""
        record = self.properties
        return self.depth > DEEPEST and record.holds and not record.part

    def widget(self) -> QWidget:
        """The Qt widget, made now if need be."""
        return self.native().widget

    def shown_value(self) -> Any:
        """What the input shows: an edit inside a form that is not submitted yet, or the value."""
        if self.form is not None and self in self.form.pending:
            return self.form.pending[self]
        return self.stage.drafts.get(self, self.value)

    def update(self, properties: Properties) -> None:
        """Take a new record."""
        old, self.properties = self.properties, properties
        if self._native is not None and old != properties:
            self._native.update(properties, old)

    def show(self, value: Any) -> None:
        """Take a value that the script set; an edit that is under way gives way to it."""
        self.value = value
        self.stage.drafts.pop(self, None)
        if self.form is not None:
            self.form.pending.pop(self, None)
        if self._native is not None:
            self._native.show_value(value)

    def dismantle(self) -> None:
        """Delete the native widget, and those inside."""
        for child in self.children:
            child.dismantle()
        native = self._native
        if native is not None:
            self._native = None
            native.close()
            native.widget.hide()
            native.widget.deleteLater()
            self.stage.hold(native.widget)

    # As a host

    def commit(self, value: object) -> None:
        """The person entered a value, or clicked."""
        if not self.disabled:
            self.stage.commit(self, value)

    def draft(self, value: object) -> None:
        """The person is entering a value."""
        self.stage.draft(self, value)

    def submit(self) -> None:
        """Enter was pressed: press the form's first submit button."""
        form = self.form
        if form is not None and getattr(form.properties, "enter_to_submit", False):
            button = first_submit(form)
            if button is not None and not button.disabled:
                self.stage.commit(button, True)

    def problem(self, message: str | None) -> None:
        """What stands in this input may not be submitted, or may again."""
        self.problem_text = message

    def open_link(self, url: str) -> None:
        """The person clicked a link."""
        self.stage.open_link(url)

    def relayout(self) -> None:
        """The container must place this again."""
        if self.parent is not None:
            self.stage.rearrange(self.parent)


def first_submit(live: Live) -> Live | None:
    """The first submit button of a form, in script order."""
    for child in live.children:
        if child.properties.takes == "submit":
            return child
        found = first_submit(child)
        if found is not None:
            return found
    return None


def _too_deep(live: Live) -> Native[Any]:
    from deskstate.shell.broken import Broken  # late, as below

    return Broken(live.properties, live, f"What is in more than {DEEPEST} containers cannot be shown.")


def _broken(live: Live, error: Exception) -> Native[Any]:
    from deskstate.shell.broken import Broken, report  # late: one hopes never to need it

    report(error)
    return Broken(live.properties, live)
