"""A counter: session_state remembers a number between runs."""

import deskstate as ds

ds.title("Counter")
if "count" not in ds.session_state:
    ds.session_state.count = 0
if ds.button("Increment"):
    ds.session_state.count += 1
ds.text(f"Count = {ds.session_state.count}")
