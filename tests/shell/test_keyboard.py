"""Everything can be reached and told apart without a mouse, and the wheel changes nothing by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget

from deskstate.shell.overlay import NoticeCard
from deskstate.shell.theme import Theme
from deskstate.testing.window import AppWindow, Found
from deskstate_widgets.text._tip_card import TipCard

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


EVERYTHING = """
import deskstate as ds
with ds.sidebar:
    ds.text_input("In the sidebar", help="Help")
ds.title("Title with [a link](https://a.org)", help="Help")
ds.markdown("Text with [a link](https://a.org) and [another](https://b.org)", help="Help")
ds.text_input("Password", type="password", help="Help")
ds.text_input("Search", "x", type="search")
ds.number_input("Number")
ds.slider("Range", 0, 10, (2, 5), help="Help")
ds.checkbox("Box with [a link](https://a.org)", help="Help")
ds.text_area("Area")
ds.tabs(["First", "Second"])
ds.radio("Radio", ["x", "y"], help="Help")
ds.radio("None of them", ["x", "y"], index=None, horizontal=True)
ds.selectbox("Select", ["x", "y"])
ds.multiselect("Many", ["x", "y"], ["x"])
ds.code("code")
ds.json({"a": {"b": 1}})
ds.metric("Metric", 1, help="Help")
ds.button("Last", help="Help")
"""


def stops(window: AppWindow, key: str = "Tab") -> Iterator[tuple[QWidget, QImage, QImage]]:
    """What Tab stops at, once around, with pictures of the place before and then."""
    window.window.resize(900, 1600)
    seen: list[QWidget] = []
    for _ in range(80):
        QApplication.processEvents()
        before = window.window.grab().toImage()
        window.press(key)
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen[:-1]:
            return
        seen.append(focus)
        place = QRect(focus.mapTo(window.window, QPoint(-4, -4)), focus.size() + QSize(8, 8))
        yield focus, before.copy(place), window.window.grab().toImage().copy(place)
    raise AssertionError("Tab does not come around")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_every_stop_of_the_tab_key_can_be_seen(app_window: Open, key: str, theme: Theme) -> None:
    for focus, before, then in stops(app_window(EVERYTHING, theme=theme), key):
        assert before != then, focus


def test_help_and_the_eye_of_a_password_are_stops(app_window: Open) -> None:
    names = [focus.accessibleName() for focus, _, _ in stops(app_window(EVERYTHING))]
    assert names.count("Help") == 8
    assert names[names.index("Password") - 1 : names.index("Password") + 2] == ["Help", "Password", "Show password"]


def test_the_first_stop_is_the_first_in_the_order_of_the_eye(app_window: Open) -> None:
    window = app_window(PAGE)
    assert walk(window, "Tab", 2) == ["In the sidebar"]


def test_the_eye_is_opened_by_a_key(app_window: Open) -> None:
    window = app_window("import deskstate as ds\nds.text_input('Password', 'abc', type='password')")
    line = window.find(label="Password").control
    assert isinstance(line, QLineEdit)
    window.find(label="Password").focus()
    window.press("Tab").press("Space")
    assert line.echoMode() == QLineEdit.EchoMode.Normal


def test_help_is_told_when_the_keyboard_comes_and_goes_with_escape(app_window: Open) -> None:
    window = app_window("import deskstate as ds\nds.text_input('It', help='All about *it*')")
    window.press("Tab")
    window.wait_for(lambda: "All about it" in _tips())
    window.press("Esc")
    assert not _tips()
    window.press("Space")
    assert _tips()
    window.press("Tab")
    window.wait_for(lambda: not _tips())
    assert window.find(label="It").control.hasFocus()


@pytest.mark.parametrize("horizontal", [False, True])
def test_home_and_end_choose_the_first_and_the_last_option(app_window: Open, horizontal: bool) -> None:
    window = app_window(f"""
        import deskstate as ds
        chosen = ds.radio("Radio", ["a", "b", "c"], 1, horizontal={horizontal})
        ds.text(f"chosen {{chosen}}")
    """)
    radio = window.find(label="Radio")
    for key, chosen in (("End", "c"), ("End", "c"), ("Home", "a")):
        radio.press(key).wait()
        assert window.shows(f"chosen {chosen}")
        assert radio.has_focus()


def test_home_and_end_open_the_first_and_the_last_tab(app_window: Open) -> None:
    window = app_window("""
        import deskstate as ds
        for name, tab in zip("abc", ds.tabs(["a", "b", "c"])):
            tab.text(f"inside {name}")
    """)
    window.press("Tab")
    for key, inside in (("End", "inside c"), ("Home", "inside a")):
        window.press(key)
        assert window.find(text=inside).is_visible()


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


@pytest.mark.parametrize("key", ["Space", "Return", "Enter"])
def test_the_keyboard_reaches_a_notice_and_closes_it(app_window: Open, key: str) -> None:
    window = app_window(PAGE)
    window.window.ask_to_rerun()
    card = window.window.findChild(NoticeCard)
    assert card is not None
    window.find(label="Last").focus()
    for _ in range(4):
        window.press("Tab")
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and focus.text() == "Close":
            window.press(key)
            break
    assert card.isHidden()
    focus = window.press("Tab").window.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def _tips() -> list[str]:
    """What the tool tips that are shown say."""
    return [each.text() for each in QApplication.topLevelWidgets() if isinstance(each, TipCard) and each.isVisible()]
