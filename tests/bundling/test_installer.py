"""Installers: what a .deb holds, and that Briefcase understands what it is given."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QImage

from deskstate.bundling import briefcase, deb
from deskstate.bundling.glibc import needed_glibc
from deskstate.bundling.icons import SIDE_PX, write_icon
from deskstate.bundling.installer import Installer
from deskstate.bundling.names import MANIFEST
from deskstate.bundling.package import UNSAID, Package, read_package
from deskstate.bundling.plan import Plan, Wishes, make_plan
from deskstate.bundling.problems import BuildFailed, Problem
from deskstate.bundling.programs import Programs
from deskstate.bundling.settings import read_settings
from tests.bundling.project import Project

needs_dpkg = pytest.mark.skipif(shutil.which(deb.TOOL) is None, reason=f"{deb.TOOL} is not installed")

ABOUT = """
[project]
version = "1.2rc1"
description = '''Where the
money goes'''
authors = [{name = "Ada Lovelace", email = "ada@example.org"}]
urls = {Home-Page = "https://example.org"}
license = "MIT"
[tool.deskstate.bundle]
name = "Unser Büdget"
icon = "icon.png"
"""


def planned(project: Project, about: str = ABOUT) -> tuple[Plan, Package]:
    project.put("pyproject.toml", about)
    project.put("LICENSE", "Do as you like.\n")
    picture = QImage(64, 32, QImage.Format.Format_ARGB32)
    picture.fill(0xFF3366CC)
    assert picture.save(str(project.folder / "icon.png"))
    plan = make_plan(Wishes(project.put("app.py"), output=project.folder / "dist", installer=True))
    assert plan.package is not None
    return plan, plan.package


def bundle(plan: Plan) -> Path:
    """What might be a bundle."""
    inside = plan.output / "_internal"
    inside.mkdir(parents=True)
    inside.joinpath(MANIFEST).touch()
    inside.joinpath("data.txt").write_text("data")
    inside.joinpath("data.txt").chmod(0o600)
    inside.joinpath("link.txt").symlink_to("data.txt")
    inside.joinpath("lib.so").write_bytes(b"\x7fELF\0GLIBC_2.3.4\0GLIBC_2.17\0GLIBC_PRIVATE\0")
    program = plan.output / plan.name
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o700)
    return plan.output


def made(project: Project, scratch: Path, about: str = ABOUT) -> Path:
    plan, package = planned(project, about)
    scratch.mkdir()
    return deb.make_deb(plan, package, plan.output if plan.output.exists() else bundle(plan), scratch, Programs())


def field(file: Path, name: str) -> str:
    return subprocess.run(
        ["dpkg-deb", "--field", file, name], check=True, capture_output=True, text=True
    ).stdout.strip()


@needs_dpkg
def test_a_deb_says_what_the_project_says(project: Project, tmp_path: Path) -> None:
    file = made(project, tmp_path / "scratch")
    assert file.name.startswith("unser-budget_1.2~rc1_")
    assert field(file, "Package") == "unser-budget"
    assert field(file, "Maintainer") == "Ada Lovelace <ada@example.org>"
    assert field(file, "Description") == "Where the money goes"
    assert field(file, "Homepage") == "https://example.org"
    assert field(file, "Depends") == "libc6 (>= 2.17)"


@needs_dpkg
def test_a_deb_holds_the_bundle_a_command_a_menu_entry_and_the_licence(project: Project, tmp_path: Path) -> None:
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "--extract", made(project, tmp_path / "scratch"), root], check=True)
    said = subprocess.run([root / "usr/bin/unser-budget"], check=True, capture_output=True, text=True).stdout
    assert said == "started\n"
    data = root / "usr/lib/unser-budget/_internal/data.txt"
    assert stat.S_IMODE(data.stat().st_mode) == 0o644, "only the one who built it may read it"
    assert data.with_name("link.txt").is_symlink()
    entry = (root / "usr/share/applications/unser-budget.desktop").read_text(encoding="utf-8").splitlines()
    assert {"Name=Unser Büdget", "Exec=unser-budget", "Icon=unser-budget", "Terminal=false"} <= set(entry)
    picture = QImage(str(root / "usr/share/icons/hicolor/256x256/apps/unser-budget.png"))
    assert (picture.width(), picture.height()) == (256, 256)
    assert (root / "usr/share/doc/unser-budget/copyright").read_text() == "Do as you like.\n"


@needs_dpkg
def test_two_debs_of_one_bundle_are_equal(project: Project, tmp_path: Path) -> None:
    first, second = made(project, tmp_path / "first"), made(project, tmp_path / "second")
    assert first.read_bytes() == second.read_bytes()


@needs_dpkg
def test_an_app_that_says_nothing_about_itself_gets_an_installer_too(project: Project, tmp_path: Path) -> None:
    file = made(project, tmp_path / "scratch", "")
    assert file.name.startswith("app_0.0.0_")
    assert field(file, "Maintainer") == "Unknown <unknown@localhost>"
    assert field(file, "Description") == "app"


@needs_dpkg
def test_the_words_of_dpkg_are_passed_on(project: Project, tmp_path: Path) -> None:
    plan, package = planned(project)
    odd = msgspec.structs.replace(package, homepage="https://example.org\nnot a field")
    with pytest.raises(BuildFailed, match=r"dpkg-deb ended with exit code 2: .*control"):
        deb.make_deb(plan, odd, bundle(plan), tmp_path, Programs())


@pytest.mark.parametrize(
    ("version", "debian"),
    [
        ("1.2.0", "1.2.0"),
        ("v2", "2"),
        ("1.0rc1", "1.0~rc1"),
        ("1.0.dev3", "1.0~dev3"),
        ("1.0-beta", "1.0~beta"),
        ("1.0b2.post1", "1.0~b2.post1"),
        ("2026.11", "2026.11"),
        ("1.0+local.7", "1.0+local.7"),
    ],
)
def test_versions_of_python_sort_as_versions_of_debian(version: str, debian: str) -> None:
    assert deb.debian_version(version) == debian


@pytest.mark.parametrize("version", ["final", "1 2", "", "1.0\nDepends: evil"])
def test_a_version_that_debian_cannot_have_is_refused(version: str) -> None:
    with pytest.raises(Problem, match="cannot be the version of a package"):
        deb.debian_version(version)


@pytest.mark.parametrize(
    ("name", "identifier", "package"),
    [
        ("Our budget", None, "our-budget"),
        ("Ünser Büdget 2", None, "unser-budget-2"),
        ("家計簿", "org.example.kakeibo", "kakeibo"),
        ("x", "org.example.Ledger", "ledger"),
    ],
)
def test_the_package_is_named_after_the_app(project: Project, name: str, identifier: str | None, package: str) -> None:
    line = "" if identifier is None else f"identifier = '{identifier}'"
    project.put("pyproject.toml", f"[tool.deskstate.bundle]\n{line}")
    assert read_package(read_settings(project.put("app.py")), name).name == package


@pytest.mark.parametrize("name", ["家計簿", "x", "2048", "…"])
def test_a_name_without_letters_that_packages_have_needs_an_identifier(project: Project, name: str) -> None:
    with pytest.raises(Problem, match=r'set identifier = "org\.example'):
        read_package(read_settings(project.put("app.py")), name)


@pytest.mark.parametrize("identifier", ["budget", "org..budget", "org.2.budget", "org.ex ample", ""])
def test_an_identifier_is_a_reversed_domain_name(project: Project, identifier: str) -> None:
    project.put("pyproject.toml", f"[tool.deskstate.bundle]\nidentifier = '{identifier}'")
    with pytest.raises(Problem, match="must be a reversed domain name"):
        read_package(read_settings(project.put("app.py")), "Budget")


def test_a_table_that_is_not_of_the_standard_is_refused_by_installers_alone(project: Project) -> None:
    project.put("pyproject.toml", "[project]\nauthors = 'Ada'")
    script = project.put("app.py")
    make_plan(Wishes(script))
    with pytest.raises(Problem, match=r"\[project\]: Expected `array`.*authors"):
        make_plan(Wishes(script, installer=True))


def test_one_file_needs_no_installer(project: Project) -> None:
    with pytest.raises(Problem, match="leave out either --installer or --onefile"):
        make_plan(Wishes(project.put("app.py"), installer=True, onefile=True))


@pytest.mark.parametrize(("system", "platform"), [("win32", "windows"), ("darwin", "macOS")])
def test_briefcase_takes_the_bundle_as_an_external_app(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, platform: str
) -> None:
    plan, package = planned(project, f'{ABOUT}identifier = "org.example.budget"')
    folder = plan.output.parent / "installer"
    folder.mkdir(parents=True)
    briefcase.require(package, system)
    briefcase.write_project(plan, package, folder, system)
    monkeypatch.chdir(folder)
    config: Any = import_module("briefcase.config")  # without types
    console = import_module("briefcase.console").Console()
    everything, apps = config.parse_config(folder / "pyproject.toml", platform, "app", console)
    assert list(apps) == ["budget"]
    app = config.DraftAppConfig(**apps["budget"])
    assert (app.formal_name, str(app.version), app.bundle_identifier) == (
        "Unser Büdget",
        "1.2rc1",
        "org.example.budget",
    )
    assert Path(str(app.external_package_path)).resolve() == plan.output
    assert app.external_package_executable_path == ("Unser Büdget.exe" if system == "win32" else None)
    assert config.GlobalConfig(**everything).author == "Ada Lovelace"
    assert app.license_files == ["LICENSE"]
    assert app.sources is None
    assert (folder / "LICENSE").read_text() == "Do as you like.\n"
    magic = b"\0\0\1\0" if system == "win32" else b"icns"
    assert (folder / f"icon.{'ico' if system == 'win32' else 'icns'}").read_bytes().startswith(magic)


def test_windows_and_macos_know_an_app_by_its_identifier(project: Project) -> None:
    _, package = planned(project)
    with pytest.raises(Problem, match=r'identifier = "org\.example\.budget"'):
        briefcase.require(package, "darwin")


def test_an_msi_shows_a_licence(project: Project) -> None:
    _, package = planned(project, f'{ABOUT}identifier = "org.example.budget"')
    with pytest.raises(Problem, match="put a file LICENSE"):
        briefcase.require(msgspec.structs.replace(package, licences=[]), "win32")
    briefcase.require(msgspec.structs.replace(package, licences=[]), "darwin")


def test_no_licence_is_a_licence_that_gives_no_rights(project: Project) -> None:
    assert read_package(read_settings(project.put("app.py")), "Budget").licence == UNSAID


def test_what_a_person_made_beside_the_configuration_stays(tmp_path: Path) -> None:
    new, place = tmp_path / "scratch" / "app-installer", tmp_path / "dist"
    new.mkdir(parents=True)
    new.joinpath("pyproject.toml").write_text("new")
    old = place / "app-installer"
    (old / "dist").mkdir(parents=True)
    (old / "dist" / "app.msi").write_text("precious")
    (old / "pyproject.toml").write_text("old")
    assert Installer(new, "").publish(place) == old
    assert (old / "pyproject.toml").read_text() == "new"
    assert (old / "dist" / "app.msi").read_text() == "precious"


def test_an_installer_that_cannot_be_put_there_says_so(tmp_path: Path) -> None:
    file = tmp_path / "app.deb"
    file.touch()
    (tmp_path / "dist" / "app.deb").mkdir(parents=True)
    with pytest.raises(BuildFailed, match=r"app\.deb cannot be written"):
        Installer(file, "").publish(tmp_path / "dist")


def test_an_icon_becomes_a_square_of_its_largest_picture(tmp_path: Path) -> None:
    wide = QImage(100, 50, QImage.Format.Format_ARGB32)
    wide.fill(0xFFFF0000)
    assert wide.save(str(tmp_path / "wide.png"))
    write_icon(tmp_path / "wide.png", tmp_path / "square.png")
    square = QImage(str(tmp_path / "square.png"))
    assert (square.width(), square.height()) == (SIDE_PX, SIDE_PX)
    assert square.pixelColor(SIDE_PX // 2, SIDE_PX // 2).name() == "#ff0000"
    assert square.pixelColor(SIDE_PX // 2, 2).alpha() == 0


def test_an_icon_that_only_has_the_name_of_a_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "icon.png").write_text("no picture")
    with pytest.raises(Problem, match=r"icon\.png is no picture"):
        write_icon(tmp_path / "icon.png", tmp_path / "square.png")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc is Linux's")
def test_the_c_library_that_python_asks_for_is_one_that_this_system_has() -> None:
    found = needed_glibc(Path(sysconfig.get_path("stdlib"), "lib-dynload"))
    here = os.confstr("CS_GNU_LIBC_VERSION")
    assert here is not None
    assert (2, 0) < tuple(map(int, found.split("."))) <= tuple(map(int, here.removeprefix("glibc ").split(".")))
