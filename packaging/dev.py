"""Set up and check deskstate from a fresh clone: `python3 packaging/dev.py run APP`, `test` or `bench`.

Standard library only, Python 3.11 or newer. This one file also has to be read by an older Python, to say so:
no newer syntax here, and everything else lives in its siblings.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it with an older Python is told so in one line
    sys.exit(
        "deskstate needs Python 3.11 or newer, and this is Python {}.{}. "
        "Start it with a newer one, for example: python3.12 packaging/dev.py".format(*sys.version_info)
    )

import dev_commands

if __name__ == "__main__":
    sys.exit(dev_commands.main(sys.argv[1:]))
