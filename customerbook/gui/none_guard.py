"""Keeps None alive under PySide6 6.12 on Python 3.11.

The wheel is compiled as if None could not die, which is so from Python 3.12 on. On 3.11 each call
that returns nothing takes one reference of None that was never added; after some thousand paint
calls the interpreter stops with "deallocating None". Giving None more references than a process
can use up is what newer Pythons do for good.
"""

import ctypes
import sys

_PLENTY = 1 << (ctypes.sizeof(ctypes.c_ssize_t) * 8 - 4)


def keep_none_alive() -> None:
    """Give None references without end; does nothing where it cannot die or has them already."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    if sys.getrefcount(None) < _PLENTY:
        # The count is the first word of every object of this interpreter.
        ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
