"""Five ways to count end in one number, and the step may be changed."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.core.properties.text import Metric
from deskstate.testing.window import AppWindow


def count(window: AppWindow) -> str:
    record = window.find(label="Count").live.properties
    assert isinstance(record, Metric)
    return record.body


def test_each_way_counts_by_its_own_amount(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/counter_ways.py")
    for label, expected in (
        ("Add 1 in the script", "1"),
        ("Add 1 in a callback", "2"),
        ("Add 5 with args", "7"),
        ("Take 2 with kwargs", "5"),
        ("Add 10", "15"),
    ):
        window.find(label=label).click().wait()
        assert count(window) == expected


def test_the_button_names_the_step_and_counts_by_it(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/counter_ways.py")
    window.find(label="Step").clear().type("25").press("Return").wait()
    window.find(label="Add 25").click().wait()
    assert count(window) == "25"


def test_a_step_that_is_typed_and_not_committed_counts_with_the_next_click(
    app_window: Callable[..., AppWindow],
) -> None:
    """The edit is a run of its own, which gives the amount to the button (rule 25.1)."""
    window = app_window("../../examples/counter_ways.py")
    window.find(label="Step").clear().type("3")
    window.find(key="add step").click().wait()
    assert count(window) == "3"
    window.find(label="Add 3").click().wait()
    assert count(window) == "6"
