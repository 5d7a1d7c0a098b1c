"""JSON data as rows, each made when what it stands in is opened.

No Qt.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import Any, Final, cast

SIDE_BY_SIDE: Final = 1_000
"""Entries that stand side by side; more of them are put into groups, so that data of any size opens at once."""
GROUP: Final = 100
"""Rows of a group; so many groups make a greater one."""

Path = tuple[str | int, ...]
"""The keys and positions that lead to an entry; a group adds nothing to it."""


class Row:
    """An entry of an object or of a list, the data as a whole, or a group of neighbours.

    Args:
        above: The row that it stands in; None for the data as a whole.
        position: Among the rows of that one.
        key: Key or position in the object or list around it; None for the data as a whole and for groups.
        value: What stands there; of a group the object or list that it is a part of.
        span: First entry of a group, and the one after its last; None for all others.
    """

    __slots__ = ("_rows", "above", "inside", "key", "position", "span", "value")

    def __init__(
        self, above: Row | None, position: int, key: str | int | None, value: Any, span: tuple[int, int] | None = None
    ) -> None:
        self.above = above
        self.position = position
        self.key = key
        self.value = value
        self.inside: dict[str, Any] | list[Any] = (
            cast("dict[str, Any] | list[Any]", value) if isinstance(value, (dict, list)) else []
        )
        self.span = span
        self._rows: list[Row] | None = None

    @property
    def opens(self) -> bool:
        """Whether there is anything inside."""
        return bool(self.inside)

    def rows(self) -> list[Row]:
        """The rows inside."""
        if self._rows is None:
            self._rows = self._made() if self.opens else []
        return self._rows

    def path(self) -> Path:
        """How one gets here from the data as a whole."""
        keys: list[str | int] = []
        row: Row | None = self
        while row is not None:
            if row.key is not None:
                keys.append(row.key)
            row = row.above
        return tuple(reversed(keys))

    def path_text(self) -> str:
        """The path as one writes it in Python behind the name of the data."""
        return "".join(f"[{key!r}]" for key in self.path())

    def value_text(self) -> str:
        """The value as it is copied: a text as it is, anything else as JSON."""
        value = self.value
        if self.span is not None:
            low, high = self.span
            inside = self.inside
            value = inside[low:high] if isinstance(inside, list) else dict(islice(inside.items(), low, high))
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)

    def find(self, path: Path) -> Row | None:
        """The row at the end of a path from here; None when there is no such row."""
        row = self
        for key in path:
            place = row._place(key)
            if place is None:
                return None
            while (first := row.rows()[0]).span is not None:
                low, high = first.span
                row = row.rows()[(place - (row.span[0] if row.span else 0)) // (high - low)]
            row = row.rows()[place - (row.span[0] if row.span else 0)]
        return row

    def _place(self, key: str | int) -> int | None:
        """Where an entry stands in this object or list."""
        if isinstance(self.inside, list):
            return key if isinstance(key, int) and key < len(self.inside) else None
        return list(self.inside).index(key) if isinstance(key, str) and key in self.inside else None

    def _made(self) -> list[Row]:
        inside = self.inside
        low, high = self.span or (0, len(inside))
        if high - low > (GROUP if self.span else SIDE_BY_SIDE):
            size = GROUP
            while high - low > size * GROUP:
                size *= GROUP
            spans = [(start, min(start + size, high)) for start in range(low, high, size)]
            return [Row(self, place, None, self.value, span) for place, span in enumerate(spans)]
        if isinstance(inside, list):
            return [Row(self, at - low, at, inside[at]) for at in range(low, high)]
        pairs = islice(inside.items(), low, high)
        return [Row(self, place, key, value) for place, (key, value) in enumerate(pairs)]
