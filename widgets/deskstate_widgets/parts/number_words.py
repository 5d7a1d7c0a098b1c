"""What number a person means by what they typed.

No Qt.
"""

from __future__ import annotations

import math
import re
from typing import Final

Number = int | float

_AROUND: Final = re.compile(r"^[^\d.,+\-\u2212(]*|[^\d)]*$")
"""Signs of money and units before and after a number."""
_SPACES: Final = re.compile(r"[\s\u00a0\u202f'\u2019_]")
_WHOLE: Final = re.compile(r"[+-]?\d+")
_THOUSANDS: Final = re.compile(r"[+-]?\d{1,3}(,\d{3})+")


def number_from(text: str, *, comma_is_decimal: bool = False) -> Number | None:
    """Read a number the way people write them in several countries.

    The point is always a decimal mark when it stands alone, for that is how numbers are shown. A comma is one too,
    unless it can only separate thousands: "1,5" is 1.5, "1,234.5" and "1.234,5" are what they seem to be, and "1,234"
    depends on the country.

    Args:
        text: What stands in the field.
        comma_is_decimal: Whether the person's country writes "1,5" for one and a half.

    Returns:
        An int for digits alone, however many; a float if there is a decimal mark or an exponent; None if this is not a
        finite number.
    """
    bare = _SPACES.sub("", text).replace("\u2212", "-")
    bare = _AROUND.sub("", bare)
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    bare = _with_point(bare, comma_is_decimal=comma_is_decimal)
    if _WHOLE.fullmatch(bare):
        return int(bare) if len(bare) < 4000 else None
    try:
        number = float(bare)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _with_point(bare: str, *, comma_is_decimal: bool) -> str:
    """The same number with a point as its decimal mark and nothing between the thousands."""
    if "," in bare and "." in bare:
        decimal, group = (",", ".") if bare.rindex(",") > bare.rindex(".") else (".", ",")
        return bare.replace(group, "").replace(decimal, ".")
    if bare.count(",") > 1 or (_THOUSANDS.fullmatch(bare) and not comma_is_decimal):
        return bare.replace(",", "")
    if bare.count(".") > 1:
        return bare.replace(".", "")
    return bare.replace(",", ".")
