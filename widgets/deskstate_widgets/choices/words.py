"""What an empty choice says of itself.

No Qt.
"""

from __future__ import annotations


def placeholder(given: str, *, many: bool, has_options: bool, accept_new: bool) -> str:
    """The words of a field in which nothing is chosen.

    Args:
        given: The script's own words; empty: the house's.
        many: Whether more than one may be chosen.
        has_options: Whether there is anything to choose from.
        accept_new: Whether a person may add options.
    """
    if given:
        return given
    one = "options" if many else "an option"
    if has_options:
        return f"Choose or add {one}" if accept_new else f"Choose {one}"
    return f"Add {one}" if accept_new else "No options to select"
