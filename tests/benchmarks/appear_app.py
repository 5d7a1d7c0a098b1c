"""Thousands of elements that appear when a box is ticked."""

import sys

import deskstate as ds

shown = ds.checkbox("Show", key="show")
for number in range(int(sys.argv[1]) if shown else 8):
    match number % 4:
        case 0:
            ds.markdown(f"Line {number} with **some** text")
        case 1:
            ds.text_input(f"Input {number}", f"value {number}", label_visibility="collapsed")
        case 2:
            ds.slider(f"Slider {number}", 0, 100, number % 100, label_visibility="collapsed")
        case _:
            ds.checkbox(f"Option {number}", number % 8 == 3)
