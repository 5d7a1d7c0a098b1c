"""An installer for Debian, Ubuntu and their like: a .deb with the bundle, an entry in the menu and a command.

No Qt, except for the icon. `dpkg-deb` is called directly: Briefcase 0.4 makes every .deb depend on the system's Python,
which is what a bundle does without, wants that very Python to build it, and loads a template from the network.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Final

from deskstate.bundling.glibc import needed_glibc
from deskstate.bundling.names import EPOCH
from deskstate.bundling.package import Package
from deskstate.bundling.plan import Plan
from deskstate.bundling.problems import BuildFailed, Problem
from deskstate.bundling.programs import Programs

TOOL: Final = "dpkg-deb"
_PRERELEASE: Final = re.compile(r"(?<=\d)[._-]?(a|alpha|b|beta|c|rc|pre|preview|dev)(?=\d|$)")
"""What comes before a release in Python's versions: "1.0rc1". Debian sorts "1.0~rc1" so."""
_VERSION: Final = re.compile(r"\d[A-Za-z0-9.+~]*")
_SECTION: Final = "utils"


def require(plan: Plan) -> None:
    """Raise Problem for what keeps a package from being made."""
    if shutil.which(TOOL) is None:
        raise Problem(f"an installer is made by {TOOL}, which this system does not have; Debian and Ubuntu do")
    debian_version(plan.version)


def make_deb(plan: Plan, package: Package, bundle: Path, folder: Path, programs: Programs) -> Path:
    """Make a package of a bundle.

    Args:
        plan: Of the bundle.
        package: What the package says about it.
        bundle: The folder that was built.
        folder: For what is made, the package as well.
        programs: Runs the tools of Debian.

    Raises:
        BuildFailed: With the words of dpkg-deb.
    """
    root = folder / "root"
    place = root / "usr" / "lib" / package.name
    shutil.copytree(bundle, place, symlinks=True)
    _put_command(root, package, plan.name)
    _put_menu_entry(root, package, plan)
    _put_licences(root, package)
    _open_to_all(root)
    architecture = _said(programs, "dpkg", "--print-architecture").strip()
    control = root / "DEBIAN" / "control"
    control.parent.mkdir(mode=0o755)
    control.write_text(_control(plan, package, architecture, root), encoding="utf-8")
    made = folder / f"{package.name}_{debian_version(plan.version).replace(':', '%3a')}_{architecture}.deb"
    _said(programs, TOOL, "--build", "--root-owner-group", "-Zxz", str(root), str(made))
    return made


def _put_command(root: Path, package: Package, program: str) -> None:
    commands = root / "usr" / "bin"
    commands.mkdir()
    (commands / package.name).symlink_to(f"../lib/{package.name}/{program}")


def _put_menu_entry(root: Path, package: Package, plan: Plan) -> None:
    share = root / "usr" / "share"
    entry = {
        "Type": "Application",
        "Name": plan.name,
        "Comment": package.description,
        "Exec": package.name,
        "Terminal": str(plan.console).lower(),
        "Categories": "Utility;",
        "StartupWMClass": plan.name,
    }
    if plan.icon is not None:
        from deskstate.bundling.icons import SIDE_PX, write_icon  # late: it loads Qt

        picture = share / "icons" / "hicolor" / f"{SIDE_PX}x{SIDE_PX}" / "apps" / f"{package.name}.png"
        picture.parent.mkdir(parents=True)
        write_icon(plan.icon, picture)
        entry["Icon"] = package.name
    file = share / "applications" / f"{package.name}.desktop"
    file.parent.mkdir(parents=True)
    lines = [f"{key}={_escaped(value)}" for key, value in entry.items()]
    file.write_text("\n".join(["[Desktop Entry]", *lines, ""]), encoding="utf-8")


def _escaped(value: str) -> str:
    """A value of a desktop entry."""
    return value.replace("\\", "\\\\")


def _put_licences(root: Path, package: Package) -> None:
    folder = root / "usr" / "share" / "doc" / package.name
    folder.mkdir(parents=True)
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in package.licences]
    (folder / "copyright").write_text("\n".join(texts) or "No licence is given.\n", encoding="utf-8")


def _open_to_all(root: Path) -> None:
    """Let everybody read what the one who builds may read, whatever their umask."""
    for at, _folders, files in os.walk(root):
        os.chmod(at, 0o755)
        for name in files:
            file = Path(at, name)
            if not file.is_symlink():
                file.chmod(0o755 if os.access(file, os.X_OK) else 0o644)


def _control(plan: Plan, package: Package, architecture: str, root: Path) -> str:
    size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file())
    author = package.author
    fields = {
        "Package": package.name,
        "Version": debian_version(plan.version),
        "Architecture": architecture,
        "Maintainer": f"{author.name or author.email or 'Unknown'} <{author.email or 'unknown@localhost'}>",
        "Installed-Size": str(size // 1024),
        "Depends": f"libc6 (>= {needed_glibc(root)})",
        "Section": _SECTION,
        "Priority": "optional",
        **({} if package.homepage is None else {"Homepage": package.homepage}),
        "Description": package.description,
    }
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


def debian_version(version: str) -> str:
    """A version of Python's as one of Debian's.

    Raises:
        Problem: When it cannot be one.
    """
    plain = _PRERELEASE.sub(r"~\1", version.lower().removeprefix("v"))
    if not _VERSION.fullmatch(plain):
        raise Problem(f"{version!r} cannot be the version of a package: it begins with a digit, as in 1.2.0 or 1.2rc1")
    return plain


def _said(programs: Programs, *command: str) -> str:
    done = programs.run(command, {"SOURCE_DATE_EPOCH": EPOCH, **os.environ, "LC_ALL": "C.UTF-8"}, Path.cwd())
    if done.returncode:
        raise BuildFailed(f"{command[0]} ended with exit code {done.returncode}: {done.stdout.strip()}")
    return done.stdout
