"""PyInstaller's hook: lexers are imported by name.

What only Pygments' developers run is left out, and optional libraries that the app does not import itself.
"""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = [name for part in ("filters", "lexers", "styles") for name in collect_submodules(f"pygments.{part}")]
excludedimports = ["PIL", "chardet", "tarfile", "urllib.request"]
