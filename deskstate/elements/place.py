"""A place in the window with every command: what containers are, and what commands answer with.

No Qt.
"""

from __future__ import annotations

from typing import Any, NoReturn

from deskstate import errors
from deskstate.core.cursor import here
from deskstate.core.earlier import At
from deskstate.elements.base import Spot
from deskstate.elements.buttons import ButtonElements
from deskstate.elements.choices import ChoiceElements
from deskstate.elements.data import DataElements
from deskstate.elements.fields import FieldElements
from deskstate.elements.forms import FormElements
from deskstate.elements.later import NOT_ON_CONTAINERS, missing
from deskstate.elements.layout import LayoutElements
from deskstate.elements.numbers import NumberElements
from deskstate.elements.sliders import SliderElements
from deskstate.elements.status import StatusElements
from deskstate.elements.text import TextElements
from deskstate.elements.toggles import ToggleElements
from deskstate.elements.write import WriteElements


class Place(
    TextElements,
    DataElements,
    StatusElements,
    WriteElements,
    ButtonElements,
    ToggleElements,
    FieldElements,
    NumberElements,
    SliderElements,
    ChoiceElements,
    LayoutElements,
    FormElements,
):
    """A place in the window. Its commands draw there: into it when it is a container, over it when it is an element.

    In a `with` block the commands of `ds` draw there too (rules 11.1, 11.2).
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> NoReturn:
        if name in NOT_ON_CONTAINERS:
            raise errors.APIException(f"`{name}` concerns the app, not a place in its window. Use `ds.{name}` instead.")
        raise missing(name, "A place in the window")


class ExpanderContainer(Place):
    """The inside of an expander."""

    __slots__ = ("open",)

    def __init__(self, at: At, *, open: bool | None) -> None:
        super().__init__(at)
        self.open = open
        """Whether it is open; None when that is the window's business (rule 11.10)."""


class TabContainer(Place):
    """The inside of one tab."""

    __slots__ = ("open",)

    def __init__(self, at: At, *, open: bool | None) -> None:
        super().__init__(at)
        self.open = open
        """Whether it is the open one; None when that is the window's business (rule 11.10)."""


class Sidebar(Place):
    """The sidebar of whatever window the script is running for (rule 11.3)."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(None)

    @property
    def _at(self) -> At | None:
        return (here().run.region("sidebar"), -1)

    @_at.setter
    def _at(self, at: Any) -> None:
        """It is found anew at each command."""


Spot.answer = Place
