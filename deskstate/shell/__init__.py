"""Qt: the application, its windows, the border between the threads.

GUI thread only.
"""
