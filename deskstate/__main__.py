"""`python -m deskstate` is the command `deskstate`."""

from __future__ import annotations

import sys

from deskstate.cli import main

if __name__ == "__main__":
    sys.exit(main())
