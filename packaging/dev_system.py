"""What Qt and the slow tests need from a Linux system: libraries, a font, programs; how Debian and Ubuntu call them.

The libraries were found in a minimal Debian 12: everything that ldd misses for those of Qt and its platform plugins.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dev_environment import SetupError

# Library -> Debian package. Ubuntu 24.04 and Debian 13 renamed libglib2.0-0, and still answer to the old name.
ALWAYS: Mapping[str, str] = MappingProxyType(
    {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11.so.6": "libx11-6",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libxkbcommon.so.0": "libxkbcommon0",
    }
)
X11: Mapping[str, str] = MappingProxyType(
    {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    }
)
WAYLAND: Mapping[str, str] = MappingProxyType(
    {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    }
)
# Program -> Debian package: what tests of real windows need, besides X11.
WINDOW_TESTS: Mapping[str, str] = MappingProxyType({"Xvfb": "xvfb"})
# Program -> Debian package: what builds bundles, and what drives them on a screen and in a system of their own.
SLOW_TESTS: Mapping[str, str] = MappingProxyType(
    {
        "debootstrap": "debootstrap",
        "import": "imagemagick",
        "objcopy": "binutils",
        "xdotool": "xdotool",
    }
)
FONT = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def ensure(*, with_display: bool) -> None:
    """Install what is missing where that is ours to do (apt, as root); otherwise say how.

    Raises:
        SetupError: Something is missing and only the user can install it; the text is the line to run.
    """
    if sys.platform != "linux":
        return
    libraries = {**ALWAYS, **(X11 if with_display else {})}
    if with_display and os.environ.get("WAYLAND_DISPLAY"):
        libraries |= WAYLAND
    missing = _missing_libraries(libraries)
    if importlib.util.find_spec("ensurepip") is None:
        missing["Python's ensurepip"] = f"python3.{sys.version_info.minor}-venv"
    if not has_font():
        missing["a font"] = FONT
    if not missing:
        return
    if shutil.which("apt-get") is None:
        print(f"This system lacks {', '.join(missing)}; its package manager has it. Going on without.", file=sys.stderr)
        return
    if os.geteuid() != 0:
        raise SetupError(f"System packages are missing. Install them, then start this again:\n{_line(missing)}")
    _install(missing)


def ensure_tests(*, slow: bool) -> None:
    """Install what tests need besides Qt where that is ours to do; otherwise say how, and go on without some.

    Args:
        slow: Whether the slow tests run, too.
    """
    if sys.platform != "linux":
        return
    missing = {**missing_for_windows(), **(_missing_programs(SLOW_TESTS) if slow else {})}
    if not missing:
        return
    if shutil.which("apt-get") is None:
        print(f"Some tests are skipped, as this system lacks {', '.join(missing)}.", file=sys.stderr)
    elif os.geteuid() != 0:
        print(f"Some tests are skipped, as system packages are missing:\n{_line(missing)}", file=sys.stderr)
    else:
        try:
            _install(missing)
        except SetupError as error:
            print(f"{error}\nGoing on without: some tests are skipped.", file=sys.stderr)


def missing_for_windows() -> dict[str, str]:
    """What is not here of that which a window on a display of its own needs, with the packages that have it."""
    return {**_missing_libraries({**ALWAYS, **X11}), **_missing_programs(WINDOW_TESTS)}


def can_load(library: str) -> bool:
    """Whether the dynamic linker finds the library and everything that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    """Whether there is any font file in the places where fontconfig looks."""
    return any(
        name.endswith((".ttf", ".otf", ".ttc"))
        for folder in FONT_FOLDERS
        for _, _, names in os.walk(Path(folder).expanduser())
        for name in names
    )


def _missing_libraries(libraries: Mapping[str, str]) -> dict[str, str]:
    return {name: package for name, package in libraries.items() if not can_load(name)}


def _missing_programs(programs: Mapping[str, str]) -> dict[str, str]:
    return {program: package for program, package in programs.items() if shutil.which(program) is None}


def _install(missing: Mapping[str, str]) -> None:
    print(f"Installing system packages: {' '.join(sorted(set(missing.values())))}", flush=True)
    _apt(["apt-get", "update"])
    _apt(_command(missing))


def _command(missing: Mapping[str, str]) -> list[str]:
    return ["apt-get", "install", "--yes", "--no-install-recommends", *sorted(set(missing.values()))]


def _line(missing: Mapping[str, str]) -> str:
    """What a person has to type."""
    return f"sudo apt-get update && sudo {' '.join(_command(missing))}"


def _apt(command: list[str]) -> None:
    done = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(f"{done.stdout}\n`{' '.join(command)}` failed; its output is above.")
