"""What the reference's AppTest sends with a run: the values of all inputs, whether a step has touched them or not.

No Qt. Each engine is asked before a run what comes of it that nobody has done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sent:
    """What comes of it."""

    fails: bool = False
    """An input that is not touched has a value that cannot be sent: the test ends here, whatever the step is."""
    calls: bool = False
    """An input that is not touched has a value that comes back in another form, which calls its callback."""
    beyond: bool = False
    """A number lies beyond a bound of 0, which the verbs that step take for no bound."""
    alike: bool = False
    """A choice has options that are labelled alike, and its label does not say which of them it is."""


NOTHING = Sent()


def what_is_sent(at: Any) -> Sent:
    """What comes of the next `run` of an AppTest of the reference's."""
    from streamlit.testing.v1.element_tree import NumberInput, Widget  # late: costs a second

    inputs = [element for element in at if isinstance(element, Widget)]
    kinds = [_untouched(at, element) for element in inputs]
    numbers = [element for element in inputs if isinstance(element, NumberInput)]
    return Sent("fails" in kinds, "calls" in kinds, any(map(_is_beyond_zero, numbers)), any(map(_is_alike, inputs)))


def _untouched(at: Any, element: Any) -> str:
    from streamlit.runtime.state.common import unpack_widget_state_value  # late, too
    from streamlit.testing.v1 import element_tree

    name, unset = element_tree._unset_value_marker(element)  # pyright: ignore[reportPrivateUsage] # AppTest's own
    touched = element_tree._has_pending_value(element)  # pyright: ignore[reportPrivateUsage] # AppTest's own
    entered = getattr(element, name)
    setattr(element, name, unset)
    try:
        value = unpack_widget_state_value(element._widget_state)
    except Exception:  # whatever it raises there, it raises in `run`
        return "fails"
    finally:
        setattr(element, name, entered)
    state = at._session_state
    asked = state._state.get_widget_metadata(element.id)
    if touched or asked is None or asked.callback is None or asked.disabled:
        return ""
    try:
        held = state[element.id]
    except KeyError:  # the script deleted its key
        held = None
    return "calls" if asked.deserializer(value) != held else ""


def _is_beyond_zero(element: Any) -> bool:
    from streamlit.testing.v1 import element_tree

    if not element_tree._has_pending_value(element):  # pyright: ignore[reportPrivateUsage] # AppTest's own
        return False
    value = element.value
    if not isinstance(value, int | float):
        return False
    return (element.min == 0 and value < 0) or (element.max == 0 and value > 0)


def _is_alike(element: Any) -> bool:
    options = getattr(element, "options", [])
    return len(set(options)) < len(options)
