"""What every input keeps to, written once: a test module imports these by name and gives a fixture `specimen`.

    from tests.widgets.behaviours import *  # noqa: F403

    @pytest.fixture
    def specimen() -> Specimen:
        return Specimen(Checkbox, inputs.Checkbox(label="Milk"), (False, True))

GUI thread only.
"""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from deskstate_widgets.house_sheet import house_sheet
from deskstate_widgets.look.fonts import ui_font
from deskstate_widgets.look.tokens import BODY_PX, LIGHT
from tests.widgets.hosts import FakeHost, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot

    from deskstate.core.properties.base import Properties
    from deskstate_widgets.native import Native

__all__ = [
    "Specimen",
    "test_a_collapsed_label_takes_no_space_and_a_hidden_one_does",
    "test_a_disabled_one_refuses_keys_and_clicks",
    "test_a_new_label_is_the_new_accessible_name",
    "test_an_update_keeps_the_focus_and_is_not_reported",
    "test_help_is_the_accessible_description",
    "test_it_dies_when_it_is_removed",
    "test_it_is_disabled_and_enabled_by_an_update",
    "test_showing_a_value_is_not_reported",
    "test_tab_goes_into_it_and_out_again",
    "test_the_accessible_name_is_the_label_however_it_is_shown",
    "test_the_wheel_changes_nothing",
]


@dataclass(frozen=True)
class Specimen:
    """One kind of native widget, and what it needs to be tried."""

    native: type[Native[Any]]
    properties: Properties
    values: tuple[object, ...] = ()
    """Values to show; none for kinds that have no value."""
    stops: int = 1
    """How many presses of Tab it takes to walk through it."""
    changes: Mapping[str, object] = field(default_factory=dict[str, object])
    """Some properties and what they may change to."""

    def make(self, **changes: object) -> tuple[Native[Any], FakeHost]:
        """A fresh one with its first value, and its host."""
        host = FakeHost()
        native = self.native(self.with_changes(**changes), host)
        if self.values:
            native.show_value(self.values[0])
        return native, host

    def with_changes(self, **changes: object) -> Properties:
        """Its record with some fields changed."""
        return msgspec.structs.replace(self.properties, **changes)


def control_of(native: Native[Any]) -> QWidget:
    """The Qt widget in it that takes the focus."""
    native.focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is native.widget or native.widget.isAncestorOf(focused)
    return focused


def test_showing_a_value_is_not_reported(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    for value in (*specimen.values[1:], *specimen.values[:1]):
        native.show_value(value)
    assert host.calls == []


def test_an_update_keeps_the_focus_and_is_not_reported(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    control = control_of(native)
    old = specimen.properties
    for name, value in {"label": "Another label", "help": "Some help", **specimen.changes}.items():
        new = msgspec.structs.replace(old, **{name: value})
        native.update(new, old)
        old = new
    assert QApplication.focusWidget() is control
    assert host.calls == []


def test_the_accessible_name_is_the_label_however_it_is_shown(qtbot: QtBot, specimen: Specimen) -> None:
    shown_as = ("visible", "hidden", "collapsed") if hasattr(specimen.properties, "label_visibility") else (None,)
    for visibility in shown_as:
        changes = {} if visibility is None else {"label_visibility": visibility}
        native, _ = specimen.make(label="Some *good* words", **changes)
        show(qtbot, native)
        assert control_of(native).accessibleName() == "Some good words"


def test_a_new_label_is_the_new_accessible_name(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    show(qtbot, native)
    native.update(specimen.with_changes(label="New words"), specimen.properties)
    assert control_of(native).accessibleName() == "New words"


def test_help_is_the_accessible_description(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(help="As on your *passport*")
    show(qtbot, native)
    assert control_of(native).accessibleDescription() == "As on your passport"


def test_a_collapsed_label_takes_no_space_and_a_hidden_one_does(qtbot: QtBot, specimen: Specimen) -> None:
    if not hasattr(specimen.properties, "label_visibility"):
        return
    heights: dict[str, int] = {}
    for visibility in ("visible", "hidden", "collapsed"):
        native, _ = specimen.make(label_visibility=visibility)
        show(qtbot, native)
        size = native.widget.sizeHint()
        heights[visibility] = size.height() * 10_000 + size.width()
    assert heights["visible"] == heights["hidden"] > heights["collapsed"]


def test_it_is_disabled_and_enabled_by_an_update(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    show(qtbot, native)
    control = control_of(native)
    disabled = specimen.with_changes(disabled=True)
    native.update(disabled, specimen.properties)
    assert not control.isEnabled()
    native.update(specimen.properties, disabled)
    assert control.isEnabled()


def test_a_disabled_one_refuses_keys_and_clicks(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(disabled=True)
    stand = show(qtbot, native)
    for widget in (native.widget, *native.widget.findChildren(QWidget)):
        if widget.isVisible():
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QTest.keyClick(stand, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or stand, Qt.Key.Key_Space)
    assert QApplication.focusWidget() in {None, stand.elsewhere}
    assert host.calls == []


def test_tab_goes_into_it_and_out_again(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    stand = show(qtbot, native)
    for _ in range(specimen.stops):
        QTest.keyClick(QApplication.focusWidget() or stand, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget() or stand
        assert focused is native.widget or native.widget.isAncestorOf(focused)
    QTest.keyClick(QApplication.focusWidget() or stand, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stand.elsewhere
    assert host.commits == []


def test_the_wheel_changes_nothing(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    control_of(native)
    for widget in (native.widget, *native.widget.findChildren(QWidget)):
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
    assert host.calls == []


def check_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    """It follows a change of zoom as if it had been made with it; for kinds that take sizes from the font."""
    font, sheet = QApplication.font(), house_sheet(LIGHT)
    before, _ = specimen.make(**specimen.changes)
    show(qtbot, before)
    low_px = before.widget.height()
    try:
        QApplication.setFont(ui_font(round(BODY_PX * 1.6)))
        _app().setStyleSheet(sheet + "QLabel[look='label'] { font-size: 21px; }")
        after, _ = specimen.make(**specimen.changes)
        show(qtbot, after)
        QApplication.processEvents()
        assert before.widget.sizeHint() == after.widget.sizeHint()
        assert before.widget.size() == after.widget.size()
        assert before.widget.height() > low_px * 1.3
    finally:
        QApplication.setFont(font)
        _app().setStyleSheet(sheet)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_it_dies_when_it_is_removed(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    show(qtbot, native)
    widget, gone = native.widget, weakref.ref(native)
    native.close()
    widget.setParent(None)
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(widget)
    del native, widget
    gc.collect()
    assert gone() is None
