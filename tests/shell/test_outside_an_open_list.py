"""With a list open, the mouse does what it does without one: the list closes, and what is there gets the click."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QScrollArea, QWidget

from deskstate.testing.window import AppWindow

Open = Callable[..., AppWindow]

PAGE = """
import deskstate as ds
ds.session_state.setdefault("n", 0)
def hit():
    ds.session_state.n += 1
ds.text_input("Name", "hello world")
ds.button("Hit", on_click=hit)
ds.checkbox("Check")
ds.slider("Slide", 0, 100, 50)
ds.multiselect("Many", ["p", "q"], default=["p"])
city = ds.selectbox("City", ["Berlin", "Oslo"])
ds.text(f"{ds.session_state.n} hits, {city}")
for i in range(60):
    ds.text(f"below {i}")
"""
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["City", "Many"])
def window(app_window: Open, request: pytest.FixtureRequest) -> AppWindow:
    """A window with an open list, the lowest on the page."""
    made = app_window(PAGE)
    made.find(label=request.param).click()
    made.wait_for(lambda: QApplication.activePopupWidget() is not None)
    return made


def list_is_open() -> bool:
    return QApplication.activePopupWidget() is not None


def place(window: AppWindow, label: str) -> QPoint:
    """The middle of a control, in the window."""
    control = window.find(label=label).control
    return control.mapTo(window.window, control.rect().center())


def click(window: AppWindow, at: QPoint) -> None:
    """Click as the system reports it: to the window, which Qt gives to the popup while there is one."""
    QTest.mouseClick(window.window.windowHandle(), LEFT, NO_KEY, at)
    window.wait()


def test_a_click_on_a_button_counts_once_and_gives_it_the_focus(window: AppWindow) -> None:
    click(window, place(window, "Hit"))
    assert not list_is_open()
    assert window.shows("1 hits")
    assert window.find(label="Hit").has_focus()


def test_a_quick_click_counts_although_its_end_is_reported_to_the_closed_list(window: AppWindow) -> None:
    """A tap on a touchpad ends before the system has taken the list off the screen."""
    popup, handle, at = QApplication.activePopupWidget(), window.window.windowHandle(), place(window, "Hit")
    assert popup is not None
    closed = popup.windowHandle()
    QTest.mousePress(handle, LEFT, NO_KEY, at)
    QTest.mouseRelease(closed, LEFT, NO_KEY, closed.mapFromGlobal(handle.mapToGlobal(at)))
    window.wait()
    assert not list_is_open()
    assert window.shows("1 hits")


def test_a_click_into_a_text_puts_the_cursor_there(window: AppWindow) -> None:
    line = window.find(label="Name").control
    assert isinstance(line, QLineEdit)
    click(window, line.mapTo(window.window, QPoint(60, line.height() // 2)))
    assert (list_is_open(), line.hasFocus()) == (False, True)
    assert line.cursorPosition() == line.cursorPositionAt(QPoint(60, line.height() // 2)) > 0


def test_a_click_on_a_check_box_switches_it(window: AppWindow) -> None:
    click(window, place(window, "Check"))
    assert (list_is_open(), window.find(label="Check").value) == (False, True)


def test_a_drag_that_begins_there_is_a_drag(window: AppWindow) -> None:
    handle, at = window.window.windowHandle(), place(window, "Slide")
    QTest.mousePress(handle, LEFT, NO_KEY, at)
    QTest.mouseMove(handle, at + QPoint(100, 0))
    QTest.mouseRelease(handle, LEFT, NO_KEY, at + QPoint(100, 0))
    window.wait()
    assert not list_is_open()
    assert window.find(label="Slide").value[0] > 55


def test_a_click_on_another_box_opens_its_list(window: AppWindow) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    other = "Many" if popup.accessibleName() == "City" else "City"
    click(window, place(window, other))
    now = QApplication.activePopupWidget()
    assert now is not None
    assert now.accessibleName() == other
    assert window.find(label=other).has_focus()


def test_a_click_on_the_same_box_closes_its_list(window: AppWindow) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    click(window, place(window, popup.accessibleName()))
    assert not list_is_open()
    assert window.find(label=popup.accessibleName()).has_focus()


def test_a_click_outside_of_the_window_closes_it_and_clicks_nothing(window: AppWindow) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    far = window.window.mapToGlobal(QPoint(-400, -400))
    QTest.mouseClick(popup, LEFT, NO_KEY, popup.mapFromGlobal(far))
    window.wait()
    assert (list_is_open(), window.shows("0 hits")) == (False, True)


def test_the_other_mouse_button_opens_the_menu_of_what_is_there(window: AppWindow) -> None:
    got: list[Qt.MouseButton] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.MouseButtonPress:
                got.append(event.button())  # type: ignore[attr-defined]
            return False

    watch = Watch()
    window.find(label="Name").control.installEventFilter(watch)
    QTest.mouseClick(window.window.windowHandle(), Qt.MouseButton.RightButton, NO_KEY, place(window, "Name"))
    assert got == [Qt.MouseButton.RightButton]
    assert not list_is_open() or isinstance(QApplication.activePopupWidget(), QMenu)


def test_the_wheel_scrolls_what_is_there(window: AppWindow) -> None:
    area = window.window.findChild(QScrollArea)
    popup = QApplication.activePopupWidget()
    assert area is not None
    assert popup is not None
    at = window.window.mapToGlobal(place(window, "Hit"))
    event = QWheelEvent(
        QPointF(popup.mapFromGlobal(at)), QPointF(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton, NO_KEY,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(popup, event)
    assert not list_is_open()
    assert area.verticalScrollBar().value() > 0


def move(window: AppWindow, at: QPoint) -> None:
    """Move the mouse, with no button pressed."""
    QCursor.setPos(window.window.mapToGlobal(at))
    QApplication.processEvents()


def hovered(window: AppWindow) -> set[str]:
    """Names of what looks as if the mouse were on it."""
    return {each.accessibleName() for each in window.window.findChildren(QWidget) if each.underMouse()} - {""}


def test_nothing_looks_hovered_where_the_mouse_is_not(app_window: Open) -> None:
    window = app_window(PAGE)
    handle = window.window.windowHandle()
    for label in ("City", "Many"):
        move(window, place(window, label))
        window.wait_for(lambda name=label: name in hovered(window))  # type: ignore[misc]
        window.find(label=label).focus()
        window.press("Down")
        assert list_is_open()
        assert hovered(window) == set(), "the list has the mouse now"
        QTest.mouseClick(handle, LEFT, NO_KEY, place(window, "Hit"))
        move(window, place(window, "Check"))
        window.wait_for(lambda: hovered(window) == {"Check"})
        move(window, QPoint(3, window.window.height() - 3))
        window.wait_for(lambda: hovered(window) == set())


def test_what_the_mouse_leaves_for_a_menu_is_painted_anew(app_window: Open) -> None:
    window = app_window(PAGE)
    handle, button = window.window.windowHandle(), window.find(label="Hit").control
    move(window, place(window, "Hit"))
    window.wait_for(button.underMouse)
    painted: list[QEvent] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(event)
            return False

    menu = QMenu(window.window)
    menu.addAction("One")
    QApplication.processEvents()
    watch = Watch()
    button.installEventFilter(watch)
    menu.popup(window.window.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(handle, QEvent(QEvent.Type.Leave))
    assert not button.underMouse()
    window.wait_for(lambda: bool(painted))
    menu.close()
