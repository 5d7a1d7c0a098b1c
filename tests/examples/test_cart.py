"""The cart fills, empties, and always knows its total."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.core.properties.text import Metric
from deskstate.testing.window import AppWindow


def total(window: AppWindow) -> str:
    record = window.find(label="Total").live.properties
    assert isinstance(record, Metric)
    return record.body


def put(window: AppWindow, *names: str) -> None:
    for name in names:
        window.find(text=name).click().wait()


def test_what_is_put_in_is_counted_and_added_up(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/cart.py")
    assert window.shows("The cart is empty.")
    put(window, "Apples", "Bread", "Apples")
    assert not window.shows("The cart is empty.")
    assert total(window) == "8.20 €"


def test_one_thing_is_taken_out_and_the_others_stay(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/cart.py")
    put(window, "Apples", "Cheese", "Olives")
    window.find(key="remove 1").click().wait()
    assert window.shows("Apples, 2.50 €")
    assert not window.shows("Cheese, 6.90 €")
    assert total(window) == "6.60 €"


def test_the_cart_is_emptied(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/cart.py")
    put(window, "Apples", "Cheese")
    window.find(label="Empty the cart").click().wait()
    assert window.shows("The cart is empty.")
    assert not window.find(label="Empty the cart").control.isEnabled()
