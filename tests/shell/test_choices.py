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
