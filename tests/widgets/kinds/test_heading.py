"""Headings and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from deskstate.core.properties.text import Heading as Record
from deskstate_widgets.kinds.heading import Heading
from deskstate_widgets.look.tokens import LIGHT
from deskstate_widgets.text.anchors import anchor_px, slug
from deskstate_widgets.text.heading_text import HeadingText
from deskstate_widgets.text.help_mark import HelpMark
from deskstate_widgets.text.rich_text import RichText, Words
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Heading, Record("Title", help="x", icon=":material/home:", divider="blue"))


def made(qtbot: QtBot, record: Record, width_px: int = 400) -> HeadingText:
    heading = Heading(record, FakeHost())
    show(qtbot, heading, width_px)
    return part(heading, HeadingText)


def lowest_colors(text: HeadingText) -> list[str]:
    """The colours of the last line of pixels, at its begin, middle and end."""
    image = text.grab().toImage()
    return [image.pixelColor(x, image.height() - 1).name() for x in (1, image.width() // 2, image.width() - 2)]


def test_each_level_is_smaller_than_the_one_above(qtbot: QtBot) -> None:
    sizes = [made(qtbot, Record("Title", level=level)).font().pixelSize() for level in (1, 2, 3)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_a_line_below_has_the_colour_of_its_name(qtbot: QtBot) -> None:
    assert lowest_colors(made(qtbot, Record("Title", divider="blue"))) == [LIGHT.hues["blue"].solid] * 3
    assert lowest_colors(made(qtbot, Record("Title", divider="grey"))) == [LIGHT.hues["gray"].solid] * 3
    assert lowest_colors(made(qtbot, Record("Title"))) == [LIGHT.background] * 3


def test_a_rainbow_goes_from_red_to_violet(qtbot: QtBot) -> None:
    first, _, last = lowest_colors(made(qtbot, Record("Title", divider="rainbow"), 900))
    assert first != last
    assert first[1:3] > first[5:7]  # more red than blue
    assert last[1:3] < last[5:7]


def test_an_update_makes_it_look_as_if_it_were_new(qtbot: QtBot) -> None:
    plain, rich = Record("Title", level=3), Record("New", level=2, help="x", icon="🚀", divider="red")
    heading = Heading(plain, FakeHost())
    show(qtbot, heading)
    for old, new in ((plain, rich), (rich, plain)):
        heading.update(new, old)
        fresh = Heading(new, FakeHost())
        show(qtbot, fresh)
        qtbot.waitUntil(lambda fresh=fresh: heading.widget.size() == fresh.widget.size())  # type: ignore[misc]
        assert heading.widget.grab().toImage() == fresh.widget.grab().toImage()


def test_the_icon_stands_before_the_text_also_when_that_is_centred(qtbot: QtBot) -> None:
    text = made(qtbot, Record("Title", icon="🚀", text_alignment="center"))
    icon = text.findChild(QLabel)
    assert isinstance(icon, QLabel)
    assert icon.text() == "🚀"
    assert 100 < icon.x() < text.width() // 2


def test_help_stands_behind_the_text(qtbot: QtBot) -> None:
    text = made(qtbot, Record("Title", level=3, help="x"))
    mark = text.findChild(HelpMark)
    assert isinstance(mark, HelpMark)
    assert 30 < mark.x() < 100


def test_without_wrapping_only_the_first_line_is_shown(qtbot: QtBot) -> None:
    assert made(qtbot, Record("First\nSecond", wrap=False)).text() == "First"


def test_its_object_name_is_its_anchor(qtbot: QtBot) -> None:
    assert made(qtbot, Record("Next *steps*")).objectName() == "next-steps"
    assert made(qtbot, Record("Next steps", anchor="go-on")).objectName() == "go-on"
    assert made(qtbot, Record("Next steps", hide_anchor=True)).objectName() == ""


def test_an_anchor_has_the_words_of_the_title() -> None:
    assert slug("Was ist neu? (2026)") == "was-ist-neu-2026"
    assert slug("Größe_und Maß") == "grösse-und-mass"
    assert slug("***") == ""


def test_a_heading_inside_of_a_document_is_found(qtbot: QtBot) -> None:
    text = RichText()
    qtbot.addWidget(text)
    text.resize(300, 300)
    text.write(Words("# First\n\nsecond part\n\n## Second part\n\nend"))
    top_px, second_px = anchor_px(text, "first"), anchor_px(text, "second-part")
    assert top_px is not None
    assert second_px is not None
    assert 0 <= top_px < 10
    assert second_px > 60
    assert anchor_px(text, "third") is None
