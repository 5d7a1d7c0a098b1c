"""PyInstaller's hook: lexers and formatters are imported by name; what only Pygments' developers run is left out."""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = [
    name for part in ("filters", "formatters", "lexers", "styles") for name in collect_submodules(f"pygments.{part}")
]
excludedimports = [
    "tarfile",
    "urllib.request",
    "PIL",  # for pictures of source; it would bring NumPy along
    "chardet",
]
