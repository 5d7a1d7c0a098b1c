"""Bundled fonts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QImage, QPainter

import deskstate_widgets
from deskstate_widgets.look import fonts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


DATA = Path(deskstate_widgets.__file__).parent / "data"


@pytest.mark.usefixtures("qapp")
def test_text_is_set_in_the_family_that_is_asked_for() -> None:
    assert QFontInfo(fonts.ui_font(15)).family() == fonts.ui_font_family()
    assert QFontInfo(fonts.mono_font(13)).family() == fonts.mono_font_family()
    assert QFontInfo(fonts.mono_font(13)).fixedPitch()


@pytest.mark.usefixtures("qapp")
def test_semibold_has_a_face_of_its_own() -> None:
    regular, strong = fonts.ui_font(15), fonts.ui_font(15, fonts.SEMIBOLD)
    assert QFontMetrics(strong).horizontalAdvance("Hamburg") > QFontMetrics(regular).horizontalAdvance("Hamburg")


def ink(text: str, weight: QFont.Weight) -> int:
    """How dark a text is in all."""
    picture = QImage(120, 40, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.setFont(fonts.ui_font(24, weight))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return sum(255 - byte for byte in bytes(picture.constBits()))


@pytest.mark.usefixtures("qapp")
def test_strong_letters_of_a_font_without_a_strong_face_are_strong() -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("needs a font with Chinese letters, such as fonts-wqy-zenhei")
    assert ink("漢字", fonts.SEMIBOLD) > 1.2 * ink("漢字", QFont.Weight.Normal) > 0


@pytest.mark.usefixtures("qapp")
def test_strong_letters_of_the_house_are_semibold_and_made_no_stronger() -> None:
    assert ink("Hamburg", fonts.SEMIBOLD) == ink("Hamburg", QFont.Weight.DemiBold)


def test_every_font_has_its_licence_beside_it() -> None:
    families = {file.stem.partition("-")[0] for file in (DATA / "fonts").glob("*.ttf")}
    assert families == {file.name.removesuffix("-LICENSE.txt") for file in (DATA / "fonts").glob("*-LICENSE.txt")}
    assert sum(file.stat().st_size for file in DATA.rglob("*") if file.is_file()) < 3_200_000


def test_a_machine_without_fonts_shows_text_emoji_and_icons(tmp_path: Path) -> None:
    """In a process of its own, because Qt reads the system's fonts once."""
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    shown = tmp_path / "shown.png"
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication(['x', '-platform', 'offscreen'])\n"
        "from deskstate_widgets.look.fonts import ui_font\n"
        "from deskstate_widgets.text.rich_text import RichText, Words\n"
        "app.setFont(ui_font()); text = RichText(); text.write(Words('**Text** `code` 🔴 :material/home:'))\n"
        "text.resize(300, 30); text.grab().save(sys.argv[1])"
    )
    environment = {
        "FONTCONFIG_FILE": str(empty),
        "PYTHONPATH": str(DATA.parent.parent),
        "HOME": str(tmp_path),
        "PATH": "",
    }
    subprocess.run([sys.executable, "-c", code, str(shown)], check=True, env=environment, timeout=60)
    image = QImage(str(shown))
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(pixel.red() > 180 and pixel.green() < 90 for pixel in pixels)
    assert sum(pixel.lightness() < 90 for pixel in pixels) > 200


def test_nothing_is_loaded_before_it_is_asked_for(qtbot: QtBot) -> None:
    code = (
        "import sys; import deskstate_widgets.text.rich_text\n"
        "from deskstate_widgets.markdown.html import to_html; to_html('A line with **strong** words and `code`')\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'markdown_it', 'pygments'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(DATA.parent.parent)},
    )
    assert done.stdout.strip() == "[]"
