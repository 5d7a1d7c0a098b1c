"""Kinds of elements that are not deskstate's, from the record to the widget: a meter, a bell, a post, a mark.

GUI thread only, but for the records and commands.
"""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QSlider, QWidget

from deskstate.core.codec import CLICK
from deskstate.core.properties.base import Properties, Takes
from deskstate.core.run import Made
from deskstate.core.state import ID_PREFIX
from deskstate.elements.base import Key
from deskstate.elements.place import Place
from deskstate_widgets.native import Host, Native


class MeterWidget(Native["Meter"]):
    """A plain slider of Qt."""

    def __init__(self, properties: Meter, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = self._slider = QSlider()
        self._slider.setMaximum(properties.most)
        self._slider.valueChanged.connect(host.commit)

    def update(self, new: Meter, old: Meter) -> None:
        self._slider.setMaximum(new.most)

    def show_value(self, value: Any) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(value)
        self._slider.blockSignals(False)


class BellWidget(Native["Bell"]):
    """A plain button of Qt."""

    def __init__(self, properties: Bell, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = self._button = QPushButton(properties.label)
        self._button.clicked.connect(lambda: host.commit(True))

    def update(self, new: Bell, old: Bell) -> None:
        self._button.setText(new.label)

    def is_pressed(self) -> bool:
        return self._button.isDown()


class MarkWidget(Native["Mark"]):
    """Nothing to see."""

    def __init__(self, properties: Mark, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self.widget.hide()


class Meter(Properties, frozen=True, gc=False):
    """What `Own.meter` shows. Value: an int."""

    kind: ClassVar[str] = "meter"
    native: ClassVar[Any] = MeterWidget
    guess_px: ClassVar[int] = 30
    label: str
    most: int


class Bell(Properties, frozen=True, gc=False):
    """What `Own.bell` shows. No value; a click is the event True."""

    kind: ClassVar[str] = "bell"
    native: ClassVar[Any] = "tests.shell.own_kinds.BellWidget"
    takes: ClassVar[Takes] = "click"
    label: str


class Post(Bell, frozen=True, gc=False):
    """What `Own.post` shows: a bell that sends what its form holds."""

    kind: ClassVar[str] = "post"
    takes: ClassVar[Takes] = "submit"


class Mark(Properties, frozen=True, gc=False):
    """What `Own.mark` does not show."""

    kind: ClassVar[str] = "mark"
    native: ClassVar[Any] = MarkWidget
    void: ClassVar[bool] = True


class Own(Place):
    """A place with more commands."""

    __slots__ = ()

    def meter(self, label: str, most: int = 10, key: Key = None) -> int:
        """Something to set."""
        value: int = self._ask(_meter, (label, most), key, "rerun", None, None, False)
        return value

    def bell(self, label: str, key: Key = None) -> bool:
        """Something to press."""
        rung: bool = self._ask(_bell, (label,), key, None, None, None, False)
        return rung

    def post(self, label: str, key: Key = None) -> bool:
        """Something to press in a form."""
        sent: bool = self._ask(_post, (label,), key, None, None, None, False)
        return sent

    def mark(self) -> Place:
        """Something that takes no space."""
        return self._show(_mark)


def _meter(key: str | None, *said: Any) -> Made:
    label, most = said[-1]
    return Made(Meter(label, most), f"{ID_PREFIX}-meter-{key or label}", 0)


def _bell(key: str | None, *said: Any) -> Made:
    (label,) = said[-1]
    return Made(Bell(label), f"{ID_PREFIX}-bell-{key or label}", False, CLICK)


def _post(key: str | None, *said: Any) -> Made:
    (label,) = said[-1]
    return Made(Post(label), f"{ID_PREFIX}-post-{key or label}", False, CLICK)


def _mark() -> Made:
    return Made(Mark())
