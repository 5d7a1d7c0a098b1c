"""Installers for Windows and macOS: a folder with all that Briefcase needs to make an MSI or a DMG of a bundle.

No Qt, except for the icon. Briefcase calls that an external app: it takes the bundle as it is, and adds the installer.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from deskstate.bundling.package import Package
from deskstate.bundling.plan import Plan
from deskstate.bundling.problems import Problem

COMMANDS: Final = {"win32": "briefcase package windows", "darwin": "briefcase package macOS"}
"""What makes the installer, by the name of the system; to be called in the folder."""
_ICONS: Final = {"win32": "icon.ico", "darwin": "icon.icns"}


def require(package: Package, system: str) -> None:
    """Raise Problem for what keeps an installer from being made."""
    if package.identifier is None:
        raise Problem(
            'an installer needs identifier = "org.example.budget", a name of your own that never changes, in '
            "[tool.deskstate.bundle] of pyproject.toml: systems know older versions of the app by it"
        )
    if system == "win32" and not package.licences:
        raise Problem("an MSI shows the licence of what it installs: put a file LICENSE beside the pyproject.toml")


def write_project(plan: Plan, package: Package, folder: Path, system: str) -> None:
    """Write the folder.

    Args:
        plan: Of the bundle.
        package: What the installer says about it.
        folder: It will stand beside the bundle.
        system: "win32" or "darwin".
    """
    for licence in package.licences:
        shutil.copyfile(licence, folder / licence.name)
    if plan.icon is not None:
        from deskstate.bundling.icons import write_icon  # late: it loads Qt

        write_icon(plan.icon, folder / _ICONS[system])
    everything = {
        "project_name": package.name,
        "bundle": (package.identifier or "").rpartition(".")[0],
        "version": plan.version,
        "author": package.author.name,
        "author_email": package.author.email,
        "url": package.homepage,
        "license": package.licence,
        "license-files": [licence.name for licence in package.licences],
    }
    app = {
        "formal_name": plan.name,
        "description": package.description,
        "icon": None if plan.icon is None else "icon",
        "console_app": plan.console,
        "external_package_path": os.path.join("..", plan.output.name),
        "external_package_executable_path": f"{plan.name}.exe" if system == "win32" else None,
    }
    text = _table("tool.briefcase", everything) + _table(f"tool.briefcase.app.{package.name}", app)
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def _table(name: str, values: Mapping[str, object]) -> str:
    """A table of TOML; what is None is left out. Its texts, lists and truth values look like those of JSON."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value is not None]
    return "\n".join([f"[{name}]", *lines, "", ""])
