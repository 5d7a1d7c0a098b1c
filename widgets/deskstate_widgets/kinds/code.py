"""The native widget of `ds.code`.

GUI thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstate.core.properties import text
from deskstate_widgets.boxes.sizing import apply_height, apply_width
from deskstate_widgets.code.block import CodeView
from deskstate_widgets.native import Native

if TYPE_CHECKING:
    from deskstate_widgets.native import Host


class Code(Native[text.Code]):
    """Source text, highlighted, with a copy button."""

    def __init__(self, properties: text.Code, host: Host) -> None:
        super().__init__(properties, host)
        self._view = CodeView()
        self.widget = self._view
        self._view.setAccessibleName("Code")
        self._show(properties)

    def update(self, new: text.Code, old: text.Code) -> None:
        self._show(new)
        if (new.width, new.height) != (old.width, old.height):
            self.host.relayout()

    def view(self) -> tuple[int, int] | None:
        """How far it is scrolled sideways and down, in px."""
        view = self._view.scrolled()
        return view if any(view) else None

    def restore_view(self, view: tuple[int, int]) -> None:
        self._view.scroll_again(*view)

    def _show(self, properties: text.Code) -> None:
        self._view.set_code(
            properties.body,
            properties.language,
            line_numbers=properties.line_numbers,
            wrap=properties.wrap_lines,
        )
        apply_width(self._view, properties.width)
        apply_height(self._view, properties.height)
