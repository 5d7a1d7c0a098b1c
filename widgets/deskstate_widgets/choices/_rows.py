"""What the list of a choice offers: the options that fit, and the rows "Add" and "Select all" around them.

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from deskstate_widgets.choices._filter import matching

if TYPE_CHECKING:
    from collections.abc import Sequence


class Extra(msgspec.Struct, frozen=True):
    """A row that is not an option."""

    text: str
    labels: tuple[str, ...]
    """What picking it chooses."""


class Rows(msgspec.Struct, frozen=True):
    """The rows of an open list, from top to bottom."""

    labels: Sequence[str]
    """Options that fit."""
    above: Extra | None = None
    below: Extra | None = None
    best: int = 0
    """The row that Enter takes when the person has not moved to another."""

    def __len__(self) -> int:
        return len(self.labels) + (self.above is not None) + (self.below is not None)

    def texts(self) -> list[str]:
        """What the rows say, each in one line."""
        above = [] if self.above is None else [self.above.text]
        below = [] if self.below is None else [self.below.text]
        return [one_line(text) for text in (*above, *self.labels, *below)]

    def picked(self, row: int) -> tuple[str, ...]:
        """The labels that picking a row chooses."""
        if self.above is not None:
            if row == 0:
                return self.above.labels
            row -= 1
        if self.below is not None and row == len(self.labels):
            return self.below.labels
        return (self.labels[row],)

    def row_of(self, label: str | None) -> int:
        """The row of an option, or -1."""
        if label is None or label not in self.labels:
            return -1
        return self.labels.index(label) + (self.above is not None)


def one_line(label: str) -> str:
    """A label as it is shown where there is one line for it."""
    return label.replace("\n", " ")


def rows_for_one(options: Sequence[str], text: str, mode: str | None, *, accept_new: bool) -> Rows:
    """The rows from which one is chosen. A new option stands first, so Enter takes what was typed as it was typed.

    Args:
        options: All labels.
        text: What has been typed.
        mode: See `_filter.matching`.
        accept_new: Offer the typed text itself, unless an option says exactly the same.
    """
    labels = _fitting(options, text, mode)
    if accept_new and _is_new(text, options):
        return Rows(labels, above=_new(text))
    return Rows(labels, best=_best(labels, text))


def rows_for_many(
    options: Sequence[str],
    chosen: Sequence[str],
    text: str,
    mode: str | None,
    *,
    accept_new: bool,
    select_all_up_to: int,
) -> Rows:
    """The rows from which more are chosen: those not chosen yet, "Select all" above them, a new option below.

    Enter takes the new option where an option says the same but for its case: the person typed this one.

    Args:
        options: All labels.
        chosen: Labels chosen so far.
        text: What has been typed.
        mode: See `_filter.matching`.
        accept_new: Offer the typed text itself, unless an option or a choice says exactly the same.
        select_all_up_to: Offer all rows at once while there are at least two and at most so many.
    """
    taken = set(chosen)
    left = [label for label in options if label not in taken] if taken else options
    labels = _fitting(left, text, mode)
    above = below = None
    if 2 <= len(labels) <= select_all_up_to:
        above = Extra(f"Select {len(labels):,} matches" if text.strip() else "Select all", tuple(labels))
    best = _best(labels, text)
    if accept_new and _is_new(text, options) and _is_new(text, chosen):
        below = _new(text)
        best = len(labels) if _equal_to(labels, text) is not None else best
    return Rows(labels, above, below, best=best + (above is not None))


def _fitting(options: Sequence[str], text: str, mode: str | None) -> Sequence[str]:
    places = matching(options, text, mode)
    return options if isinstance(places, range) else [options[place] for place in places]


def _best(labels: Sequence[str], text: str) -> int:
    equal = _equal_to(labels, text)
    return 0 if equal is None else labels.index(equal)


def _equal_to(labels: Sequence[str], text: str) -> str | None:
    """The label that was typed in full: exactly, else but for its case."""
    typed = text.strip()
    folded = typed.casefold()
    equal = [label for label in labels if label.casefold() == folded] if typed else []
    return next((label for label in equal if str(label) == typed), equal[0] if equal else None)


def _is_new(text: str, labels: Sequence[str]) -> bool:
    """True for a text that none of the labels is, also where only the case differs."""
    typed = text.strip()
    return typed != "" and all(str(label) != typed for label in labels)


def _new(text: str) -> Extra:
    return Extra(f'Add: "{text.strip()}"', (text.strip(),))
