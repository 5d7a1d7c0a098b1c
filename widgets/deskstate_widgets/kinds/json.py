"""The native widget of `ds.json`.

GUI thread only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstate.core.properties import text
from deskstate_widgets.boxes.shown import set_shown
from deskstate_widgets.boxes.sizing import apply_width
from deskstate_widgets.boxes.tinted_box import TintedBox
from deskstate_widgets.look.tokens import PAD_PX
from deskstate_widgets.native import Native
from deskstate_widgets.text.read_text import ReadText
from deskstate_widgets.text.rich_text import Words
from deskstate_widgets.trees.json_tree import JsonTree

if TYPE_CHECKING:
    from deskstate_widgets.native import Host
    from deskstate_widgets.trees.rows import Path

_PAD_Y_PX: Final = 12


class Json(Native[text.Json]):
    """A tree of data, or what is wrong with the text that was to be one."""

    def __init__(self, properties: text.Json, host: Host) -> None:
        super().__init__(properties, host)
        self.widget = QWidget()
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._tree: JsonTree | None = None
        self._problem: TintedBox | None = None
        self._problem_text: ReadText | None = None
        self._show(properties)
        apply_width(self.widget, properties.width)

    def update(self, new: text.Json, old: text.Json) -> None:
        if new.expanded != old.expanded and self._tree is not None:
            self._tree.forget()
        if (new.body, new.expanded) != (old.body, old.expanded):
            self._show(new)
        if new.width != old.width:
            apply_width(self.widget, new.width)
            self.host.relayout()

    def focus(self) -> None:
        if self._tree is not None:
            self._tree.setFocus()

    def view(self) -> tuple[dict[Path, bool], int] | None:
        """What a person has opened and closed, and how far it is scrolled."""
        return None if self._tree is None else self._tree.view()

    def restore_view(self, view: tuple[dict[Path, bool], int]) -> None:
        if self._tree is not None:
            self._tree.restore_view(*view)

    def _show(self, properties: text.Json) -> None:
        problem = None
        try:
            data = json.loads(properties.body)
        except ValueError as error:
            problem = f"This text is not JSON: {error}"
        except RecursionError:
            problem = "This JSON is nested too deeply to be shown."
        else:
            if self._tree is None:
                self._tree = JsonTree()
                self._column.addWidget(self._tree)
            expanded = properties.expanded
            self._tree.show_data(data, None if expanded is True else int(expanded))
        if self._tree is not None:
            set_shown(self._tree, problem is None)
        if problem is not None and self._problem is None:
            self._problem = TintedBox("red")
            inside = QVBoxLayout(self._problem)
            inside.setContentsMargins(PAD_PX, _PAD_Y_PX, PAD_PX, _PAD_Y_PX)
            self._problem_text = ReadText()
            inside.addWidget(self._problem_text)
            self._column.addWidget(self._problem)
        if self._problem is not None and self._problem_text is not None:
            self._problem_text.say(Words(problem or "", literal=True, role="red"))
            set_shown(self._problem, problem is not None)
            self._problem.announce(problem or "")
