"""How a button without text is told its natural width, so that Qt can lay it out without asking Python.

GUI thread only. Qt sizes a button by its text and its icon; an icon that nobody sees can have any size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


def set_natural_width(button: QAbstractButton, width_px: int) -> None:
    """Make this the width of the button's size hint; its height is left alone."""
    from PySide6.QtGui import QIcon, QPixmap  # late: a short plain label needs no more than itself

    if button.icon().isNull():
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        button.setIcon(QIcon(blank))
    button.setIconSize(QSize(1, 1))
    around_px = button.sizeHint().width() - 1
    button.setIconSize(QSize(max(width_px - around_px, 1), 1))


def clear_natural_width(button: QAbstractButton) -> None:
    """Let the button's text alone say how wide it is, after `set_natural_width`."""
    from PySide6.QtGui import QIcon  # late, as above

    button.setIcon(QIcon())


def set_growing(button: QAbstractButton, *, growing: bool) -> None:
    """Say whether what is inside may need more height than one line; if not, no layout stretches the button."""
    policy = button.sizePolicy()
    vertical = QSizePolicy.Policy.Preferred if growing else QSizePolicy.Policy.Fixed
    if policy.verticalPolicy() != vertical:
        policy.setVerticalPolicy(vertical)
        button.setSizePolicy(policy)
