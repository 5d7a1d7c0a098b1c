"""The pieces that native widgets are put together from: plain Qt, no element and no session in sight.

GUI thread only.
"""
