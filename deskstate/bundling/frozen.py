"""The program inside of a bundle: it opens the window of the script that travels with it.

A bundle carries of this folder only this module, and those that it imports.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import msgspec

from deskstate.bundling.crashes import Crashes
from deskstate.bundling.log import keep_log
from deskstate.bundling.names import CHECK, MANIFEST, SPARE, SPARE_FONTS, SPARE_LIBRARIES
from deskstate.folders import APP_NAME

_FONTS: Final = "/etc/fonts/fonts.conf"
"""Where a system says which fonts it has."""
_LOCALE: Final = ("LC_ALL", "LC_CTYPE", "LANG")
"""Where a system says how characters are written."""


def main() -> None:
    """Run the application of this bundle, and end the process."""
    inside = Path(getattr(sys, "_MEIPASS"))  # noqa: B009 - only frozen programs have it
    manifest: dict[str, Any] = msgspec.json.decode((inside / MANIFEST).read_bytes())
    script = inside / manifest["script"]
    if sys.argv[1:2] == [str(script)]:  # a script that starts its program anew gives it all of sys.argv
        del sys.argv[1]
    elif os.environ.get(APP_NAME) == manifest["name"]:  # a process of this very application has started it
        from deskstate.bundling.as_python import python_call, run_as_python  # late: few applications do

        call = python_call(sys.argv[1:])
        if call is not None:
            sys.exit(run_as_python(call))
    os.environ[APP_NAME] = manifest["name"]
    keep_log()
    with Crashes(manifest["name"], manifest["version"]):
        code = _open(inside, script, manifest)
    sys.exit(code)


def _open(inside: Path, script: Path, manifest: dict[str, Any]) -> int:
    """Open the window; the exit code once it is closed."""
    os.chdir(script.parent)
    sys.argv = [str(script), *sys.argv[1:]]
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is a window, Ctrl-C simply ends the program
    picture = os.environ.get(CHECK)
    if picture is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _provide(inside)
    from deskstate.shell.loading import loading  # late, like all of Qt: a crash of this is reported, too

    with loading():
        from deskstate.shell.signals import obeying_signals
        from deskstate.shell.starting import start

        app = start(script, name=manifest["name"], icon=inside / manifest["icon"] if manifest["icon"] else None)
    if picture is not None:
        from deskstate.bundling.trial import try_out

        return try_out(app, Path(picture))
    with obeying_signals(app):
        app.open_window()
        return app.exec()


def _provide(inside: Path) -> None:
    """Make good for what a bare system lacks: a word on fonts and on characters, and OpenGL, which nothing uses."""
    if sys.platform.startswith("linux"):
        if not os.path.exists(_FONTS):
            os.environ.setdefault("FONTCONFIG_FILE", str(inside / SPARE_FONTS))
        if not any(os.environ.get(name) for name in _LOCALE):
            os.environ["LC_CTYPE"] = "C.UTF-8"  # as Python does outside of bundles; Qt warns of anything else
    try:
        import_module("PySide6.QtGui")
    except ImportError:
        import ctypes  # late: nearly all systems have OpenGL

        for name in SPARE_LIBRARIES:
            for path in (name, str(inside / SPARE / name)):
                with suppress(OSError):
                    ctypes.CDLL(path)
                    break
