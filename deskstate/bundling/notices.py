"""Under which licences the parts of a bundle are: a text that travels with it, as nearly all of them ask for.

No Qt. Called in PyInstaller's own process, by the spec file.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path
from typing import Final

NAME: Final = "licences.txt"
"""The file inside of a bundle."""
_GNU: Final = Path(__file__).with_name("licences")
"""The texts that Qt's wheels leave out."""
_LESSER: Final = "LGPL-3.0"
_LINE: Final = "-" * 80
_TEXTS: Final = ("licen", "copying", "notice", "authors")
"""What names of files with such texts hold."""


def write_notices(modules: Iterable[str], target: str) -> None:
    """Write the text.

    Args:
        modules: The dotted names of all that the bundle holds, and the paths of its libraries inside of it.
        target: The new file.
    """
    tops = {name.replace(os.sep, "/").partition("/")[0].partition(".")[0] for name in modules}
    known = packages_distributions()
    names = {name for top in tops for name in known.get(top, ())} | {"deskstate"}
    parts = [distribution(name) for name in sorted(names, key=str.lower)]
    notices = [_python(), *map(_notice, parts)]
    if any(_LESSER in _licence(part) for part in parts):
        notices += [(_GNU / name).read_text(encoding="utf-8") for name in ("LGPL-3.0.txt", "GPL-3.0.txt")]
    Path(target).write_text(f"\n{_LINE}\n\n".join(notices), encoding="utf-8")


def _python() -> str:
    """Python's own, as it is installed with it."""
    text = Path(os.__file__).with_name("LICENSE.txt")
    head = f"Python {platform.python_version()}\nhttps://www.python.org\nLicence: PSF-2.0\n"
    return f"{head}\n{text.read_text(encoding='utf-8')}" if text.is_file() else head


def _notice(part: Distribution) -> str:
    head = [f"{part.metadata['Name']} {part.version}", *_homepage(part), f"Licence: {_licence(part)}", ""]
    return "\n".join([*head, *_texts(part)])


def _homepage(part: Distribution) -> Iterator[str]:
    for entry in part.metadata.get_all("Project-URL") or ():
        label, _, address = entry.partition(",")
        if label.strip().lower() in ("homepage", "home", "source", "repository"):
            yield address.strip()
            return


def _licence(part: Distribution) -> str:
    """Its name: in today's form, or in one of the two before that; a whole text in its place is none."""
    for field in ("License-Expression", "License"):
        named = next(iter(part.metadata.get_all(field) or ()), "")
        if named and "\n" not in named:
            return str(named)
    kinds = [kind for kind in part.metadata.get_all("Classifier") or () if kind.startswith("License ::")]
    return ", ".join(kind.rpartition(":: ")[2] for kind in kinds) or "see below"


def _texts(part: Distribution) -> Iterator[str]:
    for file in part.files or ():
        words = file.name.lower()
        if ".dist-info" in file.parts[0] and any(word in words for word in _TEXTS):
            yield Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
