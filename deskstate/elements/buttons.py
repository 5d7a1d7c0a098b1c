"""Buttons outside of forms, and what those in forms share with them.

No Qt.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.codec import CLICK
from deskstate.core.cursor import here
from deskstate.core.element import Callback
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs
from deskstate.core.properties.base import Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Key, Kwargs, Spot
from deskstate.elements.icons import icon as checked_icon

ButtonType = Literal["primary", "secondary", "tertiary"]
IconPosition = Literal["left", "right"]

_MODIFIERS: Final = {
    **dict.fromkeys(("ctrl", "control", "cmd", "command", "meta", "mod"), "ctrl"),
    **dict.fromkeys(("alt", "option"), "alt"),
    "shift": "shift",
}
"""What people call the keys that are held; Ctrl, Cmd and Mod are one: the platform's main modifier."""
_KEYS: Final = {
    **{each: each for each in ("enter", "space", "tab", "escape", "backspace", "delete", "home", "end")},
    **{each: each for each in ("pageup", "pagedown", "left", "right", "up", "down")},
    **{f"arrow{each}": each for each in ("left", "right", "up", "down")},
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
    **{"return": "enter", "spacebar": "space", "esc": "escape", "del": "delete"},
}
_RESERVED: Final = ("c", "r")
"""Keys with which the window itself is commanded."""


class ButtonElements(Spot):
    """`button`."""

    __slots__ = ()

    def button(
        self,
        label: str,
        key: Key = None,
        help: str | None = None,
        on_click: Callback | None = None,
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        type: ButtonType = "secondary",
        icon: str | None = None,
        icon_position: IconPosition = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """A button.

        Args:
            label: Inline Markdown on it.
            key: Name of its state in `session_state`, which only a person can set (rule 4.6); unique in a run.
            help: Markdown shown at the pointer.
            on_click: Called before the script runs again after a click.
            args: For the callback.
            kwargs: For the callback.
            type: "primary" (the main action), "secondary" or "tertiary" (no frame).
            icon: An emoji, ":material/name:" or "spinner".
            icon_position: "left" or "right" of the label.
            disabled: Greyed out; cannot be pressed.
            use_container_width: Former name of `width`: True for "stretch", False for "content".
            width: "content", "stretch" or px.
            shortcut: Keys that press it, such as "Ctrl+K", "F5" or "Shift+Enter"; C and R are the window's own.
            wrap: False keeps the label on one line.

        Returns:
            True in the one run that a click on it has caused (rule 7.1).

        Raises:
            InvalidLayoutContextError: Inside a form; take `form_submit_button` there.
            InvalidFormCallbackError: The same, with a callback.
            ValueAssignmentNotAllowedError: When code has set its key in `session_state`.
        """
        if on_click is not None:
            check_callback(on_click)
            if (self._at or here().at)[0].around.form is not None:
                raise errors.InvalidFormCallbackError
        if use_container_width is not None:
            width = "stretch" if use_container_width else "content"
        words = (label, help, type, icon, icon_position, disabled, width, shortcut, wrap)
        clicked: bool = self._ask(_button, words, key, on_click, args, kwargs, disabled)
        return clicked


def check_callback(on_click: object) -> None:
    """Check what a button calls. Raises ValueError for what cannot be called."""
    if callable(on_click):
        return
    if on_click in ("rerun", "ignore"):
        raise errors.APIException(
            f"{errors.code(f'on_click={on_click!r}')} means nothing for this button: a click always runs the script. "
            f"Leave `on_click` out, or give a function."
        )
    raise errors.ValueError("on_click", "a function or `None`", got=on_click)


def button_properties(kind: type[inputs.Button], words: tuple[Any, ...]) -> inputs.Button:
    """The record of a button, from the words of its call."""
    label, help, type, icon, icon_position, disabled, width, shortcut, wrap = words
    return kind(
        label=checks.optional(label) or "",
        help=checks.help(help),
        type=checks.word("type", type, ("primary", "secondary", "tertiary")),
        icon=checked_icon(icon),
        icon_position="left"
        if icon_position is None
        else checks.word("icon_position", icon_position, ("left", "right")),
        disabled=bool(disabled),
        width=checks.width(width),
        shortcut=None if shortcut is None else _shortcut(shortcut),
        wrap=checks.wrap(wrap),
    )


def _button(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    if around.form is not None:
        raise errors.InvalidLayoutContextError(
            "`ds.button` cannot stand in a form, where nothing is reported before the form is submitted. "
            "Take `ds.form_submit_button`, or put the button outside."
        )
    label, help, type, icon, icon_position, _, width, shortcut, _ = words
    counts = () if key is not None else (label, icon, help, type, width, icon_position, shortcut)
    return Made(button_properties(inputs.Button, words), state_id("button", key, counts, around), False, CLICK)


def _shortcut(shortcut: object) -> str:
    """Keys in one spelling: modifiers first, lower case, such as "ctrl+shift+k"."""
    if not isinstance(shortcut, str):
        raise errors.InvalidParameterTypeError("shortcut", shortcut, "a string or None")
    given = errors.code(f"shortcut={shortcut!r}")
    names = [name.strip().lower() for name in shortcut.split("+") if name.strip()]
    held = {_MODIFIERS[name] for name in names if name in _MODIFIERS}
    keys = [name for name in names if name not in _MODIFIERS]
    if len(keys) != 1:
        raise errors.APIException(
            f"{given} must name one key, with or without Ctrl, Alt and Shift, such as `Ctrl+K` or `F5`."
        )
    key = _KEYS.get(keys[0], keys[0])
    if key not in _KEYS and not (len(key) == 1 and key.isalnum()):
        raise errors.APIException(
            f"{given} names no key that is known. Take a letter, a digit, F1 to F24, or Enter, Space, "
            f"Tab, Escape, Backspace, Delete, Home, End, PageUp, PageDown, Left, Right, Up, Down."
        )
    if key in _RESERVED:
        raise errors.APIException(f"{given}: the keys C and R belong to the window. Take another one.")
    return "+".join([*(each for each in ("ctrl", "alt", "shift") if each in held), key])
