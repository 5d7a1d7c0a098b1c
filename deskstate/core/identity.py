"""Whose value is this: the state identity of an input (section 3 of the rules).

No Qt. Made once per distinct call, as the record of the element is. A string, whose hash Python keeps; the same for
equal inputs of one process, which is as long as a session lives.
"""

from __future__ import annotations

from typing import Any, Final

from deskstate.core.state import ID_PREFIX

_BITS: Final = (1 << 64) - 1


def state_id(kind: str, key: str | None, parameters: tuple[Any, ...], form: str | None, sidebar: bool) -> str:
    """The identity of an input.

    Args:
        kind: Kind of the element.
        key: The user's key, or None.
        parameters: With a key: the few that count besides it (rule 3.6). Without: all that can be seen (rule 3.4).
        form: The form around it; counts only without a key (rule 3.7).
        sidebar: True inside the sidebar; counts only without a key.
    """
    about = (kind, key, parameters) if key is not None else (kind, parameters, form, sidebar)
    return f"{ID_PREFIX}-{hash(repr(about)) & _BITS:016x}-{key}"
