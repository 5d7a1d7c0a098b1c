"""What a person does in a case: steps as data, so that they can be written in tables, generated and shrunk.

No Qt. Each step stages its edits and then runs the script once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Verb = Literal["run", "set", "click", "submit", "edit", "assign", "forget", "call", "touch"]


@dataclass(frozen=True)
class Step:
    """One interaction.

    A target is a user's key, or kind and number in document order for an input without a key: `"slider:0"`.
    """

    verb: Verb
    key: str = ""
    """The target; for "assign" and "forget" a key of session_state."""
    value: Any = None
    """For "set" and "assign" the value; for "call" the arguments; for "touch" which input and which of its values."""
    edits: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """For "edit" and "submit": values by target, staged in this order."""
    method: str = ""
    """For "call": a method of the element, for example "increment"."""

    def __str__(self) -> str:
        edits = ", ".join(f"{target}={value!r}" for target, value in self.edits.items())
        match self.verb:
            case "set":
                return f"set {self.key} to {self.value!r}"
            case "submit":
                return f"edit {edits}; click {self.key}" if edits else f"click {self.key}"
            case "edit":
                return f"edit {edits}"
            case "assign":
                return f"session_state[{self.key!r}] = {self.value!r}"
            case "call":
                return f"{self.key}.{self.method}({', '.join(map(repr, self.value))})"
            case "touch":
                return f"touch input {self.value[0]} with choice {self.value[1]}"
            case _:
                return f"{self.verb} {self.key}".strip()


def rerun() -> Step:
    """Run the script again, nothing touched."""
    return Step("run")


def put(key: str, value: Any) -> Step:
    """Change one input."""
    return Step("set", key, value)


def click(key: str) -> Step:
    """Press one button."""
    return Step("click", key)


def submit(key: str, edits: Mapping[str, Any] | None = None, /, **more: Any) -> Step:
    """Change inputs and press a button, all in one request."""
    return Step("submit", key, edits={**(edits or {}), **more})


def edit(edits: Mapping[str, Any] | None = None, /, **more: Any) -> Step:
    """Change several inputs in one request."""
    return Step("edit", edits={**(edits or {}), **more})


def assign(key: str, value: Any) -> Step:
    """Set session_state from the test, as if the script had done it in the run before."""
    return Step("assign", key, value)


def forget(key: str) -> Step:
    """Delete a key of session_state from the test."""
    return Step("forget", key)


def call(key: str, method: str, *arguments: Any) -> Step:
    """Use another of the element's own verbs."""
    return Step("call", key, arguments, method=method)
