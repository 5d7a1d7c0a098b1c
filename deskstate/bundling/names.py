"""What a build and the application that it makes both know.

No Qt.
"""

from __future__ import annotations

from typing import Final

MANIFEST: Final = "deskstate_app.json"
"""File inside of a bundle that says what it is."""
SPARE: Final = "spare"
"""Folder inside of a bundle with libraries for systems that have none of their own."""
SPARE_LIBRARIES: Final = ("libxcb.so.1", "libGLdispatch.so.0", "libGLX.so.0", "libGL.so.1", "libEGL.so.1")
"""What is in it, those needed by others first. Qt is linked with OpenGL, which is the system's where there is one."""
SPARE_FONTS: Final = f"{SPARE}/fonts.conf"
"""Also there: where fonts are, for systems that do not say."""
CHECK: Final = "DESKSTATE_BUNDLE_CHECK"
"""Environment variable of the build's own check: the file that the picture goes to."""
EPOCH: Final = "315532800"
"""1980-01-01, the earliest time that archives know: what is built carries no time of its build."""
