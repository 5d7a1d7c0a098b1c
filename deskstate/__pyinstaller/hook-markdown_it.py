"""PyInstaller's hook: only type checkers need typing_extensions here; see the hook of msgspec."""

excludedimports = ["typing_extensions"]
