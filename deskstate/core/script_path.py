"""What may be opened as a script.

No Qt.
"""

from __future__ import annotations

import tokenize
from pathlib import Path


def why_no_script(path: Path) -> str | None:
    """What keeps a path from being a script, as a sentence without its full stop; None when it is one."""
    try:
        if path.is_dir():
            return f"{path} is a directory. Name the script in it"
        if path.suffix not in (".py", ".pyw") and path.exists():
            return f"{path} is not a Python file: its name must end in .py"
        with tokenize.open(path) as file:
            return f"{path} is not text in UTF-8" if "\0" in file.read() else None
    except FileNotFoundError:
        return f"there is no file {path}"
    except PermissionError:
        return f"{path} may not be read"
    except (UnicodeDecodeError, SyntaxError):
        return f"{path} is not text in UTF-8"
    except OSError as error:
        return f"{path} cannot be read: {error.strerror}"
