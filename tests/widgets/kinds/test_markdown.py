"""Markdown and captions as elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest

from deskstate.core.properties.text import Markdown as Record
from deskstate_widgets.kinds.markdown import Markdown
from deskstate_widgets.text.help_mark import HelpMark
from deskstate_widgets.text.read_text import ReadText
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Markdown, Record("Some **words** and [a link](https://example.org)"))


def words_of(markdown: Markdown) -> str:
    text = part(markdown, ReadText)
    text.select_all()
    return text.selection()


def test_plain_words_take_the_cheap_form(qtbot: QtBot) -> None:
    markdown = Markdown(Record("Only words"), FakeHost())
    show(qtbot, markdown)
    assert part(markdown, ReadText).textFormat() is Qt.TextFormat.PlainText


def test_a_text_that_turns_rich_stays_in_the_same_widget(qtbot: QtBot) -> None:
    plain, rich = Record("Only words"), Record("Some **bold** words")
    markdown = Markdown(plain, FakeHost())
    show(qtbot, markdown)
    widget = markdown.widget
    markdown.update(rich, plain)
    assert words_of(markdown) == "Some bold words"
    markdown.update(plain, rich)
    assert words_of(markdown) == "Only words"
    assert markdown.widget is widget


def test_the_selection_stays_when_text_is_appended(qtbot: QtBot) -> None:
    old, new = Record("Some **bold** words"), Record("Some **bold** words, and more")
    markdown = Markdown(old, FakeHost())
    show(qtbot, markdown)
    words_of(markdown)
    markdown.update(new, old)
    assert part(markdown, ReadText).selection() == "Some bold words"


def test_a_click_on_a_link_is_reported(qtbot: QtBot) -> None:
    host = FakeHost()
    markdown = Markdown(Record("[a link](https://example.org)"), host)
    show(qtbot, markdown)
    QTest.mouseClick(markdown.widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(12, 12))
    assert host.links == ["https://example.org"]


def test_a_caption_is_small_and_muted(qtbot: QtBot) -> None:
    caption, body = Markdown(Record("Words", caption=True), FakeHost()), Markdown(Record("Words"), FakeHost())
    show(qtbot, caption)
    show(qtbot, body)
    assert caption.widget.font().pixelSize() < body.widget.font().pixelSize()
    assert caption.widget.foregroundRole() is QPalette.ColorRole.PlaceholderText


def test_without_wrapping_blocks_are_not_read(qtbot: QtBot) -> None:
    markdown = Markdown(Record("# not a *heading*", wrap=False), FakeHost())
    show(qtbot, markdown)
    assert words_of(markdown) == "# not a heading"


def test_html_is_shown_as_text_unless_it_is_allowed(qtbot: QtBot) -> None:
    shut, open_ = Record("<u>x</u>"), Record("<u>x</u>", allow_html=True)
    markdown = Markdown(shut, FakeHost())
    show(qtbot, markdown)
    assert words_of(markdown) == "<u>x</u>"
    markdown.update(open_, shut)
    assert words_of(markdown) == "x"


def test_a_wrapped_text_leaves_room_for_its_question_mark(qtbot: QtBot) -> None:
    markdown = Markdown(Record("Words and **more** words. " * 20, help="x"), FakeHost())
    show(qtbot, markdown, 300)
    mark = part(markdown, HelpMark)
    assert mark.geometry().right() == markdown.widget.width() - 1
    assert markdown.widget.contentsRect().right() < mark.x()


def test_in_a_row_it_asks_for_the_room_of_its_question_mark_too(qtbot: QtBot) -> None:
    bare = Markdown(Record("Some **words**", width="content"), FakeHost())
    helped = Markdown(Record("Some **words**", width="content", help="x"), FakeHost())
    assert helped.widget.sizeHint().width() == bare.widget.sizeHint().width() + HelpMark.SIZE_PX + 8
