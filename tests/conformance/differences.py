"""Where deskstate does not do as the reference does, on purpose: the table of the README, and how to recognise each.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.conformance.sent import NOTHING, Sent


@dataclass(frozen=True)
class Found:
    """One place where the engines part."""

    step: str
    path: str
    reference: Any
    deskstate: Any
    script: str
    sent: Sent = NOTHING
    """What came of all that the reference sent with the run; compare "test-goes-on" and "settle-silently"."""
    reason: str = ""
    """Of "testing API": the reference's message."""


@dataclass(frozen=True)
class Difference:
    """One line of the table."""

    id: str
    what: str
    reason: str
    explains: Callable[[Found], bool]
    ends_the_case: bool = False
    """True when nothing after it can be compared."""


def _reference_cannot_go_on(found: Found) -> bool:
    if found.path != "testing API":
        return False
    if found.sent.fails:
        return True
    if found.deskstate is not None:
        return False
    if "is not in list" in found.reason:
        return "accept_new_options" in found.script or "select_index(" in found.step
    return bool(found.reference == "AssertionError")


def _steps_beyond_zero(found: Found) -> bool:
    return found.sent.beyond and found.step.endswith(("increment()", "decrement()"))


def _two_values(found: Found) -> bool:
    if "format_func=str.upper" in found.script and found.path.endswith("selectbox].value"):
        return not str(found.reference).startswith("'")
    return "not_formatted" in found.script


def _reference_shows_no_value(found: Found) -> bool:
    return found.path.endswith(".value") and found.reference == "<no value>"


def _builtin_error_told_by_our_own(found: Found) -> bool:
    if found.path == "testing API" and found.deskstate == "InvalidParameterTypeError":
        return found.reference in ("TypeError", "ValueError", "AttributeError")
    if not found.path.endswith(".class") or found.deskstate != "InvalidParameterTypeError":
        return False
    return found.reference in ("TypeError", "ValueError", "JSNumberBoundsError", "str")


def _container_in_with(found: Found) -> bool:
    return " as c" in found.script and "'NoneType' object has no attribute" in str(found.reference)


def _several_written_into_a_container(found: Found) -> bool:
    return "Cannot replace a single element with multiple elements" in str(found.reference)


def _container_in_place_of_a_container(found: Found) -> bool:
    if not found.path.endswith(" elements") or "empty()" not in found.script:
        return False
    shown, left_behind = found.deskstate, found.reference
    if _kinds(shown) == _kinds(left_behind):  # columns with something of the first container, or the other way round
        return any(brief.startswith("columns") for brief in (*shown, *left_behind))
    return len(left_behind) > len(shown) and left_behind[: len(shown)] == shown


def _kinds(briefs: list[str]) -> list[str]:
    """The kinds of elements, with columns as the containers that they are."""
    return [brief.partition(" ")[0].replace("columns", "container") for brief in briefs]


def _settling_calls_back(found: Found) -> bool:
    return found.sent.calls


def _member_among_other_options(found: Found) -> bool:
    return "Expected an EnumMeta/Type" in str(found.reference)


def _bound_to_the_address(found: Found) -> bool:
    return "bind='query-params'" in found.script


def _no_session(found: Found) -> bool:
    return "NoSessionError" in str(found.deskstate)


def _toasts_of_all_runs(found: Found) -> bool:
    if not found.path.startswith("toasts") or "rerun" not in found.script:
        return False
    return found.path != "toasts elements" or set(found.reference) <= set(found.deskstate)


def _assigned_after_submit(found: Found) -> bool:
    return "kept_after_submit" in found.script and "clear_on_submit" in found.script


def _sidebar_inside_form(found: Found) -> bool:
    form, sidebar = found.script.find("ds.form("), found.script.find("with ds.sidebar")
    return 0 <= form < sidebar


def _only_in_a_window(found: Found) -> bool:
    """What no testing API tells of."""
    return False


def _labelled_alike(found: Found) -> bool:
    return found.sent.alike


def _option_itself(found: Found) -> bool:
    return "the option itself" in found.script


def _scale_of_one(found: Found) -> bool:
    return "slider(" in found.script and "are both set to" in str(found.reference)


def _own_words(found: Found) -> bool:
    return found.path.endswith("warning].value") and str(found.reference).startswith("'Warning: this data structure")


def _seen_by_people_only(found: Found) -> bool:
    """The testing API takes values, not keys, and tells nothing of how they look: no comparison meets it."""
    return False


def _sign_of_a_text(found: Found) -> bool:
    if not found.path.endswith("metric].color"):
        return False
    zero, minus = "0%'" in found.script, r"'\u2212" in found.script
    return (zero and found.deskstate == "gray") or (minus and (found.reference, found.deskstate) == ("green", "red"))


DELIBERATE: tuple[Difference, ...] = (
    Difference(
        "test-goes-on",
        "A test can go on after a script deleted the key of a widget below it, kept a value that fits no option or is "
        "of another type than the input's, or wrote into a container that it had overwritten; it may enter what "
        "`accept_new_options` takes, and choose by index an option with a label of its own.",
        "The reference's AppTest raises KeyError, ValueError or AssertionError in the next run(); its window does not.",
        _reference_cannot_go_on,
        ends_the_case=True,
    ),
    Difference(
        "asked-again",
        "An expander or the sidebar that a click on a button has folded or unfolded is so again after each further "
        "click on that button, whatever the person did with it meanwhile.",
        "In the reference the same word says nothing: it works once.",
        _only_in_a_window,
    ),
    Difference(
        "kept-place",
        "What is drawn into a container or an element's place of an earlier run is shown there while it is in the "
        "window, also when the script has not drawn it again; else the terminal names the line.",
        "In the reference it takes the place of whatever stands there now, or is lost without a word.",
        _only_in_a_window,
    ),
    Difference(
        "edit-before-click",
        "In a window a click is answered after a run that has seen the edits before it: its callback gets the "
        "`args` of that run. If the button is gone or disabled by then, the click is dropped and the window says so.",
        "What a person has typed before they click is what they mean.",
        _only_in_a_window,
    ),
    Difference(
        "deleted-value-shown",
        "`.value` of a widget whose key was deleted below it is what the widget returned.",
        "The reference's AppTest raises KeyError there.",
        _reference_shows_no_value,
    ),
    Difference(
        "steps-stay-inside",
        "`increment` and `decrement` of a number input do not go beyond its bounds.",
        "The reference's AppTest takes a bound of 0 for none; its window does not.",
        _steps_beyond_zero,
        ends_the_case=True,
    ),
    Difference(
        "typed-numbers",
        "A number is read and shown as the person's country writes it; what cannot be read stays and says why.",
        "The reference reads up to the first character that it does not know, and takes the default for what is none.",
        _seen_by_people_only,
    ),
    Difference(
        "decimals-of-step",
        "A float without a format has as many decimals as the step, at least two, and all that were typed.",
        "The reference shows two; a smaller step would not be seen.",
        _seen_by_people_only,
    ),
    Difference(
        "one-value",
        "A value of code that `format_func` cannot take becomes the default, for the input and in `session_state`.",
        "In the reference the input returns what the window shows, and `session_state` has the other one.",
        _two_values,
        ends_the_case=True,
    ),
    Difference(
        "wrong-type",
        "A value of a wrong type is refused by an error that names the parameter, also a TypeError or ValueError.",
        "The reference lets a TypeError of its wire format through.",
        _builtin_error_told_by_our_own,
    ),
    Difference(
        "with-as",
        "`with ds.container() as c:` gives the container.",
        "It gives None in the reference.",
        _container_in_with,
        ends_the_case=True,
    ),
    Difference(
        "write-several",
        "`container.write(...)` takes several things of different kinds.",
        "The reference does so only for `st.write` and `st.sidebar.write`.",
        _several_written_into_a_container,
        ends_the_case=True,
    ),
    Difference(
        "settle-silently",
        "A value that code assigned calls no callback when it takes the input's own form (5 in a checkbox: True).",
        "The reference takes that for a person's change.",
        _settling_calls_back,
        ends_the_case=True,
    ),
    Difference(
        "member-left",
        "A choice that takes over a key with a member of an Enum, and has other options, begins at its default.",
        "So it does with any other value; the reference raises a ValueError of its own.",
        _member_among_other_options,
        ends_the_case=True,
    ),
    Difference(
        "bind",
        "`bind` raises an error.",
        "A window has no address.",
        _bound_to_the_address,
        ends_the_case=True,
    ),
    Difference(
        "no-session",
        "A command in a thread that knows no session raises NoSessionError.",
        "The reference ignores it; output that vanishes helps nobody.",
        _no_session,
        ends_the_case=True,
    ),
    Difference(
        "all-toasts",
        "Toasts of runs that ended in `rerun` are all shown.",
        "In the reference the first toast of the next run takes the place of the first one of the run before.",
        _toasts_of_all_runs,
    ),
    Difference(
        "assigned-after-submit",
        "With `clear_on_submit`, a value that code assigns in the run of the submit is shown and submitted next.",
        "So does the reference's window; its AppTest brings the default.",
        _assigned_after_submit,
        ends_the_case=True,
    ),
    Difference(
        "fresh-container",
        "A container that replaces another one in an `empty` has nothing in it.",
        "In the reference it has what the first one had and it does not write over.",
        _container_in_place_of_a_container,
        ends_the_case=True,
    ),
    Difference(
        "same-fold",
        "An expander or a tab is open because the same one was: by key, by label, or by the call that makes it.",
        "In the reference another one at the same place is, too.",
        _only_in_a_window,
    ),
    Difference(
        "passed-over",
        "What two runs that ended in `rerun` have not drawn leaves the window.",
        "In the reference it stays until a run ends otherwise.",
        _only_in_a_window,
    ),
    Difference(
        "sidebar-in-form",
        "`with ds.sidebar:` inside of a form leads out of it.",
        "The sidebar is not inside the form's frame; in the reference its inputs belong to the form.",
        _sidebar_inside_form,
        ends_the_case=True,
    ),
    Difference(
        "labelled-alike",
        "Of several options with the same label the one that is picked is chosen.",
        "In the reference it is the last of them, or in a multiselect the first.",
        _labelled_alike,
        ends_the_case=True,
    ),
    Difference(
        "option-itself",
        "What is chosen is the script's own object; only a list, a dict or a set is a copy.",
        "The reference copies all of them: `is` and `in` do not find it again, and what holds a lock raises an error.",
        _option_itself,
        ends_the_case=True,
    ),
    Difference(
        "scale-of-one",
        "A slider whose `min_value` is its `max_value` is shown at that value, and disabled.",
        "The reference raises an error, and a list of one is no mistake.",
        _scale_of_one,
        ends_the_case=True,
    ),
    Difference(
        "metric-sign",
        'A metric\'s `delta` of "0%" is neutral, and one with a true minus sign falls.',
        "Only 0 and a hyphen are known in the reference: both rise in green.",
        _sign_of_a_text,
    ),
    Difference(
        "own-words",
        "Errors and warnings of the framework are in deskstate's own words; they name the same keys and parameters.",
        "They say how to mend it in deskstate.",
        _own_words,
    ),
)
