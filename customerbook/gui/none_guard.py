"""Keeps None, True and False alive under PySide6 6.12 on Python 3.11.

The wheel is compiled as if they could not die, which is so from Python 3.12 on. On 3.11 each call
that returns nothing takes one reference of None that was never added, and each signal that is
emitted one of True; after some thousand of them the interpreter stops with "deallocating None".
Giving them more references than a process can use up is what newer Pythons do for good.
"""

import ctypes
import sys

_CONSTANTS = (None, True, False, NotImplemented, ...)
_PLENTY = 1 << (ctypes.sizeof(ctypes.c_ssize_t) * 8 - 4)


def keep_none_alive() -> None:
    """Give None and its like references without end, where they can die and have not got them."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for constant in _CONSTANTS:
        if sys.getrefcount(constant) < _PLENTY:
            # The count is the first word of every object of this interpreter.
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
