"""Labels stay while pages are turned."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def test_labels_are_kept_while_pages_are_turned(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/annotate.py")
    window.find(key="label 0").press("Space").wait()
    window.find(key="label 2").press("Space").press("Down").wait()
    assert window.shows("2 of 8 sentences have a label")
    window.find(label="Next").click().wait()
    assert window.shows("Page 2 of 3")
    window.find(label="Back").click().wait()
    assert [window.find(key=f"label {number}").value for number in range(3)] == ["good", None, "bad"]


def test_there_is_no_page_before_the_first_or_after_the_last(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/annotate.py")
    assert not window.find(label="Back").control.isEnabled()
    for _ in range(4):
        window.find(label="Next").click().wait()
    assert window.shows("Page 3 of 3")
    assert not window.find(label="Next").control.isEnabled()
