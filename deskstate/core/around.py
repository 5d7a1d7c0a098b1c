"""What is around an element: the page, region, form and fragment that it stands in.

No Qt. A value, shared by all that stand in the same: a container hands it on to what is drawn inside.
"""

from __future__ import annotations

from typing import Final

import msgspec

TOASTS: Final = "toasts"
"""The region of what lies upon the window and goes by itself."""


class Around(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """Where an element stands, as far as its identity and its reports depend on it."""

    page: str | None = None
    """Name of the page; None in an app of one page."""
    region: str = "main"
    """Part of the window."""
    form: str | None = None
    """Key of the form."""
    fragment: str | None = None
    """Name of the fragment; None in the body of the page."""

    def within(self, form: str) -> Around:
        """The same, inside a form."""
        return msgspec.structs.replace(self, form=form)


MAIN: Final = Around()
"""Around what stands in the main column, in nothing else."""
