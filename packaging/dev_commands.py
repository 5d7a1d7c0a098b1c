"""The three commands of dev.py: run an app, run the whole check, run the benchmarks."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

import dev_checks
import dev_system
from dev_environment import Environment, SetupError

ROOT = Path(__file__).resolve().parent.parent
INVISIBLE_PLATFORMS = frozenset({"", "offscreen", "minimal"})


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code: the command's own, or 1 when the set-up fails, or 2 for bad usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows console may not know a character that a tool prints
    own, passed_on = _split_at_dashes(arguments)
    parser = _parser()
    options, unknown = parser.parse_known_args(own)
    if unknown and options.command != "bench":
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    try:
        if options.command == "run":
            return run(_script(parser, options.app), [*options.arguments, *passed_on])
        if options.command == "test":
            return check(passed_on[1:], slow=options.slow, lowest=options.lowest)
        return bench([*unknown, *passed_on])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(script: Path, arguments: Sequence[str]) -> int:
    """Open the app in a window; where there is no display, write a picture of it instead.

    Args:
        script: The app.
        arguments: Options of the `deskstate` command, then `--` and the app's own arguments.
    """
    visible = has_display(os.environ)
    dev_system.ensure(with_display=visible)
    environment = Environment.at(ROOT, ".venv")
    environment.ensure()
    command = [str(environment.program("deskstate")), str(script), *arguments]
    if visible:
        return _become(command)
    hidden = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if any(argument.partition("=")[0] == "--screenshot" for argument in _split_at_dashes(arguments)[0]):
        return subprocess.run(command, env=hidden, check=False).returncode
    picture = ROOT / ".screenshots" / f"{script.stem}.png"
    picture.parent.mkdir(exist_ok=True)
    picture.unlink(missing_ok=True)
    print("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): rendering a picture instead.", flush=True)
    command[1:1] = ["--screenshot", str(picture)]
    code = subprocess.run(command, env=hidden, check=False).returncode
    if picture.exists():
        print(f"Picture: {picture}")
    return code


def check(pytest_arguments: Sequence[str], *, slow: bool, lowest: bool) -> int:
    """Run the whole check, or with `lowest` the tests alone, with the lowest versions that pyproject.toml allows."""
    dev_system.ensure(with_display=False)
    dev_system.ensure_tests(slow=slow)
    environment = Environment.at(ROOT, ".venv-lowest" if lowest else ".venv", lowest=lowest)
    environment.ensure(extra="dev")
    steps = () if lowest else dev_checks.static_steps(environment)
    return dev_checks.run_all(steps, dev_checks.pytest_step(environment, pytest_arguments, slow=slow), ROOT)


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks, offscreen."""
    dev_system.ensure(with_display=False)
    environment = Environment.at(ROOT, ".venv")
    environment.ensure(extra="dev")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _become([str(environment.python), str(ROOT / "tests" / "benchmarks" / "run.py"), *arguments])


def has_display(variables: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window would be seen: always on Windows and macOS, elsewhere when a display server is named."""
    if platform in ("win32", "darwin"):
        return True
    if "QT_QPA_PLATFORM" in variables:
        return variables["QT_QPA_PLATFORM"].partition(":")[0] not in INVISIBLE_PLATFORMS
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Run and check deskstate; each command sets up first.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    running = commands.add_parser("run", help="open an app in a window, or write a picture where there is no display")
    running.add_argument("app", help="the app's Python file, for example examples/counter.py")
    running.add_argument("arguments", nargs=argparse.REMAINDER, help="options of deskstate, then -- and the app's own")
    testing = commands.add_parser("test", help="format, lint, types, imports, tests; after -- options of pytest")
    testing.add_argument("--slow", action="store_true", help="also run the tests marked slow")
    testing.add_argument("--lowest", action="store_true", help="run the tests with the lowest versions supported")
    commands.add_parser(
        "bench", help="the benchmarks; arguments go to tests/benchmarks/run.py, for example --json FILE"
    )
    return parser


def _split_at_dashes(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """`a b -- c` as `[a, b]` and `[--, c]`. By hand, as argparse's own treatment of `--` differs between releases."""
    own = list(arguments)
    at = own.index("--") if "--" in own else len(own)
    return own[:at], own[at:]


def _script(parser: argparse.ArgumentParser, name: str) -> Path:
    """The app from here, else from the project's root, so that the README's command works in any folder."""
    for folder in (Path.cwd(), ROOT):
        if (folder / name).is_file():
            return (folder / name).resolve()
    parser.error(f"there is no file {name!r}")


def _become(command: Sequence[str]) -> int:
    """Go on as that program, so that signals and Ctrl-C are its own; Windows has to keep both."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], list(command))
    return subprocess.run(command, check=False).returncode
