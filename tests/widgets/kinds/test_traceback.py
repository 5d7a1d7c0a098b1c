"""Exceptions on the page (rules 19.1, 19.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from deskstate.core.properties.status import Traceback as Record
from deskstate_widgets.code.frames import FramesView
from deskstate_widgets.kinds.traceback import Traceback
from deskstate_widgets.look.tokens import LIGHT
from deskstate_widgets.text.copy_button import CopyButton
from deskstate_widgets.text.read_text import ReadText
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FRAME = '  File "/home/demo/app.py", line 21, in <module>\n    1 / 0'
FRAMES = tuple(f'  File "/home/demo/app.py", line {n}, in f{n}\n    f{n + 1}()' for n in range(8))


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Traceback, Record("ZeroDivisionError", "division by zero", frames=FRAMES))


def made(qtbot: QtBot, record: Record) -> Traceback:
    traceback = Traceback(record, FakeHost())
    show(qtbot, traceback, 600)
    return traceback


def button(traceback: Traceback, text: str) -> QPushButton:
    (found,) = [one for one in traceback.widget.findChildren(QPushButton) if one.text().startswith(text)]
    return found


def said(traceback: Traceback) -> list[str]:
    texts = [text for text in traceback.widget.findChildren(ReadText) if text.isVisible()]
    for text in texts:
        text.select_all()
    return [text.selection() for text in texts]


def test_it_shows_the_type_the_message_and_the_frames(qtbot: QtBot) -> None:
    traceback = made(qtbot, Record("my_mod.ZeroDivisionError", "division *by* zero", frames=(FRAME,)))
    assert said(traceback) == ["my_mod.ZeroDivisionError", "division *by* zero"]
    assert part(traceback, FramesView).code() == f"Traceback (most recent call last):\n{FRAME}"


def test_our_own_messages_are_markdown(qtbot: QtBot) -> None:
    traceback = made(qtbot, Record("E", "a **b** `c`", is_markdown=True))
    assert said(traceback) == ["E", "a b c"]
    assert traceback.widget.accessibleName() == "E: a b c"


def test_copy_gives_what_the_console_would_have_shown(qtbot: QtBot) -> None:
    traceback = made(qtbot, Record("ZeroDivisionError", "division by zero", frames=(*FRAMES, FRAME)))
    QTest.mouseClick(button(traceback, "Copy"), Qt.MouseButton.LeftButton)
    lines = ["Traceback (most recent call last):", *FRAMES, FRAME, "ZeroDivisionError: division by zero"]
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    assert button(traceback, "Copied").isVisible()


def test_there_is_one_copy_button_only(qtbot: QtBot) -> None:
    traceback = made(qtbot, Record("E", "m", frames=(FRAME,)))
    frames = part(traceback, FramesView)
    QTest.mouseMove(frames, frames.rect().center())
    frames.setFocus()
    assert not [one for one in frames.findChildren(CopyButton) if one.isVisible()]


def test_of_many_frames_the_innermost_are_shown_until_all_are_asked_for(qtbot: QtBot) -> None:
    traceback = made(qtbot, Record("E", "m", frames=FRAMES))
    frames = part(traceback, FramesView)
    assert frames.code().count("File") == 5
    assert "in f7" in frames.code()
    QTest.mouseClick(button(traceback, "Show 3 more"), Qt.MouseButton.LeftButton)
    assert frames.code().count("File") == 8
    QTest.mouseClick(button(traceback, "Show fewer"), Qt.MouseButton.LeftButton)
    assert frames.code().count("File") == 5


def test_a_long_path_is_shown_by_its_end(qtbot: QtBot) -> None:
    frame = '  File "/home/demo/a/very/long/path/to/the/folder/of/app.py", line 1, in <module>'
    traceback = made(qtbot, Record("E", "m", frames=(frame,)))
    assert '  File "…/of/app.py", line 1' in part(traceback, FramesView).code()


def test_a_warning_is_yellow(qtbot: QtBot) -> None:
    for is_warning, hue in ((False, "red"), (True, "yellow")):
        image = made(qtbot, Record("W", "m", is_warning=is_warning)).widget.grab().toImage()
        assert image.pixelColor(4, image.height() // 2).name() == LIGHT.hues[hue].background


def test_an_update_shows_the_new_error(qtbot: QtBot) -> None:
    old, new = Record("A", "one", frames=FRAMES), Record("B", "", frames=())
    traceback = made(qtbot, old)
    traceback.update(new, old)
    assert said(traceback) == ["B"]
    assert not part(traceback, FramesView).isVisible()
    traceback.update(old, new)
    assert said(traceback) == ["A", "one"]
    assert part(traceback, FramesView).isVisible()
