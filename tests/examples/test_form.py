"""The guest book takes an entry as a whole, and then its form is empty again."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def test_an_entry_is_signed_and_the_form_is_empty_again(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/form.py")
    window.find(key="who").type("Ada")
    window.find(key="mood").press("Right")
    window.find(key="words").type("A fine place.")
    window.find(label="Sign").click().wait()
    assert window.shows("Ada, ★★★★★")
    assert window.shows("A fine place.")
    assert window.find(key="who").shown_text == window.find(key="words").shown_text == ""
    assert window.find(key="mood").value == (4,)


def test_nothing_is_known_before_it_is_submitted(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/form.py")
    window.find(key="who").type("Ada").press("Tab")
    window.window.rerun()
    window.wait()
    assert window.window.session.state.read("who") == ""
    assert window.find(key="who").shown_text == "Ada"


def test_the_newest_entry_stands_first(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/form.py")
    for name in ("Ada", "Grace"):
        window.find(key="who").type(name)
        window.find(key="words").type("Hello!")
        window.find(label="Sign").click().wait()
    first, second = (window.find(text=f"{name}, ★") for name in ("Grace", "Ada"))
    assert (
        first.widget.mapTo(window.window, first.widget.pos()).y()
        < second.widget.mapTo(window.window, second.widget.pos()).y()
    )
