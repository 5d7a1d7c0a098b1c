"""PyInstaller's hook: formatters are imported by name, in applications that use them; no window does."""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = collect_submodules("pygments.formatters")
excludedimports = ["PIL"]
