"""With what the program ends, for whoever has started it; the README lists them.

No Qt.
"""

from __future__ import annotations

from typing import Final

FAILED: Final = 1
"""A picture shows an error of the script, or could not be written; a bundle could not be made, or is no good."""
USAGE: Final = 2
"""A command that cannot be carried out as it was given."""
NO_WINDOW: Final = 69
"""No window can be opened here: there is no display, or Qt cannot be loaded (EX_UNAVAILABLE of sysexits.h)."""
SIGNALLED: Final = 128
"""After a signal, less its number: 130 for Ctrl-C, as in a shell."""
