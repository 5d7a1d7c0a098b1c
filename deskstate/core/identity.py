"""Whose value is this: the state identity of an input (section 3 of the rules).

No Qt. Made once per distinct call, as the record of the element is. A string, whose hash Python keeps; the same for
equal inputs of one process, which is as long as a session lives.
"""

from __future__ import annotations

from typing import Any, Final

from deskstate.core.around import Around
from deskstate.core.state import ID_PREFIX

_BITS: Final = (1 << 64) - 1
_SIDES: Final[dict[str, bool]] = {"main": False, "sidebar": True}
"""What an identity says of these regions: whether it is the sidebar. Of any other it says the name."""


def state_id(kind: str, key: str | None, parameters: tuple[Any, ...], around: Around) -> str:
    """The identity of an input.

    Args:
        kind: Kind of the element.
        key: The user's key, or None.
        parameters: With a key: the few that count besides it (rule 3.6). Without: all that can be seen (rule 3.4).
        around: What is around it. The page counts always, form and region only without a key (rule 3.7).
    """
    about = (kind, key, parameters) if key is not None else (kind, parameters, *surroundings(around))
    if around.page is not None:
        about = (around.page, *about)
    return f"{ID_PREFIX}-{hash(repr(about)) & _BITS:016x}-{key}"


def surroundings(around: Around) -> tuple[str | None, str | bool]:
    """The form and the region, as an identity names them."""
    return around.form, _SIDES.get(around.region, around.region)
