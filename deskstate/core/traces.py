"""An exception as its reader wants it: the message, and the lines of their own code.

No Qt.
"""

from __future__ import annotations

import os
import re
import sys
import traceback
from functools import lru_cache
from types import FrameType, TracebackType
from typing import Final

from deskstate import errors
from deskstate.core.properties.status import Traceback

UserLine = tuple[str, int]
"""A file of the user's, and the number of a line in it."""
_OWN: Final = (
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep,
    *((f"deskstate{os.sep}", f"deskstate_widgets{os.sep}") if getattr(sys, "frozen", False) else ()),
)
"""Folders of deskstate, whose frames are not shown; in a bundle, modules are named by their places in it."""
_LONGEST: Final = 10_000
"""Characters of a message that are shown."""
_CODE: Final = r"(?s)(?<!`)(`+) ?(.+?) ?\1(?!`)"
"""Pattern of code in Markdown, as `errors.code` writes it; not compiled before there is an error."""
_MOST_FRAMES: Final = 40
"""Frames that are shown of an endless recursion: the first and the last half of that many."""


@lru_cache(maxsize=4096)
def is_user_frame(filename: str) -> bool:
    """True for a frame of the user's own code, and of libraries that they call."""
    return not filename.startswith(_OWN) and not filename.startswith("<frozen")


def calling_line() -> UserLine | None:
    """File and line of the user's call that deskstate is answering; None when no code of theirs is at work."""
    frame: FrameType | None = sys._getframe(1)  # pyright: ignore[reportPrivateUsage] # inspect's way is slow
    while frame is not None and not is_user_frame(frame.f_code.co_filename):
        frame = frame.f_back
    return None if frame is None else (frame.f_code.co_filename, frame.f_lineno)


def place(line: UserLine) -> str:
    """A line of the user's as a sentence names it: "app.py, line 12"."""
    return f"{os.path.basename(line[0])}, line {line[1]}"


def describe(error: BaseException, *, width: str | int = "stretch") -> Traceback:
    """The record that shows an exception (rules 19.1, 19.2)."""
    message = _message(error)
    return Traceback(
        type_name=_type_name(error),
        message=message if len(message) <= _LONGEST else message[:_LONGEST] + " …",
        is_markdown=isinstance(error, errors.APIException),
        frames=frames(error.__traceback__, error),
        is_warning=isinstance(error, Warning),
        width=width,  # type: ignore[arg-type] # checked by the caller
    )


def formatted(error: BaseException) -> str:
    """An exception with all that led to it, as Python prints it, without the frames of deskstate (rule 19.3).

    Its message is plain text: the marks of Markdown are for the window.
    """
    whole = traceback.TracebackException.from_exception(error)
    parts = [whole]
    for part in parts:  # which grows meanwhile
        part.stack = traceback.StackSummary.from_list([each for each in part.stack if is_user_frame(each.filename)])
        context = part.__context__
        if context is not None and context.stack and not any(is_user_frame(each.filename) for each in context.stack):
            part.__context__ = None  # how deskstate has found out is no concern of the user's
        parts += [each for each in (part.__cause__, part.__context__, *(part.exceptions or ())) if each is not None]
    return _as_plain("".join(whole.format()), error)


def frames(trace: TracebackType | None, error: BaseException | None = None) -> tuple[str, ...]:
    """The user's frames, formatted, outermost first; for a syntax error the line that it is in."""
    if isinstance(error, SyntaxError) and error.filename:
        return (*_user_frames(trace), "".join(traceback.format_exception_only(error)[:-1]).rstrip("\n"))
    return _user_frames(trace)


def _as_plain(text: str, error: BaseException) -> str:
    """A formatted exception without the marks of Markdown in its message, and in those of what led to it."""
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        if isinstance(each, errors.APIException) and (message := _message(each)):
            text = text.replace(message, re.sub(_CODE, r"\2", message))
        each = each.__cause__ or each.__context__
    return text


def _user_frames(trace: TracebackType | None) -> tuple[str, ...]:
    if trace is None:
        return ()
    summary = traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)
    kept = [frame for frame in summary if is_user_frame(frame.filename)]
    if len(kept) > _MOST_FRAMES:
        half = _MOST_FRAMES // 2
        left_out = len(kept) - _MOST_FRAMES
        head = traceback.StackSummary.from_list(kept[:half]).format()
        tail = traceback.StackSummary.from_list(kept[-half:]).format()
        return (*_stripped(head), f"  … {left_out} more frames …", *_stripped(tail))
    return _stripped(traceback.StackSummary.from_list(kept).format())


def _stripped(lines: list[str]) -> tuple[str, ...]:
    return tuple(line.rstrip("\n") for line in lines)


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__name__}"


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException as broken:  # the user's own __str__ may raise anything
        return f"(its message cannot be shown: {type(broken).__name__} in __str__)"
