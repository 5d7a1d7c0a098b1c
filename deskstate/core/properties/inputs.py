"""Records of the elements that a person changes. What they show now travels beside the record, as the element's value.

Of options that are labelled alike the labels are `Namesake`s, in the records and in the values.

No Qt.
"""

from __future__ import annotations

from typing import ClassVar

from deskstate.core.properties.base import LabelVisibility, Properties, Takes, Width


class Button(Properties, frozen=True, gc=False):
    """`ds.button`. No value; a click is the event True."""

    kind: ClassVar[str] = "button"
    takes: ClassVar[Takes] = "click"
    guess_px: ClassVar[int] = 38
    label: str
    help: str | None = None
    type: str = "secondary"
    """"primary", "secondary" or "tertiary"."""
    icon: str | None = None
    icon_position: str = "left"
    disabled: bool = False
    width: Width = "content"
    shortcut: str | None = None
    wrap: bool | None = None


class SubmitButton(Button, frozen=True, gc=False):
    """`ds.form_submit_button`."""

    names: ClassVar[tuple[str, ...]] = ("button", "form_submit_button")
    takes: ClassVar[Takes] = "submit"


class Checkbox(Properties, frozen=True, gc=False):
    """`ds.checkbox`. Value: bool."""

    kind: ClassVar[str] = "checkbox"
    guess_px: ClassVar[int] = 24
    label: str
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "content"
    wrap: bool | None = None


class Toggle(Properties, frozen=True, gc=False):
    """`ds.toggle`. Value: bool."""

    kind: ClassVar[str] = "toggle"
    guess_px: ClassVar[int] = 24
    label: str
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "content"
    wrap: bool | None = None


class TextInput(Properties, frozen=True, gc=False):
    """`ds.text_input`. Value: str, or None while nothing has been typed."""

    kind: ClassVar[str] = "text_input"
    label: str
    max_chars: int | None = None
    type: str = "default"
    """"default", "password", "email", "url", "phone" or "search"."""
    help: str | None = None
    autocomplete: str | None = None
    placeholder: str = ""
    disabled: bool = False
    required: bool = False
    label_visibility: LabelVisibility = "visible"
    icon: str | None = None
    validate: tuple[str, str] | None = None
    """Regular expression that the text must match, and what to say when it does not."""
    live_ms: int | None = None
    """Report while typing, after a pause of that many ms; None: on Enter and when the field is left."""
    width: Width = "stretch"


class TextArea(Properties, frozen=True, gc=False):
    """`ds.text_area`. Value: str, or None while nothing has been typed."""

    kind: ClassVar[str] = "text_area"
    guess_px: ClassVar[int] = 120
    label: str
    height: str | int | None = None
    """None: three lines; "content": grows with the text; "stretch"; or px."""
    max_chars: int | None = None
    help: str | None = None
    placeholder: str = ""
    disabled: bool = False
    required: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "stretch"

    @property
    def keeps_view(self) -> bool:
        return True


class NumberInput(Properties, frozen=True, gc=False):
    """`ds.number_input`. Value: int, float, or None while empty."""

    kind: ClassVar[str] = "number_input"
    label: str
    is_float: bool = False
    minimum: int | float | None = None
    maximum: int | float | None = None
    step: int | float = 1
    format: str | None = None
    """printf format of the display, for example "%.2f"; None: as many decimals as step and value need, at least two."""
    help: str | None = None
    placeholder: str = ""
    disabled: bool = False
    required: bool = False
    label_visibility: LabelVisibility = "visible"
    icon: str | None = None
    width: Width = "stretch"
    clearable: bool = False
    """True when the field may be emptied (its default is None); else an emptied field goes back to its last number."""


class Slider(Properties, frozen=True, gc=False):
    """`ds.slider`. Value: a tuple of one number, or of two for a range."""

    kind: ClassVar[str] = "slider"
    label: str
    data_type: str = "int"
    """"int", "float", "date", "time" or "datetime"; dates and times are whole microseconds since 1970 or midnight."""
    minimum: int | float = 0
    maximum: int | float = 100
    step: int | float = 1
    format: str = "%d"
    """printf format, a preset's name ("percent", "dollar", "compact" …), or a date pattern."""
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "stretch"


class Selectbox(Properties, frozen=True, gc=False):
    """`ds.selectbox`. Value: the label of the chosen option, or None."""

    kind: ClassVar[str] = "selectbox"
    label: str
    options: tuple[str, ...] = ()
    """Labels of the options."""
    clearable: bool = False
    """True when the choice may be taken back to None."""
    help: str | None = None
    placeholder: str = ""
    disabled: bool = False
    required: bool = False
    label_visibility: LabelVisibility = "visible"
    icon: str | None = None
    accept_new_options: bool = False
    filter_mode: str | None = "fuzzy"
    """"fuzzy", "contains", "prefix" or None: no filtering."""
    width: Width = "stretch"


class Radio(Properties, frozen=True, gc=False):
    """`ds.radio`. Value: the label of the chosen option, or None."""

    kind: ClassVar[str] = "radio"
    guess_px: ClassVar[int] = 120
    label: str
    options: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    """Small text below each option, in their order; may be shorter than the options."""
    horizontal: bool = False
    help: str | None = None
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    width: Width = "content"


class Multiselect(Properties, frozen=True, gc=False):
    """`ds.multiselect`. Value: a tuple of the labels picked, in the order of picking."""

    kind: ClassVar[str] = "multiselect"
    label: str
    options: tuple[str, ...] = ()
    max_selections: int | None = None
    help: str | None = None
    placeholder: str = ""
    disabled: bool = False
    label_visibility: LabelVisibility = "visible"
    accept_new_options: bool = False
    filter_mode: str | None = "fuzzy"
    select_all: bool = True
    """True: offer "Select all"."""
    width: Width = "stretch"
    wrap: bool | None = None
    """False: the chips stay on one line."""
    select_all_up_to: int | None = 1000
    """With `select_all`: offer it only while no more options than this are left; None: however many."""
