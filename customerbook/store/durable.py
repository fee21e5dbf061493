"""Writing small files so that a power cut leaves the old one or the new one, never half of one."""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import IO

from customerbook.store.faults import told

_REPLACE_TRIES = 20  # a virus scanner on Windows holds a new file for some tenths of a second


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file, readable by its owner alone; when this returns, it is on the disk.

    Raises:
        DiskError: nothing was changed.
    """
    part = path.with_name(path.name + ".new")
    try:
        _write_part(part, content)
        put_in_place(part, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise told(error) from error


def sync_file(path: Path) -> None:
    """Make a file durable that something else has written and closed."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync(handle: int) -> None:
    """Make an open file durable; macOS needs a stronger call than others to reach the disk."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(OSError):  # some file systems do not know it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def put_in_place(part: Path, path: Path) -> None:
    """Give a file or folder the name under which it counts; `sync_folder` makes that durable.

    Raises:
        OSError: as `Path.replace`.
    """
    for tries in range(_REPLACE_TRIES):
        try:
            part.replace(path)
        except PermissionError:
            if os.name != "nt" or tries == _REPLACE_TRIES - 1:
                raise
            time.sleep(0.05)
        else:
            return


def new_file(path: Path) -> IO[bytes]:
    """Make a file to write into, for this account alone; nothing may be there yet."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def finish(file: IO[bytes]) -> None:
    """Make durable what was written into an open file."""
    file.flush()
    sync(file.fileno())


def _write_part(part: Path, content: bytes) -> None:
    part.unlink(missing_ok=True)  # what a power cut left may have other rights, or be a link
    with new_file(part) as file:
        file.write(content)
        finish(file)
