"""`ds.columns`: cells side by side.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deskstate.core.properties import layout
from deskstate_widgets.boxes.columns_row import ColumnsRow
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.look.tokens import PAD_PX
from deskstate_widgets.native import Holder, Host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstate_widgets.native import Child


class Columns(Holder[layout.Columns]):
    """A row of columns, whose shares of the width are in their own records."""

    def __init__(self, properties: layout.Columns, host: Host) -> None:
        super().__init__(properties, host)
        self._row = ColumnsRow()
        self._row.set_gap(properties.gap_px)
        self._row.set_wrap(properties.wrap)
        self.widget = self._row
        apply_width(self._row, properties.width)

    def update(self, new: layout.Columns, old: layout.Columns) -> None:
        self._row.set_gap(new.gap_px)
        self._row.set_wrap(new.wrap)
        if new.width != old.width:
            apply_width(self._row, new.width)
            self.host.relayout()

    def arrange(self, children: Sequence[Child]) -> None:
        columns = [cast("layout.Column", child.properties) for child in children]
        edge_px = 2 * PAD_PX if any(column.border for column in columns) else 0
        self._row.set_columns([child.widget() for child in children], [column.weight for column in columns], edge_px)
