"""A kind of element that deskstate knows nothing about says all that is needed to draw it, use it and test it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QWidget

from deskstate.testing import AppTest
from deskstate.testing.window import AppWindow
from tests.shell.fresh import Fresh, rest

SCRIPT = """
    import deskstate as ds
    from tests.shell.own_kinds import Own

    place = Own(None)
    most = ds.number_input("Most", value=10)
    level = place.meter("Level", most, key="level")
    if place.bell("Ring", key="ring"):
        ds.session_state.rung = ds.session_state.get("rung", 0) + 1
    ds.text(f"level {level}, rung {ds.session_state.get('rung', 0)}")
"""
FORM = """
    import deskstate as ds
    from tests.shell.own_kinds import Own

    place = Own(None)
    with ds.form("f"):
        level = place.meter("Level", key="level")
        sent = place.post("Send", key="send")
    ds.text(f"level {level}, sent {sent}")
"""
Open = Callable[..., AppWindow]


def widget_of(window: AppWindow, key: str) -> QWidget:
    return window.find(key=key).widget


def test_it_is_drawn_and_updated(app_window: Open) -> None:
    window = app_window(SCRIPT)
    meter = widget_of(window, "level")
    assert isinstance(meter, QSlider)
    window.find(label="Most").press("Up").press("Return").wait()
    assert widget_of(window, "level") is meter
    assert meter.maximum() == 11
    rest(window.window)
    fresh = Fresh(window.window)
    try:
        assert fresh.difference() == ""
    finally:
        fresh.close()


def test_what_a_person_sets_reaches_the_script(app_window: Open) -> None:
    window = app_window(SCRIPT)
    widget_of(window, "level").setFocus()
    window.press("Up").wait()
    assert window.shows("level 1, rung 0")


def test_what_the_script_sets_reaches_the_widget(app_window: Open) -> None:
    window = app_window(SCRIPT.replace("most = ", "ds.session_state.level = 7\n    most = "))
    meter = widget_of(window, "level")
    assert isinstance(meter, QSlider)
    assert meter.value() == 7


def test_a_click_on_it_lasts_for_one_run(app_window: Open) -> None:
    window = app_window(SCRIPT)
    bell = widget_of(window, "ring")
    assert isinstance(bell, QPushButton)
    QTest.mouseClick(bell, Qt.MouseButton.LeftButton)
    window.wait()
    assert window.shows("level 0, rung 1")
    window.window.rerun()
    window.wait()
    assert window.shows("level 0, rung 1")


def test_what_sends_a_form_brings_what_was_set_inside(app_window: Open) -> None:
    window = app_window(FORM)
    widget_of(window, "level").setFocus()
    window.press("Up").wait()
    assert window.shows("level 0, sent False")
    QTest.mouseClick(widget_of(window, "send"), Qt.MouseButton.LeftButton)
    window.wait()
    assert window.shows("level 1, sent True")


def test_what_never_takes_any_space_takes_no_gap_either(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        from tests.shell.own_kinds import Own

        for number in range(3):
            ds.text(f"line {number}")
            if number:
                for _ in range(100):
                    Own(None).mark()
    """)
    first, second, third = (window.find(text=f"line {number}").widget for number in range(3))
    tops = [each.mapTo(window.window, QPoint()).y() for each in (first, second, third)]
    assert tops[2] - tops[1] == tops[1] - tops[0]


def test_a_test_without_a_window_sends_a_form() -> None:
    at = AppTest.from_string(FORM).run()
    at.meter("level").set_value(4)
    assert at.run().text[0].value == "level 0, sent False"
    at.meter("level").set_value(4)
    at.post("send").click().run()
    assert at.text[0].value == "level 4, sent True"


def test_a_test_without_a_window_sets_and_clicks_it() -> None:
    at = AppTest.from_string(SCRIPT).run()
    assert (at.meter[0].value, at.meter[0].most, at.meter("level").label) == (0, 10, "Level")
    at.meter("level").set_value(4)
    at.bell[0].click().run()
    assert at.text[0].value == "level 4, rung 1"
    assert at.bell[0].value is True
    assert at.run().bell[0].value is False
    with pytest.raises(AttributeError):
        _ = at.gong
