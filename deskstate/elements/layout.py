"""Containers: `container`, `columns`, `tabs`, `expander` and `empty`.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.call import Call, calling
from deskstate.core.codec import Codec
from deskstate.core.cursor import here
from deskstate.core.element import Callback, Element
from deskstate.core.identity import state_id, surroundings
from deskstate.core.properties import layout as records
from deskstate.core.properties.base import Height, Width
from deskstate.core.properties.status import NOTHING
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import (
    Args,
    Bind,
    Key,
    Kwargs,
    Spot,
    hook,
    refuse_bind,
    register,
    remembered,
    user_key,
)
from deskstate.elements.icons import icon as checked_icon

if TYPE_CHECKING:
    from deskstate.elements.place import ExpanderContainer, Place, TabContainer

Gap = int | Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"] | None
OnToggle = Callback | Literal["rerun", "ignore"]
"""What happens when a person opens or closes something: nothing that Python hears of, a rerun, or a callback."""


_COLUMN_ALIGNMENTS: Final = ("top", "center", "bottom")


class LayoutElements(Spot):
    """`container`, `columns`, `tabs`, `expander` and `empty`."""

    __slots__ = ()

    def container(
        self,
        *,
        border: bool | None = None,
        key: Key = None,
        width: Width = "stretch",
        height: Height = "content",
        horizontal: bool = False,
        wrap: bool = True,
        horizontal_alignment: Literal["left", "center", "right", "distribute"] = "left",
        vertical_alignment: Literal["top", "center", "bottom", "distribute"] = "top",
        gap: Gap = "small",
        autoscroll: bool | None = None,
    ) -> Place:
        """A group of elements, which can be filled later (rule 11.4).

        Args:
            border: True for a frame around it; None: only when its height is given in px.
            key: Name of the container, unique among all elements of a run.
            width: "stretch", "content" or px.
            height: "content", "stretch", or px, in which it scrolls.
            horizontal: True for elements side by side.
            wrap: Whether those go on in another row when there is no room; False scrolls.
            horizontal_alignment: "left", "center", "right" or "distribute".
            vertical_alignment: "top", "center", "bottom" or "distribute".
            gap: Between elements: px, None for none, or "xxsmall" (4 px), "xsmall" (8), "small" (16), "medium" (32),
                "large" (64), "xlarge" (96), "xxlarge" (128).
            autoscroll: True when a container with a height in px follows its end as it grows.

        Returns:
            The place inside it.

        Raises:
            IncompatibleParametersError: For `wrap=False` without `horizontal=True`.
        """
        words = (border, width, height, horizontal, wrap, horizontal_alignment, vertical_alignment, gap, autoscroll)
        call = calling() if isinstance(height, int) else None
        return self.answer((self._open(_container, *words, gap.__class__, key=key, call=call), -1))

    def columns(
        self,
        spec: int | Sequence[float],
        *,
        gap: Gap = "small",
        vertical_alignment: Literal["top", "center", "bottom"] = "top",
        border: bool = False,
        width: Width = "stretch",
        wrap: bool = True,
    ) -> list[Place]:
        """Containers side by side.

        Args:
            spec: How many, or the weight of each: `[2, 1]` makes the first one twice as wide.
            gap: Between them, as for `container`.
            vertical_alignment: "top", "center" or "bottom".
            border: True for a frame around each.
            width: Of all together: "stretch" or px.
            wrap: True when they stand one below another in a narrow window.

        Returns:
            The places inside them.

        Raises:
            InvalidColumnSpecError: When `spec` is no number or list of numbers greater than 0 (rule 11.9).
        """
        weights = _weights(spec)
        row = self.answer((self._open(_columns, gap, gap.__class__, width, wrap, vertical_alignment), -1))
        total = sum(weights)
        return [
            self.answer((row._open(_column, weight / total, vertical_alignment, border, gap, gap.__class__), -1))
            for weight in weights
        ]

    def tabs(
        self,
        tabs: Sequence[str],
        *,
        width: Width = "stretch",
        height: Height = "content",
        default: str | None = None,
        key: Key = None,
        on_change: OnToggle = "ignore",
        args: Args = None,
        kwargs: Kwargs = None,
        bind: Bind = None,
    ) -> list[TabContainer]:
        """Containers of which a person sees one at a time. The script fills all of them (rule 11.10).

        Args:
            tabs: Their labels.
            width: "stretch" or px.
            height: "content", "stretch", or px, in which they scroll.
            default: Label of the tab that is open at first; None: the first one.
            key: Name of the tabs, unique in a run; with `on_change` also of the open tab's label in `session_state`.
            on_change: "ignore": which tab is open is the window's business. "rerun" or a callback: the script runs
                again when a person opens another one, and `.open` of each says whether it is open.
            args: For the callback.
            kwargs: For the callback.
            bind: Refused: windows have no query parameters.

        Returns:
            The places inside them.

        Raises:
            MissingRequiredParameterError: When there are no labels.
            ValueError: When `default` is none of them.
        """
        from deskstate.elements.place import TabContainer  # late: it is made of this class

        refuse_bind(bind)
        labels = _labels(tabs, default)
        index = labels.index(default) if default else 0
        words = (labels, width, height, default)
        tracked = _is_tracked(on_change)
        call = calling()
        opened: str | None = None
        if tracked:
            element, opened = self._track(_tracked_tabs, words, key, on_change, args, kwargs)
        else:
            element = self._open(_tabs, index, width, height, key=key, call=call if isinstance(height, int) else None)
        row = self.answer((element, -1))
        return [
            TabContainer(
                (row._open(_tab, label, call=Call(call.script, call.spot, part)), -1),
                open=label == opened if tracked else None,
            )
            for part, label in enumerate(labels)
        ]

    def expander(
        self,
        label: str,
        expanded: bool = False,
        *,
        key: Key = None,
        icon: str | None = None,
        type: Literal["default", "compact", "step"] = "default",
        width: Width = "stretch",
        on_change: OnToggle = "ignore",
        args: Args = None,
        kwargs: Kwargs = None,
        bind: Bind = None,
    ) -> ExpanderContainer:
        """A container that can be folded away. The script fills it all the same (rule 11.10).

        Args:
            label: Inline Markdown in its header.
            expanded: Open at first. Default False.
            key: Name of the expander, unique in a run; with `on_change` also of its state in `session_state`.
            icon: Before the label: an emoji, ":material/name:" or "spinner".
            type: "default", "compact" (no frame) or "step" (one step of several).
            width: "stretch" or px.
            on_change: "ignore": whether it is open is the window's business. "rerun" or a callback: the script runs
                again when a person opens or closes it, and `.open` says whether it is open.
            args: For the callback.
            kwargs: For the callback.
            bind: Refused: windows have no query parameters.

        Returns:
            The place inside it.
        """
        from deskstate.elements.place import ExpanderContainer  # late: it is made of this class

        refuse_bind(bind)
        words = (label, bool(expanded), icon, type, width)
        if not _is_tracked(on_change):
            cursor = here()
            parent, _ = self._place(cursor, cursor.run.yield_point())
            name = ("key", str(key)) if key is not None else (str(label), parent.around.region, parent.path)
            asked = cursor.run.line.asks.number(name, bool(expanded))
            return ExpanderContainer((self._open(_expander, *words, asked, key=key, call=calling()), -1), open=None)
        element, opened = self._track(_tracked_expander, words, key, on_change, args, kwargs)
        return ExpanderContainer((element, -1), open=opened)

    def empty(self) -> Place:
        """A place for one element: each one that is drawn there takes the place of the one before (rule 11.5).

        Returns:
            The place. `.empty()` clears it; `.container()` puts a group there.
        """
        if self._at is None or self._at[1] < 0:
            return self._show(_empty)
        cursor = here()
        return self.answer(self._put(cursor, cursor.run.yield_point(), Element(NOTHING, replaces=True)))

    def _track(
        self,
        build: Callable[..., Made],
        words: tuple[Any, ...],
        key: Key,
        on_change: OnToggle,
        args: Args,
        kwargs: Kwargs,
    ) -> tuple[Element, Any]:
        """Draw a container whose state Python knows, and answer with it and its state (rule 11.10)."""
        cursor = here()
        run = cursor.run.yield_point()
        parent, index = self._place(cursor, run)
        name = None if key is None else user_key(key)
        made = remembered(run, build, (name, parent.around, words))
        element = self._container(parent, made, name)
        element.default = made.default
        element.codec = made.codec
        if callable(on_change):
            if parent.around.form is not None:
                raise errors.InvalidFormCallbackError
            hook(element, on_change, args, kwargs)
        state = register(run, element, run.state.known.get(made.id or ""), False)
        self._put_container(run, parent, index, element)
        return element, state


class _Openness(Codec):
    """Values of expanders: open or not."""

    def to_window(self, value: Any) -> bool:
        """Whether it is true."""
        return bool(value)

    def from_window(self, shown: Any) -> bool:
        """Whether it is true."""
        return bool(shown)


class _OpenTab(Codec):
    """Values of tabs: the label of the open one."""

    def __init__(self, labels: tuple[str, ...], default: str) -> None:
        self._labels = labels
        self._default = default

    def to_window(self, value: Any) -> str:
        """The label."""
        return checks.text(value)

    def admit(self, value: Any, assigned: bool, before: Element | None = None) -> Any:
        """The label, or the default when there is no such tab."""
        return value if value in self._labels else self._default


def _is_tracked(on_change: object) -> bool:
    if on_change == "ignore":
        return False
    if on_change == "rerun" or callable(on_change):
        return True
    raise errors.ValueError("on_change", "a function, `'rerun'` or `'ignore'`", got=on_change)


def _weights(spec: Any) -> tuple[float, ...]:
    """The weights of columns (rule 11.9)."""
    if hasattr(spec, "__index__"):
        weights: tuple[Any, ...] = (1,) * int(spec)
    else:
        try:
            weights = tuple(spec)
        except TypeError:
            raise errors.InvalidParameterTypeError("spec", spec, "a whole number or a list of numbers") from None
    try:
        if not weights or not all(weight > 0 for weight in weights):
            raise errors.InvalidColumnSpecError
    except TypeError:
        raise errors.InvalidParameterTypeError("spec", spec, "a whole number or a list of numbers") from None
    return weights


def _labels(tabs: Sequence[Any], default: str | None) -> tuple[str, ...]:
    """The labels of tabs."""
    labels = tuple(tabs)
    if not labels:
        raise errors.MissingRequiredParameterError("tabs", detail="Give at least one label.")
    for label in labels:
        if not isinstance(label, str):
            raise errors.InvalidParameterTypeError("tabs", label, "a list of strings")
    if default and default not in labels:
        raise errors.ValueError("default", "one of the labels in `tabs`", got=default)
    return labels


def _container(
    border: bool | None,
    width: Width,
    height: Height,
    horizontal: bool,
    wrap: bool,
    horizontal_alignment: str,
    vertical_alignment: str,
    gap: Gap,
    autoscroll: bool | None,
    _: type,
) -> Made:
    if not wrap and not horizontal:
        raise errors.IncompatibleParametersError(
            "wrap=False", "horizontal=False", cure="Elements one below another need no row: leave `wrap` out."
        )
    checks.height(height)
    return Made(
        records.Container(
            border=isinstance(height, int) if border is None else bool(border),
            width=checks.width(width),
            height=height,
            horizontal=bool(horizontal),
            wrap=bool(wrap),
            horizontal_alignment=checks.word(
                "horizontal_alignment", horizontal_alignment, ("left", "center", "right", "distribute")
            ),
            vertical_alignment=checks.word(
                "vertical_alignment", vertical_alignment, ("top", "center", "bottom", "distribute")
            ),
            gap_px=checks.gap_px(gap),
            autoscroll=bool(autoscroll),
        )
    )


def _columns(gap: Gap, _: type, width: Width, wrap: bool, vertical_alignment: str) -> Made:
    checks.word("vertical_alignment", vertical_alignment, _COLUMN_ALIGNMENTS)
    return Made(
        records.Columns(
            gap_px=checks.gap_px(gap), width=checks.width(width, content=False), wrap=checks.boolean("wrap", wrap)
        )
    )


def _column(weight: float, vertical_alignment: str, border: bool, gap: Gap, _: type) -> Made:
    return Made(
        records.Column(
            weight=float(weight),
            vertical_alignment=vertical_alignment,
            border=bool(border),
            gap_px=checks.gap_px(gap),
        )
    )


def _tabs(index: int, width: Width, height: Height) -> Made:
    return Made(records.Tabs(default=index, width=checks.width(width, content=False), height=checks.height(height)))


def _tracked_tabs(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    labels, width, height, default = words
    label = default or labels[0]
    made = _tabs(labels.index(label), width, height)
    id = state_id("tabs", key, (*words, *surroundings(around)), around)
    return Made(made.properties, id, label, _OpenTab(labels, label))


def _tab(label: str) -> Made:
    return Made(records.Tab(checks.text(label)))


def _expander(label: object, expanded: bool, icon: str | None, type: str, width: Width, asked: int = 0) -> Made:
    if label is None:
        raise errors.MissingRequiredParameterError("label", detail="An expander is opened by its label.")
    return Made(
        records.Expander(
            checks.text(label),
            expanded=expanded,
            asked=asked,
            icon=checked_icon(icon),
            type=checks.word("type", type, ("default", "compact", "step")),
            width=checks.width(width, content=False),
        )
    )


def _tracked_expander(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    made = _expander(*words)
    id = state_id("expander", key, (*words, *surroundings(around)), around)
    return Made(made.properties, id, words[1], _OPENNESS)


def _empty() -> Made:
    return Made(NOTHING)


_OPENNESS: Final = _Openness()
