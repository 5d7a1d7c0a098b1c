"""Every error that a script can meet, as a tree.

No Qt. Each one also is the builtin error that people expect in its place.

    Error
    ├── NoSessionError                      RuntimeError    a command outside of a run
    └── APIException                                        a command used in a way that cannot work
        ├── APIWarning                      Warning         shown, not raised
        ├── DuplicateWidgetID
        │   ├── DuplicateElementId                          two inputs that are alike
        │   └── DuplicateElementKey                         two elements with one key
        ├── WidgetAlreadyInstantiatedError                  session_state set too late
        ├── ValueAssignmentNotAllowedError                  session_state set for a button or a form
        ├── UnserializableSessionStateError
        ├── InvalidFormCallbackError
        ├── MissingCommandError             AttributeError  a command that comes later
        ├── InvalidLayoutContextError
        ├── ValueError                      ValueError      an argument that is none of those allowed
        ├── InvalidParameterTypeError       TypeError       an argument of a type that is not allowed
        ├── MissingRequiredParameterError   TypeError
        ├── IncompatibleParametersError     ValueError
        ├── ValueOutOfRangeError, ValueAboveMaxError, ValueBelowMinError, InvalidMinMaxError,
        │   JSNumberBoundsError, InvalidNumberFormatError, BadTimeStringError, SelectionCountExceedsMaxError,
        │   DefaultNotInOptionsError, InvalidColumnSpecError, InvalidWidthError, InvalidHeightError,
        │   InvalidColorError, InvalidURLError
        │                                   ValueError
        └── MixedNumericTypesError          TypeError

`StopRun`, `RerunRun` and `AbandonedRun` are not errors: they end a run, and `except Exception` lets them pass.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable


class Error(Exception):
    """Root of deskstate's errors."""


class NoSessionError(Error, RuntimeError):
    """A command that needs a window was called where no script is running for one."""


class APIException(Error):
    """A command was used in a way that cannot work. The message is Markdown."""


class APIWarning(APIException, Warning):
    """Something that works now but should be changed; shown in the window, not raised."""


class DuplicateWidgetID(APIException):
    """Two elements of one run have the same identity."""


class DuplicateElementId(DuplicateWidgetID):
    """Two inputs without keys are the same in kind and in all parameters (rule 3.2)."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"There are two `{kind}` elements that are alike in every parameter, so their values cannot be told apart. "
            f"Give each of them a `key` of its own."
        )


class DuplicateElementKey(DuplicateWidgetID):
    """One key was given to two elements of a run (rule 3.3)."""

    def __init__(self, key: str) -> None:
        super().__init__(f"There are two elements with {code(f'key={key!r}')}. Give each element a `key` of its own.")


class WidgetAlreadyInstantiatedError(APIException):
    """`session_state` was assigned after the widget with that key was drawn in this run (rule 2.14)."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{_entry(key)} cannot be set after the widget with key {code(repr(key))} is shown. "
            f"Set it above the widget, or in a callback."
        )


class ValueAssignmentNotAllowedError(APIException):
    """`session_state` was assigned for an element whose value only a person can give (rule 4.6)."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{_entry(key)} cannot be set, because {code(repr(key))} is the key of something that only a "
            f"person can use, such as a button. Keep what you want to remember under another name."
        )


class UnserializableSessionStateError(APIException):
    """Something in `session_state` cannot be pickled although the app asks for it (rule 2.19)."""


class InvalidFormCallbackError(APIException):
    """A callback was given to an input inside a form (rule 8.3)."""

    def __init__(self) -> None:
        super().__init__(
            "Inside a form only `form_submit_button` may have a callback: the other inputs report together, when the "
            "form is submitted. Give the callback to the submit button."
        )


class MissingCommandError(APIException, AttributeError):
    """A command of the reference that deskstate does not have yet."""

    def __init__(self, name: str) -> None:
        super().__init__(f"`ds.{name}` comes in a later version of deskstate.")


class InvalidLayoutContextError(APIException):
    """An element stands where it cannot be (rule 8.4)."""


class ValueError(APIException, builtins.ValueError):  # apps catch it under this name
    """An argument is none of the values that it may have."""

    def __init__(self, parameter: str, valid_values: Iterable[str] | str, *, got: object = None) -> None:
        valid = valid_values if isinstance(valid_values, str) else "one of: " + ", ".join(valid_values)
        was = "" if got is None else f" It is {code(repr(got))}."
        super().__init__(f"`{parameter}` must be {valid}.{was}")


class InvalidParameterTypeError(APIException, TypeError):
    """An argument has a type that it may not have."""

    def __init__(self, parameter: str, got: object, expected: str) -> None:
        super().__init__(f"`{parameter}` must be {expected}. It is {_told(got)}of type `{type(got).__name__}`.")


class MissingRequiredParameterError(APIException, TypeError):
    """An argument that is needed was not given."""

    def __init__(self, parameter: str, *, detail: str = "") -> None:
        super().__init__(f"`{parameter}` is needed. {detail}".rstrip())


class IncompatibleParametersError(APIException, builtins.ValueError):
    """Two arguments exclude one another."""

    def __init__(self, first: str, second: str, *, cure: str) -> None:
        super().__init__(f"`{first}` and `{second}` exclude one another. {cure}")


class MixedNumericTypesError(APIException, TypeError):
    """The numbers given to one input are of different types (rule 21.2)."""

    def __init__(self, **numbers: object) -> None:
        given = {name: value for name, value in numbers.items() if value is not None}
        types = ", ".join(f"{code(f'{name}={value!r}')} is {type(value).__name__}" for name, value in given.items())
        super().__init__(f"All numbers of one input must be of the same type, int or float: {types}.")


class ValueOutOfRangeError(APIException, builtins.ValueError):
    """A number lies outside of what is allowed."""

    def __init__(self, parameter: str, value: object, low: object, high: object) -> None:
        super().__init__(f"`{parameter}` must lie between {low} and {high}. It is {code(str(value))}.")


class ValueAboveMaxError(APIException, builtins.ValueError):
    """The value of an input is greater than its maximum."""

    def __init__(self, value: object, maximum: object) -> None:
        super().__init__(f"The value `{value}` is greater than `max_value`, which is `{maximum}`.")


class ValueBelowMinError(APIException, builtins.ValueError):
    """The value of an input is less than its minimum."""

    def __init__(self, value: object, minimum: object) -> None:
        super().__init__(f"The value `{value}` is less than `min_value`, which is `{minimum}`.")


class InvalidMinMaxError(APIException, builtins.ValueError):
    """The minimum is not less than the maximum."""

    def __init__(self, minimum: object, maximum: object) -> None:
        super().__init__(f"`min_value` must be less than `max_value`. They are `{minimum}` and `{maximum}`.")


class JSNumberBoundsError(APIException, builtins.ValueError):
    """A number is so large that not every number around it can be told apart from the next."""

    def __init__(self, parameter: str, value: object, low: object, high: object) -> None:
        super().__init__(f"`{parameter}` must lie between {low} and {high}. It is {value}.")


class InvalidNumberFormatError(APIException, builtins.ValueError):
    """A number format is not a printf format."""

    def __init__(self, format: str) -> None:
        super().__init__(
            f"{code(f'format={format!r}')} is not a printf format for one number, for example `%d` or `%.2f`."
        )


class BadTimeStringError(APIException, builtins.ValueError):
    """A text does not say how long something takes."""

    def __init__(self, parameter: str, text: str) -> None:
        super().__init__(
            f"{code(f'{parameter}={text!r}')} is not a length of time, for example `'300ms'`, `'0.5s'` or `'1m'`."
        )


class SelectionCountExceedsMaxError(APIException, builtins.ValueError):
    """More options are chosen than `max_selections` allows."""

    def __init__(self, count: int, maximum: int) -> None:
        super().__init__(
            f"{count} options are chosen but `max_selections={maximum}`. Choose fewer, or raise the limit."
        )


class DefaultNotInOptionsError(APIException, builtins.ValueError):
    """A default is none of the options."""

    def __init__(self, value: object) -> None:
        super().__init__(f"The default {code(repr(value))} is none of the options. Take one of `options`.")


class InvalidColumnSpecError(APIException, builtins.ValueError):
    """`ds.columns` was given neither a count nor a list of positive weights (rule 11.9)."""

    def __init__(self) -> None:
        super().__init__(
            "`spec` must be a whole number greater than 0, or a list of numbers greater than 0 with one weight per "
            "column."
        )


class InvalidWidthError(APIException, builtins.ValueError):
    """A width is none of those allowed."""

    def __init__(self, width: object, *, content: bool = False, stretch: bool = True) -> None:
        super().__init__(_size_message("width", width, content=content, stretch=stretch))


class InvalidHeightError(APIException, builtins.ValueError):
    """A height is none of those allowed."""

    def __init__(self, height: object, *, content: bool = False, stretch: bool = True) -> None:
        super().__init__(_size_message("height", height, content=content, stretch=stretch))


class InvalidColorError(APIException, builtins.ValueError):
    """A colour is none that is known."""


class InvalidURLError(APIException, builtins.ValueError):
    """A text is no address that can be opened."""

    def __init__(self, url: object) -> None:
        super().__init__(f"{code(str(url))} is not an address. It must begin with `https://`, `http://` or `mailto:`.")


class StopRun(BaseException):
    """Ends a run quietly: `ds.stop` (rule 15.1)."""


class RerunRun(BaseException):
    """Ends a run so that another one begins at once: `ds.rerun` (rule 15.1)."""


class AbandonedRun(BaseException):
    """Raised in a run that was stopped from the window, at whatever line it is."""


def code(text: str) -> str:
    """Any text as code in a message: Markdown in it is not taken for markup."""
    text = text.replace("\n", " ") or " "
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{'`' * (longest + 1)}{room}{text}{room}{'`' * (longest + 1)}"


def missing_key(key: str) -> str:
    """Text of the error for reading what `session_state` does not hold (rule 2.4)."""
    return (
        f"session_state has no key {key!r}. Did you forget to initialise it? "
        f"Set it above: if {key!r} not in ds.session_state: ds.session_state[{key!r}] = ..."
    )


def missing_attribute(name: str) -> str:
    """The same for reading it as an attribute (rule 2.4)."""
    return (
        f"session_state has no attribute {name!r}. Did you forget to initialise it? "
        f"Set it above: if {name!r} not in ds.session_state: ds.session_state.{name} = ..."
    )


def _entry(key: str) -> str:
    return code(f"session_state[{key!r}]")


def _told(value: object) -> str:
    """A value as it is written, if that is short."""
    if not isinstance(value, (str, int, float, complex, bytes, list, tuple, dict, set)):
        return ""
    shown = repr(value)  # pyright: ignore[reportUnknownArgumentType]
    return f"{code(shown)}, " if len(shown) <= 80 else ""


def _size_message(parameter: str, size: object, *, content: bool, stretch: bool) -> str:
    words = ["`'stretch'`"] * stretch + ["`'content'`"] * content
    was = code(repr(size))
    return f"`{parameter}` must be {', '.join(words)} or a whole number of pixels greater than 0. It is {was}."
