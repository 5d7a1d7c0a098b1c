"""Success, info, warning and error boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from deskstate.core.properties.status import Alert as Record
from deskstate_widgets.kinds.alert import Alert
from deskstate_widgets.look.fonts import SEMIBOLD
from deskstate_widgets.look.tokens import LIGHT
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.strong_text import StrongText
from tests.widgets.behaviours import Specimen
from tests.widgets.behaviours import test_it_dies_when_it_is_removed as test_it_dies_when_it_is_removed
from tests.widgets.hosts import FakeHost, part, show
from tests.widgets.ink import ink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def specimen() -> Specimen:
    return Specimen(Alert, Record("Some **words**", icon="🚨", title="Title"))


def made(qtbot: QtBot, record: Record) -> Alert:
    alert = Alert(record, FakeHost())
    show(qtbot, alert)
    return alert


def said(alert: Alert) -> list[str]:
    """The texts in sight, from left to right and from top to bottom."""
    texts = [text for text in alert.widget.findChildren(ReadText) if text.isVisible()]
    texts.sort(key=lambda text: (text.x(), text.y()))
    for text in texts:
        text.select_all()
    return [text.selection() for text in texts]


@pytest.mark.parametrize(
    ("level", "hue"), [("success", "green"), ("info", "blue"), ("warning", "yellow"), ("error", "red")]
)
def test_each_level_has_its_colour(qtbot: QtBot, level: str, hue: str) -> None:
    image = made(qtbot, Record("Words", level=level)).widget.grab().toImage()
    assert image.pixelColor(image.width() - 20, image.height() // 2).name() == LIGHT.hues[hue].background


def test_icon_and_title_and_body_stand_in_order(qtbot: QtBot) -> None:
    assert said(made(qtbot, Record("The *body*", icon="🚨", title="A `title`"))) == ["🚨", "A title", "The body"]


def test_the_title_is_strong_also_after_a_change_of_level(qtbot: QtBot) -> None:
    old, new = Record("Body", title="Title"), Record("Body", title="Title", level="error")
    alert = made(qtbot, old)
    assert part(alert, StrongText).font().weight() == SEMIBOLD
    alert.update(new, old)
    assert part(alert, StrongText).font().weight() == SEMIBOLD


def test_an_update_makes_it_look_as_if_it_were_new(qtbot: QtBot) -> None:
    plain = Record("Body")
    rich = Record("New *body*", level="error", icon=":material/warning:", title="Title")
    alert = made(qtbot, plain)
    for old, new in ((plain, rich), (rich, plain)):
        alert.update(new, old)
        fresh = made(qtbot, new)
        qtbot.waitUntil(lambda fresh=fresh: alert.widget.size() == fresh.widget.size())  # type: ignore[misc]
        assert alert.widget.grab().toImage() == fresh.widget.grab().toImage()


def test_its_accessible_name_says_what_it_is(qtbot: QtBot) -> None:
    alert = made(qtbot, Record("It *failed*", level="error", title="Oh"))
    assert alert.widget.accessibleName() == "Error: Oh. It failed"


def test_a_click_on_a_link_is_reported(qtbot: QtBot) -> None:
    host = FakeHost()
    alert = Alert(Record("[a link](https://example.org)"), host)
    show(qtbot, alert)
    body = part(alert, ReadText)
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(12, 12))
    assert host.links == ["https://example.org"]


def test_it_gets_higher_when_it_gets_narrower(qtbot: QtBot) -> None:
    record = Record("Words that wrap. " * 20, icon="🚨")
    wide, narrow = Alert(record, FakeHost()), Alert(record, FakeHost())
    show(qtbot, wide, 800)
    show(qtbot, narrow, 300)
    assert narrow.widget.height() > wide.widget.height()


def test_an_emoji_stands_level_with_the_words(qtbot: QtBot) -> None:
    alert = made(qtbot, Record("With emoji", icon="🚨"))
    sign, words = sorted(alert.widget.findChildren(ReadText), key=ReadText.x)
    emoji = ink(alert.widget, sign.geometry())
    letter = ink(alert.widget, QRect(words.pos(), QSize(14, words.height())))
    assert emoji.top() + emoji.bottom() == letter.top() + letter.bottom()
