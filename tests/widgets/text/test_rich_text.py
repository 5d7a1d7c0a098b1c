"""Rich text as live widgets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QPixmap, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from deskstate_widgets.code.block import CodeView
from deskstate_widgets.look.palette import palette
from deskstate_widgets.look.tokens import DARK, HEADING_PX, LIGHT, STRONG_WEIGHT
from deskstate_widgets.text.copy_button import CopyButton
from deskstate_widgets.text.inline_label import InlineLabel, label_for
from deskstate_widgets.text.rich_text import RichText, Words
from tests.widgets.looks import enter, pixels

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LONG = "Words that wrap, again and again, when there is little room for all of them. " * 4


def shown(qtbot: QtBot, source: str, width: int = 400, **options: object) -> RichText:
    """A block of Markdown in a window."""
    text = RichText()
    qtbot.addWidget(text)
    text.write(Words(source, **options))  # type: ignore[arg-type]
    text.resize(width, text.heightForWidth(width))
    text.show()
    return text


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Drag with the left button."""
    enter(widget)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def inked(widget: QWidget, area: QRect | None = None, ground: str = LIGHT.background) -> list[int]:
    """The rows in a part of a widget in which something is drawn."""
    area = area or widget.rect()
    image = widget.grab().toImage()
    columns, rows = range(area.left(), area.right() + 1), range(area.top(), area.bottom() + 1)
    return [y for y in rows if any(image.pixelColor(x, y).name() != ground for x in columns)]


@pytest.mark.parametrize("source", ["Short and plain", LONG, "Some **bold** text"])
def test_text_is_selected_with_the_mouse_and_copied(qtbot: QtBot, source: str) -> None:
    text = shown(qtbot, source)
    drag(text, QPoint(0, 10), QPoint(400, 10))
    assert text.selection()
    assert source.replace("*", "").startswith(text.selection().strip())
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text.selection()


@pytest.mark.parametrize("source", ["Words in one line", LONG, "Some **bold** words", "A [link](https://example.org)"])
def test_no_caret_stands_in_a_text_that_was_clicked(qtbot: QtBot, source: str) -> None:
    text = shown(qtbot, source)
    enter(text)
    before = text.grab().toImage()
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 12))
    assert text.hasFocus()
    assert text.grab().toImage() == before
    QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(text.selection()) == 2
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.grab().toImage() == before


TABLE = "|a|b|c|\n|-|-|-|\n|`1`||:material/home: three|\n|4|:red-badge[5]|6 \U0001f600|"


@pytest.mark.parametrize(
    ("source", "copied"),
    [
        (TABLE, "a\tb\tc\n1\t\tthree\n4\t5\t6 \U0001f600"),
        (f"above\n\n{TABLE}\n\nbelow", "above\na\tb\tc\n1\t\tthree\n4\t5\t6 \U0001f600\nbelow"),
        ("- one\n- [x] two\n\n1. three", "one\ntwo\nthree"),
        ("---\n\none\n\n---\n\ntwo\n\n---", "one\ntwo"),
        ("```\nx = 1\n\ny = 2\n```", "x = 1\n\ny = 2"),
        ("> quoted  \n> twice\n\n:material/home: Home", "quoted\ntwice\nHome"),
        ("one :green-badge[:material/check: done] two", "one done two"),
        (
            "\U0001f469\u200d\U0001f680 :rainbow[\U0001f1e9\U0001f1ea e\u0301] -> `x`",
            "\U0001f469\u200d\U0001f680 \U0001f1e9\U0001f1ea e\u0301 → x",
        ),
        (f"a{'b' * 200} `{'c' * 200}`", f"a{'b' * 200} {'c' * 200}"),
    ],
)
def test_what_is_copied_are_the_words(qtbot: QtBot, source: str, copied: str) -> None:
    text = shown(qtbot, source)
    text.select_all()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == copied


def test_a_picture_leaves_nothing_in_what_is_copied(qtbot: QtBot, tmp_path: Path) -> None:
    QPixmap(8, 8).save(str(tmp_path / "a.png"))
    text = shown(qtbot, f"one ![a]({(tmp_path / 'a.png').as_uri()}) two")
    text.select_all()
    assert text.selection() == "one  two"


@pytest.mark.parametrize(
    ("start", "end", "copied"),
    [
        ("right top", "right bottom", "right\n0\n0"),
        ("left middle", "left bottom", "0\n0"),
        ("left top", "right top", "left\tright"),
        ("right bottom", "left top", "left\tright\n0\t0\n0\t0"),
    ],
)
def test_cells_that_are_selected_are_those_that_are_copied(qtbot: QtBot, start: str, end: str, copied: str) -> None:
    text = shown(qtbot, "|left|right|\n|-|-|\n|0|0|\n|0|0|")
    places = {"left": 2, "right": text.ideal_width() - 10, "top": 12, "middle": 48, "bottom": text.height() - 12}
    drag(text, *(QPoint(*(places[name] for name in corner.split())) for corner in (start, end)))
    assert text.selection() == copied


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


def test_a_label_breaks_a_word_in_the_width_that_it_gets_and_not_before(qtbot: QtBot) -> None:
    label = label_for("two Donaudampfschiffe")
    qtbot.addWidget(label)
    label.resize(300, 30)
    label.show()
    in_one_line = label.heightForWidth(300)
    label.resize(90, 30)
    assert label.heightForWidth(90) >= 3 * in_one_line
    label.set_markdown("two")
    label.resize(300, 30)
    assert label.heightForWidth(300) == in_one_line


def test_breaks_in_long_words_are_not_copied(qtbot: QtBot) -> None:
    word = "https://example.org/" + "a" * 80
    text = shown(qtbot, word)
    text.select_all()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == word


def test_plain_text_does_not_move_when_it_becomes_selectable(qtbot: QtBot) -> None:
    text = shown(qtbot, "Plain text")
    before = text.grab().toImage()
    enter(text)
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert text.grab().toImage() == before


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


def test_the_same_text_keeps_the_selection(qtbot: QtBot) -> None:
    text = shown(qtbot, "one **two** three")
    text.select_all()
    text.write(Words("one **two** three"))
    assert text.selection() == "one two three"


def test_text_that_grows_keeps_the_selection_in_its_unchanged_part(qtbot: QtBot) -> None:
    text = shown(qtbot, "one **two**")
    text.select_all()
    text.write(Words("one **two** three"))
    assert text.selection() == "one two"
    text.write(Words("**other**"))
    assert text.selection() == ""


def test_a_change_of_theme_changes_the_colours(qtbot: QtBot) -> None:
    text = shown(qtbot, ":red[████] `code`")
    assert LIGHT.hues["red"].text in pixels(text)
    text.setPalette(palette(DARK))
    assert DARK.hues["red"].text in pixels(text)
    assert LIGHT.hues["red"].text not in pixels(text)


def test_a_box_has_round_corners_and_the_colour_of_its_name(qtbot: QtBot) -> None:
    text = shown(qtbot, "x :blue-background[wide enough] y")
    boxes = text.boxes()
    assert boxes is not None
    (box,) = boxes.boxes
    tint = LIGHT.hues["blue"].background
    assert box.color == tint
    rect = box.rect.translated(text.contentsRect().topLeft()).toAlignedRect()
    image = text.grab().toImage()
    assert image.pixelColor(rect.center().x(), rect.top() + 2).name() == tint
    assert image.pixelColor(rect.topLeft()).name() != tint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (":red-badge[:material/check: H]", ":red-badge[H]"),
        (":red-badge[H :material/check:]", ":red-badge[H]"),
        (":red-badge[:material/check:]", ":red-badge[H]"),
        (":red-background[:material/check: H]", ":red-background[H]"),
        (":red-background[:small[H] H]", ":red-background[H]"),
        ("# :red-badge[:material/check: H]", "# :red-badge[H]"),
    ],
)
def test_boxes_in_one_line_are_equally_high_whatever_is_in_them(qtbot: QtBot, one: str, other: str) -> None:
    heights: list[float] = []
    for source in (one, other):
        boxes = shown(qtbot, source).boxes()
        assert boxes is not None
        heights.append(boxes.boxes[0].rect.height())
    assert heights[0] == heights[1]


def test_a_box_follows_the_alignment_of_its_text(qtbot: QtBot) -> None:
    text = shown(qtbot, "`code`")
    text.boxes()
    text.write(Words("`code`", alignment="right"))
    boxes = text.boxes()
    assert boxes is not None
    assert abs(boxes.boxes[0].rect.right() - 400) < 1


def test_a_centred_label_has_its_box_behind_its_text(qtbot: QtBot) -> None:
    label = label_for(":red-background[███]")
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    label.resize(200, 100)
    image = label.grab().toImage()
    tint = LIGHT.hues["red"].background
    rows = [y for y in range(100) if any(image.pixelColor(x, y).name() == tint for x in range(200))]
    assert abs(sum(rows) / len(rows) - 50) < 4


def test_a_screen_reader_hears_the_words(qtbot: QtBot) -> None:
    text = shown(qtbot, "some **strong** `words`")
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface.text(QAccessible.Text.Name) == "some strong words"


def test_boxes_stay_inside_the_text_at_every_width(qtbot: QtBot) -> None:
    text = shown(qtbot, "`some code that wraps` and :red-badge[a badge] " * 5)
    for width in (400, 120, 60):
        text.resize(width, text.heightForWidth(width))
        boxes = text.boxes()
        assert boxes is not None
        assert all(QRectF(0, 0, width, text.height() + 2).contains(box.rect) for box in boxes.boxes)


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


@pytest.mark.parametrize("cell", ["`two words`", ":red-badge[two words]", ":blue-background[two words]"])
@pytest.mark.parametrize("line", [":--", ":-:", "--:"])
def test_a_box_in_a_cell_makes_its_column_as_wide_as_it_is(qtbot: QtBot, cell: str, line: str) -> None:
    one_line = shown(qtbot, f"|a|\n|{line}|\n|words|").height()
    assert shown(qtbot, f"|a|\n|{line}|\n|{cell}|").height() == one_line


def test_a_block_of_code_in_a_text_has_a_copy_button(qtbot: QtBot) -> None:
    text = shown(qtbot, "before\n\n```python\nx = 1\n\ny = 2\n```")
    enter(text)
    (button,) = text.findChildren(CopyButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x = 1\n\ny = 2"


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


def test_a_plain_label_keeps_no_document(qtbot: QtBot) -> None:
    label = label_for("Name")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.findChild(QTextDocument) is None


def test_a_label_changes_between_plain_and_rich(qtbot: QtBot) -> None:
    label = InlineLabel()
    qtbot.addWidget(label)
    heights: list[int] = []
    for source in ("Name", "**Name** :red-badge[x]", "Name"):
        label.set_markdown(source)
        heights.append(label.heightForWidth(300))
    assert len(set(heights)) == 1
    assert label.text() == "Name"


def test_a_label_that_was_shortened_is_written_again(qtbot: QtBot) -> None:
    label = label_for("A long **name**")
    qtbot.addWidget(label)
    label.show_plain("A lo…")
    label.set_markdown("A long **name**")
    assert f"font-weight:{STRONG_WEIGHT}" in label.text()


def test_a_label_follows_its_font(qtbot: QtBot) -> None:
    label = label_for("`a` b")
    qtbot.addWidget(label)
    font = label.font()
    font.setPixelSize(30)
    label.setFont(font)
    assert "font-size:26px" in label.text()


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
