"""Native widgets: one kind of element, one file, found by its name on first use.

GUI thread only.
"""
