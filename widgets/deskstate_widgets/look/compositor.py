"""Whether see-through windows show what is behind them, or black.

GUI thread only.
"""

from __future__ import annotations

import ctypes

from PySide6.QtGui import QGuiApplication


def is_composited() -> bool:
    """Whether windows are shown with their transparency; X11 needs a compositor for it, which kiosks often lack."""
    return QGuiApplication.platformName() != "xcb" or _x11_has_compositor()


def _x11_has_compositor() -> bool:
    """Qt does not tell, so the X server is asked: a compositor owns the selection _NET_WM_CM_S<screen>."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    address: int | None = x11.XOpenDisplay(None)
    if address is None:
        return False
    display = ctypes.c_void_p(address)
    name = f"_NET_WM_CM_S{x11.XDefaultScreen(display)}".encode("ascii")
    owner = x11.XGetSelectionOwner(display, ctypes.c_ulong(x11.XInternAtom(display, name, 0)))
    x11.XCloseDisplay(display)
    return bool(owner)
