"""Five ways to count: in the script, in a callback, with args, with kwargs, and by a step that a person sets."""

import deskstate as ds

ds.title("Five ways to count")
ds.session_state.setdefault("count", 0)


def add_one() -> None:
    """Count up by one."""
    ds.session_state.count += 1


def add(amount: int) -> None:
    """Count up by any amount."""
    ds.session_state.count += amount


def change(up: int = 0, down: int = 0) -> None:
    """Count up and down."""
    ds.session_state.count += up - down


if ds.button("Add 1 in the script"):
    ds.session_state.count += 1
ds.button("Add 1 in a callback", on_click=add_one)
ds.button("Add 5 with args", on_click=add, args=(5,))
ds.button("Take 2 with kwargs", on_click=change, kwargs={"down": 2})

step = ds.number_input("Step", min_value=1, value=10)
ds.button(f"Add {step}", key="add step", on_click=add, args=(step,), type="primary")

ds.metric("Count", ds.session_state.count)
