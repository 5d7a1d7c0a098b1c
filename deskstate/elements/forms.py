"""Forms: what is edited inside is reported together (section 8 of the rules).

No Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstate import errors
from deskstate.core.around import Around
from deskstate.core.call import calling
from deskstate.core.codec import CLICK
from deskstate.core.cursor import here
from deskstate.core.element import Callback
from deskstate.core.identity import state_id
from deskstate.core.properties import inputs, layout
from deskstate.core.properties.base import Height, Width
from deskstate.core.run import Made
from deskstate.elements import checks
from deskstate.elements.base import Args, Key, Kwargs, Spot
from deskstate.elements.buttons import ButtonType, IconPosition, button_properties, check_callback

if TYPE_CHECKING:
    from deskstate.elements.place import Place


class FormElements(Spot):
    """`form` and `form_submit_button`."""

    __slots__ = ()

    def form(
        self,
        key: str,
        clear_on_submit: bool = False,
        *,
        enter_to_submit: bool = True,
        border: bool = True,
        width: Width = "stretch",
        height: Height = "content",
    ) -> Place:
        """A container whose inputs report together, when one of its submit buttons is pressed.

        Args:
            key: Name of the form, unique among the forms of a run. It is no entry of `session_state` (rule 8.5).
            clear_on_submit: True when the inputs show their defaults after it was submitted (rule 8.9).
            enter_to_submit: True when Enter in a line of text presses the first submit button.
            border: True for a frame around it.
            width: "stretch", "content" or px.
            height: "content", "stretch" or px, in which it scrolls.

        Returns:
            The place inside it.

        Raises:
            InvalidLayoutContextError: Inside another form.
            DuplicateElementKey: When another form of this run has the key.
            ValueAssignmentNotAllowedError: When code has set the key in `session_state`.
        """
        cursor = here()
        _check_key(key)
        around = (self._at or cursor.at)[0].around
        if around.form is not None:
            raise errors.InvalidLayoutContextError("A form cannot stand in another form. Put them one below the other.")
        state = cursor.run.state
        if key in state.assigned:
            raise errors.ValueAssignmentNotAllowedError(key)
        if state.has_form(key):
            raise errors.DuplicateElementKey(key)
        call = calling() if isinstance(height, int) else None
        element = self._open(_form, around, key, clear_on_submit, enter_to_submit, border, width, height, call=call)
        state.scope(around).forms.add(key)
        if clear_on_submit:
            state.clearing.add(key)
        else:
            state.clearing.discard(key)
        return self.answer((element, -1))

    def form_submit_button(
        self,
        label: str = "Submit",
        help: str | None = None,
        on_click: Callback | None = None,
        args: Args = None,
        kwargs: Kwargs = None,
        *,
        key: Key = None,
        type: ButtonType = "secondary",
        icon: str | None = None,
        icon_position: IconPosition = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """The button that reports what was entered in the form around it.

        Args:
            label: Inline Markdown on it.
            help: Markdown shown at the pointer.
            on_click: Called before the script runs again, with all that was entered in `session_state`.
            args: For the callback.
            kwargs: For the callback.
            key: Name of its state in `session_state`, which only a person can set (rule 4.6). Default:
                "FormSubmitter:form-label", so that two with one label need keys.
            type: "primary" (the main action), "secondary" or "tertiary" (no frame).
            icon: An emoji, ":material/name:" or "spinner".
            icon_position: "left" or "right" of the label.
            disabled: Greyed out; cannot be pressed.
            use_container_width: Former name of `width`: True for "stretch", False for "content".
            width: "content", "stretch" or px.
            shortcut: Keys that press it, such as "Ctrl+Enter".
            wrap: False keeps the label on one line.

        Returns:
            True in the one run in which the form was submitted with this button (rule 8.7).

        Raises:
            InvalidLayoutContextError: Outside of a form.
            ValueAssignmentNotAllowedError: When code has set its key in `session_state`.
        """
        if on_click is not None:
            check_callback(on_click)
        if use_container_width is not None:
            width = "stretch" if use_container_width else "content"
        form = (self._at or here().at)[0].around.form
        if form is None:
            raise errors.InvalidLayoutContextError(
                "`ds.form_submit_button` submits the form around it, and there is none. "
                "Put it below `with ds.form(...):`."
            )
        if key is None or key == "":
            key = f"FormSubmitter:{form}-{label}"
        words = (label, help, type, icon, icon_position, disabled, width, shortcut, wrap)
        clicked: bool = self._ask(_submit_button, words, key, on_click, args, kwargs, disabled)
        return clicked


def _check_key(key: object) -> None:
    if not isinstance(key, str):
        raise errors.InvalidParameterTypeError("key", key, "a string")


def _form(
    around: Around, key: str, clear_on_submit: bool, enter_to_submit: bool, border: bool, width: Width, height: Height
) -> Made:
    return Made(
        layout.Form(
            checks.text(key),
            clear_on_submit=bool(clear_on_submit),
            enter_to_submit=bool(enter_to_submit),
            border=bool(border),
            width=checks.width(width),
            height=checks.height(height),
        ),
        around=around.within(key),
    )


def _submit_button(key: str | None, around: Around, words: tuple[Any, ...]) -> Made:
    return Made(
        button_properties(inputs.SubmitButton, words),
        state_id("form_submit_button", key, (), around),
        False,
        CLICK,
    )
