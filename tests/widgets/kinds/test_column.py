"""A cell beside others: as high as they are, and what is in it stands where the alignment says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskstate.core.properties.layout import Container
from tests.widgets.cells import row
from tests.widgets.children import Window, block, holder, paragraph

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_columns_are_all_as_high_as_the_highest_and_nothing_is_cut(qtbot: QtBot) -> None:
    text = paragraph("some words that wrap " * 12)
    inner = row([text], [block(30)])
    columns = row([inner], [block(50)], border=True)
    window = Window(qtbot, columns, 732)
    for width_px in (732, 660, 900):
        window.resize(width_px, 600)
        window.rest()
        widget = text.widget()
        assert widget.height() >= widget.heightForWidth(widget.width())
        heights = {window.place(cell)[3] for cell in columns.children}
        assert heights == {window.place(columns)[3]}
        assert heights == {window.place(inner)[3] + 32}


@pytest.mark.parametrize("border", [False, True])
@pytest.mark.parametrize(("alignment", "top"), [("top", 0), ("center", 40), ("bottom", 80)])
def test_lower_cells_stand_where_the_alignment_says(qtbot: QtBot, alignment: str, top: int, border: bool) -> None:
    low, high = block(20), block(100)
    window = Window(qtbot, row([low], [high], vertical_alignment=alignment, border=border))
    assert window.place(low)[1] - window.place(high)[1] == top


def test_a_container_that_stretches_down_is_as_high_as_its_neighbours(qtbot: QtBot) -> None:
    card = holder(Container(border=True, height="stretch"), [block(20)])
    window = Window(qtbot, row([card], [block(150)]))
    assert window.place(card)[3] == 150
