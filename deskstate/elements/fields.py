"""Texts that are typed: `text_input` and `text_area`.

No Qt.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final, Literal, cast, overload

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.codec import Codec
from deskstate.core.element import Element
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs
from deskstate.core.properties.base import Height, LabelVisibility, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Bind, Key, Kwargs, OnChange, PersistState, Spot, refuse_bind
from deskstate.elements.icons import icon as checked_icon
from deskstate.elements.shapes import is_a

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class _Rest(TypedDict, total=False):
        """Parameters that do not change the type of the value."""

        on_change: OnChange
        args: Args
        kwargs: Kwargs
        placeholder: str | None
        disabled: bool
        required: bool
        label_visibility: LabelVisibility
        width: Width
        bind: Bind
        persist_state: PersistState

    class _InputRest(_Rest, total=False):
        icon: str | None
        validate: str | tuple[str, str] | None
        live: bool | str


TextType = Literal["default", "password", "email", "url", "phone", "search"]

_TYPES: Final = ("default", "password", "email", "url", "phone", "search")
_ICONS: Final = {
    "email": ":material/mail:",
    "url": ":material/link:",
    "phone": ":material/call:",
    "search": ":material/search:",
}
_PLACEHOLDERS: Final = {
    "email": "you@example.com",
    "url": "https://example.com",
    "phone": "+1 234 567 8900",
    "search": "Search",
}
_AUTOCOMPLETE: Final = {"password": "new-password", "email": "email", "url": "url", "phone": "tel", "search": "off"}
_PATTERNS: Final = {
    "email": (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "Please enter an email address such as you@example.com."),
    "url": (r"^(https?://)?[^\s/.]+\.\S+$", "Please enter a web address such as https://example.com."),
}
_LIVE_MS: Final = 250
"""How long a pause in typing is with `live=True`."""
_LONGEST_LIVE_MS: Final = 60_000
_LENGTH: Final = r"\s*(-?\d+(?:\.\d+)?)\s*(?:(?P<ms>ms|milliseconds?)|(?P<s>s|sec|seconds?)|(?P<m>m|min|minutes?))\s*"
"""A number and a unit. Compiled when it is needed, which is rare."""
_UNITS_MS: Final = {"ms": 1, "s": 1000, "m": 60_000}
_LOWEST_AREA_PX: Final = 68
"""Two lines: a text area cannot be less high."""


class FieldElements(Spot):
    """`text_input` and `text_area`."""

    __slots__ = ()

    @overload
    def text_input(
        self,
        label: str,
        value: str = "",
        max_chars: int | None = None,
        key: Key = None,
        type: TextType = "default",
        help: str | None = None,
        autocomplete: str | None = None,
        **rest: Unpack[_InputRest],
    ) -> str: ...
    @overload
    def text_input(
        self,
        label: str,
        value: object,
        max_chars: int | None = None,
        key: Key = None,
        type: TextType = "default",
        help: str | None = None,
        autocomplete: str | None = None,
        **rest: Unpack[_InputRest],
    ) -> str | None: ...
    def text_input(
        self,
        label: str,
        value: object = "",
        max_chars: int | None = None,
        key: Key = None,
        type: TextType = "default",
        help: str | None = None,
        autocomplete: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        placeholder: str | None = None,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        icon: str | None = None,
        validate: str | tuple[str, str] | None = None,
        live: bool | str = False,
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """A field for one line of text.

        Args:
            label: Inline Markdown above the field.
            value: The text at first; anything else as its `str`. None: no text, until one is entered (rule 21.1).
            max_chars: How long the text may be; None for no limit.
            key: Name of the value in `session_state`; unique in a run.
            type: "default", "password" (hidden), or "email", "url", "phone", "search", which have an icon, a
                placeholder and, for the first two, a pattern of their own.
            help: Markdown shown at a question mark beside the label.
            autocomplete: What kind of text it is, as in HTML.
            on_change: Called before the script runs again when a person changes it; "rerun" only runs the script;
                "ignore" waits for the next run that something else causes.
            args: For the callback.
            kwargs: For the callback.
            placeholder: Shown while the field is empty.
            disabled: Greyed out; nothing is taken from the window.
            required: True when a form cannot be submitted while the field is empty.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            icon: In the field: an emoji, ":material/name:" or "spinner".
            validate: Regular expression that the text must match before it is taken, or that and what to say when it
                does not.
            live: True reports while typing, after a pause of 250 ms; a text such as "300ms" or "0.5s" (up to "1m")
                names another pause. False reports on Enter and when the field is left.
            width: "stretch" or px.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the field is not drawn; needs a key.

        Returns:
            The text, or None while there is none and `value` is None.

        Raises:
            BadTimeStringError: When `live` is no length of time.
            ValueOutOfRangeError: When `live` is longer than a minute.
        """
        if value is not None and value.__class__ is not str:
            value = str(value)
        typed = (label, value, max_chars, type, validate, live, live.__class__)
        look = (help, autocomplete, placeholder, disabled, required, label_visibility, icon, width, bind)
        return self._ask(_text_input, (typed, look), key, on_change, args, kwargs, disabled, persist_state)

    @overload
    def text_area(
        self,
        label: str,
        value: str = "",
        height: Height | None = None,
        max_chars: int | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> str: ...
    @overload
    def text_area(
        self,
        label: str,
        value: object,
        height: Height | None = None,
        max_chars: int | None = None,
        key: Key = None,
        help: str | None = None,
        **rest: Unpack[_Rest],
    ) -> str | None: ...
    def text_area(
        self,
        label: str,
        value: object = "",
        height: Height | None = None,
        max_chars: int | None = None,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        placeholder: str | None = None,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """A field for several lines of text; Ctrl+Enter (macOS: Cmd+Enter) or leaving it reports the text.

        Args:
            label: Inline Markdown above the field.
            value: The text at first; anything else as its `str`. None: no text, until one is entered (rule 21.1).
            height: None (three lines), "content" (grows with the text), "stretch", or px.
            max_chars: How long the text may be; None for no limit.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: A callback, "rerun" or "ignore", as for `text_input`.
            args: For the callback.
            kwargs: For the callback.
            placeholder: Shown while the field is empty.
            disabled: Greyed out; nothing is taken from the window.
            required: True when a form cannot be submitted while the field is empty.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            width: "stretch" or px.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the field is not drawn; needs a key.

        Returns:
            The text, or None while there is none and `value` is None.
        """
        if value is not None and value.__class__ is not str:
            value = str(value)
        typed = (label, value, max_chars)
        look = (height, help, placeholder, disabled, required, label_visibility, width, bind)
        return self._ask(_text_area, (typed, look), key, on_change, args, kwargs, disabled, persist_state)


class _Texts(Codec):
    """Values of text fields: a text, or None."""

    def __init__(self, max_chars: int | None) -> None:
        self._max_chars = max_chars

    def to_window(self, value: Any) -> str | None:
        """The text as a window can show it."""
        return None if value is None else checks.text(value)

    def from_window(self, shown: str) -> str:
        """The text, no longer than it may be (rule 21.1)."""
        return shown if self._max_chars is None else shown[: self._max_chars]

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """Any text; of what code assigns in this run only texts and None (rule 4.10)."""
        if assigned and value is not None and not isinstance(value, str):
            raise errors.InvalidParameterTypeError("value", value, "a string or None")
        return value


def _text_input(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, value, max_chars, type, validate, live, _), look = words
    help, autocomplete, placeholder, disabled, required, label_visibility, icon, width, bind = look
    refuse_bind(bind)
    checks.word("type", type, _TYPES)
    live_ms = _live_ms(live)
    pattern = _pattern(validate)
    longest = checks.length("max_chars", max_chars)
    properties = inputs.TextInput(
        label=checks.label(label),
        max_chars=longest,
        type=type,
        help=checks.help(help),
        autocomplete=_AUTOCOMPLETE.get(type) if autocomplete is None else checks.text(autocomplete),
        placeholder=_PLACEHOLDERS.get(type, "") if placeholder is None else checks.text(placeholder),
        disabled=bool(disabled),
        required=bool(required),
        label_visibility=checks.label_visibility(label_visibility),
        icon=_ICONS.get(type) if icon is None else checked_icon(icon),
        validate=_PATTERNS.get(type) if validate is None else pattern,
        live_ms=live_ms,
        width=checks.width(width, content=False),
    )
    expression = None if pattern is None else pattern[0]
    counts: tuple[Any, ...] = (max_chars, expression)
    if key is None:
        counts = (label, value, max_chars, type, help, autocomplete, placeholder, icon, width, live_ms, expression)
        counts += (required,)
    id = state_id("text_input", key, counts, around)
    return Made(properties, id, _cut(value, longest), _Texts(longest), given=value is not None and value != "")


def _text_area(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, value, max_chars), look = words
    height, help, placeholder, disabled, required, label_visibility, width, bind = look
    refuse_bind(bind)
    longest = checks.length("max_chars", max_chars)
    properties = inputs.TextArea(
        label=checks.label(label),
        height=_area_height(height),
        max_chars=longest,
        help=checks.help(help),
        placeholder=checks.optional(placeholder) or "",
        disabled=bool(disabled),
        required=bool(required),
        label_visibility=checks.label_visibility(label_visibility),
        width=checks.width(width, content=False),
    )
    counts: tuple[Any, ...] = (max_chars,)
    if key is None:
        counts = (label, value, height, max_chars, help, placeholder, width, required)
    id = state_id("text_area", key, counts, around)
    return Made(properties, id, _cut(value, longest), _Texts(longest), given=value is not None and value != "")


def _cut(value: str | None, longest: int | None) -> str | None:
    return value if value is None or longest is None else value[:longest]


def _area_height(height: Any) -> Height | None:
    if height is None:
        return None
    checked = checks.height(height)
    return max(checked, _LOWEST_AREA_PX) if isinstance(checked, int) else checked


def _pattern(validate: Any) -> tuple[str, str] | None:
    """The regular expression and what to say when a text does not match it; "" for the window's own words."""
    if validate is None:
        return None
    if isinstance(validate, str):
        return validate, ""
    if not is_a(validate, tuple):
        raise errors.InvalidParameterTypeError("validate", validate, "a string, a pair of strings, or None")
    if len(validate) != 2 or not all(isinstance(each, str) for each in validate):
        raise errors.ValueError("validate", "a regular expression, or a pair of one and a message", got=validate)
    return cast("tuple[str, str]", validate)


def _live_ms(live: object) -> int | None:
    """How long a pause in typing is before the text is reported; None: only when the field is left."""
    if isinstance(live, bool):
        return _LIVE_MS if live else None
    if not isinstance(live, str):
        raise errors.InvalidParameterTypeError("live", live, "a boolean, or a length of time such as `'300ms'`")
    match = re.fullmatch(_LENGTH, live)
    if match is None:
        raise errors.BadTimeStringError("live", live)
    milliseconds = float(match[1]) * _UNITS_MS[match.lastgroup or "ms"]
    if not 0 <= milliseconds <= _LONGEST_LIVE_MS:
        raise errors.ValueOutOfRangeError("live", live, "0ms", "1m")
    return math.ceil(milliseconds)
