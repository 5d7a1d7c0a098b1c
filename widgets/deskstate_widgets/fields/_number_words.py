"""What number a person means by what they typed, and what to say when that cannot be told.

No Qt.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from deskstate_widgets.values.numbers import ENGLISH, Marks, plain

NO_NUMBER: Final = "Please enter a number."
_SPACE: Final = " "
_ALWAYS_GROUPS: Final = (_SPACE, "'", "_")
"""What separates thousands in some country or trade, and is a decimal mark in none."""
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", _SPACE),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2019\u02bc\uff07\u066c", "'"),
        **{"\uff0b": "+", "\uff0e": ".", "\uff0c": ",", "\uff08": "(", "\uff09": ")", "\uff25": "E", "\uff45": "e"},
    }
)
"""Other letters for the signs in a number: spaces, minus signs, apostrophes, and those as wide as Chinese letters."""
_ARABIC_DECIMAL: Final = "\u066b"
_CURRENCY: Final = "\u00a4"
_NUMBER: Final = re.compile(
    rf"(?P<sign>[+-]?) *{_CURRENCY}? *(?P<late_sign>[+-]?) *(?P<digits>\d[\d., '_]*?|[.,]\d+)"
    rf"(?P<power>[eE][+-]?\d{{1,6}})? *{_CURRENCY}?"
)


def read_number(text: str, marks: Marks = ENGLISH) -> Decimal | str:
    """Read a number the way people write them.

    What is a number in the person's country is that number: "1.000" is one thousand where the point separates
    thousands, and one where it is the decimal mark. Else it may be written as in other countries, if there is only one
    way to read it: "1,5" is 1.5 everywhere, "1,234.5" and "1.234,5" are what they seem to be.

    Args:
        text: What stands in the field. Signs of money around it count for nothing, parentheses for a minus.
        marks: Those of the person's country.

    Returns:
        The number exactly as it is written; or, as a text, what to say because it cannot be read.
    """
    bare = _bare(text, marks)
    negative = bare.startswith("(") and bare.endswith(")")
    match = _NUMBER.fullmatch(bare[1:-1].strip() if negative else bare)
    if match is None or bare.count(_CURRENCY) > 1:
        return NO_NUMBER
    signs = ("-" if negative else "") + match["sign"] + match["late_sign"]
    if len(signs) > 1:
        return NO_NUMBER
    readings = _readings(match["digits"], marks)
    numbers = {Decimal(f"{signs}{reading}{match['power'] or ''}") for reading in readings}
    if not numbers:
        return NO_NUMBER
    if len(numbers) > 1:
        ways = [f"{number.normalize():f}".replace(".", marks.decimal) for number in sorted(numbers)]
        return f"This may mean {' or '.join(ways)}. Please write one of them."
    return numbers.pop()


def beyond_bounds(minimum: float | None, maximum: float | None, marks: Marks = ENGLISH) -> str:
    """What to say of a number that is out of bounds."""
    low, high = ("" if bound is None else plain(bound).replace(".", marks.decimal) for bound in (minimum, maximum))
    if low and high:
        return f"Please enter a number from {low} to {high}."
    return f"Please enter {low} or more." if low else f"Please enter {high} or less."


def _bare(text: str, marks: Marks) -> str:
    """A text with the digits and signs of ASCII, and nothing around it."""
    letters = (
        str(unicodedata.decimal(letter, _CURRENCY if unicodedata.category(letter) == "Sc" else letter))
        for letter in text.translate(_SIGNS)
        if unicodedata.category(letter) != "Cf"  # marks for the direction of writing, which are not seen
    )
    return "".join(letters).replace(_ARABIC_DECIMAL, marks.decimal).strip()


def _readings(digits: str, marks: Marks) -> set[str]:
    """Digits as Python writes them, in each way that they can be read; only one where the country knows them."""
    group = marks.group.translate(_SIGNS)
    for own in (group, *_ALWAYS_GROUPS):
        reading = _read(digits, marks.decimal, own)
        if reading is not None:
            return {reading}
    foreign = [_read(digits, decimal, group) for decimal in ".," for group in (".", ",", *_ALWAYS_GROUPS)]
    return {reading for reading in foreign if reading is not None}


def _read(digits: str, decimal: str, group: str) -> str | None:
    """Digits with these marks, as Python writes them; None if that is not how they are written."""
    whole, _, rest = digits.partition(decimal)
    mark = re.escape(group)
    groups = re.compile(rf"[1-9]\d{{0,2}}(?:{mark}\d{{3}})+|[1-9]\d?(?:{mark}\d\d)+{mark}\d{{3}}")  # as in India
    if decimal != group and groups.fullmatch(whole):
        whole = whole.replace(group, "")
    if not re.fullmatch(r"\d*", whole) or not re.fullmatch(r"\d*", rest) or not whole + rest:
        return None
    return f"{whole or 0}.{rest}" if rest else whole
