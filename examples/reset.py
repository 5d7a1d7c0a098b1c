"""Three ways to forget: one entry, every entry in a loop, everything at once."""

import deskstate as ds


def forget_color() -> None:
    """Delete one entry."""
    ds.session_state.pop("color", None)


def forget_each() -> None:
    """Delete all entries one by one."""
    for key in ds.session_state.keys():  # noqa: SIM118
        del ds.session_state[key]


ds.title("Forget")
ds.session_state.setdefault("visits", 0)
ds.session_state.visits += 1
ds.selectbox("Colour", ["red", "green", "blue"], key="color")
ds.text_input("Name", key="name")
one, each, everything = ds.columns(3)
one.button("Forget the colour", on_click=forget_color, width="stretch")
each.button("Forget each", on_click=forget_each, width="stretch")
everything.button("Clear", on_click=ds.session_state.clear, width="stretch")
ds.write(ds.session_state)
