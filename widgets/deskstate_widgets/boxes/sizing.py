"""The width and height rules of the records, as Qt's size policies.

GUI thread only. The other half of a rule is the container's: where a narrower widget stands, and that it never gets
wider than its parent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

UNLIMITED_PX: Final = 16_777_215
"""Qt's own largest size of a widget (QWIDGETSIZE_MAX)."""

Rule = int | str
"""One width or height: "stretch", "content", "auto" or px."""


def apply_width(widget: QWidget, width: Rule) -> None:
    """Make a widget as wide as its record says; call it at creation and whenever the rule changes.

    Args:
        widget: What stands in the container.
        width: "stretch": all there is; "content": what it needs; "auto": "content" side by side with others, else
            "stretch"; or that many px, and less where the parent is narrower.
    """
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum if width == "content" else QSizePolicy.Policy.Preferred)
    widget.setSizePolicy(policy)
    limit_px = width if isinstance(width, int) else UNLIMITED_PX
    if widget.maximumWidth() != limit_px:
        widget.setMaximumWidth(limit_px)


def apply_height(widget: QWidget, height: Rule) -> None:
    """Make a widget as high as its record says; call it at creation and whenever the rule changes.

    Args:
        widget: What stands in the container.
        height: "content": what it needs; "stretch": its share of what is left over; or exactly that many px.
    """
    policy = widget.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Expanding if height == "stretch" else QSizePolicy.Policy.Preferred)
    widget.setSizePolicy(policy)
    low_px, high_px = (height, height) if isinstance(height, int) else (0, UNLIMITED_PX)
    if widget.minimumHeight() != low_px or widget.maximumHeight() != high_px:
        widget.setMinimumHeight(low_px)
        widget.setMaximumHeight(high_px)


def width_of(properties: object) -> Rule:
    """The width rule of a record; records without one fill their row."""
    rule: Rule = getattr(properties, "width", "stretch")
    return rule


def height_of(properties: object) -> Rule:
    """The height rule of a record; records without one are as high as their content."""
    rule: Rule | None = getattr(properties, "height", "content")
    return "content" if rule is None else rule


def is_hidden(widget: QWidget) -> bool:
    """True when a widget was hidden on purpose, and not only because its window is not shown."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
