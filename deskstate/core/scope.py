"""What one body of the script has drawn: that of the page, or of a fragment, which may run without the page.

No Qt. Script's thread.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from deskstate.core.element import Element

Ran = Collection[str] | None
"""Names of the fragments that a run is of; None: it is of the page, with all its fragments."""


class Scope(msgspec.Struct, eq=False):
    """Empty when its body begins. What it holds stands until the body runs again."""

    drawn: dict[str, Element] = {}
    """Widgets, by id."""
    keys: set[str] = set()
    """Of widgets and containers."""
    forms: set[str] = set()
    """Keys of forms, which take no assignment (rule 8.5)."""
