"""A result that took a while stays while another slider moves."""

import time

import deskstate as ds

ds.title("A result that stays")
number = ds.slider("Number", 2, 60, 30)
if ds.button("Compute", type="primary"):
    with ds.spinner("Computing…"):
        time.sleep(1)
        ds.session_state.result = (number, sum(range(number + 1)))
if "result" in ds.session_state:
    upto, total = ds.session_state.result
    ds.metric(f"1 + 2 + … + {upto}", total)
stars = ds.slider("How do you like it?", 0, 5, 3)
ds.write("★" * stars + "☆" * (5 - stars))
