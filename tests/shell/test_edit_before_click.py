"""An edit is a run of its own, before the click: what a click calls is called as it was drawn after the edit."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Callable, Iterator

import pytest

from deskstate.testing.window import AppWindow
from tests.shell.clicks import KEEP, KEPT, press, release
from tests.shell.notices import notice

Open = Callable[..., AppWindow]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Where scripts wait by `builtins.gate.wait(20)`."""
    gate = threading.Event()
    monkeypatch.setattr(builtins, "gate", gate, raising=False)
    yield gate
    gate.set()


@pytest.fixture
def send(app_window: Open) -> AppWindow:
    """A field, and below it a button that is held up by the run of "B"."""
    return app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if words == "B" and hasattr(builtins, "gate"):
    builtins.gate.wait(20)
ds.button("Send", on_click=keep, args=(words,))
"""
        + KEPT
    )


def test_a_click_gets_what_was_typed_before_it(send: AppWindow) -> None:
    """Rule 25.1."""
    send.find(label="Words").clear().type("C")
    send.find(label="Send").click().wait()
    assert send.shows("kept: [('C',)]")


def test_a_click_waits_until_the_run_of_the_edit_has_drawn_its_button(send: AppWindow, gate: threading.Event) -> None:
    send.find(label="Words").clear().type("B")
    send.find(label="Send").click()
    gate.set()
    send.wait()
    assert send.shows("kept: [('B',)]")


@pytest.mark.parametrize("keys", [("Return",), ("Tab",), ("Return", "Tab")])
def test_so_does_one_that_comes_after_the_edit_was_committed_by_a_key(
    send: AppWindow, gate: threading.Event, keys: tuple[str, ...]
) -> None:
    field = send.find(label="Words").clear().type("B")
    for key in keys:
        field.press(key) if key == "Return" else send.press(key)
    send.find(label="Send").click()
    gate.set()
    send.wait()
    assert send.shows("kept: [('B',)]")


def test_so_does_the_space_bar_on_the_button(send: AppWindow, gate: threading.Event) -> None:
    send.find(label="Words").clear().type("B")
    send.press("Tab")
    send.find(label="Send").focus()
    send.press("Space")
    gate.set()
    send.wait()
    assert send.shows("kept: [('B',)]")


def test_so_does_a_shortcut_in_the_middle_of_an_edit(app_window: Open) -> None:
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
ds.button("Send", on_click=keep, args=(words,), shortcut="F6")
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B").press("F6").wait()
    assert window.shows("kept: [('B',)]")


def test_edits_of_several_fields_are_all_seen(app_window: Open, gate: threading.Event) -> None:
    window = app_window(
        KEEP
        + """
a, b = ds.text_input("a"), ds.text_input("b")
n = ds.slider("n", 0, 10)
if a or b or n:
    builtins.gate.wait(20)
ds.button("Send", on_click=keep, args=(a, b, n))
"""
        + KEPT
    )
    window.find(label="a").type("x")
    window.find(label="b").type("y")
    window.find(label="n").press("Right")
    window.find(label="Send").click()
    gate.set()
    window.wait()
    assert window.shows("kept: [('x', 'y', 1)]")


def test_each_click_of_two_counts(send: AppWindow, gate: threading.Event) -> None:
    """Rule 7.3."""
    send.find(label="Words").clear().type("B")
    send.find(label="Send").click().click()
    gate.set()
    send.wait()
    assert send.shows("kept: [('B',), ('B',)]")


def test_the_rest_of_the_run_is_not_waited_for(app_window: Open, gate: threading.Event) -> None:
    """Rule 16.3: it makes way as soon as the button stands."""
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if words == "B" and "kept" not in ds.session_state:
    builtins.gate.wait(20)
ds.button("Send", on_click=keep, args=(words,))
if words == "B" and "kept" not in ds.session_state:
    ds.session_state.went_on = True
ds.text(f"went on: {ds.session_state.get('went_on')}")
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    window.find(label="Send").click()
    gate.set()
    window.wait()
    assert window.shows("kept: [('B',)]")
    assert window.shows("went on: None")


def test_a_rerun_above_the_button_is_followed(app_window: Open, gate: threading.Event) -> None:
    """Rule 15.2."""
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if words == "B" and not ds.session_state.get("again"):
    builtins.gate.wait(20)
    ds.session_state.again = True
    ds.rerun()
ds.button("Send", on_click=keep, args=(words,))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    window.find(label="Send").click()
    gate.set()
    window.wait()
    assert window.shows("kept: [('B',)]")


def test_so_is_one_in_the_callback_of_the_edit(app_window: Open) -> None:
    """Rule 6.10."""
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A", on_change=ds.rerun)
ds.button("Send", on_click=keep, args=(words,))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    window.find(label="Send").click().wait()
    assert window.shows("kept: [('B',)]")


def test_a_choice_calls_with_what_was_typed_before_it(app_window: Open, gate: threading.Event) -> None:
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if words == "B":
    builtins.gate.wait(20)
ds.checkbox("Sure", on_change=keep, args=(words,))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    window.find(label="Sure").click()
    gate.set()
    window.wait()
    assert window.shows("kept: [('B',)]")
    assert window.find(label="Sure").value is True


def test_a_form_gets_what_was_typed_outside_of_it_before(app_window: Open, gate: threading.Event) -> None:
    """Rules 8.1, 8.2."""
    window = app_window(
        KEEP
        + """
def submit(words): keep(words, ds.session_state.name)
words = ds.text_input("Words", "A")
if words == "B":
    builtins.gate.wait(20)
with ds.form("f"):
    ds.text_input("Name", key="name")
    ds.form_submit_button("Send", on_click=submit, args=(words,))
"""
        + KEPT
    )
    window.find(label="Name").type("Ada")
    window.find(label="Words").clear().type("B")
    window.find(label="Send").click()
    gate.set()
    window.wait()
    assert window.shows("kept: [('B', 'Ada')]")


def test_a_click_after_a_form_was_submitted_gets_its_values(app_window: Open, gate: threading.Event) -> None:
    window = app_window(
        KEEP
        + """
with ds.form("f"):
    name = ds.text_input("Name")
    ds.form_submit_button("Submit")
if name:
    builtins.gate.wait(20)
ds.button("Send", on_click=keep, args=(name,))
"""
        + KEPT
    )
    window.find(label="Name").type("Ada")
    window.find(label="Submit").click()
    window.find(label="Send").click()
    gate.set()
    window.wait()
    assert window.shows("kept: [('Ada',)]")


def test_what_waits_for_the_next_run_comes_with_the_click(app_window: Open) -> None:
    """Rule 4.18."""
    window = app_window(
        KEEP
        + """
ds.text_input("Words", "A", key="words", on_change="ignore")
runs = ds.session_state.runs = ds.session_state.get("runs", 0) + 1
ds.button("Send", on_click=lambda: keep(ds.session_state.words))
ds.text(f"run {runs}")
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    window.find(label="Send").click().wait()
    assert window.shows("kept: [('B',)]")
    assert window.shows("run 2")


# The button does not outlive the edit


@pytest.mark.parametrize(
    ("button", "why"),
    [
        ("if words == 'A': ds.button('**Send**', on_click=keep, args=(words,))", "gone"),
        ("ds.button('**Send**', on_click=keep, args=(words,), disabled=words != 'A')", "disabled"),
        ("ds.button('**Send**' if words == 'A' else 'Delete', on_click=keep, args=(words,))", "gone"),
        ("if words == 'B': ds.stop()\nds.button('**Send**', on_click=keep, args=(words,))", "gone"),
        ("if words == 'B': 1 / 0\nds.button('**Send**', on_click=keep, args=(words,))", "gone"),
    ],
    ids=["gone", "disabled", "another", "stop", "failed"],
)
@pytest.mark.parametrize("held", [True, False])
def test_a_click_on_a_button_that_the_edit_takes_away_is_dropped_with_a_word(
    app_window: Open, gate: threading.Event, button: str, why: str, held: bool
) -> None:
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
"""
        + KEPT
        + "\nif words == 'B': builtins.gate.wait(20)\n"
        + button
        + "\n"
    )
    if not held:
        gate.set()
    window.find(label="Words").clear().type("B")
    place = press(window, "Send")
    if not held:
        window.wait()
    release(window, place)
    gate.set()
    window.wait()
    assert window.shows("kept: None")
    assert "“Send” was not pressed." in notice(window)
    assert why in notice(window)
    field = window.find(label="Words")
    field.clear().type("A").press("Return").wait()
    window.find(text="Send").click().wait()
    assert window.shows("kept: [('A',)]"), "it can be pressed again when it is there again"


def test_a_form_keeps_what_was_entered_when_its_click_is_dropped(app_window: Open, gate: threading.Event) -> None:
    window = app_window(
        KEEP
        + """
sure = ds.checkbox("Sure", True)
if not sure and "seen" not in ds.session_state:
    ds.session_state.seen = builtins.gate.wait(20)
with ds.form("f"):
    ds.text_input("Name", key="name")
    ds.form_submit_button("Send", disabled=not sure, on_click=lambda: keep(ds.session_state.name))
ds.text(f"name {ds.session_state.name!r}")
"""
        + KEPT
    )
    window.find(label="Name").type("Ada")
    window.find(label="Sure").click()
    window.find(label="Send").click()
    gate.set()
    window.wait()
    assert "“Send” was not pressed." in notice(window)
    assert window.shows("name ''")
    assert window.find(label="Name").shown_text == "Ada"
    window.find(label="Sure").click().wait()
    window.find(label="Send").click().wait()
    assert window.shows("kept: [('Ada',)]")


def test_the_second_click_of_two_on_a_button_that_vanishes_says_nothing(app_window: Open) -> None:
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if "kept" not in ds.session_state:
    ds.button("Send", on_click=keep, args=(words,))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B")
    window.find(label="Send").click().click().wait()
    assert window.shows("kept: [('B',)]") or window.shows("kept: [('B',), ('B',)]")
    assert notice(window) == ""


def test_stop_drops_a_click_that_waits(send: AppWindow, gate: threading.Event) -> None:
    """Rule 16.5."""
    send.find(label="Words").clear().type("B")
    send.find(label="Send").click()
    send.window.stop()
    gate.set()
    send.wait()
    assert send.shows("kept: None")
    assert "“Send” was not pressed." in notice(send)


def test_a_click_after_stop_makes_a_run_that_sees_the_edit(app_window: Open, gate: threading.Event) -> None:
    window = app_window(
        KEEP
        + """
words = ds.text_input("Words", "A")
if words == "B" and not builtins.gate.is_set():
    builtins.gate.wait(20)
    ds.text("yield")
ds.button("Send", on_click=keep, args=(words,))
"""
        + KEPT
    )
    window.find(label="Words").clear().type("B").press("Return")
    window.window.stop()
    gate.set()
    window.wait()
    window.find(label="Send").click().wait()
    assert window.shows("kept: [('B',)]")
