"""What an app shows and knows after a run, in a form that both engines can be compared in.

No Qt. Only public members of AppTest's elements are read; a name that is not there shows up as a difference.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

Node = dict[str, Any]

_WIDGET: Final = ("key", "label", "value", "help", "disabled", "form_id")
_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    # text
    "markdown": ("value", "allow_html", "help"),
    "caption": ("value", "allow_html", "help"),
    "title": ("value", "tag", "anchor", "hide_anchor", "help", "icon"),
    "header": ("value", "tag", "anchor", "hide_anchor", "help", "icon"),
    "subheader": ("value", "tag", "anchor", "hide_anchor", "help", "icon"),
    "text": ("value", "help"),
    "code": ("value", "language", "show_line_numbers"),
    "divider": (),
    "json": ("value", "expanded"),
    "metric": ("label", "value", "delta", "color", "help"),
    # status
    "success": ("value", "icon"),
    "info": ("value", "icon"),
    "warning": ("value", "icon"),
    "error": ("value", "icon"),
    "exception": ("message", "is_markdown", "is_warning"),
    "progress": ("value", "text"),
    "toast": ("value", "icon"),
    # inputs
    "button": _WIDGET,
    "checkbox": _WIDGET,
    "toggle": _WIDGET,
    "text_input": (*_WIDGET, "max_chars", "placeholder", "autocomplete"),
    "text_area": (*_WIDGET, "max_chars", "placeholder"),
    "number_input": (*_WIDGET, "min", "max", "step"),
    "slider": (*_WIDGET, "min", "max", "step"),
    "selectbox": (*_WIDGET, "options"),
    "radio": (*_WIDGET, "options", "horizontal"),
    "multiselect": (*_WIDGET, "options", "max_selections"),
    # containers
    "container": ("key",),
    "columns": (),
    "column": ("weight", "gap"),
    "expander": ("label", "icon"),
    "tabs": (),
    "tab": ("label",),
    "form": ("key",),
}

_KINDS: Final = {"flex_container": "container", "vertical": "container", "tab_container": "tabs"}
_NUMBERS: Final = {"min", "max", "step", "weight"}
_NONE_WHEN_ZERO: Final = {"max_chars", "max_selections"}
_METRIC_COLORS: Final = {0: "red", 1: "green", 2: "gray"}
_ELSEWHERE: Final = frozenset({"empty", "spinner", "toast"})
"""Kinds without a place among the others: what shows nothing, and toasts, which have a list of their own."""
MISSING: Final = "<no such member>"


def tree_of(at: Any) -> Node:
    """The main body, the sidebar and the toasts of an app that has run."""
    return {
        "main": _children(at.main),
        "sidebar": _children(at.sidebar),
        "toasts": [_fields(toast, "toast") for toast in at.toast],
    }


def state_of(at: Any) -> dict[str, str]:
    """What session_state shows of itself, values told apart by type: 1, 1.0, True and "1" are four things."""
    told_state: dict[str, str] = {}
    for key in sorted(at.session_state.keys()):
        with suppress(KeyError):  # in the reference items() and keys() may be of an input that had the key before
            told_state[key] = told(at.session_state[key])
    return told_state


def told(value: Any) -> str:
    """A `repr` that does not depend on addresses or on the order of dicts and sets."""
    if isinstance(value, dict):
        pairs = sorted((told(key), told(item)) for key, item in value.items())  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        return "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
    if isinstance(value, set | frozenset):
        return f"{type(value).__name__}({sorted(map(told, value))})"  # pyright: ignore[reportUnknownArgumentType]
    if type(value) is list:
        return f"[{', '.join(map(told, value))}]"  # pyright: ignore[reportUnknownArgumentType]
    if type(value) is tuple:
        return f"({', '.join(map(told, value))},)"  # pyright: ignore[reportUnknownArgumentType]
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def widgets_of(at: Any) -> list[Any]:
    """Every element of the app, in document order."""
    return [*_elements(at.main), *_elements(at.sidebar)]


def _elements(block: Any) -> list[Any]:
    found: list[Any] = []
    for child in _child_nodes(block):
        if hasattr(child, "children"):
            found += _elements(child)
        else:
            found.append(child)
    return found


def _child_nodes(block: Any) -> list[Any]:
    children: Mapping[int, Any] = block.children
    return [children[place] for place in sorted(children)]


def _children(block: Any) -> list[Node]:
    return [_node(child) for child in _child_nodes(block) if child.type not in _ELSEWHERE]


def _node(element: Any) -> Node:
    if not hasattr(element, "children"):
        node = _fields(element, element.type)
        if element.type == "exception":
            node["class"] = _exception_class(element)
        return node
    children = _children(element)
    kind = str(element.type)
    kind = _KINDS.get(kind, kind)
    if kind == "container" and children and all(child["type"] == "column" for child in children):
        kind = "columns"
    node = _fields(element, kind)
    node["children"] = children
    return node


def _fields(element: Any, kind: str) -> Node:
    names = _FIELDS.get(kind)
    if names is None:
        return {"type": kind}
    return {"type": kind, **{name: _field(element, kind, name) for name in names}}


def _field(element: Any, kind: str, name: str) -> Any:
    try:
        value = getattr(element, name)
    except AttributeError:
        return MISSING
    except KeyError:
        return "<no value>"  # the script deleted it after the widget was drawn
    if kind == "json" and name == "value":
        return _json(value)
    if kind == "json" and name == "expanded":
        return bool(value)  # how deep is said elsewhere
    if kind == "metric" and name == "color":
        return _METRIC_COLORS.get(value, value)
    if name == "value":
        return told(value)
    if name in _NUMBERS:
        return None if value is None else float(value)
    if value == "" or (name in _NONE_WHEN_ZERO and value == 0):
        return None
    if name == "options":
        return list(value)
    return value


def _json(text: str) -> str:
    try:
        return told(json.loads(text))
    except json.JSONDecodeError:
        return text


def _exception_class(element: Any) -> str:
    """Name of the exception's class without module, and without the prefix that the reference puts before its own."""
    record = element.proto
    name = str(getattr(record, "type", None) or getattr(record, "type_name", MISSING)).rsplit(".", 1)[-1]
    return name.removeprefix("Streamlit")
