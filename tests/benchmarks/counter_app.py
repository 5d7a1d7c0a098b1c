"""The counter with N other elements, as a deskstate app."""

import sys

import deskstate as ds

count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
ds.title("Counter")
if "count" not in ds.session_state:
    ds.session_state.count = 0
if ds.button("Increment"):
    ds.session_state.count += 1
ds.text(f"Count = {ds.session_state.count}")
for number in range(count):
    match number % 4:
        case 0:
            ds.markdown(f"Line {number} with **some** text")
        case 1:
            ds.text_input(f"Input {number}", f"value {number}", label_visibility="collapsed")
        case 2:
            ds.slider(f"Slider {number}", 0, 100, number % 100, label_visibility="collapsed")
        case _:
            ds.checkbox(f"Option {number}", number % 8 == 3)
