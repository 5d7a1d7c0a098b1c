"""Two engines with one face: the reference's own AppTest and deskstate's, driven by the same scripts and steps.

No Qt. Scripts say `import deskstate as ds`; for the reference that line imports Streamlit under the same name.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any, Protocol

from tests.conformance.sent import NOTHING, Sent, what_is_sent
from tests.conformance.snapshot import Node, state_of, tree_of, widgets_of
from tests.conformance.words import ENTERABLE, enterable

if TYPE_CHECKING:
    from tests.conformance.steps import Step

HEADER = "import deskstate as ds\n\nss = ds.session_state\n"
"""First lines of every script of a case."""


@dataclass(frozen=True)
class Moment:
    """What can be seen after one step."""

    tree: Node
    state: dict[str, str]
    refused: str | None = None
    """Class of the error that the testing API raised instead of running."""
    reason: str = ""
    sent: Sent = NOTHING
    """What came of all that the testing API sent with the run."""


class Engine(Protocol):
    """Something that runs an app for a test."""

    name: str

    def start(self, script: str) -> Any:
        """An AppTest of a script that has not run yet."""
        ...

    def sent(self, at: Any) -> Sent:
        """What comes of all that the next run sends."""
        ...


class Reference:
    """Streamlit 1.67."""

    name = "reference"

    def start(self, script: str) -> Any:
        """An AppTest of Streamlit's."""
        at = _reference_class().from_string(script.replace("import deskstate as ds", "import streamlit as ds"))
        at._bidi_component_manager = _no_components()
        return at

    def sent(self, at: Any) -> Sent:
        """It sends the values of all inputs."""
        return what_is_sent(at)


class Deskstate:
    """deskstate, without a window."""

    name = "deskstate"

    def start(self, script: str) -> Any:
        """An AppTest of deskstate's."""
        from deskstate.testing import AppTest  # late: the generator and the rules need no engine

        return AppTest.from_string(script)

    def sent(self, at: Any) -> Sent:
        """It sends what was entered, and nothing else."""
        return NOTHING


REFERENCE = Reference()
DESKSTATE = Deskstate()


def perform(engine: Engine, script: str, steps: Iterable[Step]) -> list[Moment]:
    """Run a script once and then once after each step.

    Args:
        engine: Where.
        script: A whole one, or one that lacks the lines of `HEADER`.
        steps: What is done, in this order.

    Returns:
        What could be seen after the first run and after each step; only the former when it could not be finished.
    """
    with redirect_stderr(StringIO()):  # where errors of scripts are written (rule 19.3)
        return _moments(engine, engine.start(whole(script)), steps)


def _moments(engine: Engine, at: Any, steps: Iterable[Step]) -> list[Moment]:
    refused = _run_once(at)
    if refused is not None:
        return [Moment({"main": [], "sidebar": [], "toasts": []}, {}, type(refused).__name__, str(refused))]
    seen = [_seen(at, None, NOTHING)]
    seen += [_take(engine, at, step) for step in steps]
    return seen


def whole(script: str) -> str:
    """A script with the lines that make its names known."""
    return script if "import deskstate as ds" in script else HEADER + script


def _seen(at: Any, refused: BaseException | None, sent: Sent) -> Moment:
    if refused is None:
        return Moment(tree_of(at), state_of(at), sent=sent)
    return Moment(tree_of(at), state_of(at), type(refused).__name__, str(refused), sent)


def _run_once(at: Any) -> BaseException | None:
    try:
        at.run(timeout=20)
    except Exception as error:  # whatever the testing API raises is part of what is compared
        return error
    return None


def _take(engine: Engine, at: Any, step: Step) -> Moment:
    """Stage a step and run; only run when its target is not there."""
    try:
        _stage(at, step)
    except Exception as error:  # see _run_once
        return _seen(at, error, NOTHING)
    sent = engine.sent(at)
    return _seen(at, _run_once(at), sent)


def _stage(at: Any, step: Step) -> None:
    match step.verb:
        case "assign":
            at.session_state[step.key] = step.value
        case "forget":
            if step.key in at.session_state:
                del at.session_state[step.key]
        case "set":
            _set(at, {step.key: step.value})
        case "click":
            _set(at, {step.key: True})
        case "edit":
            _set(at, dict(step.edits))
        case "submit":
            _set(at, {**step.edits, step.key: True})
        case "call":
            element = _find(at, step.key)
            if element is not None:
                getattr(element, step.method)(*step.value)
        case "touch":
            _touch(at, *step.value)
        case "run":
            pass


def _set(at: Any, values: dict[str, Any]) -> None:
    found = [(element, value) for target, value in values.items() if (element := _find(at, target)) is not None]
    for element, value in found:
        element.set_value(value)


def _touch(at: Any, number: int, choice: int) -> None:
    inputs = [element for element in widgets_of(at) if element.type in ENTERABLE and not element.disabled]
    if not inputs:
        return
    element = inputs[number % len(inputs)]
    values = enterable(element)
    if values:
        element.set_value(values[choice % len(values)])


def _find(at: Any, target: str) -> Any:
    kind, _, number = target.partition(":")
    if number.isdecimal():
        alike = [element for element in widgets_of(at) if element.type == kind]
        return alike[int(number)] if int(number) < len(alike) else None
    return next((element for element in widgets_of(at) if getattr(element, "key", None) == target), None)


@cache
def _reference_class() -> Any:
    from streamlit import config, logger  # late: costs a second
    from streamlit.testing.v1 import AppTest

    config.set_option("logger.enableRich", False)
    config.set_option("logger.level", "critical")
    logger.set_log_level("CRITICAL")  # it logs every error of every script, and each call outside of one
    return AppTest


@cache
def _no_components() -> Any:
    """Spare the reference the search for installed components, which takes it 80 ms per app."""
    from streamlit.components.v2.component_manager import BidiComponentManager

    return BidiComponentManager()
