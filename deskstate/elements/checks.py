"""Checks of the parameters that mean the same in every command: texts, sizes, choices of words.

No Qt. They run only when a call's words are new.
"""

from __future__ import annotations

import re
import textwrap
from typing import Any, Final, TypeVar, cast

from deskstate import errors
from deskstate.core import traces
from deskstate.core.properties.base import Height, LabelVisibility, TextAlignment, Width

W = TypeVar("W", bound=str)

GAPS_PX: Final = {
    "xxsmall": 4,
    "xsmall": 8,
    "small": 16,
    "medium": 32,
    "large": 64,
    "xlarge": 96,
    "xxlarge": 128,
    None: 0,
}
"""Names of gaps between elements, in px."""
COLORS: Final = ("red", "orange", "yellow", "blue", "green", "violet", "gray", "grey")
"""Names of colours that commands know."""
_INDENTED: Final = ("", " ", "\t", "\n")
"""How a text begins that may be indented as a whole."""
_BLANK_LINE: Final = re.compile(r"\n[ \t]+(?=\n|\Z)")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def text(value: object) -> str:
    """Any object as text that a window can show: NUL and halves of characters become U+FFFD."""
    shown = value if type(value) is str else str(value)
    if "\0" in shown:
        shown = shown.replace("\0", "\ufffd")
    if shown.isascii():
        return shown
    try:
        shown.encode()  # fails at a lone surrogate, and is ten times faster than looking for one
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", shown)
    return shown


def dedented(value: object) -> str:
    """Any object as text without common indentation."""
    shown = text(value)
    if shown[:1] in _INDENTED:
        return textwrap.dedent(shown)
    # As `dedent`, twenty times faster: the first line says that there is none. It counts where a long text grows.
    return _BLANK_LINE.sub("\n", shown)


def block(value: object) -> str:
    """Any object as Markdown, without common indentation and empty lines around it (rule 22.4)."""
    return dedented(value).strip()


def label(value: object) -> str:
    """The label of an input; None is an empty one.

    An empty label is allowed, and the log says once per call that a person who hears the app instead of seeing it needs
    one.
    """
    shown = "" if value is None else text(value)
    if not shown:
        warn("An input has an empty label", "Give it one, and hide it with label_visibility='collapsed'.")
    return shown


def help(value: object) -> str | None:
    """Markdown of a tooltip, without common indentation, or None."""
    return None if value is None else dedented(value)


def optional(value: object) -> str | None:
    """A text that may be missing."""
    return None if value is None else text(value)


def word(parameter: str, value: Any, words: tuple[W, ...]) -> W:
    """One of a few words. Raises ValueError naming them."""
    for each in words:
        if value == each:
            return each
    raise errors.ValueError(parameter, tuple(f"`'{each}'`" for each in words), got=value)


def boolean(parameter: str, value: object) -> bool:
    """True or False. Raises ValueError for anything else."""
    if not isinstance(value, bool):
        raise errors.ValueError(parameter, "`True` or `False`", got=value)
    return value


def wrap(value: bool | None) -> bool | None:
    """Whether long text may take several lines; None: as the element likes."""
    return None if value is None else boolean("wrap", value)


def label_visibility(value: str) -> LabelVisibility:
    """Checked: "visible", "hidden" or "collapsed"."""
    return word("label_visibility", value, ("visible", "hidden", "collapsed"))


def text_alignment(value: str) -> TextAlignment:
    """Checked: "left", "center", "right" or "justify"."""
    return word("text_alignment", value, ("left", "center", "right", "justify"))


def width(value: Any, *, content: bool = True) -> Width:
    """Checked: "stretch", "content" where that is allowed, or px greater than 0. Raises InvalidWidthError."""
    if _is_size(value, content=content):
        return cast("Width", value)
    raise errors.InvalidWidthError(value, content=content)


def height(value: Any, *, content: bool = True) -> Height:
    """Checked: "stretch", "content" where that is allowed, or px greater than 0. Raises InvalidHeightError."""
    if _is_size(value, content=content):
        return cast("Height", value)
    raise errors.InvalidHeightError(value, content=content)


def old_width(width: Any, use_container_width: bool | None) -> Any:
    """The width under its former name: True was "stretch", False was "content"."""
    if use_container_width is None:
        return width
    return "stretch" if use_container_width else "content"


def gap_px(value: Any) -> int:
    """A gap's name in px, or the px themselves, 0 or more. Raises ValueError."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    name = value.lower() if isinstance(value, str) else value
    if (name is not None and not isinstance(name, str)) or name not in GAPS_PX:
        names = ", ".join(f"`{each!r}`" for each in GAPS_PX)
        raise errors.ValueError("gap", f"one of {names}, or a whole number of pixels", got=value)
    return GAPS_PX[name]


def length(parameter: str, value: Any) -> int | None:
    """A number of characters or of choices; None and 0: any number. Raises ValueError for one below 0."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise errors.ValueError(parameter, "a whole number greater than 0, or `None`", got=value)
    return value or None


def warn(what: str, cure: str = "") -> None:
    """Say something on the terminal, through logging, with the line of the script that it is about.

    Args:
        what: Has happened, without a full stop.
        cure: Whole sentences.
    """
    import logging  # late: it costs several ms, and most runs have nothing to say

    line = traces.calling_line()
    where = "" if line is None else f" ({traces.place(line)})"
    logging.getLogger("deskstate").warning("%s", f"{what}{where}. {cure}".rstrip())


def _is_size(value: object, *, content: bool) -> bool:
    if isinstance(value, str):
        return value == "stretch" or (content and value == "content")
    return isinstance(value, int) and value > 0
