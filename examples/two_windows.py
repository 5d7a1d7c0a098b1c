"""Two windows, two states: open another one with "New window" in the File menu. What the module holds, both share."""

import deskstate as ds

ds.title("Two windows")
ds.session_state.setdefault("clicks", 0)
if ds.button("Click"):
    ds.session_state.clicks += 1
ds.metric("Clicks in this window", ds.session_state.clicks)
ds.info("Press Ctrl+N for another window: it starts at 0.")
