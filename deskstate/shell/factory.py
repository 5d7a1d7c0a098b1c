"""Which class draws a kind of element: found by the kind's name, on first use.

GUI thread only.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from deskstate_widgets.native import Native


@cache
def native_class(kind: str) -> type[Native[Any]]:
    """The native widget of a kind: "text_input" is `TextInput` in deskstate_widgets/kinds/text_input.py."""
    module = import_module(f"deskstate_widgets.kinds.{kind}")
    found: type[Native[Any]] = getattr(module, "".join(part.capitalize() for part in kind.split("_")))
    return found
