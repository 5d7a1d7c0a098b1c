"""The values that a slider can take: arithmetic without the dust of binary fractions.

No Qt.
"""

from __future__ import annotations

import math
from fractions import Fraction

import msgspec

Number = int | float


class Steps(msgspec.Struct, frozen=True):
    """The values minimum, minimum + step, … and maximum, also where no step ends on it."""

    minimum: Number
    maximum: Number
    step: Number

    def at(self, fraction: float) -> Number:
        """The value nearest to a place on the way, which is 0.0 at the minimum and 1.0 at the maximum."""
        low, high, step = _exact(self.minimum), _exact(self.maximum), _exact(self.step)
        wanted = low + (high - low) * Fraction(min(max(fraction, 0.0), 1.0))
        below = low + math.floor((wanted - low) / step) * step
        above = min(below + step, high)
        return self._number(below if wanted - below < above - wanted else above)

    def fraction(self, value: Number) -> float:
        """The place of a value on the way from minimum to maximum, 0.0 to 1.0."""
        low, high = _exact(self.minimum), _exact(self.maximum)
        if high == low:
            return 0.0
        return min(max(float((_exact(value) - low) / (high - low)), 0.0), 1.0)

    def moved(self, value: Number, count: int) -> Number:
        """The value so many steps further on, or back; a value between two steps goes to the next one first."""
        low, high, step = _exact(self.minimum), _exact(self.maximum), _exact(self.step)
        passed = (_exact(value) - low) / step
        goal = low + ((math.floor(passed) if count > 0 else math.ceil(passed)) + count) * step
        return self._number(min(max(goal, low), high))

    def page(self) -> int:
        """How many steps a press of Page Up goes: about a tenth of the way."""
        return max(1, round((_exact(self.maximum) - _exact(self.minimum)) / _exact(self.step) / 10))

    def _number(self, exact: Fraction) -> Number:
        whole = isinstance(self.minimum, int) and isinstance(self.step, int) and isinstance(self.maximum, int)
        return int(exact) if whole else float(exact)


def _exact(value: Number) -> Fraction:
    """The number as it is written: 0.1 is one tenth."""
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def plus(value: Number, step: Number, count: int, *, whole: bool) -> Number:
    """A value some steps further on or back, without the dust: 0.1 + 0.2 is 0.3."""
    exact = _exact(value) + _exact(step) * count
    return int(exact) if whole else float(exact)
