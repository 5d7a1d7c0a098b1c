"""The agreement between the window and a native widget: make it, keep it true to its record, say what the person did.

GUI thread only. A native widget has no policy and no state of its own beyond what Qt's widget holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from deskstate.core.properties.base import Properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

P = TypeVar("P", bound=Properties)


class Host(Protocol):
    """What a native widget may ask of the window that it stands in."""

    def commit(self, value: object) -> None:
        """Report what a person did: a new value, or True for a click."""
        ...

    def draft(self, value: object) -> None:
        """Report an edit that is not committed yet; it is committed with whatever the person does next.

        An input calls this on every keystroke, then `commit` on Enter or when it loses the focus.
        """
        ...

    def submit(self) -> None:
        """Enter was pressed in a single-line field: submit the form around it, if there is one and it allows this."""
        ...

    def problem(self, message: str | None) -> None:
        """Say why what stands in this input may not be submitted (required, pattern), or None when all is well."""
        ...

    def open_link(self, url: str) -> None:
        """Open a link that a person clicked."""
        ...

    def relayout(self) -> None:
        """The widget's own width or alignment rule changed: the container must place it again."""
        ...


class Child(Protocol):
    """An element inside a container, which may not have a native widget yet."""

    properties: Properties

    @property
    def realised(self) -> bool:
        """True once the native widget exists."""
        ...

    def widget(self) -> QWidget:
        """The Qt widget, made now if need be."""
        ...

    def native(self) -> Native[Any]:
        """The native widget, made now if need be."""
        ...


class Native(Generic[P]):
    """One element in the window.

    A subclass makes `self.widget` in `__init__` and brings it up to date in `update`. It is told the truth only:
    records are checked before they get here.
    """

    widget: QWidget
    """What stands in the window."""

    def __init__(self, properties: P, host: Host) -> None:
        self.host = host

    def update(self, new: P, old: P) -> None:
        """Change the widget from one record to the next; what is equal in both is left alone."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value that the script set, without reporting it. Inputs only."""

    def is_pressed(self) -> bool:
        """True while the mouse is pressed on what a click reports. Only of what takes clicks."""
        return False

    def let_go(self) -> None:
        """Have a press of the mouse that goes on come to nothing. Only of what takes clicks."""

    def focus(self) -> None:
        """Take the keyboard focus."""
        self.widget.setFocus()

    def show_problem(self) -> None:
        """Say in the window why what stands in this input may not be submitted. Inputs with rules only."""

    def view(self) -> Any:
        """What a person has opened, folded or scrolled; None while it is as the script says.

        Asked of what has `keeps_view` in its record.
        """
        return None

    def restore_view(self, view: Any) -> None:
        """Look as the same element did in another container, whose `view` this was, without a word to the script."""

    def close(self) -> None:
        """Stop timers and animations; the widget is deleted after this."""


class Holder(Native[P]):
    """A native widget with others inside."""

    def arrange(self, children: Sequence[Child]) -> None:
        """Show exactly these children, in this order. Those that are no longer listed are deleted by the caller."""
        raise NotImplementedError

    def reveal(self, child: Child) -> None:
        """Make a child visible: open the tab or the expander around it, make its native widget."""
        child.widget()
