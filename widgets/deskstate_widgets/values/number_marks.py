"""The marks that a person's country writes between the digits of a number.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate_widgets.values.numbers import ENGLISH, Marks

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale


def marks_of(locale: QLocale) -> Marks:
    """Those of a locale; English ones where it has digits of its own, as numbers are shown with 0 to 9."""
    if locale.zeroDigit() != "0":
        return ENGLISH
    return Marks(locale.decimalPoint(), locale.groupSeparator())
