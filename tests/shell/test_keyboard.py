"""Everything can be reached and told apart without a mouse, and the wheel changes nothing by chance."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from deskstate.shell.overlay import NoticeCard
from deskstate.testing.window import AppWindow, Found

Open = Callable[..., AppWindow]

PAGE = """
import deskstate as ds
with ds.sidebar:
    ds.text_input("In the sidebar")
ds.text_input("On top")
left, right = ds.columns(2)
right.number_input("Right", value=1)
left.slider("Left")
left.checkbox("Left below")
with ds.form("f"):
    ds.text_area("In the form")
    ds.form_submit_button("Send")
first, second = ds.tabs(["First", "Second"])
first.selectbox("In a tab", ["a", "b"])
second.text_input("Behind a tab")
with ds.expander("More", expanded=True):
    ds.toggle("In the expander")
with ds.expander("Closed"):
    ds.toggle("In the closed expander")
ds.radio("Choose", ["x", "y"])
ds.multiselect("Pick", ["p", "q"])
ds.button("Last")
"""
ORDER = [
    "In the sidebar", "On top", "Left", "Left below", "Right", "In the form", "Send", "In a tab", "More",
    "In the expander", "Closed", "Choose", "Pick", "Last",
]  # fmt: skip


def focused(window: AppWindow) -> str | None:
    """Label of the innermost element that has the focus."""
    best = None
    for live in window.lives():
        label = getattr(live.properties, "label", None)
        if isinstance(label, str) and live.realised and Found(window, live).has_focus():
            best = label
    return best


def walk(window: AppWindow, keys: str, steps: int) -> list[str]:
    """The labels that the focus comes by, each once."""
    seen: list[str] = []
    for _ in range(steps):
        window.press(keys)
        label = focused(window)
        if label is not None and label not in seen:
            seen.append(label)
    return seen


def test_tab_walks_in_script_order(app_window: Open) -> None:
    window = app_window(PAGE)
    window.find(label="In the sidebar").focus()
    assert ["In the sidebar", *walk(window, "Tab", 24)][: len(ORDER)] == ORDER


def test_shift_tab_walks_back(app_window: Open) -> None:
    window = app_window(PAGE)
    window.find(label="Last").focus()
    assert ["Last", *walk(window, "Shift+Tab", 24)][: len(ORDER)] == ORDER[::-1]


def test_elements_that_come_later_take_their_place_in_the_order(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        more = ds.checkbox("More")
        ds.text_input("Before")
        if more:
            ds.text_input("Between")
        ds.text_input("After")
    """)
    window.find(label="More").click().wait()
    assert walk(window, "Tab", 3) == ["Before", "Between", "After"]


def test_every_stop_of_the_tab_key_has_a_name(app_window: Open) -> None:
    window = app_window(PAGE)
    window.find(label="In the sidebar").focus()
    for _ in range(20):
        window.press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize(
    "label", ["In the sidebar", "On top", "Left", "Left below", "Right", "In the form", "Send", "In a tab",
              "In the expander", "Last"],
)  # fmt: skip
def test_an_input_has_its_label_as_accessible_name(app_window: Open, label: str) -> None:
    window = app_window(PAGE)
    control = window.find(label=label).control
    assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name) == label


@pytest.mark.parametrize("label", ["Choose", "Pick"])
def test_a_group_has_its_label_as_accessible_name(app_window: Open, label: str) -> None:
    window = app_window(PAGE)
    widget = window.find(label=label).widget
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in around(widget)]
    assert any(label in name for name in names)


def around(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]


def test_the_focus_can_be_seen(app_window: Open) -> None:
    window = app_window(PAGE)
    window.find(label="In the sidebar").focus()
    for label in ORDER[1:]:
        found = window.find(label=label)
        before = found.widget.grab().toImage()
        while focused(window) != label:
            window.press("Tab")
        assert found.widget.grab().toImage() != before, label


@pytest.mark.parametrize(
    "element", ["ds.slider('It', 0, 100, 50)", "ds.number_input('It', value=50)", "ds.selectbox('It', range(99), 50)"]
)
def test_the_wheel_over_an_input_without_focus_scrolls_the_page_and_changes_nothing(
    app_window: Open, element: str
) -> None:
    window = app_window(f"""
        import deskstate as ds
        ds.text_input("First")
        value = {element}
        for i in range(100):
            ds.text(f"line {{i}}")
        ds.text(f"value {{value}}")
    """)
    area = window.window.findChild(QScrollArea)
    assert area is not None
    window.find(label="First").focus()
    before = window.find(label="It").value
    for notches in (2, -1):
        at = area.verticalScrollBar().value()
        window.find(label="It").scroll(notches)
        assert area.verticalScrollBar().value() != at
    window.wait()
    assert window.find(label="It").value == before
    assert window.shows("value 50")


def test_the_keyboard_reaches_a_notice_and_closes_it(app_window: Open) -> None:
    window = app_window(PAGE)
    window.window.ask_to_rerun()
    card = window.window.findChild(NoticeCard)
    assert card is not None
    window.find(label="Last").focus()
    for _ in range(4):
        window.press("Tab")
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and focus.text() == "Close":
            window.press("Space")
            break
    assert card.isHidden()
    focus = window.press("Tab").window.focusWidget()
    assert focus is not None
    assert focus.isVisible()
