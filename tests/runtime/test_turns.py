"""Which requests wait for a run that has seen the edits before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskstate.core.events import Event, Request
from deskstate.runtime.mailbox import Mailbox
from deskstate.runtime.notices import ClickLost
from tests.runtime.apps import App, Gate

SCRIPT = """
import builtins
log = ds.session_state.setdefault("log", [])
a = ds.text_input("a")
b = ds.text_input("b")
if a and "held" not in ds.session_state:
    ds.session_state.held = True
    builtins.gate.hold()
ds.button("go", on_click=lambda a, b: log.append((a, b)), args=(a, b))
ds.text(f"{log}")
"""


@pytest.fixture
def running(start: Callable[[str], App]) -> Callable[[str], App]:
    """Makes an app that has run once."""

    def make(source: str) -> App:
        app = start(source)
        app.run()
        return app

    return make


def follow(app: App, *events: Event, edit: int) -> None:
    """Send a request that follows an edit which the window has not seen the answer of."""
    app.requests = app.runner.request(events, follows=edit)


def settled(app: App) -> bool:
    return app.window.batches[-1].final and app.window.batches[-1].answers == app.requests


def click(id: str) -> Event:
    return Event(id, True, trigger=True, label="go")


def test_an_edit_after_the_click_does_not_reach_what_the_click_calls(running: Callable[[str], App], gate: Gate) -> None:
    """Rule 16.4."""
    app = running(SCRIPT)
    a, b, go = app.id_of("a"), app.id_of("b"), app.id_of("go")
    app.request(Event(a, "x"))
    gate.wait()
    follow(app, click(go), edit=2)
    follow(app, Event(b, "y"), edit=2)
    gate.open()
    app.window.wait_for(lambda: settled(app))
    assert app.session.state.read("log") == [("x", "")]
    assert app.session.state.value_of(b) == "y"


def test_edits_on_both_sides_of_a_click_each_reach_the_clicks_after_them(
    running: Callable[[str], App], gate: Gate
) -> None:
    app = running(SCRIPT)
    a, b, go = app.id_of("a"), app.id_of("b"), app.id_of("go")
    app.request(Event(a, "x"))
    gate.wait()
    follow(app, click(go), edit=2)
    follow(app, Event(b, "y"), edit=2)
    follow(app, click(go), edit=4)
    gate.open()
    app.window.wait_for(lambda: settled(app))
    assert app.session.state.read("log") == [("x", ""), ("x", "y")]


def test_an_edit_that_follows_an_edit_is_not_waited_for(running: Callable[[str], App], gate: Gate) -> None:
    """Rule 16.3: without a callback there is nothing to wait for."""
    app = running(SCRIPT + "ds.session_state.ends = ds.session_state.get('ends', 0) + 1\n")
    a, b = app.id_of("a"), app.id_of("b")
    app.request(Event(a, "x"))
    gate.wait()
    follow(app, Event(b, "y"), edit=2)
    gate.open()
    app.window.wait_for(lambda: settled(app))
    assert app.session.state.read("ends") == 2


def test_a_click_that_is_left_waiting_by_a_run_that_hangs_is_dropped(running: Callable[[str], App]) -> None:
    """Rule 16.5."""
    app = running(
        "import time\na = ds.text_input('a')\nif a:\n    while True:\n        try: time.sleep(600)\n"
        "        except BaseException: pass\nds.button('go', on_click=print)\n"
    )
    a, go = app.id_of("a"), app.id_of("go")
    app.request(Event(a, "x"))
    follow(app, click(go), edit=2)
    app.window.wait_for(lambda: app.session.stopping() is None and not app.session.ended.is_set())
    app.runner.stop()
    app.window.wait_for(lambda: any(isinstance(each, ClickLost) for each in app.window.notices))
    lost = next(each for each in app.window.notices if isinstance(each, ClickLost))
    assert lost == ClickLost("go", (), reached=False, repeated=False)


def test_reruns_without_end_are_not_waited_for_without_end(running: Callable[[str], App]) -> None:
    """Rule 15.3."""
    app = running("a = ds.text_input('a')\nif a: ds.rerun()\nds.button('go', on_click=print)\n")
    a, go = app.id_of("a"), app.id_of("go")
    app.request(Event(a, "x"))
    follow(app, click(go), edit=2)
    app.window.wait_for(lambda: any(isinstance(each, ClickLost) for each in app.window.notices))
    app.runner.stop()


def test_what_waits_is_one_request_up_to_what_must_stay_apart() -> None:
    """Rule 16.4."""
    mailbox = Mailbox(lambda before, later: bool(later.follows))
    for number in (1, 2):
        mailbox.put(Request((Event(f"edit {number}", number),), number))
    mailbox.put(Request((click("go"),), 3, follows=2))
    mailbox.put(Request((Event("edit 4", 4),), 4))
    first, second = mailbox.take_waiting(), mailbox.take()
    assert first is not None
    assert [event.id for event in first.events] == ["edit 1", "edit 2"]
    assert second is not None
    assert [event.id for event in second.events] == ["go", "edit 4"]
    assert mailbox.take_waiting() is None
