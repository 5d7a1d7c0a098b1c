"""PyInstaller's hook: msgspec takes from Python itself what it would also take from these packages.

typing_extensions would bring asyncio and OpenSSL along; tomli all of setuptools, which has a copy of it inside.
"""

excludedimports = ["tomli", "typing_extensions"]
