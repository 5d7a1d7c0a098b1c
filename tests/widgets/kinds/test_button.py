"""The push button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout

from deskstate.core.properties import inputs
from deskstate_widgets.buttons._key_words import key_sequence
from deskstate_widgets.kinds.button import Button
from deskstate_widgets.markdown.html import plain_text
from tests.widgets.behaviours import *  # noqa: F403
from tests.widgets.behaviours import Specimen, check_zoom
from tests.widgets.hosts import part, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Throw all of it away and start over from the very beginning of the work"


@pytest.fixture
def specimen() -> Specimen:
    changes = {"type": "primary", "icon": ":material/save:", "shortcut": "Ctrl+S", "width": "stretch"}
    return Specimen(Button, inputs.Button(label="Save"), changes=changes)


def test_a_click_is_reported_as_true(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    QTest.mouseClick(native.widget, Qt.MouseButton.LeftButton)
    QTest.mouseClick(native.widget, Qt.MouseButton.LeftButton)
    assert host.calls == [("commit", True), ("commit", True)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_presses_it(qtbot: QtBot, specimen: Specimen, key: Qt.Key) -> None:
    native, host = specimen.make()
    show(qtbot, native)
    native.focus()
    QTest.keyClick(native.widget, key)
    assert host.commits == [True]


def test_its_shortcut_presses_it_from_anywhere_in_the_window(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(shortcut="cmd+k")
    stand = show(qtbot, native)
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert host.commits == [True]


def test_a_letter_as_shortcut_leaves_the_letter_to_the_field_that_is_typed_into(
    qtbot: QtBot, specimen: Specimen
) -> None:
    native, host = specimen.make(shortcut="A")
    stand = show(qtbot, native)
    QTest.keyClicks(stand.elsewhere, "a")
    assert (stand.elsewhere.text(), host.commits) == ("a", [])


def test_a_disabled_one_ignores_its_shortcut(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(shortcut="Ctrl+K", disabled=True)
    stand = show(qtbot, native)
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert host.commits == []


def test_a_shortcut_can_change_and_go(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(shortcut="Ctrl+K")
    stand = show(qtbot, native)
    native.update(specimen.with_changes(shortcut="Ctrl+L"), specimen.with_changes(shortcut="Ctrl+K"))
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert host.commits == []
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert host.commits == [True]
    native.update(specimen.properties, specimen.with_changes(shortcut="Ctrl+L"))
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert host.commits == [True]


def test_of_two_with_one_shortcut_the_first_on_the_page_is_meant(qtbot: QtBot, specimen: Specimen) -> None:
    first, first_host = specimen.make(shortcut="Ctrl+K", label="First")
    second, second_host = specimen.make(shortcut="Ctrl+K", label="Second")
    stand = show(qtbot, second)
    column = stand.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, first.widget)
    qtbot.waitUntil(first.widget.isVisible)
    for _ in range(2):
        QTest.keyClick(stand.elsewhere, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert (first_host.commits, second_host.commits) == ([True, True], [])


def test_a_label_with_markup_and_an_icon_is_laid_out_inside(qtbot: QtBot, specimen: Specimen) -> None:
    native, host = specimen.make(label="Save **all**", icon=":material/save:", shortcut="Ctrl+S")
    show(qtbot, native)
    labels = native.widget.findChildren(QLabel)
    assert len(labels) == 3
    assert all(native.widget.rect().contains(label.geometry()) for label in labels)
    QTest.mouseClick(native.widget, Qt.MouseButton.LeftButton, pos=labels[1].geometry().center())
    assert host.commits == [True]


def test_it_changes_between_a_plain_and_a_rich_label(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    show(qtbot, native)
    plain_px = native.widget.sizeHint()
    rich = specimen.with_changes(label="Save **it**", icon="💾")
    native.update(rich, specimen.properties)
    qtbot.waitUntil(lambda: len(native.widget.findChildren(QLabel)) == 2)
    assert native.widget.sizeHint().width() > plain_px.width()
    native.update(specimen.properties, rich)
    qtbot.waitUntil(lambda: not native.widget.findChildren(QLabel))
    assert native.widget.sizeHint() == plain_px


def test_an_ampersand_is_only_an_ampersand(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label="R & D")
    button = native.widget
    assert isinstance(button, QPushButton)
    assert button.text() == "R && D"
    assert button.accessibleName() == "R & D"


def test_a_long_label_wraps_and_the_button_grows(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label=LONG)
    show(qtbot, native, width_px=260)
    label = part(native, QLabel)
    assert native.widget.width() <= 260
    assert native.widget.height() > 2 * label.fontMetrics().height()
    assert native.widget.rect().contains(label.geometry())


def test_help_is_the_tool_tip(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(help="Writes it to the *disk*")
    show(qtbot, native)
    QTest.mouseMove(native.widget, QPoint(5, 5))
    qtbot.waitUntil(lambda: "disk" in native.widget.toolTip())


def test_a_long_label_that_may_not_wrap_ends_in_an_ellipsis(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label=LONG, wrap=False)
    show(qtbot, native, width_px=260)
    label = part(native, QLabel)
    assert label.text().endswith("…")
    QTest.mouseMove(native.widget, QPoint(5, 5))
    qtbot.waitUntil(lambda: native.widget.toolTip() == LONG)
    assert native.widget.height() == 38


def test_plain_and_rich_buttons_are_equally_high(qtbot: QtBot, specimen: Specimen) -> None:
    for changes in ({}, {"label": "Save **it**"}, {"icon": "💾"}, {"shortcut": "F5"}, {"label": "Two words or more"}):
        for kind in ("primary", "secondary", "tertiary"):
            native, _ = specimen.make(type=kind, **changes)
            show(qtbot, native)
            assert native.widget.height() == 38


WORD = "Kundennummernverwaltungsprotokoll"
ICON = ":material/delete:"


@pytest.mark.parametrize("kind", ["primary", "secondary", "tertiary"])
@pytest.mark.parametrize(
    "changes",
    [
        {"label": WORD},
        {"label": WORD, "wrap": False},
        {"label": WORD, "icon": ICON},
        {"label": WORD, "icon": ICON, "icon_position": "right", "shortcut": "F5"},
        {"label": f"**{WORD}**"},
        {"label": f"Save {WORD} now and **then**"},
        {"label": "Submit", "width": 40},
        {"label": "👪 " + WORD, "width": "stretch"},
    ],
)
def test_a_label_without_room_is_never_cut_at_the_edges(
    qtbot: QtBot, specimen: Specimen, kind: str, changes: dict[str, object]
) -> None:
    native, _ = specimen.make(type=kind, **changes)
    show(qtbot, native, width_px=130)
    button = native.widget
    qtbot.waitUntil(lambda: bool(button.findChildren(QLabel)))
    QApplication.processEvents()
    picture = button.grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 3)
    edge = 0 if kind == "tertiary" else 5
    for x in {edge, picture.width() - 1 - edge}:
        column = [picture.pixelColor(x, y) for y in range(4, picture.height() - 4)]
        assert column == [ground] * len(column)
    QTest.mouseMove(button, QPoint(5, 5))
    qtbot.waitUntil(lambda: button.toolTip() in (plain_text(str(changes["label"])), ""))
    assert button.toolTip() or "wrap" not in changes


def test_words_move_to_the_next_line_before_one_of_them_breaks(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label="Save all documents now")
    show(qtbot, native, width_px=112)
    label = part(native, QLabel)
    qtbot.waitUntil(lambda: label.text() == "Save all documents now")
    assert label.height() > 2 * label.fontMetrics().height()


def test_a_label_that_is_cut_tells_all_of_itself_in_the_tool_tip(qtbot: QtBot, specimen: Specimen) -> None:
    long = "<b>R & D</b>: " + " ".join([WORD] * 12)
    native, _ = specimen.make(label=long)
    show(qtbot, native, width_px=140)
    qtbot.waitUntil(lambda: part(native, QLabel).text().endswith("…"))
    assert native.widget.height() < 200
    QTest.mouseMove(native.widget, QPoint(5, 5))
    qtbot.waitUntil(lambda: bool(native.widget.toolTip()))
    document = QTextDocument()
    document.setHtml(native.widget.toolTip())
    assert document.toPlainText() == long


def test_a_label_is_whole_again_when_there_is_room(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make(label=WORD)
    stand = show(qtbot, native, width_px=100)
    qtbot.waitUntil(lambda: native.widget.height() > 38)
    stand.resize(500, 300)
    qtbot.waitUntil(lambda: native.widget.height() == 38)
    fresh, _ = specimen.make(label=WORD)
    show(qtbot, fresh, width_px=500)
    assert native.widget.grab().toImage() == fresh.widget.grab().toImage()


@pytest.mark.parametrize("kind", ["primary", "secondary"])
@pytest.mark.parametrize(
    "changes", [{"label": "", "icon": ICON}, {"label": ICON}, {"label": "🚀"}, {"label": "", "icon": "🚀"}]
)
def test_an_icon_alone_stands_in_the_middle_of_a_square(
    qtbot: QtBot, specimen: Specimen, kind: str, changes: dict[str, object]
) -> None:
    native, _ = specimen.make(type=kind, width="content", **changes)
    stand = show(qtbot, native)
    button = native.widget
    assert abs(button.sizeHint().width() - 38) <= 1
    button.setMaximumWidth(button.sizeHint().width())
    qtbot.waitUntil(lambda: button.width() == button.sizeHint().width())
    label = part(native, QLabel)
    assert abs(label.geometry().center().x() - button.rect().center().x()) <= 1
    assert abs(label.geometry().center().y() - button.rect().center().y()) <= 1
    assert stand.rect().contains(button.geometry())


@pytest.mark.parametrize("changes", [{"label": "Hint"}, {"label": "Show *more* of it"}, {"label": "", "icon": ICON}])
def test_a_tertiary_button_begins_where_a_text_does(
    qtbot: QtBot, specimen: Specimen, changes: dict[str, object]
) -> None:
    native, _ = specimen.make(type="tertiary", width="content", **changes)
    show(qtbot, native)
    button = native.widget
    button.setMaximumWidth(button.sizeHint().width())
    qtbot.waitUntil(lambda: button.width() == button.sizeHint().width())
    picture = button.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) != ground]
    assert min(inked) <= 3


def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(qtbot: QtBot, specimen: Specimen) -> None:
    native, _ = specimen.make()
    stand = show(qtbot, native)
    QTest.keyClick(stand.elsewhere, Qt.Key.Key_Tab)
    assert native.widget.property("ring") is True
    stand.elsewhere.setFocus()
    QTest.mouseClick(native.widget, Qt.MouseButton.LeftButton)
    assert native.widget.hasFocus()
    assert native.widget.property("ring") is False


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Ctrl+K", "Ctrl+K"),
        ("cmd + shift + k", "Ctrl+Shift+K"),
        ("Mod+S", "Ctrl+S"),
        ("F5", "F5"),
        ("a", "A"),
        ("Shift+Enter", "Shift+Return"),
        ("alt+ArrowUp", "Alt+Up"),
        ("Escape", "Esc"),
        (None, ""),
    ],
)
def test_a_shortcut_is_read_as_scripts_write_it(written: str | None, keys: str) -> None:
    assert key_sequence(written).toString() == keys


def test_it_follows_a_change_of_zoom(qtbot: QtBot, specimen: Specimen) -> None:
    check_zoom(qtbot, specimen)
