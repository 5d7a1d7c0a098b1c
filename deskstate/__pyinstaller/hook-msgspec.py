"""PyInstaller's hook: msgspec does without typing_extensions, which would bring asyncio and OpenSSL along."""

excludedimports = ["typing_extensions"]
