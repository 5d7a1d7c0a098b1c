"""Building: PyInstaller in a process of its own, in a scratch folder beside the bundle; what is whole is moved there.

No Qt.
"""

from __future__ import annotations

import importlib.util
import json
import os
import py_compile
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from deskstate.bundling.names import EPOCH, MANIFEST, SPARE, SPARE_FONTS
from deskstate.bundling.plan import Plan
from deskstate.bundling.problems import BuildFailed, Problem
from deskstate.bundling.programs import Programs, last_lines

_LAUNCHER: Final = """\
import sys

if "multiprocessing" in sys.modules:  # PyInstaller loads it before this, in applications that use it
    sys.modules["multiprocessing"].freeze_support()

from deskstate.core.own_import import use_pythons_own_import

use_pythons_own_import()  # PyInstaller has loaded Qt before this

from deskstate.bundling.frozen import main

main()
"""
_SPEC: Final = """\
import json
from pathlib import Path

from PyInstaller.depend.bindepend import get_imports, resolve_library_path

from deskstate.bundling import contents
from deskstate.bundling.contents import only_python, own_sources, pruned, spare, stripped, taken_along, unused, without
from deskstate.bundling.notices import NAME, write_notices

with open({words!r}, encoding="utf-8") as file:
    words = json.load(file)

a = Analysis([words["launcher"], *words["sources"]], pathex=[words["folder"]], datas=words["datas"],
             hiddenimports=words["imports"], excludes=contents.MODULES)
a.scripts = [entry for entry in a.scripts if entry[1] not in words["sources"]]
a.pure = own_sources(a.pure, words["sources"])
taken = taken_along(a.graph.get_code_using, words["imports"])
a.pure, a.binaries, a.datas = (without(entries, taken) for entries in (a.pure, a.binaries, a.datas))
no_digests = not any(entry[0] == "ssl" for entry in a.pure) and only_python(a.graph.get_code_using("hashlib"))
a.binaries = pruned(
    a.binaries,
    lambda path: [name for name, _ in get_imports(path)],
    lambda place: unused(place) or (no_digests and "_hashlib" in place),
)
a.binaries += spare(resolve_library_path)
a.binaries = stripped(a.binaries, Path(words["stripped"]))
here = {{entry[0] for entry in a.binaries}}
a.datas = [entry for entry in pruned(a.datas, lambda path: ()) if entry[2] != "SYMLINK" or entry[1] in here]
write_notices((entry[0] for entry in (*a.pure, *a.binaries)), words["notices"])
a.datas.append((NAME, words["notices"], "DATA"))
pyz = PYZ(a.pure)
inside = [a.binaries, a.datas] if words["onefile"] else []
exe = EXE(pyz, a.scripts, *inside, name=words["name"], exclude_binaries=not words["onefile"], upx=False,
          console=words["console"], icon=words["icon"])
if not words["onefile"]:
    folder = COLLECT(exe, a.binaries, a.datas, name=words["name"], upx=False)
    if words["application"]:
        BUNDLE(folder, name=words["application"], icon=words["icon"], bundle_identifier=words["identifier"],
               version=words["version"])
"""
_FONTS: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="pattern"><edit name="hintstyle" mode="append"><const>hintslight</const></edit></match>
</fontconfig>
"""
_PROGRAM_ICONS: Final = {"win32": "program.ico", "darwin": "program.icns"}
"""Systems whose programs carry their icon."""
_HASH_SEED: Final = "1"
"""Sets would be written in another order in each build."""


def require_pyinstaller() -> None:
    """Raise Problem when PyInstaller is not installed."""
    if importlib.util.find_spec("PyInstaller") is None:
        raise Problem("bundling needs PyInstaller: pip install 'deskstate[bundle]'")


@contextmanager
def scratch(plan: Plan) -> Generator[Path]:
    """A folder on the same drive as the bundle, gone at the end, and the folders around it unless there is a bundle."""
    missing = [folder for folder in plan.output.parents if not folder.exists()]
    try:
        plan.output.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".deskstate-", dir=plan.output.parent))
    except OSError as error:
        raise Problem(f"the folder {plan.output.parent} cannot be written to: {error.strerror}") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for each in missing:
            with suppress(OSError):  # it holds the bundle
                each.rmdir()


def build(plan: Plan, folder: Path, programs: Programs) -> Path:
    """Build a bundle in a scratch folder.

    Returns:
        The new bundle: a folder, or a file for `onefile`.

    Raises:
        BuildFailed: With the end of PyInstaller's log.
    """
    words = _words(plan, folder)
    (folder / "launcher.py").write_text(_LAUNCHER, encoding="utf-8")
    (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
    spec = folder / "bundle.spec"
    spec.write_text(_SPEC.format(words=str(folder / "words.json")), encoding="utf-8")
    environment = {
        **os.environ,
        "PYINSTALLER_CONFIG_DIR": str(folder / "cache"),
        "PYTHONHASHSEED": _HASH_SEED,
        "SOURCE_DATE_EPOCH": EPOCH,
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work"), str(spec)]
    done = programs.run(command, environment, folder)
    made = folder / "dist" / plan.output.name
    if done.returncode or not made.exists():
        end = last_lines(done.stdout)
        raise BuildFailed(f"PyInstaller ended with exit code {done.returncode}. The end of its log:\n{end}")
    return made


def publish(plan: Plan, made: Path) -> None:
    """Put a new bundle where it belongs, in the place of an older one."""
    former = made.with_name(f"{made.name}.former")
    try:
        if plan.output.exists():
            plan.output.rename(former)
        made.rename(plan.output)
    except OSError as error:
        if former.exists() and not plan.output.exists():
            former.rename(plan.output)
        raise BuildFailed(f"{plan.output} cannot be written: {error.strerror}. Is the application running?") from None


def _words(plan: Plan, folder: Path) -> dict[str, object]:
    """What the spec file is told."""
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps(plan.manifest(), sort_keys=True), encoding="utf-8")
    datas = [(str(manifest), ".")]
    for file in (*plan.sources, *plan.data):
        datas.append((str(file), os.path.dirname(plan.place(file))))
    datas += _compiled(plan, folder)
    if sys.platform.startswith("linux"):
        fonts = folder / os.path.basename(SPARE_FONTS)
        fonts.write_text(_FONTS, encoding="utf-8")
        datas.append((str(fonts), SPARE))
    icon = None
    if plan.icon is not None:
        from deskstate.bundling.icons import write_icon  # late: it loads Qt

        picture = folder / str(plan.manifest()["icon"])
        write_icon(plan.icon, picture)
        datas.append((str(picture), "."))
        if sys.platform in _PROGRAM_ICONS:
            icon = folder / _PROGRAM_ICONS[sys.platform]
            write_icon(plan.icon, icon)
    stripped = folder / "stripped"
    stripped.mkdir()
    return {
        "launcher": str(folder / "launcher.py"),
        "sources": [str(path) for path in plan.sources],
        "folder": str(plan.script.parent),
        "datas": datas,
        "imports": plan.imports,
        "notices": str(folder / "notices.txt"),
        "name": plan.name,
        "onefile": plan.onefile,
        "console": plan.console,
        "stripped": str(stripped),
        "icon": None if icon is None else str(icon),
        "application": plan.output.name if plan.output.suffix == ".app" else None,
        "identifier": plan.identifier,
        "version": plan.version,
    }


def _compiled(plan: Plan, folder: Path) -> Iterator[tuple[str, str]]:
    """The modules of the app as byte code beside their sources: an installed app cannot write any."""
    for index, source in enumerate(plan.sources):
        if source == plan.script:
            continue
        place = os.path.dirname(plan.place(source))
        name = os.path.basename(importlib.util.cache_from_source(source.name))
        target = folder / "compiled" / str(index) / name
        target.parent.mkdir(parents=True)
        py_compile.compile(
            str(source),
            cfile=str(target),
            dfile=plan.place(source),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        yield str(target), f"{place}/__pycache__"
