"""Pure values and functions: elements, patches, diff, events, state, identity.

No Qt.
"""
