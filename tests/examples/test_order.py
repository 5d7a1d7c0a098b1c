"""The total follows each of fifteen inputs at once."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.core.properties.text import Metric
from deskstate.testing.window import AppWindow


def total(window: AppWindow) -> str:
    record = window.find(label="Total").live.properties
    assert isinstance(record, Metric)
    return record.body


def test_the_total_is_right_after_each_step(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/order.py")
    assert total(window) == "0.00 €"
    window.find(key="want Espresso").click().wait()
    assert total(window) == "2.20 €"
    window.find(key="count Espresso").press("Up").wait()
    assert total(window) == "4.40 €"
    window.find(key="size Espresso").press("Down").press("Down").press("Return").wait()
    assert total(window) == "5.50 €"
    window.find(key="want Espresso").click().wait()
    assert total(window) == "0.00 €"


def test_size_and_count_wait_for_the_check_mark(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/order.py")
    assert not window.find(key="count Tea").control.isEnabled()
    window.find(key="want Tea").click().wait()
    assert window.find(key="count Tea").control.isEnabled()
    window.find(key="count Tea").clear().type("3")
    window.find(key="want Cake").click().wait()
    assert total(window) == "12.60 €"
