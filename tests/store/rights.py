"""Rights of files that count for everybody, even where tests run as root."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VERSION = 0x20080522
_WRITE_ANYWHERE = 1 << 1
"""CAP_DAC_OVERRIDE of Linux, with which root writes where the rights of a file say no."""


@contextmanager
def rights_count(folder: Path) -> Iterator[None]:
    """Let the rights that are set on a folder meanwhile bind root too; they are mended afterwards.

    Threads that are started meanwhile are bound as well; reading is not restricted. Not for
    Windows, whose folders know no such rights.
    """
    as_root = sys.platform == "linux" and os.geteuid() == 0
    before = _capabilities() if as_root else 0
    if as_root:
        _capabilities(before & ~_WRITE_ANYWHERE)
    try:
        yield
    finally:
        if as_root:
            _capabilities(before)
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o700)


def _capabilities(wanted: int | None = None) -> int:
    """What this thread may do beyond its rights, the lower 32 bits; sets them if wanted."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    bits = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; then the upper halves
    if libc.capget(header, bits) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    found = int(bits[0])
    if wanted is not None:
        bits[0] = wanted
        if libc.capset(header, bits) != 0:
            raise OSError(ctypes.get_errno(), "capset")
    return found
