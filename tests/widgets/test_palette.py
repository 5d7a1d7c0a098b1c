"""Palette and style sheet from the tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from deskstate_widgets.parts.palette import palette
from deskstate_widgets.parts.stylesheet import stylesheet
from deskstate_widgets.parts.tokens import DARK, LIGHT, Tokens, tokens_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_widget_finds_the_tokens_that_its_palette_was_made_from(qtbot: QtBot, tokens: Tokens) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setPalette(palette(tokens))
    assert tokens_of(widget) is tokens


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_disabled_text_is_faint_in_every_role(tokens: Tokens) -> None:
    made = palette(tokens)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        assert made.color(QPalette.ColorGroup.Disabled, role) == QColor(tokens.faint)
        assert made.color(QPalette.ColorGroup.Active, role) == QColor(tokens.text)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_text_can_be_read_on_what_is_behind_it(tokens: Tokens) -> None:
    for ink, ground, least in (
        (tokens.text, tokens.background, 7.0),
        (tokens.text, tokens.surface, 7.0),
        (tokens.text, tokens.surface_pressed, 7.0),
        (tokens.muted, tokens.background, 4.5),
        (tokens.on_primary, tokens.primary, 4.5),
        (tokens.primary_text, tokens.background, 4.5),
        (tokens.hues["red"].text, tokens.background, 4.5),
        (tokens.border_strong, tokens.surface, 3.0),
    ):
        assert _contrast(ink, ground) >= least, (ink, ground)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_style_sheet_names_no_colour_of_its_own(tokens: Tokens) -> None:
    text = stylesheet(tokens)
    known = set(re.findall(r"#[0-9a-fA-F]{6}", repr(tokens)))
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) <= known
    assert text.count("{") == text.count("}")


def _contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 counts it, 1 to 21."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
