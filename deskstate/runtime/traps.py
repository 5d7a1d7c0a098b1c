"""Edits that get lost as the script asks for another input in the place of the one that was edited (rule 3.5).

No Qt. Script's thread. Without a key an input is known by its parameters. One whose default follows its own value, or
whose options move, is a new input after each change: every second change is lost, or every one; and options that
something else moves lose what was chosen before. The reference is silent about that. Nothing is looked for unless an
input is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from deskstate.core.element import Element
from deskstate.core.events import Request
from deskstate.core.traces import UserLine, place

_MOVED: Final = ("its options are others now", "the choice stays while it is among the options")


def lost_edits(
    request: Request, before: Mapping[str, Element], drawn: Mapping[str, Element], lines: Mapping[str, UserLine | None]
) -> Iterable[tuple[UserLine, str]]:
    """What to say about the edits of a request that its run has lost, with the line that each is about.

    Args:
        request: What the person did.
        before: The inputs that were shown then, by their identities.
        drawn: Those of the run that has answered the request, to its end.
        lines: Where the inputs are asked for.
    """
    edits = [event for event in request.events if not event.trigger]
    for event in edits:
        old = before.get(event.id)
        line = lines.get(event.id)
        if event.id in drawn or old is None or line is None or old.key is not None or old.callback is not None:
            continue  # it is there, or the script was told of the edit
        there = [new for id, new in drawn.items() if lines.get(id) == line and _may_follow(old, new)]
        same = [new for new in there if _label(new) == _label(old)]
        new = same[0] if len(same) == 1 else there[0] if len(there) == 1 else None
        if new is None or new.id in before or new.value == event.value:
            continue
        reason = _reason(old, new, alone=len(edits) == 1, clicked=len(edits) < len(request.events))
        if reason is not None:
            yield line, _said(old, line, *reason)


def moved_choices(
    gone: Iterable[Element],
    before: Mapping[str, Element],
    drawn: Mapping[str, Element],
    lines: Mapping[str, UserLine | None],
) -> Iterable[tuple[UserLine, str]]:
    """What to say about choices that are lost as some options have come or gone, or stand in another order.

    Args:
        gone: Inputs that were shown, and which the run has not asked for.
        before: All that were shown then, by their identities.
        drawn: Those of the run, to its end.
        lines: Where the inputs are asked for.
    """
    for old in gone:
        line = lines.get(old.id or "")
        if line is None or old.key is not None or not _chosen(old):
            continue
        there = [
            new for id, new in drawn.items()
            if id not in before and lines.get(id) == line and _may_follow(old, new) and _label(new) == _label(old)
        ]  # fmt: skip
        if len(there) != 1 or there[0].value == old.value:
            continue
        offered, offers = _options(old), _options(there[0])
        if offers >= _chosen(old) and (offers >= offered or offers <= offered):
            yield line, _said(old, line, *_MOVED)


def _chosen(element: Element) -> set[str]:
    """Labels of what a person or code has chosen; none when that is what was chosen at first."""
    default = element.codec.to_window(element.default)
    if not hasattr(element.properties, "options") or element.value is None or element.value == default:
        return set()
    return {str(element.value)} if isinstance(element.value, str) else set(map(str, element.value))


def _options(element: Element) -> set[str]:
    options: tuple[str, ...] = getattr(element.properties, "options", ())
    return set(map(str, options))


def _may_follow(old: Element, new: Element) -> bool:
    return new.key is None and new.properties.kind == old.properties.kind


def _reason(old: Element, new: Element, *, alone: bool, clicked: bool) -> tuple[str, str] | None:
    """What makes it another input, and what a key does about it; None when something else may be the cause.

    Args:
        old: What was edited.
        new: What stands there now.
        alone: True when nothing else was edited: the script follows this edit, not another one.
        clicked: True when a button was clicked as well, after which another input may be meant.
    """
    fields = type(old.properties).__struct_fields__
    others = [name for name in fields if getattr(old.properties, name) != getattr(new.properties, name)]
    if not others:
        return "its default is another one now", "it keeps its value, whatever its default is"
    if not alone or (clicked and "label" in others):
        return None
    if "options" in others:
        return _MOVED
    return f"its {others[0].replace('_', ' ')} is another one now", "it keeps its value"


def _said(old: Element, line: UserLine, change: str, effect: str) -> str:
    kind = old.properties.kind.replace("_", " ")
    what = "The choice in" if hasattr(old.properties, "options") else "What was entered into"
    return (
        f"{what} the {kind} {_label(old)!r} is lost ({place(line)}): {change}, and without a key that makes it "
        f"another {kind}. Give it a key: then {effect}."
    )


def _label(element: Element) -> str:
    return str(getattr(element.properties, "label", ""))
