"""A text that changes on its line has nothing laid out anew; one that needs another line, or gets less room, does."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from deskstate.testing.window import AppWindow
from deskstate_widgets.boxes.scroll_box import FIT_AFTER_MS

LONG = "Words that wrap where there is little room for all of them, and there is more and more to say of it" * 2
SCRIPT = """
import deskstate as ds
said = ds.session_state.setdefault('said', 'Count = 0')
{command}
ds.text('below')
if ds.button('Go'):
    ds.session_state.said = {next!r}
    ds.rerun()
"""


class _Layouts(QObject):
    """Counts how many boxes are asked to lay out their children."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@contextmanager
def layouts(window: AppWindow) -> Generator[_Layouts]:
    """Counts while the block runs."""
    counter = _Layouts()
    boxes = window.window.findChildren(QWidget)
    for box in boxes:
        box.installEventFilter(counter)
    yield counter
    for box in boxes:
        box.removeEventFilter(counter)


def go(window: AppWindow) -> QLabel:
    """Press the button and see the new text."""
    window.find(label="Go").click()
    window.wait()
    QApplication.processEvents()
    label = window.find(text=window.window.session.state.read("said")).widget
    assert isinstance(label, QLabel)
    return label


@pytest.mark.parametrize("command", ["ds.text(said)", "ds.markdown(said)", "ds.caption(said)", "ds.header(said)"])
def test_another_number_moves_nothing(app_window: Callable[..., AppWindow], command: str) -> None:
    window = app_window(SCRIPT.format(command=command, next="Count = 19"))
    QTest.qWait(2 * FIT_AFTER_MS)  # new boxes still ask for the width that they got
    with layouts(window) as counter:
        label = go(window)
    assert counter.count == 0
    assert label.heightForWidth(label.width()) == label.height()


@pytest.mark.parametrize("command", ["ds.text(said)", "ds.markdown(said)"])
def test_a_text_that_needs_more_lines_gets_them(app_window: Callable[..., AppWindow], command: str) -> None:
    window = app_window(SCRIPT.format(command=command, next=LONG))
    label = go(window)
    window.wait_for(lambda: label.height() == QLabel.heightForWidth(label, label.width()))
    assert window.find(text="below").widget.y() >= label.geometry().bottom()


def test_what_changed_on_its_line_wraps_when_there_is_less_room(app_window: Callable[..., AppWindow]) -> None:
    words = "eleven letters wide, all of it in a line"
    window = app_window(SCRIPT.format(command="ds.text(said)", next=words))
    label = go(window)
    before = label.height()
    window.window.resize(240, 500)
    window.wait_for(lambda: label.height() > before)
    assert label.height() == QLabel.heightForWidth(label, label.width())


def test_centred_text_is_placed_again(app_window: Callable[..., AppWindow]) -> None:
    command = "ds.container(horizontal_alignment='center').text(said)"
    window = app_window(SCRIPT.format(command=command, next="Count = 12345"))
    label = go(window)
    box = label.parentWidget()
    assert box is not None
    window.wait_for(lambda: abs(label.geometry().center().x() - box.rect().center().x()) <= 1)
    assert label.width() > 90
