"""Labels of a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from deskstate_widgets.look.tokens import STRONG_WEIGHT
from deskstate_widgets.text.inline_label import InlineLabel, label_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
