"""Which class draws a kind of element: as its record says, found on first use.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, cast

from deskstate.core.properties.base import Properties, class_name
from deskstate_widgets.native import Host, Native


@cache
def native_class(record: type[Properties]) -> Callable[[Any, Host], Native[Any]]:
    """What makes the native widget of a kind: "text_input" is `TextInput` in deskstate_widgets/kinds/text_input.py."""
    native = record.native
    if native is None:
        native = f"deskstate_widgets.kinds.{record.kind}.{class_name(record.kind)}"
    if isinstance(native, str):
        module, _, name = native.rpartition(".")
        native = getattr(import_module(module), name)
    return cast("Callable[[Any, Host], Native[Any]]", native)
