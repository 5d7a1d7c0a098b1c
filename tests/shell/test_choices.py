"""Choices in a window: what a person picks or types is what the script gets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]


@pytest.mark.parametrize(
    ("label", "value"), [("Unit", "unit MW, units []"), ("Units", "unit mW, units ['MW']")], ids=["one", "many"]
)
def test_an_option_in_another_case_can_be_entered(app_window: Open, label: str, value: str) -> None:
    window = app_window("""
        import deskstate as ds
        unit = ds.selectbox("Unit", ["mW", "kW"], accept_new_options=True)
        units = ds.multiselect("Units", ["mW", "kW"], accept_new_options=True)
        ds.text(f"unit {unit}, units {units}")
    """)
    window.find(label=label).type("MW").press("Return").wait()
    assert window.shows(value)


ALIKE = """
import deskstate as ds
people = {1: "Kim", 2: "Lea", 3: "Kim"}
first = ds.selectbox("In charge", people, format_func=people.get)
second = ds.radio("Deputy", people, format_func=people.get)
guests = ds.multiselect("Guests", people, format_func=people.get)
ds.text_input("Remark")
ds.text(f"{first} {second} {guests}")
"""


def test_of_options_labelled_alike_the_one_that_is_picked_is_returned_and_nothing_else_changes_it(
    app_window: Open,
) -> None:
    """rule 4.12"""
    window = app_window(ALIKE)
    window.find(label="In charge").press("Down").press("End").press("Return").wait()
    assert window.shows("3 1 []")
    window.find(label="Deputy").press("Up").wait()
    assert window.shows("3 3 []")
    window.find(label="Guests").press("Down").press("End").press("Return").wait()
    assert window.shows("3 3 [3]")
    window.find(label="Guests").press("Down").press("End").press("Return").press("Escape").wait()
    assert window.shows("3 3 [3, 2]")
    window.find(label="Remark").type("x").press("Return").wait()
    assert window.shows("3 3 [3, 2]")
    window.find(label="In charge").press("Down").press("Home").press("Return").wait()
    assert window.shows("1 3 [3, 2]")


def test_what_is_chosen_is_the_option_itself_also_where_it_cannot_be_copied(app_window: Open) -> None:
    """rule 4.15"""
    window = app_window("""
        import threading
        import deskstate as ds

        class Device:
            def __init__(self, name):
                self.name, self.lock = name, threading.Lock()

        devices = ds.session_state.setdefault("devices", [Device("lamp"), Device("fan")])
        one = ds.radio("One", devices, format_func=lambda device: device.name)
        some = ds.multiselect("Some", devices, format_func=lambda device: device.name)
        ds.text(f"{devices.index(one)} {[devices.index(each) for each in some]}")
    """)
    assert window.shows("0 []")
    window.find(label="One").press("Down").wait()
    window.find(label="Some").press("Down").press("Return").press("Escape").wait()
    assert window.shows("1 [0]")
