"""Rich text as live widgets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from deskstate_widgets.code.block import CodeView
from deskstate_widgets.look.palette import palette
from deskstate_widgets.look.tokens import DARK, HEADING_PX, LIGHT
from deskstate_widgets.text.inline_label import InlineLabel
from deskstate_widgets.text.rich_text import RichText, Words
from tests.widgets.looks import pixels
from tests.widgets.texts import LONG, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def inked(widget: QWidget, area: QRect | None = None, ground: str = LIGHT.background) -> list[int]:
    """The rows in a part of a widget in which something is drawn."""
    area = area or widget.rect()
    image = widget.grab().toImage()
    columns, rows = range(area.left(), area.right() + 1), range(area.top(), area.bottom() + 1)
    return [y for y in rows if any(image.pixelColor(x, y).name() != ground for x in columns)]


@pytest.mark.parametrize(
    "source",
    [
        "W" * 30,
        f"- one\n  > {'W' * 30}",
        f"# {'Wi' * 9}",
        f"|a|b|\n|-|-|\n|{'W' * 30}|{'i' * 30}|",
        f"a `{'c' * 30}` b",
    ],
)
def test_a_word_that_is_wider_than_its_place_breaks(qtbot: QtBot, source: str) -> None:
    for width in (300, 90, 500, 90):
        text = shown(qtbot, source, width)
        assert text.grab().toImage().width() == width
        document = text.document()
        assert document is None or document.idealWidth() <= width
        assert document is not None or text.ideal_width() <= width
        text.select_all()
        assert "\u200b" not in text.selection()


def test_a_click_on_a_link_reports_its_address(qtbot: QtBot) -> None:
    text = shown(qtbot, "[a link](https://example.org)")
    heard: list[str] = []
    text.link_activated.connect(heard.append)
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(12, 12))
    assert heard == ["https://example.org"]


def test_tab_stops_at_links_and_only_there(qtbot: QtBot) -> None:
    assert not shown(qtbot, "no **link**").focusPolicy() & Qt.FocusPolicy.TabFocus
    text = shown(qtbot, "[a link](https://example.org)")
    assert text.focusPolicy() & Qt.FocusPolicy.TabFocus
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    followed: list[str] = []
    text.link_activated.connect(followed.append)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert followed == ["https://example.org"]


@pytest.mark.parametrize("kind", [RichText, InlineLabel])
def test_a_text_that_lost_its_link_is_no_stop_for_tab(qtbot: QtBot, kind: type[RichText | InlineLabel]) -> None:
    text = kind()
    qtbot.addWidget(text)
    for source in ("[a link](https://example.org)", "no link"):
        if isinstance(text, RichText):
            text.write(Words(source))
        else:
            text.set_markdown(source)
        assert bool(text.focusPolicy() & Qt.FocusPolicy.TabFocus) == ("link]" in source)


def test_an_unsafe_link_of_allowed_html_is_not_followed(qtbot: QtBot) -> None:
    text = shown(qtbot, '<a href="javascript:x">a link</a>', allow_html=True)
    with qtbot.assertNotEmitted(text.link_activated, wait=20):
        QTest.mouseClick(text, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(12, 12))


def test_the_narrower_the_higher(qtbot: QtBot) -> None:
    text = shown(qtbot, LONG)
    assert text.heightForWidth(200) > text.heightForWidth(400) > text.heightForWidth(4000) == 23


def test_it_fills_the_column_of_a_scroll_area_at_every_width(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    body = QWidget()
    column = QVBoxLayout(body)
    text = RichText()
    text.write(Words(LONG))
    column.addWidget(text)
    column.addStretch()
    area.setWidget(body)
    area.resize(500, 400)
    area.show()
    for width in (500, 300, 700):
        area.resize(width, 400)
        qtbot.waitUntil(lambda: text.height() == text.heightForWidth(text.width()))
        assert body.width() == area.viewport().width()


def test_the_hint_hugs_the_text_when_the_policy_does(qtbot: QtBot) -> None:
    text = shown(qtbot, "two **words**")
    text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    assert text.sizeHint().width() == text.ideal_width()
    assert 60 < text.ideal_width() < 120
    assert text.heightForWidth(text.ideal_width()) == 23


def test_a_change_of_theme_changes_the_colours(qtbot: QtBot) -> None:
    text = shown(qtbot, ":red[████] `code`")
    assert LIGHT.hues["red"].text in pixels(text)
    text.setPalette(palette(DARK))
    assert DARK.hues["red"].text in pixels(text)
    assert LIGHT.hues["red"].text not in pixels(text)


def test_a_screen_reader_hears_the_words(qtbot: QtBot) -> None:
    text = shown(qtbot, "some **strong** `words`")
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface.text(QAccessible.Text.Name) == "some strong words"


def test_every_kind_of_block_is_measured(qtbot: QtBot) -> None:
    text = shown(qtbot, "- a\n- [x] b\n\n1. c\n\n> q\n> r\n\n***\n\n```\ncode\n```")
    boxes = text.boxes()
    assert boxes is not None
    assert [len(boxes.markers), len(boxes.bars), len(boxes.rules), len(boxes.code)] == [3, 1, 1, 1]
    assert boxes.code[0][1] == "code"
    assert boxes.code[0][0].bottom() <= text.height()


@pytest.mark.parametrize("source", ["---", "---\n\nwords", "words\n\n---", "# Words\n---", "> ---", "- one\n\n***"])
def test_a_rule_is_seen_wherever_it_stands(qtbot: QtBot, source: str) -> None:
    assert LIGHT.border in pixels(shown(qtbot, source))


@pytest.mark.parametrize("source", ["```\nH\n```", "```\nH\n```\nwords", "words\n\n    H", "- ```\n  H\n  ```"])
def test_a_block_of_code_has_the_same_padding_above_and_below(qtbot: QtBot, source: str) -> None:
    text = shown(qtbot, source)
    boxes = text.boxes()
    assert boxes is not None
    area = boxes.code[0][0].translated(text.text_origin()).toAlignedRect()
    assert text.rect().contains(area)
    ink = inked(text, area.adjusted(3, 3, -3, -3), ground=LIGHT.sunken)
    assert abs((ink[0] - area.top()) - (area.bottom() - ink[-1])) <= 3
    assert ink[0] - area.top() >= 12


@pytest.mark.parametrize("source", ["```\nH\n```", "words\n\n    H", "- ```\n  H\n  ```", "> ```\n> H\n> ```"])
def test_a_block_of_code_at_the_end_has_no_space_below_it(qtbot: QtBot, source: str) -> None:
    text = shown(qtbot, source)
    boxes = text.boxes()
    assert boxes is not None
    assert abs(text.height() - boxes.code[0][0].translated(text.text_origin()).bottom()) <= 3


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_is_nearer_to_what_follows_but_does_not_touch_it(qtbot: QtBot, level: int) -> None:
    text = shown(qtbot, f"H\n\n{'#' * level} H\n\nH")
    rows = inked(text, text.rect())
    above, below = (after - before for before, after in pairwise(rows) if after > before + 1)
    assert 20 <= below <= 29
    assert above > 1.3 * below


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_at_either_end_has_no_space_around_it(qtbot: QtBot, level: int) -> None:
    heading = f"{'#' * level} H"
    alone = shown(qtbot, heading).height()
    assert alone < 1.4 * HEADING_PX[level]
    assert inked(shown(qtbot, f"{heading}\n\nH"), QRect(0, 0, 400, alone)) == inked(shown(qtbot, heading))


def test_text_without_markup_keeps_spaces_and_lines(qtbot: QtBot) -> None:
    text = RichText()
    qtbot.addWidget(text)
    text.write(Words("a   *b*\n  c", literal=True))
    text.select_all()
    assert text.selection() == "a   *b*\n  c"
    assert text.heightForWidth(400) == 46


@pytest.mark.parametrize(("size", "height"), [("h1", 44), ("h2", 33), ("h3", 26), ("body", 23), ("caption", 20)])
def test_lines_have_the_height_of_their_size(qtbot: QtBot, size: str, height: int) -> None:
    for source in ("Plain", "With **bold**", "With `code`", "With 😀"):
        assert shown(qtbot, source, size=size, inline=True).heightForWidth(400) in (height, height + 1)


def test_alignment_and_wrapping(qtbot: QtBot) -> None:
    text = shown(qtbot, "right", alignment="right")
    ink = [x for x in range(400) if text.grab(QRect(x, 0, 1, 23)).toImage().pixelColor(0, 14).lightness() < 120]
    assert min(ink) > 300
    text.write(Words(LONG, wrap=False))
    assert text.sizeHint().width() > 1000


def test_the_wheel_goes_to_the_page(qtbot: QtBot) -> None:
    for widget in (shown(qtbot, LONG), CodeView()):
        qtbot.addWidget(widget)
        if isinstance(widget, CodeView):
            widget.set_code("a\nb")
            widget.resize(300, widget.sizeHint().height())
            widget.show()
        target = widget.findChild(QWidget, "qt_scrollarea_viewport") or widget
        assert isinstance(target, QWidget)
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(target.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, wheel)
        assert not wheel.isAccepted()


def test_code_in_a_text_runs_from_the_left_in_every_script(qtbot: QtBot) -> None:
    text = shown(qtbot, "words\n\n```\n\u05e9\u05dc = 1\n```")
    document = text.document()
    assert document is not None
    assert document.begin().next().textDirection() is Qt.LayoutDirection.LeftToRight


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="*`[]()>#-:_ab\n|\0\ud800\ufdd0😀", max_size=60))
def test_any_text_can_be_shown(qtbot: QtBot, source: str) -> None:
    text, label, code = RichText(), InlineLabel(), CodeView()
    text.write(Words(source))
    label.set_markdown(source)
    code.set_code(source, line_numbers=True)
    for widget in (text, label, code):
        widget.resize(200, max(widget.heightForWidth(200), 20))
        image = QImage(200, 100, QImage.Format.Format_ARGB32)
        widget.render(image)
        widget.deleteLater()


def test_a_text_that_was_too_low_for_its_margins_has_them_when_it_is_shown(qtbot: QtBot) -> None:
    text = RichText()
    qtbot.addWidget(text)
    text.write(Words("words"))
    wanted = text.heightForWidth(300)
    text.setContentsMargins(0, 13, 0, 1)
    text.resize(300, 5)
    text.ensurePolished()
    text.show()
    assert text.contentsMargins().top() == 13
    assert text.heightForWidth(300) > wanted


def test_a_text_that_is_polished_before_it_has_a_height_has_its_margins_when_it_gets_one(qtbot: QtBot) -> None:
    around = QWidget()
    around.setStyleSheet("QLabel { color: red }")
    qtbot.addWidget(around)
    text = RichText(around)
    text.write(Words("words"))
    text.setContentsMargins(0, 13, 0, 1)
    around.show()
    text.resize(200, 0)  # as in the middle of a layout
    QApplication.sendEvent(text, QEvent(QEvent.Type.Polish))
    text.resize(200, 40)
    assert text.contentsMargins().top() == 13
