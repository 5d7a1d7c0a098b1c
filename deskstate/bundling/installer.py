"""An installer for the system that this is: a .deb, or what Briefcase makes an MSI or a DMG of.

No Qt.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from deskstate.bundling import briefcase, deb
from deskstate.bundling.package import Package
from deskstate.bundling.plan import Plan
from deskstate.bundling.problems import BuildFailed
from deskstate.bundling.programs import Programs


class Installer(NamedTuple):
    """What was made."""

    path: Path
    """In a scratch folder."""
    hint: str
    """What to do with it, as a sentence that ends before its path."""

    def publish(self, folder: Path) -> Path:
        """Put it where it belongs, over an older one; what a person has made in a folder of Briefcase's stays there.

        Returns:
            Its new path.

        Raises:
            BuildFailed: When it cannot be put there.
        """
        target = folder / self.path.name
        try:
            if self.path.is_dir():
                shutil.copytree(self.path, target, dirs_exist_ok=True)
            else:
                self.path.replace(target)
        except OSError as error:
            raise BuildFailed(f"{target} cannot be written: {error.strerror}") from None
        return target


def require_installer(plan: Plan, package: Package) -> None:
    """Raise Problem, before anything is built, for what keeps an installer from being made."""
    if sys.platform in briefcase.COMMANDS:
        briefcase.require(package, sys.platform)
    else:
        deb.require(plan)


def make_installer(plan: Plan, package: Package, bundle: Path, folder: Path, programs: Programs) -> Installer:
    """Make it of a bundle, in a scratch folder.

    Raises:
        Problem: For an icon that is no picture.
        BuildFailed: When the tool that makes it fails.
    """
    if sys.platform in briefcase.COMMANDS:
        project = folder / f"{plan.name}-installer"
        project.mkdir()
        briefcase.write_project(plan, package, project, sys.platform)
        return Installer(project, f"`{briefcase.COMMANDS[sys.platform]}` makes the installer in")
    return Installer(deb.make_deb(plan, package, bundle, folder, programs), "The installer is")
