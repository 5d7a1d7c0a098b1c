"""What a long run has not reached yet is shown paler (rule 11.8).

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import shiboken6
from PySide6.QtWidgets import QWidget

from deskstate.core.around import TOASTS
from deskstate.core.properties.layout import Region

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtWidgets import QGraphicsOpacityEffect

    from deskstate.shell.live import Live
    from deskstate.shell.stage import Stage

OPACITY: Final = 0.45
TALLEST_PX: Final = 4000
"""An effect paints all of its widget at once; in a taller one each element gets its own."""
_TOASTS: Final = Region(TOASTS)
"""Never seen: what is seen of them lies upon the window."""


class StaleVeil:
    """Makes elements of an earlier run paler, while a run lasts so long that one would wonder."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pale: dict[Live, QGraphicsOpacityEffect] = {}

    def cover(self, places: Collection[int] | None) -> None:
        """Make these paler, and no others.

        Args:
            places: What the run has not reached; None: it has reached nothing yet.
        """
        from PySide6.QtWidgets import QGraphicsOpacityEffect  # late: most runs are short

        wanted = dict.fromkeys(self._shown(places))
        for live in [each for each in self._pale if each not in wanted]:
            _clear(self._pale.pop(live))
        for live in wanted:
            widget = live.widget()
            if live not in self._pale and not widget.graphicsEffect():
                effect = QGraphicsOpacityEffect(widget)
                effect.setOpacity(OPACITY)
                widget.setGraphicsEffect(effect)
                self._pale[live] = effect

    def lift(self) -> None:
        """Show all as it is."""
        pale, self._pale = self._pale, {}
        for effect in pale.values():
            _clear(effect)

    def _shown(self, places: Collection[int] | None) -> Iterator[Live]:
        if places is None:
            root = self._stage.root
            for region in root.children if root is not None else ():
                if region.properties != _TOASTS:
                    for live in region.children:
                        yield from _pieces(live)
            return
        for place in places:
            live_or_none = self._stage.lives.get(place)
            if live_or_none is not None:
                yield from _pieces(live_or_none)


def _pieces(live: Live) -> Iterator[Live]:
    """An element, or in a very tall one those inside."""
    if not live.realised:
        return
    if live.children and live.widget().height() > TALLEST_PX:
        for child in live.children:
            yield from _pieces(child)
    else:
        yield live


def _clear(effect: QGraphicsOpacityEffect) -> None:
    if shiboken6.isValid(effect):
        widget = effect.parent()
        if isinstance(widget, QWidget):
            widget.setGraphicsEffect(cast("QGraphicsOpacityEffect", None))  # None takes it away
