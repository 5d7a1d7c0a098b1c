"""A script that computes in pure Python for some seconds."""

import sys
import time

import deskstate as ds

ds.title("Busy")
until = time.perf_counter() + float(sys.argv[1])
total = 0
while time.perf_counter() < until:
    for number in range(1000):
        total += number * number
ds.text("done")
