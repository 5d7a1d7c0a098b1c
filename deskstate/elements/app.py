"""What concerns the window as a whole: `set_page_config`.

No Qt.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Final, Literal, cast

import msgspec

from deskstate import errors
from deskstate.core.cursor import current
from deskstate.core.properties.layout import Root
from deskstate.elements import checks
from deskstate.elements.icons import emoji_named, is_emoji, is_symbol

_MENU: Final = {"get help": "Get help", "report a bug": "Report a bug", "about": "About"}
_SCHEMES: Final = ("https://", "http://", "mailto:")
_NARROWEST_PX: Final = 200
_WIDEST_PX: Final = 600
_RANDOM: Final = "🚀🎉🌈🔥🌟🎈🦊🐙🍀🌻🍉🎨🎲🧩🪁🔭"


def set_page_config(
    page_title: str | None = None,
    page_icon: str | os.PathLike[str] | None = None,
    layout: Literal["centered", "wide"] | None = None,
    initial_sidebar_state: Literal["auto", "expanded", "collapsed", "locked"] | int | None = None,
    menu_items: Mapping[str, str | None] | None = None,
) -> None:
    """Set up the window. What is None stays as an earlier call of this run has set it (rule 22.6).

    Args:
        page_title: Of the window. Default: the script's file name.
        page_icon: An emoji, its shortcode (":rocket:"), ":material/name:", the path of a picture, or "random" for an
            emoji by chance.
        layout: "centered" (a readable column) or "wide" (the whole window). Default "centered".
        initial_sidebar_state: "auto", "expanded", "collapsed", "locked" (always there), or its width in px, which is
            brought to between 200 and 600. Default "auto".
        menu_items: What the Help menu offers: "Get help" and "Report a bug" with an address, "About" with Markdown;
            None takes an entry away.

    Raises:
        ValueError: For a word that is none of these.
        InvalidURLError: For an address that does not begin with https://, http:// or mailto:.
    """
    run = current().yield_point()
    root = cast("Root", run.root.properties)
    changes: dict[str, Any] = {}
    if page_title is not None:
        changes["title"] = checks.text(page_title)
    if page_icon is not None:
        changes["icon"] = _icon(page_icon, id(run.state)) or root.icon
    if layout is not None:
        changes["layout"] = checks.word("layout", layout, ("centered", "wide"))
    if initial_sidebar_state is not None:
        changes["sidebar"] = word = _sidebar(initial_sidebar_state)
        changes["asked"] = run.line.asks.number("sidebar", word)
    if menu_items is not None:
        changes["menu_items"] = _menu(root.menu_items, menu_items)
    run.root.properties = msgspec.structs.replace(root, **changes)
    run.touch()


def _icon(value: object, seed: int) -> str | None:
    """An icon as the window takes it: an emoji, a symbol, or the absolute path of a picture.

    Args:
        value: What the script gave.
        seed: Makes "random" the same icon in all runs of a window.

    Returns:
        The icon; None for a text that is none, of which the terminal is told: an app can do without its icon.
    """
    if isinstance(value, os.PathLike):
        value = os.fspath(cast("os.PathLike[str]", value))
    if not isinstance(value, str):
        raise errors.InvalidParameterTypeError(
            "page_icon", value, "an emoji, `:material/name:` or the path of a picture"
        )
    icon = value.strip()
    if icon == "random":
        return _RANDOM[seed // 64 % len(_RANDOM)]
    if is_emoji(icon) or is_symbol(icon):
        return icon
    if os.path.isfile(icon):
        return os.path.abspath(icon)
    emoji = emoji_named(icon)
    if emoji is None:
        checks.warn(f"page_icon={value!r} is neither an emoji, nor a Material symbol, nor the path of a picture")
    return emoji


def _sidebar(value: Any) -> str | int:
    if isinstance(value, int) and value > 0:
        return max(_NARROWEST_PX, min(_WIDEST_PX, value))
    if isinstance(value, str) and value in ("auto", "expanded", "collapsed", "locked"):
        return value
    words = "`'auto'`, `'expanded'`, `'collapsed'`, `'locked'` or a width in pixels"
    raise errors.ValueError("initial_sidebar_state", words, got=value)


def _menu(
    old: tuple[tuple[str, str | None], ...], items: Mapping[str, str | None]
) -> tuple[tuple[str, str | None], ...]:
    entries = dict(old)
    for name, value in items.items():
        title = _MENU.get(str(name).strip().lower())
        if title is None:
            raise errors.ValueError("menu_items", tuple(f"`'{each}'`" for each in _MENU.values()), got=name)
        if title != "About" and value is not None and not str(value).startswith(_SCHEMES):
            raise errors.InvalidURLError(value)
        entries[title] = None if value is None else checks.block(value)
    return tuple(entries.items())
