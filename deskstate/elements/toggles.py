"""Check boxes and switches.

No Qt.
"""

from __future__ import annotations

from typing import Any, Final

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.codec import Codec
from deskstate.core.element import Element
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs
from deskstate.core.properties.base import LabelVisibility, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Bind, Key, Kwargs, OnChange, PersistState, Spot, refuse_bind


class ToggleElements(Spot):
    """`checkbox` and `toggle`."""

    __slots__ = ()

    def checkbox(
        self,
        label: str,
        value: bool = False,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> bool:
        """A box to tick.

        Args:
            label: Inline Markdown beside the box.
            value: Ticked when it first appears. Default False.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: Called before the script runs again when a person changes it; "rerun" only runs the script;
                "ignore" waits for the next run that something else causes.
            args: For the callback.
            kwargs: For the callback.
            disabled: Greyed out; nothing is taken from the window.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            width: "content", "stretch" or px.
            wrap: False keeps the label on one line.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the box is not drawn; needs a key.

        Returns:
            True while it is ticked.
        """
        words = (label, bool(value), help, disabled, label_visibility, width, wrap, bind)
        ticked: bool = self._ask(_checkbox, words, key, on_change, args, kwargs, disabled, persist_state)
        return ticked

    def toggle(
        self,
        label: str,
        value: bool = False,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> bool:
        """A switch: a check box by another look.

        Args:
            label: Inline Markdown beside the switch.
            value: On when it first appears. Default False.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: A callback, "rerun" or "ignore", as for `checkbox`.
            args: For the callback.
            kwargs: For the callback.
            disabled: Greyed out; nothing is taken from the window.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            width: "content", "stretch" or px.
            wrap: False keeps the label on one line.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the switch is not drawn; needs a key.

        Returns:
            True while it is on.
        """
        words = (label, bool(value), help, disabled, label_visibility, width, wrap, bind)
        on: bool = self._ask(_toggle, words, key, on_change, args, kwargs, disabled, persist_state)
        return on


class _Booleans(Codec):
    """Values of check boxes and switches."""

    def to_window(self, value: Any) -> bool:
        """Whether it is true."""
        return bool(value)

    def from_window(self, shown: Any) -> bool:
        """Whether it is true."""
        return bool(shown)

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """Any value; of what code assigns in this run only booleans and ints (rule 4.10)."""
        if assigned and not isinstance(value, int):
            raise errors.InvalidParameterTypeError("value", value, "a boolean")
        return value


_BOOLEANS: Final = _Booleans()


def _checkbox(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    return _made(inputs.Checkbox, key, around, words)


def _toggle(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    return _made(inputs.Toggle, key, around, words)


def _made(
    kind: type[inputs.Checkbox] | type[inputs.Toggle],
    key: str | None,
    around: Around,
    words: tuple[Any, ...],
) -> Made:
    label, value, help, disabled, label_visibility, width, wrap, bind = words
    refuse_bind(bind)
    properties = kind(
        label=checks.label(label),
        help=checks.help(help),
        disabled=bool(disabled),
        label_visibility=checks.label_visibility(label_visibility),
        width=checks.width(width),
        wrap=checks.wrap(wrap),
    )
    counts = () if key is not None else (label, value, help, width, wrap)
    return Made(properties, state_id(kind.kind, key, counts, around), value, _BOOLEANS, given=value)
