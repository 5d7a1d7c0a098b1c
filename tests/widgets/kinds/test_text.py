"""Plain text: as it was written, selectable, cheap to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from deskstate.core.properties.text import Text as Record
from deskstate_widgets.kinds.text import Text
from deskstate_widgets.text.help_mark import HelpMark
from deskstate_widgets.text.read_text import ReadText
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Words that go on and on until the line is full, and then some more of them. " * 3


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Text, Record("Some words"))


def label_of(text: Text) -> ReadText:
    return part(text, ReadText)


def test_a_short_text_is_a_plain_label(qtbot: QtBot) -> None:
    text = Text(Record("Count = 0"), FakeHost())
    show(qtbot, text)
    assert label_of(text).text() == "Count = 0"
    assert label_of(text).textFormat() is Qt.TextFormat.PlainText


def test_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    text = Text(Record("**a** <b>c</b> :red[d] & `e`"), FakeHost())
    show(qtbot, text)
    assert label_of(text).text() == "**a** <b>c</b> :red[d] & `e`"


def test_spaces_and_line_breaks_are_kept(qtbot: QtBot) -> None:
    body = "two  spaces\n  and a line"
    text = Text(Record(body), FakeHost())
    show(qtbot, text)
    label_of(text).select_all()
    QTest.keyClick(text.widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == body


def test_an_update_changes_the_same_label(qtbot: QtBot) -> None:
    host = FakeHost()
    text = Text(Record("Count = 0"), host)
    show(qtbot, text)
    label = label_of(text)
    text.update(Record("Count = 1"), Record("Count = 0"))
    assert label_of(text) is label
    assert label.text() == "Count = 1"
    assert host.relayouts == 0


def test_a_new_width_has_it_placed_again(qtbot: QtBot) -> None:
    host = FakeHost()
    text = Text(Record("a"), host)
    show(qtbot, text)
    text.update(Record("a", width=120), Record("a"))
    assert text.widget.maximumWidth() == 120
    assert host.relayouts == 1


def test_a_long_text_wraps(qtbot: QtBot) -> None:
    narrow, wide = (Text(Record(LONG, width="stretch"), FakeHost()) for _ in range(2))
    show(qtbot, narrow, 300)
    show(qtbot, wide, 900)
    assert narrow.widget.height() > wide.widget.height()
    assert narrow.widget.width() < 300


def test_without_wrapping_it_ends_in_an_ellipsis_and_the_tool_tip_has_all_of_it(qtbot: QtBot) -> None:
    text = Text(Record(LONG, wrap=False, width="stretch"), FakeHost())
    stand = show(qtbot, text, 300)
    assert label_of(text).text().endswith("…")
    assert LONG.strip() in label_of(text).toolTip()
    assert stand.width() == 300
    stand.resize(4000, 300)
    qtbot.waitUntil(lambda: "…" not in label_of(text).text())
    assert label_of(text).toolTip() == ""


def test_each_line_is_cut_on_its_own(qtbot: QtBot) -> None:
    text = Text(Record(f"short\n{LONG}", wrap=False, width="stretch"), FakeHost())
    show(qtbot, text, 300)
    label_of(text).select_all()
    first, second = label_of(text).selection().split("\n")
    assert first == "short"
    assert second.endswith("…")


def test_a_text_that_was_cut_short_asks_for_all_of_its_width(qtbot: QtBot) -> None:
    text = Text(Record(LONG, wrap=False, width="stretch"), FakeHost())
    free = text.widget.sizeHint().width()
    show(qtbot, text, 300)
    assert label_of(text).text().endswith("…")
    assert text.widget.sizeHint().width() == free
    assert text.widget.minimumSizeHint().width() < 100


def test_help_is_a_question_mark_right_behind_the_text(qtbot: QtBot) -> None:
    text = Text(Record("Short", help="It *helps*"), FakeHost())
    show(qtbot, text)
    mark = part(text, HelpMark)
    QTest.mouseMove(mark, QPoint(8, 8))
    assert mark.isVisible()
    assert "helps" in mark.toolTip()
    assert mark.x() < 70
    assert text.widget.accessibleDescription() == "It helps"


def test_help_comes_and_goes_with_an_update(qtbot: QtBot) -> None:
    text = Text(Record("Short"), FakeHost())
    show(qtbot, text)
    before = text.widget.sizeHint()
    text.update(Record("Short", help="x"), Record("Short"))
    assert part(text, HelpMark).isVisible()
    assert text.widget.sizeHint().width() > before.width()
    text.update(Record("Short"), Record("Short", help="x"))
    assert not part(text, HelpMark).isVisible()
    assert text.widget.sizeHint() == before


@pytest.mark.parametrize("alignment", ["left", "center", "right"])
def test_the_question_mark_follows_the_alignment(qtbot: QtBot, alignment: str) -> None:
    text = Text(Record("Short", help="x", width="stretch", text_alignment=alignment), FakeHost())  # type: ignore[arg-type]
    show(qtbot, text, 400)
    mark, width = part(text, HelpMark), text.widget.width()
    room = {"left": range(60), "center": range(width // 2, width // 2 + 50), "right": range(width - 20, width)}
    assert mark.x() in room[alignment]
