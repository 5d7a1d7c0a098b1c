"""The command `deskstate bundle app.py`.

No Qt.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from deskstate.bundling.glibc import needed_glibc
from deskstate.bundling.installer import make_installer, require_installer
from deskstate.bundling.plan import Plan, Wishes, make_plan
from deskstate.bundling.problems import BuildFailed, Problem
from deskstate.bundling.programs import Interrupted, Programs
from deskstate.core.exit_codes import FAILED, SIGNALLED, USAGE
from deskstate.core.script_path import why_no_script

_SHOWN: Final = 20
"""Files of a list that are named."""


def main(arguments: list[str]) -> int:
    """Make an application of a script.

    Returns:
        0; 1 when the build or the check of the new application failed; 2 when it cannot be built as it is; 130 after
        Ctrl-C, and likewise for other signals.
    """
    options = _parser().parse_args(arguments)
    try:
        reason = why_no_script(options.script)
        if reason is not None:
            raise Problem(reason)
        plan = make_plan(
            Wishes(
                script=options.script,
                output=options.output,
                name=options.name,
                version=options.app_version,
                icon=options.icon,
                onefile=options.onefile,
                console=options.console,
                installer=options.installer,
            )
        )
        if plan.package is not None:
            require_installer(plan, plan.package)
        print(_described(plan))
        if options.dry_run:
            return 0
        with Programs() as programs:
            return _make(plan, programs)
    except Problem as problem:
        _complain(f"{problem}.")
        return USAGE
    except BuildFailed as failure:
        _complain(f"no bundle was made: {failure}")
        return FAILED
    except OSError as error:
        _complain(f"no bundle was made: {error}.")
        return FAILED
    except Interrupted as asked:
        _complain("stopped, no bundle was made.")
        return SIGNALLED + asked.number


def _make(plan: Plan, programs: Programs) -> int:
    from deskstate.bundling import building, check, sizes  # late: a dry run does without

    building.require_pyinstaller()
    started = time.monotonic()
    with building.scratch(plan) as folder:
        _tell("\nBuilding: half a minute, or more for large libraries …")
        made = building.build(plan, folder, programs)
        built_s = time.monotonic() - started
        _tell("Trying it out …")
        check.check(plan, made, programs)
        installer = None
        if plan.package is not None:
            _tell("Making the installer …")
            installer = make_installer(plan, plan.package, made, folder, programs)
        building.publish(plan, made)
        print(f"\n{sizes.report(plan, plan.output)}")
        print(f"\nBuilt in {built_s:.0f} s, and tried out: it starts, draws, takes a click and ends.")
        if sys.platform.startswith("linux") and not plan.onefile:
            print(f"It runs on Linux with glibc {needed_glibc(plan.output)} or newer.")
        print(f"The application is {plan.output}")
        if installer is not None:
            print(f"{installer.hint} {installer.publish(plan.output.parent)}")
    return 0


def _tell(progress: str) -> None:
    """Say what is being done, at once, to a pipe as well."""
    print(progress, flush=True)


def _described(plan: Plan) -> str:
    """What will be built, for a person."""
    lines = [
        f"{plan.name} {plan.version}, {'one file' if plan.onefile else 'a folder'}: {plan.output}",
        *([] if plan.package is None else [f"  with an installer: the package {plan.package.name}"]),
        *_list("its own modules", [plan.place(path) for path in plan.sources]),
        *_list("data", [plan.place(path) for path in plan.data]),
        *_list("installed packages", [name for name in plan.imports if name not in sys.stdlib_module_names]),
    ]
    if plan.secret:
        lines += _list("LEFT OUT, as they look like secrets", [str(path) for path in plan.secret])
        lines.append('  To bundle one all the same: secrets = ["PATH"] in [tool.deskstate.bundle] of pyproject.toml.')
    if plan.unknown:
        calls = [f"{each.where}: {each.code}" for each in plan.unknown]
        lines += _list("imports by a name that only the running app knows", calls)
        lines += _named(plan)
    if plan.onefile:
        lines.append(
            "  One file is unpacked at every start: it takes about a second longer, and systems that clean their "
            "temporary folder break it while it runs. A folder is the better choice for most."
        )
    return "\n".join(lines)


def _named(plan: Plan) -> list[str]:
    """The line that takes modules along which nothing imports by name."""
    anything = "MODULE"
    names = [*plan.named, *(name for each in plan.unknown for name in each.modules or (anything,))]
    listed = ", ".join(f'"{name}"' for name in dict.fromkeys(names))
    lines = [
        "  Modules that come in this way alone are MISSING. Name them in [tool.deskstate.bundle] of pyproject.toml:",
        f"    imports = [{listed}]",
    ]
    return [*lines, f"  with the names of those that are meant in place of {anything}."] if anything in names else lines


def _list(title: str, names: list[str]) -> list[str]:
    if not names:
        return []
    more = [f"    … and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return [f"  {title} ({len(names)}):", *(f"    {name}" for name in names[:_SHOWN]), *more]


def _complain(message: str) -> None:
    print(f"deskstate bundle: {message}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deskstate bundle",
        description="Make an application of a script, for people who have no Python.",
        epilog="Names, data and more can be set in [tool.deskstate.bundle] of pyproject.toml; the command line wins.",
    )
    parser.add_argument("script", type=Path, metavar="app.py", help="the script")
    parser.add_argument("--name", help="of the application; default: the script's")
    parser.add_argument("--app-version", metavar="VERSION", help="default: that of the project, else 0.0.0")
    parser.add_argument("--icon", type=Path, metavar="FILE", help="a PNG, ICO or ICNS picture")
    parser.add_argument("--output", type=Path, metavar="FOLDER", default=Path("dist"), help="default: dist")
    parser.add_argument("--onefile", action="store_true", default=None, help="one file, which is slower to start")
    parser.add_argument("--console", action="store_true", default=None, help="keep a terminal open, on Windows")
    parser.add_argument("--installer", action="store_true", help="a .deb as well, or what makes an MSI or a DMG")
    parser.add_argument("--dry-run", action="store_true", help="say what would be bundled, and build nothing")
    return parser
