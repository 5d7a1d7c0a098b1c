"""An object in a record that travels by reference: a table's data, a figure, a picture (design: rule 9).

No Qt.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import msgspec


class Handle(msgspec.Struct, frozen=True, eq=False):
    """An object, known by its fingerprint alone: it is never compared, hashed, copied or written out.

    So records with it are compared, remembered and passed like all others, at a cost that its size does not matter for.
    """

    object: Any
    """What the script gave, as it is."""
    fingerprint: Hashable
    """Equal for two objects that look alike in the window; cheap to make and to compare."""
    size_bytes: int = 0
    """What it takes to keep it, as far as that is known: the memory of calls holds on to so much only."""

    def __eq__(self, other: Any) -> bool:
        return self is other or (other.__class__ is Handle and self.fingerprint == other.fingerprint)

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        return f"Handle({self.fingerprint!r})"
