"""Forms in a window: nothing is reported before the submit, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

FORM = """
import deskstate as ds
ds.session_state.setdefault("runs", 0)
ds.session_state.runs += 1
ds.button("Elsewhere")
with ds.form("f", clear_on_submit=CLEAR, enter_to_submit=ENTER):
    name = ds.text_input("Name", "nobody")
    much = ds.number_input("How much", value=1)
    sure = ds.checkbox("Sure")
    sent = ds.form_submit_button("Send")
ds.text(f"{name} {much} {sure} {sent}")
ds.text(f"run {ds.session_state.runs}")
"""


@pytest.fixture
def form(app_window: Open) -> Callable[..., AppWindow]:
    """Opens a page with a form."""

    def open_form(clear: bool = False, enter: bool = True) -> AppWindow:
        return app_window(FORM.replace("CLEAR", str(clear)).replace("ENTER", str(enter)))

    return open_form


def fill(window: AppWindow) -> None:
    window.find(label="Name").clear().type("Ada")
    window.find(label="How much").clear().type("42")
    window.find(label="Sure").click()


def test_edits_in_a_form_wait_for_the_submit(form: Open) -> None:
    """rules 8.1, 8.2"""
    window = form()
    fill(window)
    window.wait()
    assert window.shows("run 1")
    window.find(label="Send").click().wait()
    assert window.shows("Ada 42 True True")
    assert window.shows("run 2")


def test_drafts_of_a_form_survive_reruns_that_others_cause(form: Open) -> None:
    """rules 8.1, 8.13"""
    window = form()
    fill(window)
    window.find(label="Elsewhere").click().wait()
    assert window.shows("nobody 1 False False")
    assert window.find(label="Name").shown_text == "Ada"
    assert window.find(label="Sure").value is True
    window.find(label="Send").click().wait()
    assert window.shows("Ada 42 True True")


def test_enter_submits_the_form(form: Open) -> None:
    """rule 8.8"""
    window = form()
    window.find(label="Name").clear().type("Ada").press("Return").wait()
    assert window.shows("Ada 1 False True")
    assert window.shows("run 2")


def test_enter_does_not_submit_where_this_is_off(form: Open) -> None:
    """rule 8.8"""
    window = form(enter=False)
    window.find(label="Name").clear().type("Ada").press("Return").wait()
    assert window.shows("run 1")


def test_a_form_that_is_cleared_shows_its_defaults_again(form: Open) -> None:
    """rule 8.9"""
    window = form(clear=True)
    fill(window)
    window.find(label="Send").click().wait()
    assert window.shows("Ada 42 True True")
    assert window.find(label="Name").shown_text == "nobody"
    assert window.find(label="How much").shown_text == "1"
    assert window.find(label="Sure").value is False
    window.find(label="Name").clear().type("Bea")
    window.find(label="Send").click().wait()
    assert window.shows("Bea 1 False True")


def test_what_is_required_keeps_the_form_from_being_sent(app_window: Open) -> None:
    """rule 8.10"""
    window = app_window("""
        import deskstate as ds
        with ds.form("f"):
            ds.checkbox("Other")
            name = ds.text_input("Name", required=True)
            sent = ds.form_submit_button("Send")
        ds.text(f"{name} was sent: {sent}")
    """)
    window.find(label="Send").click().wait()
    assert window.shows("was sent: False")
    assert window.find(label="Name").has_focus()
    window.find(label="Name").type("Ada")
    window.find(label="Send").click().wait()
    assert window.shows("Ada was sent: True")


def test_what_does_not_match_its_pattern_keeps_the_form_from_being_sent(app_window: Open) -> None:
    """rule 8.10"""
    window = app_window(r"""
        import deskstate as ds
        with ds.form("f"):
            code = ds.text_input("Code", validate=(r"^[A-Z]{3}$", "Three capitals, please."))
            sent = ds.form_submit_button("Send")
        ds.text(f"{code} was sent: {sent}")
    """)
    window.find(label="Code").type("ab")
    window.find(label="Send").click().wait()
    assert window.shows("was sent: False")
    window.find(label="Code").clear().type("ABC").press("Return").wait()
    assert window.shows("ABC was sent: True")


def test_a_required_field_that_is_far_below_counts_too(app_window: Open) -> None:
    """rule 8.10"""
    window = app_window("""
        import deskstate as ds
        with ds.form("f"):
            sent = ds.form_submit_button("Send")
            for i in range(200):
                ds.checkbox(f"Box {i}")
            ds.text_input("Name", required=True)
        ds.text(f"was sent: {sent}")
    """)
    window.find(label="Send").click().wait()
    assert window.shows("was sent: False")
    assert window.find(label="Name").has_focus()


def test_a_disabled_submit_button_does_nothing(app_window: Open) -> None:
    """rule 8.15"""
    window = app_window("""
        import deskstate as ds
        with ds.form("f"):
            name = ds.text_input("Name")
            sent = ds.form_submit_button("Send", disabled=True)
        ds.text(f"{name!r} was sent: {sent}")
    """)
    window.find(label="Name").type("Ada").press("Return").wait()
    window.find(label="Send").click().wait()
    assert window.shows("'' was sent: False")


@pytest.mark.parametrize("wrong", ["abc", "1,2,3", "1.5"])
def test_a_form_is_not_sent_with_a_number_that_cannot_be_read(form: Open, wrong: str) -> None:
    """rule 8.10"""
    window = form()
    fill(window)
    much = window.find(label="How much")
    much.clear().type(wrong)
    window.find(label="Send").click().wait()
    assert window.shows("run 1")
    assert much.has_focus()
    assert much.shown_text == wrong
    much.clear().type("7")
    window.find(label="Send").click().wait()
    assert window.shows("Ada 7 True True")


def test_with_a_number_that_cannot_be_read_the_value_stays_what_it_was(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        much = ds.number_input("How much", 0, 10, 3)
        clicked = ds.button("Go")
        ds.text(f"{much} {clicked}")
    """)
    much = window.find(label="How much")
    much.clear().type("11")
    window.find(label="Go").click().wait()
    assert window.shows("3 True")
    assert much.shown_text == "11"
    much.clear().type("9")
    window.find(label="Go").click().wait()
    assert window.shows("9 True")


def test_clearing_the_state_takes_away_what_cannot_be_read(app_window: Open) -> None:
    window = app_window("import deskstate as ds\nds.number_input('How much', 0, 10, 3)")
    much = window.find(label="How much")
    much.clear().type("abc")
    window.press("Tab")
    window.window.clear_state()
    assert much.shown_text == "3"


TOWNS = """
import time
import deskstate as ds
with ds.form("f"):
    ds.text_input("Name", key="name")
    ds.text_input("Town", key="town")
    ds.form_submit_button("Go")
ds.write("got", ds.session_state.name, ds.session_state.town)
ds.button("Wait", on_click=time.sleep, args=(0.2,))
"""


@pytest.mark.parametrize("waiting", [False, True], ids=["at rest", "during a run"])
def test_what_is_typed_into_a_form_after_the_state_was_cleared_stays(app_window: Open, waiting: bool) -> None:
    """rule 2.20"""
    window = app_window(TOWNS)
    window.find(label="Name").type("Ada")
    window.find(label="Town").type("Turin")
    window.find(label="Go").click().wait()
    if waiting:
        window.find(label="Wait").click()
    window.window.clear_state()
    window.find(label="Name").type("!")
    window.wait().press("F5").wait()
    assert window.find(label="Name").shown_text == "Ada!"
    assert window.find(label="Town").shown_text == ""
    window.find(label="Go").click().wait()
    assert window.shows("got Ada!")


def test_a_form_that_is_sent_after_the_state_was_cleared_is_sent(app_window: Open) -> None:
    """rule 2.20"""
    window = app_window(
        "import deskstate as ds\n"
        "with ds.form('f', clear_on_submit=True):\n"
        "    name = ds.text_input('Name')\n"
        "    sent = ds.form_submit_button('Go')\n"
        "ds.write('got', name, sent)\n"
    )
    window.window.clear_state()
    window.find(label="Name").type("Ada")
    window.find(label="Go").click().wait()
    assert window.shows("got Ada True")
    assert window.find(label="Name").shown_text == ""
