"""A codec says what a call returns, how long a value lasts, and who may give it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deskstate.core.events import Event
from tests.runtime.apps import App

SENT = """
from tests.elements.own_inputs import Inputs
log = ds.session_state.setdefault("log", [])
if ds.session_state.setdefault("shown", True):
    log.append(Inputs(None).letterbox("Say", "say", lambda: log.append(ds.session_state.say)))
"""
PICKED = """
from tests.elements.own_inputs import Inputs
log = ds.session_state.setdefault("log", [])
if ds.session_state.get("given"):
    ds.session_state.pick = ds.session_state.given
picked = Inputs(None).picker("Pick", "pick")
picked.add("mine")
log.append((picked, ds.session_state.pick))
"""


def send(app: App, text: str) -> None:
    app.run(Event(app.id_of("Say"), text, trigger=True))


def log(app: App) -> Any:
    return app.session.state.read("log")


def test_a_trigger_has_what_was_sent_for_one_run_and_then_its_resting_value(start: Callable[[str], App]) -> None:
    """rule 7.1"""
    app = start(SENT)
    app.run()
    send(app, "hello")
    app.run()
    assert log(app) == [("", 0), "HELLO", ("HELLO", 5), ("", 0)]


def test_a_trigger_rests_in_the_run_after_a_rerun(start: Callable[[str], App]) -> None:
    """rule 15.2"""
    app = start(SENT + "if log[-1] == ('HELLO', 5): ds.rerun()\n")
    app.run()
    send(app, "hello")
    assert log(app)[-2:] == [("HELLO", 5), ("", 0)]
    assert app.session.state.read("say") == ""


def test_a_trigger_that_is_sent_the_same_again_calls_back_again(start: Callable[[str], App]) -> None:
    """rule 6.2"""
    app = start(SENT)
    app.run()
    send(app, "a")
    send(app, "a")
    assert log(app)[1:] == ["A", ("A", 1)] * 2


def test_what_code_gave_a_trigger_before_it_was_drawn_lasts_for_one_run(start: Callable[[str], App]) -> None:
    """rule 4.8"""
    app = start("if 'say' not in ds.session_state: ds.session_state.update(say='x', shown=False)\n" + SENT)
    app.run()
    app.session.state.assigned["shown"] = True
    app.run()
    app.run()
    assert log(app) == [("x", 1), ("", 0)]


def test_a_call_returns_what_the_codec_answers_and_the_state_keeps_its_value(start: Callable[[str], App]) -> None:
    """rule 2.11"""
    app = start(PICKED)
    app.run()
    app.run(Event(app.id_of("Pick"), ("a",)))
    assert log(app) == [({"mine"}, ()), ({"a", "mine"}, ("a",))]


def test_a_value_that_only_a_person_can_give_cannot_be_set(start: Callable[[str], App]) -> None:
    """rule 4.6"""
    app = start(PICKED)
    app.run()
    app.run(Event(app.id_of("Pick"), ("a",)))
    app.session.state.assigned["given"] = ("b",)
    app.run()
    assert app.window.bodies() == ["deskstate.errors.ValueAssignmentNotAllowedError"]
    assert log(app)[1:] == [({"a", "mine"}, ("a",))]
