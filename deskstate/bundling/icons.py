"""The icon of an app in the form that a system wants: ICO on Windows, ICNS on macOS, PNG elsewhere.

Qt's pictures without a window, in any thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from deskstate.bundling.problems import Problem

SIDE_PX: Final = 256
"""What all systems take; they make the smaller ones of it."""


def write_icon(icon: Path, target: Path) -> None:
    """Write a picture as a square icon, in the format that the target's name says.

    Raises:
        Problem: When the picture cannot be read.
    """
    picture = _largest(icon)
    if picture.isNull():
        raise Problem(f"the icon {icon.name} is no picture that can be read")
    fitting = picture.scaled(
        SIDE_PX, SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    square = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((SIDE_PX - fitting.width()) // 2, (SIDE_PX - fitting.height()) // 2, fitting)
    painter.end()
    if not square.save(str(target)):
        raise OSError(f"{target} cannot be written")


def _largest(icon: Path) -> QImage:
    """The largest picture of a file: icons have one for each size."""
    reader = QImageReader(str(icon))
    pictures = [reader.read()]
    while reader.jumpToNextImage():
        pictures.append(reader.read())
    return max(pictures, key=QImage.width)
