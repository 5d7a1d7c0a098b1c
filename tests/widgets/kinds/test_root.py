"""The whole of a window: the readable column, the sidebar in its states, the Tab key, toasts, narrow windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from deskstate.core.properties import layout
from deskstate_widgets.fields.line_field import LineField
from deskstate_widgets.frame.root_frame import RootFrame
from deskstate_widgets.house_sheet import house_sheet
from deskstate_widgets.look.palette import palette
from deskstate_widgets.look.tokens import DARK, LIGHT
from tests.widgets.children import FakeChild, Plain, block, button, holder, label, let_go, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from deskstate_widgets.kinds.root import Root


class Window:
    """A page in a window."""

    def __init__(
        self,
        qtbot: QtBot,
        main: Sequence[FakeChild] = (),
        aside: Sequence[FakeChild] = (),
        width_px: int = 1000,
        **properties: object,
    ) -> None:
        self.main = holder(layout.Region("main"), main)
        self.sidebar = holder(layout.Region("sidebar"), aside)
        self.toasts = holder(layout.Region("toasts"))
        self.page = holder(layout.Root(**properties), [self.main, self.sidebar, self.toasts])  # type: ignore[arg-type]
        for child in self.page.children:
            child.host.relayout = self.page.place_again  # type: ignore[method-assign]
        self.frame = cast("RootFrame", self.page.widget())
        self.native = cast("Root", self.page.native())
        self.window = QWidget()
        self.frame.setParent(self.window)
        qtbot.addWidget(self.window)
        self.resize(width_px)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.rest()

    def resize(self, width_px: int, height_px: int = 700) -> None:
        self.window.resize(width_px, height_px)
        self.frame.resize(width_px, height_px)
        self.rest()

    def rest(self) -> None:
        for _ in range(8):
            QApplication.processEvents()

    def place(self, widget: QWidget) -> tuple[int, int, int, int]:
        corner = widget.mapTo(self.frame, QPoint(0, 0))
        return corner.x(), corner.y(), widget.width(), widget.height()

    def sidebar_px(self) -> int:
        """Width of the sidebar; 0 when it is not there."""
        return self.frame.sidebar.width() if self.frame.sidebar.isVisible() else 0

    def toggle(self) -> QToolButton:
        """The button that shows or hides the sidebar."""
        return next(
            each
            for each in self.frame.findChildren(QToolButton)
            if each.isVisible() and each.accessibleName() in ("Hide sidebar", "Show sidebar")
        )

    def click_toggle(self) -> None:
        QTest.mouseClick(self.toggle(), Qt.MouseButton.LeftButton)
        self.rest()


# -- main column -------------------------------------------------------------------------------------------------------


def test_the_column_is_readable_and_in_the_middle(qtbot: QtBot) -> None:
    child = block(20)
    window = Window(qtbot, [child])
    assert window.place(child.widget())[::2] == (132, 736)
    window.resize(600)
    assert window.place(child.widget())[::2] == (20, 560)


def test_wide_uses_the_whole_width_and_can_be_switched(qtbot: QtBot) -> None:
    child = block(20)
    window = Window(qtbot, [child], layout="wide")
    assert window.place(child.widget())[::2] == (40, 920)
    window.page.update(layout.Root())
    window.rest()
    assert window.place(child.widget())[2] == 736


def test_something_too_wide_does_not_push_the_rest_out_of_sight(qtbot: QtBot) -> None:
    wide, child = block(20), block(20)
    window = Window(qtbot, [wide, child])
    wide.widget().setMinimumWidth(3000)
    window.rest()
    assert window.place(child.widget())[::2] == (132, 736)


def test_nothing_has_a_focus_ring_at_first_and_keys_scroll(qtbot: QtBot) -> None:
    window = Window(qtbot, [button("a"), *[block(100) for _ in range(30)]])
    assert QApplication.focusWidget() is window.frame.main
    QTest.keyClick(window.frame.main, Qt.Key.Key_PageDown)
    assert window.frame.main.verticalScrollBar().value() > 0


def test_a_picture_shows_all_that_can_be_seen(qtbot: QtBot) -> None:
    nested = holder(layout.Container(), [label(f"{index}") for index in range(300)])
    window = Window(qtbot, [nested])
    window.frame.resize(1000, 3000)
    window.native.fill_visible()
    seen = [child for child in nested.children if child.realised]
    assert len(seen) > 80
    assert window.place(seen[-1].widget())[1] > 2900


# -- sidebar -----------------------------------------------------------------------------------------------------------


def test_without_elements_there_is_no_sidebar(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)])
    assert window.sidebar_px() == 0
    window.sidebar.arrange([block(20)])
    window.rest()
    assert window.sidebar_px() == 280
    window.sidebar.arrange([])
    window.rest()
    assert window.sidebar_px() == 0


def test_a_sidebar_that_comes_later_lies_below_what_is_upon_the_page(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)])
    upon = QWidget(window.native.overlay_area())
    upon.setGeometry(0, 0, 100, 100)
    upon.show()
    window.sidebar.arrange([block(20)])
    window.rest()
    assert window.sidebar_px() == 280
    assert window.frame.childAt(50, 50) is upon


@pytest.mark.parametrize(
    ("mode", "width_px"), [("auto", 280), ("expanded", 280), ("collapsed", 0), ("locked", 280), (350, 350)]
)
def test_how_it_begins(qtbot: QtBot, mode: str | int, width_px: int) -> None:
    window = Window(qtbot, [block(20)], [block(20)], sidebar=mode)
    assert window.sidebar_px() == width_px
    assert window.frame.main.x() == width_px


def test_the_button_and_the_shortcut_fold_it(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)], [block(20)])
    window.click_toggle()
    assert window.sidebar_px() == 0
    assert window.toggle().accessibleName() == "Show sidebar"
    window.click_toggle()
    assert window.sidebar_px() == 280
    QTest.keyClick(window.frame, Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    assert window.sidebar_px() == 0


def test_a_rerun_keeps_what_the_person_did_with_it(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)], [block(20)])
    window.click_toggle()
    window.page.update(layout.Root(title="another"))
    window.sidebar.arrange([block(20), block(20)])
    window.rest()
    assert window.sidebar_px() == 0
    window.page.update(layout.Root(sidebar="expanded"))
    assert window.sidebar_px() == 280


def test_a_locked_one_cannot_be_folded(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)], [block(20)], sidebar="locked")
    QTest.keyClick(window.frame, Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar_px() == 280
    assert not [each for each in window.frame.findChildren(QToolButton) if each.isVisible()]


@pytest.mark.parametrize(("to_px", "width_px"), [(400, 400), (50, 200), (900, 500)])
def test_the_edge_can_be_dragged_within_limits(qtbot: QtBot, to_px: int, width_px: int) -> None:
    window = Window(qtbot, [block(20)], [block(20)])
    edge = window.frame.childAt(279, 300)
    assert edge is not None
    start = edge.mapFrom(window.frame, QPoint(279, 300))
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(edge, start + QPoint(20, 0))
    QTest.mouseMove(edge, edge.mapFrom(window.frame, QPoint(to_px - 1, 300)))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton)
    window.rest()
    assert window.sidebar_px() == width_px


def test_its_colour_is_its_own_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    window = Window(qtbot, [block(20)], [block(20)])
    for tokens in (DARK, LIGHT):
        qapp.setPalette(palette(tokens))
        qapp.setStyleSheet(house_sheet(tokens))
        window.rest()
        picture = window.frame.grab().toImage()
        assert picture.pixelColor(10, 600).name() == tokens.sidebar
        assert picture.pixelColor(900, 600).name() == tokens.background


# -- narrow windows ----------------------------------------------------------------------------------------------------


def test_in_a_narrow_window_it_is_folded_and_covers_the_page_when_opened(qtbot: QtBot) -> None:
    child = block(20)
    window = Window(qtbot, [child], [block(20)], width_px=500)
    assert window.sidebar_px() == 0
    before = window.place(child.widget())
    window.click_toggle()
    assert window.sidebar_px() == 300
    assert window.place(child.widget()) == before
    QTest.mouseClick(window.frame, Qt.MouseButton.LeftButton, pos=QPoint(450, 300))
    shade = window.frame.childAt(450, 300)
    assert shade is not None
    QTest.mouseClick(shade, Qt.MouseButton.LeftButton)
    window.rest()
    assert window.sidebar_px() == 0


@pytest.mark.parametrize("width_px", [360, 640, 700, 767])
def test_it_leaves_a_page_of_medium_width_to_the_main_column(qtbot: QtBot, width_px: int) -> None:
    child = block(20)
    window = Window(qtbot, [child], [block(20)], width_px=width_px)
    assert window.sidebar_px() == 0
    assert window.place(child.widget())[2] >= width_px - 80
    window.click_toggle()
    assert window.place(child.widget())[2] >= width_px - 80
    window.resize(768)
    assert window.sidebar_px() == 280


def test_escape_closes_what_covers_the_page(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)], [button("inside")], width_px=500)
    window.click_toggle()
    QTest.keyClick(window.sidebar.children[0].widget(), Qt.Key.Key_Escape)
    window.rest()
    assert window.sidebar_px() == 0


def test_a_wide_window_that_gets_narrow_and_wide_again_looks_as_before(qtbot: QtBot) -> None:
    window = Window(qtbot, [block(20)], [block(20)])
    window.resize(500)
    assert window.sidebar_px() == 0
    window.resize(1000)
    assert window.sidebar_px() == 280


def test_a_locked_one_stands_on_top_of_a_narrow_page(qtbot: QtBot) -> None:
    child = block(20)
    window = Window(qtbot, [child], [block(30)], width_px=500, sidebar="locked")
    assert window.sidebar_px() == 500
    assert window.frame.sidebar.height() == window.frame.main.y() < 280


# -- the Tab key -------------------------------------------------------------------------------------------------------


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def stops(count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    found: list[str] = []
    for _ in range(count):
        QTest.keyClick(focused(), key)
        focus = focused()
        found.append(focus.text() if isinstance(focus, QPushButton) else focus.accessibleName())
    return found


def test_tab_walks_through_sidebar_and_column_in_script_order(qtbot: QtBot) -> None:
    main, side = [button("m1"), button("m3")], [button("s1")]
    window = Window(qtbot, main, side)
    window.main.arrange([main[0], button("m2"), main[1]])
    window.sidebar.arrange([*side, button("s2")])
    window.rest()
    assert stops(7) == ["Hide sidebar", "s1", "s2", "m1", "m2", "m3", "Hide sidebar"]
    assert stops(3, Qt.Key.Key_Backtab) == ["m3", "m2", "m1"]


def test_tab_goes_on_where_the_mouse_was_last(qtbot: QtBot) -> None:
    window = Window(qtbot, [button("m1"), block(20)], [button("s1")])
    QTest.mouseClick(window.frame.main.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 600))
    assert stops(1) == ["m1"]


def test_tab_goes_on_from_the_field_that_escape_has_left(qtbot: QtBot) -> None:
    field = FakeChild(label("x").properties, lambda record, host: Plain(LineField(), record, host))
    window = Window(qtbot, [button("m1"), field, button("m2")], [button("s1")])
    for key, reached in ((Qt.Key.Key_Tab, "m2"), (Qt.Key.Key_Backtab, "m1")):
        field.widget().setFocus()
        QTest.keyClick(field.widget(), Qt.Key.Key_Escape)
        assert focused() is window.frame.main
        assert stops(1, key) == [reached]


def test_tab_reaches_and_shows_what_was_far_below(qtbot: QtBot) -> None:
    last = button("last")
    window = Window(qtbot, [button("first"), *[label(f"{index}") for index in range(2000)], last])
    assert stops(2) == ["first", "last"]
    window.rest()
    assert 0 <= window.place(last.widget())[1] < 700
    assert stops(1) == ["first"]
    window.rest()
    assert window.place(window.main.children[0].widget())[1] >= 0


def test_when_the_focused_one_is_removed_nothing_else_is_entered(qtbot: QtBot) -> None:
    first, last = button("first"), button("last")
    window = Window(qtbot, [first, last])
    first.widget().setFocus()
    window.main.arrange([last])
    let_go()
    assert QApplication.focusWidget() is window.frame.main


def test_scroll_position_focus_cursor_and_selection_survive_a_rerun(qtbot: QtBot) -> None:
    field = FakeChild(label("x").properties, lambda record, host: Plain(QLineEdit("some text"), record, host))
    children = [*[block(50) for _ in range(30)], field, *[block(50) for _ in range(30)]]
    window = Window(qtbot, children)
    window.frame.main.ensureWidgetVisible(window.frame)
    bar = window.frame.main.verticalScrollBar()
    bar.setValue(1500)
    window.rest()
    value = bar.value()
    edit = cast("QLineEdit", field.widget())
    edit.setFocus()
    edit.setSelection(1, 3)
    window.main.arrange([*children[:30], field, block(10), *children[31:]])
    let_go()
    window.rest()
    assert bar.value() == value
    assert QApplication.focusWidget() is edit
    assert edit.selectedText() == "ome"


def test_reveal_unfolds_the_sidebar(qtbot: QtBot) -> None:
    inside = label("inside")
    window = Window(qtbot, [block(20)], [inside], sidebar="collapsed")
    window.native.reveal(window.sidebar)
    window.rest()
    assert words_of(window.frame)[-1] == "inside" or inside.widget().isVisible()
