"""The elements that tell how things stand: boxes, exceptions, progress, spinner, toasts.

No Qt.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import msgspec

from deskstate import errors
from deskstate.core import traces
from deskstate.core.around import TOASTS
from deskstate.core.cursor import here
from deskstate.core.element import Element
from deskstate.core.properties import status as records
from deskstate.core.properties.base import Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Spot
from deskstate.elements.icons import icon as checked_icon
from deskstate.elements.icons import leading_icon

if TYPE_CHECKING:
    from deskstate.elements.place import Place

_DURATIONS_S: Final = {"short": 4.0, "long": 10.0, "infinite": None}
_TOASTS_PER_RUN: Final = 1000
"""Serial numbers that one run has for its toasts."""


class StatusElements(Spot):
    """`success`, `info`, `warning`, `error`, `exception`, `progress`, `spinner` and `toast`."""

    __slots__ = ()

    def success(
        self, body: object, *, icon: str | None = None, width: Width = "stretch", title: object = None
    ) -> Place:
        """A green box.

        Args:
            body: Markdown; an emoji or icon that it begins with becomes the box's icon.
            icon: An emoji, ":material/name:" or "spinner".
            width: "stretch" or px.
            title: Inline Markdown above the body, in bold.

        Returns:
            Its place (rule 11.6).
        """
        return self._show(alert, "success", body if type(body) is str else str(body), icon, width, title)

    def info(self, body: object, *, icon: str | None = None, width: Width = "stretch", title: object = None) -> Place:
        """A blue box.

        Args:
            body: Markdown; an emoji or icon that it begins with becomes the box's icon.
            icon: An emoji, ":material/name:" or "spinner".
            width: "stretch" or px.
            title: Inline Markdown above the body, in bold.

        Returns:
            Its place (rule 11.6).
        """
        return self._show(alert, "info", body if type(body) is str else str(body), icon, width, title)

    def warning(
        self, body: object, *, icon: str | None = None, width: Width = "stretch", title: object = None
    ) -> Place:
        """A yellow box.

        Args:
            body: Markdown; an emoji or icon that it begins with becomes the box's icon.
            icon: An emoji, ":material/name:" or "spinner".
            width: "stretch" or px.
            title: Inline Markdown above the body, in bold.

        Returns:
            Its place (rule 11.6).
        """
        return self._show(alert, "warning", body if type(body) is str else str(body), icon, width, title)

    def error(self, body: object, *, icon: str | None = None, width: Width = "stretch", title: object = None) -> Place:
        """A red box.

        Args:
            body: Markdown; an emoji or icon that it begins with becomes the box's icon.
            icon: An emoji, ":material/name:" or "spinner".
            width: "stretch" or px.
            title: Inline Markdown above the body, in bold.

        Returns:
            Its place (rule 11.6).
        """
        return self._show(alert, "error", body if type(body) is str else str(body), icon, width, title)

    def exception(self, exception: BaseException, width: Width = "stretch") -> Place:
        """An exception, with the lines of the script that it came through (rule 19.6).

        Args:
            exception: The exception.
            width: "stretch" or px.

        Returns:
            Its place (rule 11.6).
        """
        cursor = here()
        run = cursor.run.yield_point()
        return self.answer(self._put(cursor, run, Element(_exception(exception, width))))

    def progress(self, value: float, text: str | None = None, width: Width = "stretch") -> Place:
        """A bar that grows. `.progress(...)` of what it answers with moves it, `.empty()` takes it away.

        Args:
            value: An int from 0 to 100, or a float from 0.0 to 1.0.
            text: Inline Markdown above the bar.
            width: "stretch" or px.

        Returns:
            Its place (rule 11.6).

        Raises:
            ValueOutOfRangeError: When `value` is out of its range (rule 21.17).
            InvalidParameterTypeError: When `value` is no number, or `text` no text.
        """
        return self._show(_progress, _percent(value), text, width)

    def spinner(
        self, text: object = "In progress...", *, show_time: bool = False, width: Width = "content"
    ) -> AbstractContextManager[None]:
        """A sign that the block below takes a while; the window shows it after half a second (rule 16.10).

        Args:
            text: Inline Markdown beside it.
            show_time: True to show for how long it has been going on.
            width: "content", "stretch" or px.

        Returns:
            For a `with` statement. What the block draws stands in the place around it and stays.
        """
        return self._spin(text, show_time, width)

    def toast(
        self,
        body: object,
        *,
        icon: str | None = None,
        duration: Literal["short", "long", "infinite"] | int = "short",
    ) -> Place:
        """A message in the corner of the window that goes by itself, and that outlives the run (rule 22.7).

        Args:
            body: Markdown.
            icon: An emoji, ":material/name:" or "spinner".
            duration: "short" (4 s), "long" (10 s), "infinite" (until it is closed), or seconds.

        Returns:
            Its place: `.toast(...)` of it changes the message.

        Raises:
            MissingRequiredParameterError: When the body is empty.
        """
        cursor = here()
        run = cursor.run.yield_point()
        record = _toast(body, icon, duration)
        region = run.region(TOASTS)
        if self._at is not None and self._at[0] is region and self._at[1] >= 0:
            toasts = cast("list[Element]", region.children)
            serial = cast("records.Toast", toasts[self._at[1]].properties).serial
            place: Spot = self
        else:
            run.toast_count += 1
            serial = run.number * _TOASTS_PER_RUN + run.toast_count
            place = Spot((region, -1))
        element = Element(msgspec.structs.replace(record, serial=serial))
        return self.answer(place._put(cursor, run, element))

    @contextmanager
    def _spin(self, text: object, show_time: bool, width: Width) -> Generator[None]:
        cursor = here()
        run = cursor.run.yield_point()
        record = records.Spinner(
            checks.block(text), show_time=bool(show_time), width=checks.width(width), started_s=monotonic()
        )
        element = Element(record)
        parent, index = self._place(cursor, run)
        children = cast("list[Element]", parent.children)
        below = children[index] if index >= 0 else Element(records.Empty())
        _, index = self._put(cursor, run, element)
        try:
            yield
        finally:
            if children[index] is element:  # else the block has drawn over it
                children[index] = below
                run.touch()


def alert(level: str, body: str, icon: str | None, width: Width, title: object) -> Made:
    """A coloured box."""
    text = checks.block(body)
    sign = checked_icon(icon)
    if icon is None:
        sign, text = leading_icon(text)
    return Made(
        records.Alert(
            text,
            level=level,
            icon=sign,
            title=None if title is None else checks.block(title) or None,
            width=checks.width(width, content=False),
        )
    )


def _exception(exception: Any, width: Width) -> records.Traceback:
    if not isinstance(exception, BaseException):
        raise errors.InvalidParameterTypeError("exception", exception, "an exception")
    return traces.describe(exception, width=checks.width(width, content=False))


def _progress(percent: int, text: object, width: Width) -> Made:
    if text is not None and not isinstance(text, str):
        raise errors.InvalidParameterTypeError("text", text, "a string or None")
    shown = None if text is None else checks.block(text)
    return Made(records.Progress(percent, text=shown, width=checks.width(width, content=False)))


def _percent(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        if not 0 <= value <= 100:
            raise errors.ValueOutOfRangeError("value", value, 0, 100)
        return value
    if not isinstance(value, float):
        raise errors.InvalidParameterTypeError("value", value, "an int from 0 to 100, or a float from 0.0 to 1.0")
    inside = 0.0 <= value <= 1.0 or math.isclose(value, 1.0, abs_tol=1e-9) or math.isclose(value, 0.0, abs_tol=1e-9)
    if not inside:
        raise errors.ValueOutOfRangeError("value", value, 0.0, 1.0)
    return max(0, min(100, int(value * 100)))


def _toast(body: object, icon: str | None, duration: object) -> records.Toast:
    text = checks.text(body)
    if not text:
        raise errors.MissingRequiredParameterError("body", detail="Give the message to show.")
    if isinstance(duration, str) and duration in _DURATIONS_S:
        duration_s = _DURATIONS_S[duration]
    elif isinstance(duration, int) and duration > 0:
        duration_s = float(duration)
    else:
        raise errors.ValueError("duration", "`'short'`, `'long'`, `'infinite'` or whole seconds", got=duration)
    return records.Toast(checks.block(text), icon=checked_icon(icon), duration_s=duration_s)
