"""Icons as pictures and as text."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPixmap

from deskstate_widgets.icons.letters import icon_font, icon_text
from deskstate_widgets.icons.pictures import icon, icon_pixmap
from deskstate_widgets.look import fonts
from deskstate_widgets.look.symbols import INTERFACE


def colors(picture: QPixmap) -> set[str]:
    """The colours of the opaque pixels."""
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.usefixtures("qapp")
def test_emoji_are_in_colour() -> None:
    assert any(QColor(name).red() > 180 > 90 > QColor(name).green() for name in colors(icon_pixmap("❤️", 32, "#000000")))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("spec", [*INTERFACE, ":material/home:"])
def test_every_glyph_draws_something_inside_its_square(spec: str) -> None:
    picture = icon_pixmap(spec, 24, "#ff0000")
    assert colors(picture) == {"#ff0000"}
    image = picture.toImage()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(24) for y in (0, 23))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_icons_have_the_pixels_of_the_screen(dpr: float) -> None:
    picture = icon_pixmap("add", 16, "#000000", dpr)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (round(16 * dpr), 16)
    assert icon_pixmap("add", 16, "#000000", dpr) is picture


@pytest.mark.usefixtures("qapp")
def test_an_icon_can_be_set_as_text() -> None:
    family, letter = icon_text(":material/home:")
    assert (family, len(letter)) == (fonts.ensure_icons(), 1)
    assert icon_font(":material/home:", 18).families() == [family]
    assert icon_text("😀") == (fonts.ensure_emoji(), "😀")
    assert icon_text(":material/nonsense:")[1] == ":material/nonsense:"


@pytest.mark.usefixtures("qapp")
def test_a_disabled_icon_has_its_own_colour() -> None:
    made = icon("add", 24, "#ff0000", disabled="#00ff00")
    assert colors(made.pixmap(24, 24, made.Mode.Disabled)) == {"#00ff00"}
