"""A place written as fast as the script can for some seconds."""

import sys
import time

import deskstate as ds

seconds = float(sys.argv[1])
box = ds.empty()
number, until = 0, time.perf_counter() + seconds
while time.perf_counter() < until:
    number += 1
    box.text(f"Value = {number}")
box.text(f"Value = {number} end")
