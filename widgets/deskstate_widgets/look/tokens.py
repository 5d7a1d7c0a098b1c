"""The measures and colours of the house style, light and dark.

No Qt. A widget asks `palette.tokens_of(self)` when it paints, so a change of theme needs no bookkeeping.
"""

from __future__ import annotations

import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

GAP_PX: Final = 16
"""Between two elements of a column."""
SMALL_GAP_PX: Final = 8
"""Between parts that belong together."""
LABEL_GAP_PX: Final = 6
"""Between a field's label and the field."""
RADIUS_PX: Final = 8
"""Corners of fields, buttons, cards."""
SMALL_RADIUS_PX: Final = 5
"""Corners of chips, check boxes, inline code."""
CONTROL_PX: Final = 38
"""Height of a one-line field and of a button."""
COLUMN_PX: Final = 736
"""Width of the readable column (layout "centered")."""
SIDEBAR_PX: Final = 280
"""Width of the sidebar until a person drags its edge."""
PAD_PX: Final = 16
"""Inside of a card, a form, an expander."""

RING_PX: Final = 2
"""Width of the ring of keyboard focus."""
RING_GAP_PX: Final = 2
"""Between that ring and the fill of what it surrounds."""

BODY_PX: Final = 15
SMALL_PX: Final = 13
"""Labels, captions, code."""
HEADING_PX: Final = MappingProxyType({1: 34, 2: 26, 3: 20, 4: 17, 5: 15, 6: 13})
"""Type scale of headings h1 to h6, in px."""
SIDEBAR_HEADING_PX: Final = MappingProxyType({1: 24, 2: 20, 3: 17, 4: 15, 5: 14, 6: 13})
"""The same in the sidebar, whose lines are short."""
LINE_HEIGHT: Final = 1.5
"""Of body text, as a factor of the font's size."""
STRONG_WEIGHT: Final = 600 if sys.platform in ("win32", "darwin") else 700
"""Of headings and strong text, which are semibold. The bundled fonts have no other strong face, and answer 700 with it.
From 700 on Qt makes a strong face where a font has none, as many do for Chinese, Japanese and Korean; at 600 it would
draw regular letters."""
ICON_PX: Final = 18
"""Of the letters of the icon font."""


class Hue(msgspec.Struct, frozen=True):
    """One named colour in its three uses."""

    solid: str
    """Lines, bars, icons."""
    background: str
    """Behind text of this colour."""
    text: str
    """Readable on the window's background and on `background`."""


class Tokens(msgspec.Struct, frozen=True):
    """Every colour that deskstate draws with, as "#rrggbb"."""

    dark: bool
    background: str
    """Of the window."""
    sidebar: str
    surface: str
    """Of fields and buttons."""
    surface_hover: str
    surface_pressed: str
    sunken: str
    """Of code blocks, disabled fields, trees of data: stands out on the page and on the sidebar."""
    text: str
    muted: str
    """Captions, placeholders, secondary icons: at least 4.5 : 1 on `background`."""
    faint: str
    """Text of disabled controls: dimmer than `muted`, and at least 2.5 : 1 on all that is behind it."""
    border: str
    """Hairlines of fields and cards."""
    border_strong: str
    """Edges of check boxes and of hovered fields: at least 3 : 1."""
    track: str
    """The empty part of sliders, switches and progress bars."""
    primary: str
    """Fills: at least 4.5 : 1 under `on_primary`."""
    primary_hover: str
    primary_pressed: str
    primary_text: str
    """The accent as text or thin line on `background`."""
    on_primary: str
    link: str
    focus: str
    """The ring around the control with keyboard focus: at least 3 : 1 on every ground. A filled control keeps a gap in
    the colour of the ground between its fill and the ring."""
    hues: Mapping[str, Hue]
    """red, orange, yellow, green, blue, violet, gray."""


LIGHT: Final = Tokens(
    dark=False,
    background="#ffffff",
    sidebar="#f6f7f9",
    surface="#ffffff",
    surface_hover="#f4f6f8",
    surface_pressed="#e9ecf1",
    sunken="#ebedf2",
    text="#1d232e",
    muted="#626b7a",
    faint="#7e8795",
    border="#d9dde4",
    border_strong="#8b94a3",
    track="#e3e6ec",
    primary="#2f62d2",
    primary_hover="#2857bf",
    primary_pressed="#214ba8",
    primary_text="#2a5bc8",
    on_primary="#ffffff",
    link="#2a5bc8",
    focus="#4a78e0",
    hues=MappingProxyType(
        {
            "red": Hue("#d83c46", "#fdeeef", "#a8242f"),
            "orange": Hue("#e07b1a", "#fff3e4", "#9a4d07"),
            "yellow": Hue("#d9a60b", "#fdf6dd", "#7a5b03"),
            "green": Hue("#27965c", "#e8f6ee", "#15693d"),
            "blue": Hue("#2f74d8", "#eaf2fd", "#1c539f"),
            "violet": Hue("#7b55d3", "#f2eefc", "#5935a8"),
            "gray": Hue("#7b8493", "#eff1f4", "#535c6a"),
        }
    ),
)

DARK: Final = Tokens(
    dark=True,
    background="#16181d",
    sidebar="#1c1f25",
    surface="#20242b",
    surface_hover="#292e37",
    surface_pressed="#313742",
    sunken="#272b34",
    text="#e7eaef",
    muted="#9aa3b2",
    faint="#747d8c",
    border="#363c47",
    border_strong="#6f7989",
    track="#343a45",
    primary="#3b70dc",
    primary_hover="#4a7de6",
    primary_pressed="#3567cc",
    primary_text="#86abf5",
    on_primary="#ffffff",
    link="#86abf5",
    focus="#5b8aec",
    hues=MappingProxyType(
        {
            "red": Hue("#e5555f", "#3a2126", "#f49aa1"),
            "orange": Hue("#e98e36", "#382819", "#f5b676"),
            "yellow": Hue("#dfb22e", "#332c17", "#ecce74"),
            "green": Hue("#3aae72", "#1a3026", "#82d3a8"),
            "blue": Hue("#4b8bea", "#1c2a40", "#93bbf6"),
            "violet": Hue("#956fe6", "#2b2442", "#bfa5f5"),
            "gray": Hue("#8d96a5", "#292d35", "#b3bac6"),
        }
    ),
)
