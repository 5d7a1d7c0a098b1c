"""Native widgets: one kind of element, one file; the file's name is its registration.

GUI thread only.
"""
