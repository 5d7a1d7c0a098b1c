"""When a script asks again for what it has asked for already: that something be folded, or unfolded.

No Qt. Script's thread. A script that says `expanded=True` in every run means how the expander begins: what a person
does with it stays. One that says so when a button is clicked means now, and so it does with the next click on that
button, although the word is the same:

    run     click     says            the person
    1                 closed
    2       button    open: asks      closes it
    3       other     open
    4       button    open: asks
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

import msgspec

from deskstate.core.events import Request

MOST: Final = 10_000
"""Names that are remembered; labels may count."""


class _Ask(msgspec.Struct, gc=False):
    word: object
    clicked: frozenset[str]
    """Buttons whose click had the script change its word."""
    request: int
    """Number of the request in which it has asked last."""
    number: int


class Asks:
    """What the script of one window has said last about everything that folds."""

    def __init__(self) -> None:
        self._clicked: frozenset[str] = frozenset()
        self._request = 0
        self._last: dict[Hashable, _Ask] = {}
        self._number = 0

    def take(self, request: Request) -> None:
        """A request is answered from here on."""
        self._clicked = request.clicked()
        self._request = request.number

    def number(self, name: Hashable, word: object) -> int:
        """The number of the last time that the script has asked, which grows with each; 0 when it never has.

        Args:
            name: Of what folds.
            word: What the script says about it in this run.
        """
        last = self._last.get(name)
        if last is None:
            if len(self._last) >= MOST:
                self._last.clear()
            self._last[name] = _Ask(word, self._clicked, self._request, 0)
            return 0
        if word != last.word:
            last.word, last.clicked = word, self._clicked
        elif not self._clicked or self._clicked != last.clicked or self._request == last.request:
            return last.number
        self._number += 1
        last.number, last.request = self._number, self._request
        return last.number
