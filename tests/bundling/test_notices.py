"""The licences of what a bundle holds."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

from deskstate.bundling.notices import write_notices


def notices(folder: Path, *modules: str) -> str:
    write_notices(modules, str(folder / "licences.txt"))
    return (folder / "licences.txt").read_text(encoding="utf-8")


def test_each_part_has_its_licence_and_its_text(tmp_path: Path) -> None:
    text = notices(tmp_path, "msgspec._core", "pygments.lexers.python", "os.path")
    assert f"msgspec {version('msgspec')}\n" in text
    assert "Licence: BSD-3-Clause" in text
    assert "Jim Crist-Harif" in text
    assert "Georg Brandl" in text
    assert f"Python {platform.python_version()}\n" in text
    assert f"deskstate {version('deskstate')}\n" in text
    assert "markdown-it-py" not in text


def test_qt_comes_with_the_texts_that_its_wheels_leave_out(tmp_path: Path) -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" not in notices(tmp_path, "msgspec")
    text = notices(tmp_path, os.path.join("PySide6", "Qt", "lib", "libQt6Core.so.6"))
    assert f"PySide6_Essentials {version('PySide6-Essentials')}\n" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "TERMS AND CONDITIONS" in text


def test_each_part_is_named_once_however_many_modules_it_has(tmp_path: Path) -> None:
    text = notices(tmp_path, "msgspec", "msgspec.json", "msgspec.toml")
    assert text.count(f"msgspec {version('msgspec')}\n") == 1
