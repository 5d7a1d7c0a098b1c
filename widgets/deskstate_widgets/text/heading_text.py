"""A heading with a line below it.

GUI thread only.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect

from deskstate_widgets.look.palette import tokens_of
from deskstate_widgets.look.tokens import SMALL_GAP_PX
from deskstate_widgets.text.read_text import ReadText

RULE_PX: Final = 2
"""Thickness of the line."""
_ABOVE_PX: Final = {1: 4, 2: 12, 3: 6}
"""Space above a heading, besides the gap between elements: what follows belongs to it, what stands above does not."""


class HeadingText(ReadText):
    """One line or more, and perhaps a line across at the lower edge."""

    _rule: str | None = None

    def set_frame(self, level: int, rule: str | None) -> None:
        """Set what is around the text.

        Args:
            level: 1, 2 or 3.
            rule: Colour of the line below: a colour's name, "rainbow", or None for no line.
        """
        self.set_space(_ABOVE_PX[level], SMALL_GAP_PX + RULE_PX if rule else 0)
        if rule != self._rule:
            self._rule = rule
            self.have_ground_painted()
            self.update()

    def paint_ground(self) -> None:
        """Paint the line, too."""
        super().paint_ground()
        if self._rule is not None:
            from PySide6.QtGui import QPainter  # late: few headings have a line, and PySide takes 1 ms for it

            from deskstate_widgets.text.rule_line import paint_rule  # late, as above

            painter = QPainter(self)
            area = QRect(0, self.height() - RULE_PX, self.width(), RULE_PX)
            paint_rule(painter, area, self._rule, tokens_of(self))
            painter.end()
