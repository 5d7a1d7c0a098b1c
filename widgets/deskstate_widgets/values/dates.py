"""How a date or a time is shown: patterns such as "D MMM YYYY, HH:mm", and the presets that `slider` knows by name.

GUI thread only, as "localized" asks Qt for the country's way of writing.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PIECE: Final = re.compile(
    r"\[(?P<literal>[^\]]*)\]|LTS|LT|LLLL|LLL|LL|L|YYYY|YY|Q|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|do|d|E|"
    r"GGGG|WW|W|HH|H|hh|h|kk|k|mm|m|ss|s|SSSSSS|SSS|SS|S|A|a|ZZ|Z|X|x"
)
_EPOCH: Final = datetime(1970, 1, 1)


def moment(microseconds: int) -> datetime:
    """The date and time so many microseconds after 1970 began, as the script wrote it, without a time zone."""
    return _EPOCH + timedelta(microseconds=microseconds)


def format_moment(value: datetime, format: str, data_type: str = "datetime", now: datetime | None = None) -> str:
    """The text of a date, a time or both.

    Args:
        value: What to show; the date of a mere time does not matter, nor the time of a mere date.
        format: A pattern in moment's letters ("YYYY-MM-DD", "ddd ha", "[week] W"), or "localized", "distance",
            "calendar" or "iso8601".
        data_type: "date", "time" or "datetime": which parts the presets show.
        now: What "distance" and "calendar" compare with; the present by default.
    """
    if format == "iso8601":
        if data_type == "date":
            return value.date().isoformat()
        return value.time().isoformat() if data_type == "time" else value.isoformat()
    if format == "localized":
        return _localized(value, data_type)
    if format == "distance":
        return _distance(value, now or datetime.now())
    if format == "calendar":
        return _calendar(value, data_type, now or datetime.now())
    return _PIECE.sub(lambda match: _piece(value, match), format)


def _piece(value: datetime, match: re.Match[str]) -> str:
    literal: str | None = match["literal"]
    if literal is not None:
        return literal
    letters = match[0]
    whole = _SHORTHANDS.get(letters)
    return format_moment(value, whole) if whole else _PIECES[letters](value)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _sunday_first(value: datetime) -> int:
    return value.isoweekday() % 7


_SHORTHANDS: Final[Mapping[str, str]] = {
    "LTS": "h:mm:ss A",
    "LT": "h:mm A",
    "LLLL": "dddd, MMMM D, YYYY h:mm A",
    "LLL": "MMMM D, YYYY h:mm A",
    "LL": "MMMM D, YYYY",
    "L": "MM/DD/YYYY",
}

_PIECES: Final[Mapping[str, Callable[[datetime], str]]] = {
    "YYYY": lambda value: f"{value.year:04}",
    "YY": lambda value: f"{value.year % 100:02}",
    "Q": lambda value: str((value.month + 2) // 3),
    "MMMM": lambda value: _MONTHS[value.month - 1],
    "MMM": lambda value: _MONTHS[value.month - 1][:3],
    "MM": lambda value: f"{value.month:02}",
    "Mo": lambda value: _ordinal(value.month),
    "M": lambda value: str(value.month),
    "DDDD": lambda value: f"{value.timetuple().tm_yday:03}",
    "DDD": lambda value: str(value.timetuple().tm_yday),
    "DD": lambda value: f"{value.day:02}",
    "Do": lambda value: _ordinal(value.day),
    "D": lambda value: str(value.day),
    "dddd": lambda value: _DAYS[value.weekday()],
    "ddd": lambda value: _DAYS[value.weekday()][:3],
    "dd": lambda value: _DAYS[value.weekday()][:2],
    "do": lambda value: _ordinal(_sunday_first(value)),
    "d": lambda value: str(_sunday_first(value)),
    "E": lambda value: str(value.isoweekday()),
    "GGGG": lambda value: f"{value.isocalendar().year:04}",
    "WW": lambda value: f"{value.isocalendar().week:02}",
    "W": lambda value: str(value.isocalendar().week),
    "HH": lambda value: f"{value.hour:02}",
    "H": lambda value: str(value.hour),
    "hh": lambda value: f"{value.hour % 12 or 12:02}",
    "h": lambda value: str(value.hour % 12 or 12),
    "kk": lambda value: f"{value.hour or 24:02}",
    "k": lambda value: str(value.hour or 24),
    "mm": lambda value: f"{value.minute:02}",
    "m": lambda value: str(value.minute),
    "ss": lambda value: f"{value.second:02}",
    "s": lambda value: str(value.second),
    "SSSSSS": lambda value: f"{value.microsecond:06}",
    "SSS": lambda value: f"{value.microsecond // 1_000:03}",
    "SS": lambda value: f"{value.microsecond // 10_000:02}",
    "S": lambda value: str(value.microsecond // 100_000),
    "A": lambda value: "AM" if value.hour < 12 else "PM",
    "a": lambda value: "am" if value.hour < 12 else "pm",
    "ZZ": lambda _: "+0000",
    "Z": lambda _: "+00:00",
    "X": lambda value: str(int(value.replace(tzinfo=UTC).timestamp())),
    "x": lambda value: str(int(value.replace(tzinfo=UTC).timestamp() * 1000)),
}


def _localized(value: datetime, data_type: str) -> str:
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    date = QDate(value.year, value.month, value.day)
    time = QTime(value.hour, value.minute, value.second)
    if data_type == "date":
        return locale.toString(date, short)
    if data_type == "time":
        return locale.toString(time, short)
    return locale.toString(QDateTime(date, time), short)


def _distance(value: datetime, now: datetime) -> str:
    """Rough words: "in 2 hours", "5 days ago"."""
    seconds = (value - now).total_seconds()
    away = abs(seconds)
    for limit_s, unit_s, unit in (
        (45, 1, "second"),
        (45 * 60, 60, "minute"),
        (22 * 3600, 3600, "hour"),
        (26 * 86400, 86400, "day"),
        (320 * 86400, 30.44 * 86400, "month"),
        (float("inf"), 365.25 * 86400, "year"),
    ):
        if away < limit_s:
            count = max(1, round(away / unit_s))
            words = "a few seconds" if unit == "second" else f"{count} {unit}{'s' if count > 1 else ''}"
            return f"in {words}" if seconds > 0 else f"{words} ago"
    raise AssertionError("every distance is shorter than infinity")


def _calendar(value: datetime, data_type: str, now: datetime) -> str:
    """A day by its name while it is near: "Tomorrow 12:00", "last Monday 09:30", else the date."""
    days = (value.date() - now.date()).days
    near = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}
    if days in near:
        day = near[days]
    elif abs(days) < 7:
        day = _DAYS[value.weekday()] if days > 0 else f"last {_DAYS[value.weekday()]}"
    else:
        return format_moment(value, "YYYY-MM-DD" if data_type == "date" else "YYYY-MM-DD HH:mm")
    return day if data_type == "date" else f"{day} {format_moment(value, 'HH:mm')}"
