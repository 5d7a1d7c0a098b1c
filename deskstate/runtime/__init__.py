"""The life of one window's session, off the GUI thread.

No Qt.
"""
