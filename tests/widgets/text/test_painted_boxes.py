"""The rounded boxes behind code, badges and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt

from deskstate_widgets.look.tokens import LIGHT
from deskstate_widgets.text.inline_label import label_for
from deskstate_widgets.text.rich_text import Words
from tests.widgets.texts import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


def test_boxes_stay_inside_the_text_at_every_width(qtbot: QtBot) -> None:
    text = shown(qtbot, "`some code that wraps` and :red-badge[a badge] " * 5)
    for width in (400, 120, 60):
        text.resize(width, text.heightForWidth(width))
        boxes = text.boxes()
        assert boxes is not None
        assert all(QRectF(0, 0, width, text.height() + 2).contains(box.rect) for box in boxes.boxes)


@pytest.mark.parametrize("cell", ["`two words`", ":red-badge[two words]", ":blue-background[two words]"])
@pytest.mark.parametrize("line", [":--", ":-:", "--:"])
def test_a_box_in_a_cell_makes_its_column_as_wide_as_it_is(qtbot: QtBot, cell: str, line: str) -> None:
    one_line = shown(qtbot, f"|a|\n|{line}|\n|words|").height()
    assert shown(qtbot, f"|a|\n|{line}|\n|{cell}|").height() == one_line
