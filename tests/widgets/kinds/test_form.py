"""A form looks like a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties.layout import Form
from tests.widgets.children import Window, block, button, holder, let_go, words_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_border_can_come_and_go(qtbot: QtBot) -> None:
    inner = block(20)
    form = holder(Form(form_id="f"), [inner])
    window = Window(qtbot, form)
    assert window.place(inner) == (16, 16, 668, 20)
    form.update(Form(form_id="f", border=False))
    window.rest()
    assert window.place(inner) == (0, 0, 700, 20)


def test_elements_come_and_go(qtbot: QtBot) -> None:
    first, last = button("first"), button("last")
    form = holder(Form(form_id="f"), [first, last])
    window = Window(qtbot, form)
    form.arrange([last, button("new")])
    let_go()
    window.rest()
    assert words_of(form.widget()) == ["last", "new"]


def test_a_height_in_px_scrolls_inside(qtbot: QtBot) -> None:
    form = holder(Form(form_id="f", height=150), [block(100) for _ in range(5)])
    window = Window(qtbot, form)
    assert window.place(form)[3] == 150


def test_a_width_in_px_asks_to_be_placed_again(qtbot: QtBot) -> None:
    form = holder(Form(form_id="f"), [block(20)])
    window = Window(qtbot, form)
    form.update(Form(form_id="f", width=300))
    window.rest()
    assert form.host.relayouts == 1
