"""What an app may ask of its session_state: that all of it can be pickled (rule 2.19).

No Qt.
"""

from __future__ import annotations

import pickle

from deskstate import errors
from deskstate.core.state import State


def check_serializable(state: State) -> None:
    """Raise UnserializableSessionStateError for an entry, or the value of an input, that cannot be pickled."""
    for key, value in state.visible().items():
        try:
            pickle.dumps(value)
        except Exception as error:
            raise errors.UnserializableSessionStateError(
                f"{errors.code(f'session_state[{key!r}]')} cannot be pickled, and this app asks that everything in "
                f"it can. It is of type `{type(value).__name__}`: {errors.code(str(error))}"
            ) from None
