"""Palette and style sheet from the tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from deskstate_widgets.house_sheet import house_sheet
from deskstate_widgets.look.palette import palette, tokens_of
from deskstate_widgets.look.tokens import DARK, LIGHT, Tokens
from tests.widgets.colors import contrast

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
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.BrightText) == QColor(tokens.faint)


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
        assert contrast(ink, ground) >= least, (ink, ground)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_ring_of_the_focus_is_seen_on_all_that_it_lies_on_or_surrounds(tokens: Tokens) -> None:
    for ground in (
        tokens.background,
        tokens.sidebar,
        tokens.surface,
        tokens.surface_hover,
        tokens.surface_pressed,
        tokens.sunken,
        tokens.track,
    ):
        assert contrast(tokens.focus, ground) >= 3.0, ground
    for fill in (tokens.primary, tokens.primary_hover, tokens.primary_pressed):  # with a gap between it and the ring
        for gap in (tokens.background, tokens.sidebar):
            assert contrast(fill, gap) >= 3.0, (fill, gap)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_disabled_text_can_be_read_and_is_dimmer_than_any_other(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.sidebar, tokens.surface, tokens.sunken, tokens.track):
        assert 2.5 <= contrast(tokens.faint, ground) < 0.8 * contrast(tokens.muted, ground), ground


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_what_is_sunken_stands_out_on_the_page_and_on_the_sidebar(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.sidebar):
        assert contrast(tokens.sunken, ground) >= 1.08, ground
    for ink in (tokens.text, tokens.muted, *(hue.text for hue in tokens.hues.values())):
        assert contrast(ink, tokens.sunken) >= 4.5, ink


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_style_sheet_names_no_colour_of_its_own(tokens: Tokens) -> None:
    text = house_sheet(tokens)
    known = set(re.findall(r"#[0-9a-fA-F]{6}", repr(tokens)))
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) <= known
    assert text.count("{") == text.count("}")
