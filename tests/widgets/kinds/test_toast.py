"""Messages in the corner: they come, stack, wait while one reads, and go, whatever happens to their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QPropertyAnimation, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget

from deskstate.core.properties.status import Toast
from deskstate.testing.window import wheel
from deskstate_widgets.frame.toasts import ToastCard
from deskstate_widgets.text.rich_text import RichText
from tests.widgets.children import FakeChild, block, holder, let_go, words_of
from tests.widgets.ink import ink
from tests.widgets.kinds.test_root import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot, [block(20)])


def cards(window: Window) -> list[ToastCard]:
    """From top to bottom."""
    return sorted(window.frame.findChildren(ToastCard), key=lambda card: card.y())


def words(window: Window) -> list[str]:
    return [" ".join(words_of(card)) for card in cards(window)]


def settled(window: Window) -> bool:
    """True when all cards are where they stay."""
    return all(card.x() + card.width() <= window.frame.width() - 20 for card in cards(window))


def toast(body: str, serial: int = 1, **more: object) -> FakeChild:
    return holder(Toast(body=body, serial=serial, **more))  # type: ignore[arg-type]


def test_messages_stand_one_above_another_in_the_corner(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast("one"), toast("two", 2)])
    qtbot.waitUntil(lambda: len(cards(window)) == 2 and settled(window))
    assert words(window) == ["one", "two"]
    upper, lower = cards(window)
    assert lower.geometry().right() == 979
    assert lower.geometry().bottom() == 679
    assert upper.geometry().bottom() == lower.y() - 11
    window.resize(500, 400)
    assert lower.geometry().bottom() == 379


def test_a_message_that_slides_in_while_the_window_is_resized_stands_in_the_new_corner(
    qtbot: QtBot, window: Window
) -> None:
    window.toasts.arrange([toast("one")])
    qtbot.waitUntil(lambda: len(cards(window)) == 1)
    window.resize(500, 400)
    card = cards(window)[0]
    assert card.geometry().bottomRight() == QPoint(479, 379)
    qtbot.waitUntil(lambda: not card.findChildren(QPropertyAnimation))
    assert card.geometry().bottomRight() == QPoint(479, 379)


def test_a_message_goes_when_its_time_is_over(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast("short", duration_s=0.3)])
    qtbot.waitUntil(lambda: len(cards(window)) == 1)
    qtbot.waitUntil(lambda: not cards(window))


def test_a_message_without_an_end_stays_until_it_is_closed(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast("stays", duration_s=None)])
    qtbot.waitUntil(lambda: len(cards(window)) == 1 and settled(window))
    close = cards(window)[0].findChild(QToolButton)
    assert isinstance(close, QToolButton)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not cards(window))


def test_the_message_survives_its_element(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast("survives")])
    window.toasts.arrange([])
    let_go()
    qtbot.waitUntil(lambda: words(window) == ["survives"])


def test_a_new_serial_is_a_new_message_and_the_same_one_changes(qtbot: QtBot, window: Window) -> None:
    child = toast("Copying")
    window.toasts.arrange([child])
    qtbot.waitUntil(lambda: words(window) == ["Copying"])
    child.update(Toast(body="Copied", icon="✅", serial=1))
    assert words(window)[0].endswith("Copied")
    child.update(Toast(body="Copied", icon="✅", serial=2))
    qtbot.waitUntil(lambda: len(cards(window)) == 2)


def test_it_waits_while_the_mouse_is_over_it(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast("read me", duration_s=0.4)])
    qtbot.waitUntil(lambda: len(cards(window)) == 1)
    card = cards(window)[0]
    QApplication.sendEvent(card, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.wait(700)
    assert cards(window) == [card]
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not cards(window))


def test_a_link_in_it_is_opened_by_the_host(qtbot: QtBot, window: Window) -> None:
    child = toast("[more](https://example.org)")
    window.toasts.arrange([child])
    qtbot.waitUntil(lambda: len(cards(window)) == 1)
    cards(window)[0].link_activated.emit("https://example.org")
    assert child.host.links == ["https://example.org"]


def test_its_place_takes_no_room(qtbot: QtBot, window: Window) -> None:
    child = toast("x")
    window.toasts.arrange([child])
    window.rest()
    assert not child.widget().isVisible()


def test_closing_the_window_with_messages_is_quiet(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast("a"), toast("b", 2)])
    qtbot.waitUntil(lambda: len(cards(window)) == 2)
    window.window.close()
    window.frame.deleteLater()
    let_go()


def test_of_very_many_messages_the_newest_are_shown(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast(str(n), n, duration_s=None) for n in range(70)])
    qtbot.waitUntil(lambda: len(cards(window)) == 50 and settled(window))
    assert words(window) == [str(n) for n in range(20, 70)]
    window.toasts.arrange([toast("one more", 70)])
    qtbot.waitUntil(lambda: words(window) == [*map(str, range(21, 70)), "one more"])


def test_a_message_that_is_changed_before_it_is_shown_is_one_message(qtbot: QtBot, window: Window) -> None:
    child = toast("Copying")
    window.toasts.arrange([child, toast("other", 2)])
    child.native().close()  # posted now, and not shown before the next turn of the event loop
    child.update(Toast(body="Copied", serial=1))
    qtbot.waitUntil(lambda: len(cards(window)) == 2 and settled(window))
    assert sorted(words(window)) == ["Copied", "other"]


LONG = "All day long the rain fell on the roofs of the town. " * 40


@pytest.mark.parametrize(("width_px", "height_px"), [(1000, 700), (360, 300), (700, 200)])
def test_all_of_a_message_that_is_higher_than_the_page_is_within_reach(
    qtbot: QtBot, window: Window, width_px: int, height_px: int
) -> None:
    window.resize(width_px, height_px)
    window.toasts.arrange([toast(LONG + "**The end.**", icon="🚨")])
    qtbot.waitUntil(lambda: len(cards(window)) == 1 and settled(window))
    card = cards(window)[0]
    assert window.frame.rect().contains(card.geometry())
    close = card.findChild(QToolButton)
    text = card.findChild(RichText)
    assert isinstance(close, QToolButton)
    assert isinstance(text, RichText)
    assert _seen(window, close) == close.rect()
    assert not text.visibleRegion().boundingRect().contains(text.rect().bottomLeft())
    close.setFocus()
    for _ in range(60):
        QTest.keyClick(close, Qt.Key.Key_PageDown)
    assert text.visibleRegion().boundingRect().contains(text.rect().bottomLeft())
    assert text.height() >= text.heightForWidth(text.width())
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not cards(window))


@pytest.mark.parametrize("icon", [":material/circle:", "🚨"])
@pytest.mark.parametrize("body", ["H", "**H**", "H\n\nsecond"])
def test_the_icon_of_a_message_stands_level_with_its_first_line(
    qtbot: QtBot, window: Window, body: str, icon: str
) -> None:
    window.toasts.arrange([toast(body, icon=icon)])
    qtbot.waitUntil(lambda: len(cards(window)) == 1 and settled(window))
    (card,) = cards(window)
    text = card.findChild(RichText)
    assert isinstance(text, RichText)
    left_px = text.mapTo(card, QPoint(0, 0)).x()
    sign = ink(card, QRect(6, 6, left_px - 8, 34))
    letter = ink(card, QRect(left_px - 2, 6, 14, 34))
    assert abs(sign.top() + sign.bottom() - letter.top() - letter.bottom()) <= 2


@pytest.mark.parametrize("body", ["Words that wrap. " * 5, "word" * 30, "```\nx = 1\n```", "line\n\n---", "# Heading"])
@pytest.mark.parametrize("icon", [None, ":material/home:"])
def test_a_message_that_fits_shows_no_scroll_bar(qtbot: QtBot, window: Window, body: str, icon: str | None) -> None:
    window.toasts.arrange([toast(body, icon=icon)])
    qtbot.waitUntil(lambda: len(cards(window)) == 1 and settled(window))
    (area,) = cards(window)[0].findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0


def test_a_long_message_leaves_room_for_others(qtbot: QtBot, window: Window) -> None:
    window.resize(700, 450)
    window.toasts.arrange([toast(LONG), toast("Short", 2)])
    qtbot.waitUntil(lambda: len(cards(window)) == 2 and settled(window))
    assert len(seen(window)) == 2


def test_a_long_message_scrolls_under_the_wheel(qtbot: QtBot, window: Window) -> None:
    window.toasts.arrange([toast(LONG)])
    qtbot.waitUntil(lambda: len(cards(window)) == 1 and settled(window))
    text = cards(window)[0].findChild(RichText)
    assert isinstance(text, RichText)
    top_px = text.mapTo(window.frame, QPoint(0, 0)).y()
    wheel(text, text.visibleRegion().boundingRect().center(), 2)
    qtbot.waitUntil(lambda: text.mapTo(window.frame, QPoint(0, 0)).y() < top_px)


def test_what_has_no_room_waits_unread_until_there_is_some(qtbot: QtBot, window: Window) -> None:
    window.resize(1000, 300)
    window.toasts.arrange([toast(str(n), n, duration_s=0.4) for n in range(12)])
    qtbot.waitUntil(lambda: len(cards(window)) == 12)
    read: set[str] = set()

    def all_are_gone() -> bool:
        for card in cards(window):
            if card.isVisible() and card.x() + card.width() <= window.frame.width() - 20:
                assert window.frame.rect().contains(card.geometry())
                read.update(words_of(card))
        return not cards(window)

    qtbot.waitUntil(all_are_gone, timeout=15_000)
    assert read == {str(n) for n in range(12)}


def test_closing_a_message_brings_back_one_that_had_no_room(qtbot: QtBot, window: Window) -> None:
    window.resize(1000, 300)
    window.toasts.arrange([toast(str(n), n, duration_s=None) for n in range(8)])
    qtbot.waitUntil(lambda: len(cards(window)) == 8 and settled(window))
    before = seen(window)
    assert 1 < len(before) < 8
    assert before == [str(n) for n in range(8 - len(before), 8)]
    close = cards(window)[-1].findChild(QToolButton)
    assert isinstance(close, QToolButton)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: seen(window) == [str(n) for n in range(7 - len(before), 7)])
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: seen(window) == [str(n) for n in range(7)])


def seen(window: Window) -> list[str]:
    """What can be read, from top to bottom."""
    return [" ".join(words_of(card)) for card in cards(window) if _seen(window, card) == card.rect()]


def _seen(window: Window, widget: QWidget) -> QRect:
    """The part of a widget that can be seen."""
    inside = QRect(widget.mapTo(window.frame, QPoint(0, 0)), widget.size()) & window.frame.rect()
    return QRect(widget.mapFrom(window.frame, inside.topLeft()), inside.size()) if widget.isVisible() else QRect()
