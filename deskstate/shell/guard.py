"""A second process that ends this one when a signal goes unanswered, as C code holds the interpreter's lock.

No Qt. POSIX only. Python's own handlers run between two of its instructions: not while a regular expression backtracks
for ever. At the signal itself Python does one thing, in C: it writes the signal's number to a file. That file is a pipe
to the guard, which passes the number on, so that Qt's event loop wakes up, and then looks at the clock. The guard is a
shell with `od`: half a megabyte that is ready within 3 ms, while Python would take ten times both.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import Final

import msgspec

assert sys.platform != "win32"

PATIENCE_S: Final = 5
"""How long this process may take to end after a signal."""
CALM: Final = b"\0"
"""Tells the guard that the signal was meant for somebody else."""
_SHELL: Final = "/bin/sh"
_PROGRAM: Final = f"""
trap '' HUP INT QUIT TERM
exec 3<&0
{{
    timer=
    while set -- $(od -An -N1 -tu1 <&3); [ $# -gt 0 ]; do
        if [ "$1" != 0 ]; then
            echo "$1"
        fi
        case $1 in
        0 | {signal.SIGINT:d} | {signal.SIGTERM:d})
            if [ "$timer" ]; then
                kill -USR1 "$timer"
                timer=
                [ "$1" = 0 ] || kill -KILL "$guarded"
                continue
            fi ;;
        esac
        case $1$timer in
        {signal.SIGHUP:d} | {signal.SIGINT:d} | {signal.SIGTERM:d})
            {{
                trap 'kill -USR1 "$sleeping"; exit' USR1
                sleep {PATIENCE_S} &
                sleeping=$!
                wait "$sleeping" && kill -KILL "$guarded"
            }} &
            timer=$! ;;
        esac
    done
    [ -z "$timer" ] || kill -USR1 "$timer"
}} &
"""
"""It ends with the process that it guards, at the end of the pipe. Most signals that end a terminal's programs, or a
service, reach the guard as well: it ignores them. A second SIGHUP is no second request, as terminals send two."""


class Wires(msgspec.Struct, frozen=True):
    """Two ends, of one pipe, or of two with the guard between them."""

    read: int
    """Has something to read after each signal; comes to its end when the guard does."""
    write: int
    """Where Python writes the numbers of signals."""
    child: int | None = None
    """A process to be waited for, which has started the guard and ended."""


def guarded() -> Wires:
    """Start a guard; where there is no shell, see `unguarded`."""
    asked, write = os.pipe()
    read, passed_on = os.pipe()
    try:
        child = os.posix_spawn(
            _SHELL,
            ["deskstate-guard", "-c", _PROGRAM],
            {"PATH": os.defpath, "guarded": str(os.getpid())},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, asked, 0),
                (os.POSIX_SPAWN_DUP2, passed_on, 1),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
            setpgroup=0,  # Ctrl-C in the terminal does not reach it
        )
    except OSError:
        os.close(read)
        os.close(write)
        return unguarded()
    finally:
        os.close(asked)
        os.close(passed_on)
    os.set_blocking(write, False)
    return Wires(read, write, child)


def unguarded() -> Wires:
    """A pipe that wakes Qt up, and no more."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    return Wires(read, write)


def reap(wires: Wires) -> None:
    """Forget the child: the guard is none of ours, so that a script that waits for its children waits for no other."""
    if wires.child is not None:
        with suppress(ChildProcessError):  # the script was quicker
            os.waitpid(wires.child, 0)
