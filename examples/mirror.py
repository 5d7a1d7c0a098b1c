"""Two text boxes that show the same: each one's callback writes into the other."""

import deskstate as ds


def copy(source: str, target: str) -> None:
    """Let one box say what the other says."""
    ds.session_state[target] = ds.session_state[source]


ds.title("Mirror")
left, right = ds.columns(2)
left.text_input("Left", key="left", on_change=copy, args=("left", "right"))
right.text_input("Right", key="right", on_change=copy, args=("right", "left"))
ds.caption("Type in one box and press Enter.")
