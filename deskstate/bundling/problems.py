"""What keeps an app from being bundled.

No Qt.
"""

from __future__ import annotations


class Problem(Exception):
    """Something that the person can mend; the message is one sentence without its full stop."""


class BuildFailed(Exception):
    """The bundle was built and is no good, or could not be built; the message says where."""
