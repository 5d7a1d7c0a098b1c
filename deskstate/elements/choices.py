"""One or some of several options: `selectbox`, `radio` and `multiselect`.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.codec import AS_IS
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs
from deskstate.core.properties.base import LabelVisibility, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Bind, Key, Kwargs, OnChange, PersistState, Spot, refuse_bind
from deskstate.elements.chosen import OneOf, SomeOf
from deskstate.elements.icons import icon as checked_icon
from deskstate.elements.options import options_of, settled

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class _Rest(TypedDict, total=False):
        """Parameters that all choices share, and that do not change the type of their values."""

        key: Key
        help: str | None
        on_change: OnChange
        args: Args
        kwargs: Kwargs
        disabled: bool
        label_visibility: LabelVisibility
        width: Width
        bind: Bind
        persist_state: PersistState

    class _SelectboxRest(_Rest, total=False):
        placeholder: str | None
        required: bool
        icon: str | None
        filter_mode: FilterMode

    class _RadioRest(_Rest, total=False):
        horizontal: bool
        captions: Iterable[str | None] | None


FilterMode = Literal["fuzzy", "contains", "prefix"] | None
T = TypeVar("T")


class ChoiceElements(Spot):
    """`selectbox`, `radio` and `multiselect`."""

    __slots__ = ()

    @overload
    def selectbox(
        self,
        label: str,
        options: Iterable[T],
        index: int = 0,
        format_func: Callable[[T], object] = str,
        *,
        accept_new_options: Literal[False] = False,
        **rest: Unpack[_SelectboxRest],
    ) -> T: ...
    @overload
    def selectbox(
        self,
        label: str,
        options: Iterable[T],
        index: int | None,
        format_func: Callable[[T], object] = str,
        *,
        accept_new_options: Literal[False] = False,
        **rest: Unpack[_SelectboxRest],
    ) -> T | None: ...
    @overload
    def selectbox(
        self,
        label: str,
        options: Iterable[T],
        index: int = 0,
        format_func: Callable[[T], object] = str,
        *,
        accept_new_options: bool,
        **rest: Unpack[_SelectboxRest],
    ) -> T | str: ...
    @overload
    def selectbox(
        self,
        label: str,
        options: Iterable[T],
        index: int | None,
        format_func: Callable[[T], object] = str,
        *,
        accept_new_options: bool,
        **rest: Unpack[_SelectboxRest],
    ) -> T | str | None: ...
    def selectbox(
        self,
        label: str,
        options: Iterable[Any],
        index: int | None = 0,
        format_func: Callable[[Any], object] = str,
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
        icon: str | None = None,
        accept_new_options: bool = False,
        filter_mode: FilterMode = "fuzzy",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """One of several options, in a list that opens and can be searched by typing.

        Options are told apart by their labels, and those that are labelled alike by what they are and where they stand
        (rule 4.12). When the chosen option is no longer there, the choice goes back to `index` (rule 4.11).

        Args:
            label: Inline Markdown above the field.
            options: A list, tuple, set, range, dict (its keys), Enum class, array, series, dataframe (its first column)
                or anything else that can be iterated.
            index: Position of the option that is chosen at first, from 0; None: nothing is, and the choice can be
                cleared. Counts only when the field first appears (rule 21.5).
            format_func: Makes the label of an option.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: Called before the script runs again when a person changes it; "rerun" only runs the script;
                "ignore" waits for the next run that something else causes.
            args: For the callback.
            kwargs: For the callback.
            placeholder: Shown while nothing is chosen.
            disabled: Greyed out; nothing is taken from the window.
            required: True when a form cannot be submitted while nothing is chosen.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            icon: In the field: an emoji, ":material/name:" or "spinner".
            accept_new_options: True when a person may enter a text that is none of the options.
            filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None: not at all.
            width: "stretch" or px.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the field is not drawn; needs a key.

        Returns:
            The chosen option itself, or a copy of a list, dict or set (rule 4.15); the text that was entered; or None.

        Raises:
            ValueOutOfRangeError: When `index` is the position of no option.
        """
        codec: OneOf | None = None
        labels = settled(options, format_func)
        if labels is None:
            codec = OneOf(options, format_func, index, accept_new_options)
            labels = codec.labels
        chosen = (label, labels, codec is None, index, index.__class__, accept_new_options, filter_mode)
        look = (help, placeholder, disabled, required, label_visibility, icon, width, bind)
        return self._ask(_selectbox, (chosen, look), key, on_change, args, kwargs, disabled, persist_state, codec)

    @overload
    def radio(
        self,
        label: str,
        options: Iterable[T],
        index: int = 0,
        format_func: Callable[[T], object] = str,
        **rest: Unpack[_RadioRest],
    ) -> T: ...
    @overload
    def radio(
        self,
        label: str,
        options: Iterable[T],
        index: int | None,
        format_func: Callable[[T], object] = str,
        **rest: Unpack[_RadioRest],
    ) -> T | None: ...
    def radio(
        self,
        label: str,
        options: Iterable[Any],
        index: int | None = 0,
        format_func: Callable[[Any], object] = str,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        disabled: bool = False,
        horizontal: bool = False,
        captions: Iterable[str | None] | None = None,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """One of several options, all of them in view.

        Args:
            label: Inline Markdown above the options.
            options: As for `selectbox`.
            index: Position of the option that is chosen at first, from 0; None: nothing is. Counts only when the
                options first appear (rule 21.5).
            format_func: Makes the label of an option.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: A callback, "rerun" or "ignore", as for `selectbox`.
            args: For the callback.
            kwargs: For the callback.
            disabled: Greyed out; nothing is taken from the window.
            horizontal: True for options side by side.
            captions: Small inline Markdown below each option, in their order; None or "" for none.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            width: "content", "stretch" or px.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the options are not drawn; needs a key.

        Returns:
            The chosen option itself, or a copy of a list, dict or set (rule 4.15); or None.

        Raises:
            ValueOutOfRangeError: When `index` is the position of no option.
        """
        codec: OneOf | None = None
        labels = settled(options, format_func)
        if labels is None:
            codec = OneOf(options, format_func, index, False)
            labels = codec.labels
        small = None if captions is None else tuple(captions)
        chosen = (label, labels, codec is None, index, index.__class__)
        look = (help, disabled, horizontal, small, label_visibility, width, bind)
        return self._ask(_radio, (chosen, look), key, on_change, args, kwargs, disabled, persist_state, codec)

    @overload
    def multiselect(
        self,
        label: str,
        options: Iterable[T],
        default: Any = None,
        format_func: Callable[[T], object] = str,
        *,
        max_selections: int | None = None,
        placeholder: str | None = None,
        accept_new_options: Literal[False] = False,
        filter_mode: FilterMode = "fuzzy",
        select_all: bool | int = 1000,
        wrap: bool | None = None,
        **rest: Unpack[_Rest],
    ) -> list[T]: ...
    @overload
    def multiselect(
        self,
        label: str,
        options: Iterable[T],
        default: Any = None,
        format_func: Callable[[T], object] = str,
        *,
        max_selections: int | None = None,
        placeholder: str | None = None,
        accept_new_options: bool,
        filter_mode: FilterMode = "fuzzy",
        select_all: bool | int = 1000,
        wrap: bool | None = None,
        **rest: Unpack[_Rest],
    ) -> list[T | str]: ...
    def multiselect(
        self,
        label: str,
        options: Iterable[Any],
        default: Any = None,
        format_func: Callable[[Any], object] = str,
        key: Key = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        max_selections: int | None = None,
        placeholder: str | None = None,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        accept_new_options: bool = False,
        filter_mode: FilterMode = "fuzzy",
        select_all: bool | int = 1000,
        width: Width = "stretch",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """Some of several options, shown as chips.

        Args:
            label: Inline Markdown above the field.
            options: As for `selectbox`.
            default: The options that are chosen at first: a list of them, or one. Counts only when the field first
                appears.
            format_func: Makes the label of an option.
            key: Name of the value in `session_state`; unique in a run.
            help: Markdown shown at a question mark beside the label.
            on_change: A callback, "rerun" or "ignore", as for `selectbox`.
            args: For the callback.
            kwargs: For the callback.
            max_selections: How many may be chosen, 1 or more; None: all.
            placeholder: Shown while nothing is chosen.
            disabled: Greyed out; nothing is taken from the window.
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            accept_new_options: True when a person may enter texts that are none of the options.
            filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None: not at all.
            select_all: Whether to offer to choose all: True, False, or only up to that many options.
            width: "stretch" or px.
            wrap: False keeps the chips on one line.
            bind: Refused: windows have no query parameters.
            persist_state: "page" or "session" keeps the value while the field is not drawn; needs a key.

        Returns:
            The chosen options themselves, as `selectbox` has it, in the order of choosing (rules 4.15, 21.6).

        Raises:
            DefaultNotInOptionsError: When a default is none of the options.
            SelectionCountExceedsMaxError: When more than `max_selections` are chosen, by default or by code.
        """
        codec: SomeOf | None = None
        labels = settled(options, format_func)
        given = () if default is None else options_of(default)
        if labels is None:
            codec = SomeOf(options, format_func, given, max_selections, accept_new_options)
            labels = codec.labels
        types = (tuple(map(type, given)) if given else None, max_selections.__class__, select_all.__class__)
        chosen = (label, labels, codec is None, given, default is None, max_selections, accept_new_options, types)
        look = (help, placeholder, disabled, label_visibility, filter_mode, select_all, width, wrap, bind)
        return self._ask(_multiselect, (chosen, look), key, on_change, args, kwargs, disabled, persist_state, codec)


def _selectbox(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, labels, plain, index, _, accept_new_options, filter_mode), look = words
    help, placeholder, disabled, required, label_visibility, icon, width, bind = look
    refuse_bind(bind)
    codec = OneOf(labels[0], str, index, accept_new_options) if plain else None
    labels = labels if codec is None else codec.labels
    _check_index(index, len(labels))
    properties = inputs.Selectbox(
        label=checks.label(label),
        options=labels,
        clearable=index is None,
        help=checks.help(help),
        placeholder=_placeholder(placeholder),
        disabled=bool(disabled),
        required=bool(required),
        label_visibility=checks.label_visibility(label_visibility),
        icon=checked_icon(icon),
        accept_new_options=bool(accept_new_options),
        filter_mode=_filter_mode(filter_mode, accept_new_options),
        width=checks.width(width, content=False),
    )
    counts: tuple[Any, ...] = (accept_new_options,)
    if key is None:
        counts = (label, labels, index, help, placeholder, accept_new_options, filter_mode, width, required, icon)
    id = state_id("selectbox", key, counts, around)
    return Made(properties, id, codec and codec.default, codec or AS_IS, given=index is not None and index != 0)


def _radio(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, labels, plain, index, _), look = words
    help, disabled, horizontal, captions, label_visibility, width, bind = look
    refuse_bind(bind)
    codec = OneOf(labels[0], str, index, False) if plain else None
    labels = labels if codec is None else codec.labels
    _check_index(index, len(labels))
    properties = inputs.Radio(
        label=checks.label(label),
        options=labels,
        captions=tuple(map(_caption, captions or ())),
        horizontal=bool(horizontal),
        help=checks.help(help),
        disabled=bool(disabled),
        label_visibility=checks.label_visibility(label_visibility),
        width=checks.width(width),
    )
    counts = () if key is not None else (label, labels, index, help, horizontal, captions, width)
    id = state_id("radio", key, counts, around)
    return Made(properties, id, codec and codec.default, codec or AS_IS, given=index is not None and index != 0)


def _multiselect(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    (label, labels, plain, chosen, bare, max_selections, accept_new_options, _), look = words
    help, placeholder, disabled, label_visibility, filter_mode, select_all, width, wrap, bind = look
    refuse_bind(bind)
    if max_selections is not None and (
        isinstance(max_selections, bool) or not isinstance(max_selections, int) or max_selections < 1
    ):
        raise errors.ValueError("max_selections", "a whole number greater than 0, or `None`", got=max_selections)
    codec = SomeOf(labels[0], str, chosen, max_selections, accept_new_options) if plain else None
    labels = labels if codec is None else codec.labels
    offered, up_to = _select_all(select_all)
    properties = inputs.Multiselect(
        label=checks.label(label),
        options=labels,
        max_selections=max_selections,
        help=checks.help(help),
        placeholder=_placeholder(placeholder),
        disabled=bool(disabled),
        label_visibility=checks.label_visibility(label_visibility),
        accept_new_options=bool(accept_new_options),
        filter_mode=_filter_mode(filter_mode, accept_new_options),
        select_all=offered,
        width=checks.width(width, content=False),
        wrap=checks.wrap(wrap),
        select_all_up_to=up_to,
    )
    counts: tuple[Any, ...] = (max_selections, accept_new_options)
    if key is None:
        counts = (label, labels, chosen, help, max_selections, placeholder, accept_new_options, filter_mode, width)
        counts += (select_all,)
    id = state_id("multiselect", key, counts, around)
    return Made(properties, id, codec and codec.default, codec or AS_IS, given=not bare)


def _check_index(index: object, count: int) -> None:
    if index is None:
        return
    if not isinstance(index, int):
        raise errors.InvalidParameterTypeError("index", index, "a whole number or None")
    if count and not 0 <= index < count:
        raise errors.ValueOutOfRangeError("index", index, 0, count - 1)


def _placeholder(placeholder: object) -> str:
    """What an empty field shows; "" for the window's own words."""
    return " " if placeholder == "" else checks.optional(placeholder) or ""


def _filter_mode(filter_mode: Any, accept_new_options: bool) -> str | None:
    if filter_mode is not None:
        return checks.word("filter_mode", filter_mode, ("fuzzy", "contains", "prefix"))
    if accept_new_options:
        raise errors.IncompatibleParametersError(
            "filter_mode=None", "accept_new_options=True", cure="Take `'fuzzy'`, `'contains'` or `'prefix'`."
        )
    return None


def _select_all(select_all: object) -> tuple[bool, int | None]:
    """Whether to offer it, and up to how many options."""
    if isinstance(select_all, bool):
        return select_all, None
    if not isinstance(select_all, int):
        raise errors.InvalidParameterTypeError("select_all", select_all, "a boolean or a whole number")
    if select_all < 0:
        raise errors.ValueError("select_all", "`True`, `False` or a whole number of 0 or more", got=select_all)
    return select_all > 0, select_all


def _caption(caption: object) -> str:
    if caption is not None and not isinstance(caption, str):
        raise errors.InvalidParameterTypeError("captions", caption, "a list of strings")
    return "" if caption is None else checks.text(caption)
