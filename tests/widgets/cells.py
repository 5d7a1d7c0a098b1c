"""Columns with something in them.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties.layout import Column, Columns
from tests.widgets.children import FakeChild, holder

if TYPE_CHECKING:
    from collections.abc import Sequence


def row(
    *cells: Sequence[FakeChild], weights: Sequence[float] = (), gap_px: int = 16, wrap: bool = True, **column: object
) -> FakeChild:
    shares = weights or [1 / len(cells)] * len(cells)
    columns = [
        holder(Column(weight=weight, **column), cell)  # type: ignore[arg-type]
        for weight, cell in zip(shares, cells, strict=True)
    ]
    return holder(Columns(gap_px=gap_px, wrap=wrap), columns)
