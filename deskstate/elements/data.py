"""Single figures and trees of data: `metric` and `json`.

No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, Literal

from deskstate import errors
from deskstate.core.call import calling
from deskstate.core.cursor import here
from deskstate.core.element import Element
from deskstate.core.properties import text as records
from deskstate.core.properties.base import Height, LabelVisibility, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Spot, remembered
from deskstate.elements.icons import icon as checked_icon
from deskstate.elements.options import options_of
from deskstate.elements.shapes import as_json_data, is_a
from deskstate.elements.status import alert

if TYPE_CHECKING:
    from deskstate.elements.place import Place

DeltaColor = Literal[
    "normal", "inverse", "off", "red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary"
]
DeltaArrow = Literal["auto", "up", "down", "off"]

_COLORS: Final = (*checks.COLORS, "primary")
_EM_DASH: Final = "\u2014"
_MINUS: Final = "-\u2010\u2012\u2013\u2212\ufe63\uff0d"
"""What stands for a minus: the hyphen of keyboards, dashes, the true minus sign, and those of East Asian widths."""
_FALL: Final = rf"[^\w+{_MINUS}]*[{_MINUS}]"
"""Pattern of a minus before anything else than currency, brackets and space."""
_ZERO: Final = r"\W*(?:0[.,' \u00a0\u202f]?)+\D*"
"""Pattern of a number in which every digit is 0, and what it counts; most windows never need it compiled."""


class DataElements(Spot):
    """`metric` and `json`."""

    __slots__ = ()

    def metric(
        self,
        label: str,
        value: object,
        delta: object = None,
        delta_color: DeltaColor = "normal",
        *,
        help: str | None = None,
        icon: str | None = None,
        label_visibility: LabelVisibility = "visible",
        border: bool = False,
        width: Width = "stretch",
        height: Height = "content",
        chart_data: Iterable[Any] | None = None,
        chart_type: Literal["line", "bar", "area"] = "line",
        delta_arrow: DeltaArrow = "auto",
        format: str | None = None,
        delta_description: str | None = None,
    ) -> Place:
        """A big number with a small one below that says how it has changed (rule 22.2).

        Args:
            label: What the number means; inline Markdown.
            value: A number, a text, or None for a dash.
            delta: The change: a number or a text, whose sign gives colour and arrow. A fall may be written with any
                minus ("\u22125"); zero is neutral, with a unit too ("0%"); None shows none.
            delta_color: "normal" (more is green), "inverse" (more is red), "off" (gray), or a colour's name.
            help: Markdown shown at the pointer.
            icon: Before the label: an emoji, ":material/name:" or "spinner".
            label_visibility: "visible", "hidden" (keeps the space) or "collapsed".
            border: True for a frame around it.
            width: "stretch", "content" or px.
            height: "content", "stretch" or px.
            chart_data: Numbers for a small chart below.
            chart_type: "line", "bar" or "area".
            delta_arrow: "auto" (by the sign), "up", "down" or "off".
            format: How numbers are shown: printf, or "plain", "localized", "percent", "dollar", "euro", "yen",
                "accounting", "bytes", "compact", "scientific" or "engineering". Texts are shown as they are.
            delta_description: A muted text beside the change, such as "since May".

        Returns:
            Its place (rule 11.6).

        Raises:
            InvalidParameterTypeError: When `value` or `delta` is neither a number nor a text.
            APIException: When `chart_data` holds something else than numbers.
        """
        chart = None if chart_data is None else _numbers(chart_data)
        sparkline = (chart, chart_type, delta_arrow, format, delta_description)
        figures = (value, delta, value.__class__, delta.__class__, delta_color)
        return self._show(_metric, label, figures, help, icon, label_visibility, border, width, height, sparkline)

    def json(self, body: object, *, expanded: bool | int = True, width: Width = "stretch") -> Place:
        """A tree of data that can be opened and closed.

        Args:
            body: JSON as a text, or dicts, lists and what can be turned into them; what JSON does not know is shown as
                its `repr`.
            expanded: True opens all levels, False none, a number that many.
            width: "stretch" or px.

        Returns:
            Its place (rule 11.6).

        Raises:
            InvalidParameterTypeError: When `expanded` is neither a boolean nor a number.
        """
        if not isinstance(body, str):
            body, warning = _as_text(as_json_data(body))
            if warning is not None:
                checks.warn(warning.removesuffix("."))
                self._show(alert, "warning", warning, None, "stretch", None)
        cursor = here()
        run = cursor.run.yield_point()
        made = remembered(run, _json, (body, expanded, expanded.__class__, width))
        return self.answer(self._put(cursor, run, Element(made.properties, call=calling())))


def _as_text(data: object) -> tuple[str, str | None]:
    """Data as JSON text, and what to say when some of it had to be left out."""
    from json import dumps  # late: it takes several ms, and most scripts show no JSON

    try:
        return dumps(data, default=_foreign), None
    except TypeError as error:
        warning = f"Some of this cannot be shown as JSON, because of its keys: {error}."
    return dumps(data, skipkeys=True, default=_foreign), warning


def _foreign(value: Any) -> object:
    """What stands in JSON for a value that it does not know."""
    return list(value) if is_a(value, set, frozenset) else repr(value)


def _json(body: str, expanded: Any, kind: type, width: Width) -> Made:
    if not isinstance(expanded, int):
        raise errors.InvalidParameterTypeError("expanded", expanded, "a boolean or a whole number")
    return Made(records.Json(checks.text(body), expanded=expanded, width=checks.width(width, content=False)))


def _metric(
    label: object,
    figures: tuple[Any, ...],
    help: str | None,
    icon: str | None,
    label_visibility: str,
    border: bool,
    width: Width,
    height: Height,
    sparkline: tuple[Any, ...],
) -> Made:
    value, delta, _, _, delta_color = figures
    chart, chart_type, delta_arrow, format, delta_description = sparkline
    color = str(delta_color).strip()
    checks.word("delta_color", color, ("normal", "inverse", "off", *_COLORS))
    arrow = checks.word("delta_arrow", str(delta_arrow).strip(), ("auto", "up", "down", "off"))
    sign = _sign(delta)
    directions = {"up": "up", "down": "down", "off": "none", "auto": {1: "up", -1: "down", 0: "none"}[sign]}
    return Made(
        records.Metric(
            checks.label(label),
            _EM_DASH if value is None else _figure("value", value),
            delta="" if delta is None or delta == "" else _figure("delta", delta),
            direction=directions[arrow],
            color=_color(color, sign, shown=delta is not None and delta != ""),
            help=checks.help(help),
            icon=checked_icon(icon),
            label_visibility=checks.label_visibility(label_visibility),
            border=bool(border),
            width=checks.width(width),
            height=checks.height(height),
            chart_data=chart or (),
            chart_type=chart_type if chart_type in ("bar", "area") else "line",
            delta_description=checks.optional(delta_description),
            format=checks.optional(format),
        )
    )


def _figure(parameter: str, value: Any) -> str:
    """A number or a text, as text."""
    if isinstance(value, str):
        return checks.text(value) if parameter == "value" else checks.dedented(value)
    if (hasattr(value, "__float__") or hasattr(value, "__complex__")) and not hasattr(value, "__len__"):
        return str(value.item() if hasattr(value, "item") else value)  # numpy's scalars have items
    raise errors.InvalidParameterTypeError(parameter, value, "a number, a string or None")


def _sign(delta: object) -> int:
    """1 for a rise, -1 for a fall, 0 for neither."""
    if delta is None or delta == "" or delta == 0:
        return 0
    text = checks.dedented(delta)
    if isinstance(delta, str) and re.fullmatch(_ZERO, text):
        return 0
    return -1 if re.match(_FALL, text) else 1


def _color(color: str, sign: int, *, shown: bool) -> str:
    if not shown:
        return "gray"
    if color in _COLORS:
        return "gray" if color == "grey" else color
    if color == "off" or sign == 0:
        return "gray"
    return "green" if (sign > 0) == (color == "normal") else "red"


def _numbers(values: Iterable[Any]) -> tuple[float, ...]:
    try:
        return tuple(float(value) for value in options_of(values))
    except (TypeError, ValueError) as error:
        raise errors.APIException(f"`chart_data` must hold numbers only: {errors.code(str(error))}.") from None
