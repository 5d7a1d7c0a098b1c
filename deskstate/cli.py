"""The command: deskstate app.py.

Qt is loaded only when there is a window to open.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from deskstate import __version__
from deskstate.core.exit_codes import NO_WINDOW, USAGE
from deskstate.core.script_path import why_no_script

if TYPE_CHECKING:
    from deskstate.shell.application import Reload


def main(arguments: list[str] | None = None) -> int:
    """Open a window on a script.

    Args:
        arguments: Of the command line, without the program's name; None: those of this process.

    Returns:
        The exit code, see `exit_codes`.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["bundle"]:
        from deskstate.bundling.command import main as bundle  # late: few starts make a bundle

        return bundle(arguments[1:])
    own, script_arguments = _split(arguments)
    options = _parser().parse_args(own)
    path: Path = options.script
    problem = why_no_script(path)
    if problem is not None:
        _refuse(problem)
    if options.screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is a window, Ctrl-C simply ends the program
    sys.argv = [str(path), *script_arguments]
    return _open(path, options)


def _open(path: Path, options: argparse.Namespace) -> int:
    try:
        from deskstate.shell.loading import loading
    except ImportError as error:
        _refuse(
            f"Qt cannot be loaded: {error}. On Debian or Ubuntu: "
            "apt install libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libx11-6 libxkbcommon0",
            NO_WINDOW,
        )
    with loading():
        from deskstate.shell.starting import start

        app = start(
            path,
            theme=options.theme,
            size=options.size,
            title=options.title,
            reload=_reload(options),
            stable_classes=not options.new_classes,
            enforce_serializable=options.enforce_serializable,
        )
        from deskstate.shell.signals import obeying_signals
    with obeying_signals(app):
        if options.screenshot is not None:
            return app.screenshot(options.screenshot)
        app.open_window()
        return app.exec()


def _reload(options: argparse.Namespace) -> Reload:
    from deskstate.shell.application import Reload

    if options.no_reload or options.screenshot is not None:
        return Reload.NEVER
    return Reload.ASK if options.ask_reload else Reload.AT_ONCE


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The command's own arguments, and those of the script after "--"."""
    if "--" in arguments:
        at = arguments.index("--")
        return arguments[:at], arguments[at + 1 :]
    return arguments, []


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deskstate",
        description="Open a native window on a Python script.",
        epilog="Arguments after -- go to the script. `deskstate bundle app.py` makes an application of it. "
        "Exit codes: 0 when the last window was closed or the picture is good; 1 when the picture shows an error of "
        "the script or cannot be written; 2 for a command that cannot be carried out as it was given; 69 where no "
        "window can be opened; 128 and the number of the signal that has ended the program, 130 for Ctrl-C.",
    )
    parser.add_argument("script", type=Path, metavar="app.py", help="the script")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE.png", help="run once, write a picture of the window, end"
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="of the window in px, for example 960x720")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="system", help="default: system")
    parser.add_argument("--title", help="of the window")
    parser.add_argument("--ask-reload", action="store_true", help="ask before a saved script runs again")
    parser.add_argument("--no-reload", action="store_true", help="do not watch the script's files")
    parser.add_argument("--new-classes", action="store_true", help="classes are new objects whenever they are defined")
    parser.add_argument("--enforce-serializable", action="store_true", help="all of session_state must be picklable")
    parser.add_argument("--version", action="version", version=f"deskstate {__version__}")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 100 <= int(width) <= 20_000 and 100 <= int(height) <= 20_000):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 960x720 (100 to 20000 each)")
    return int(width), int(height)


def _refuse(message: str, code: int = USAGE) -> NoReturn:
    print(f"deskstate: {message}.", file=sys.stderr)
    raise SystemExit(code)
