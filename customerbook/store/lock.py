"""A file that one program at a time holds; the system lets go of it when the program ends.

On Windows `filelock` knows the ways of its files. Elsewhere `flock` is all that is needed: loading
the library would take a tenth of the start.
"""

import os
import sys
from pathlib import Path

_MODE = 0o600


class HeldError(Exception):
    """Another program holds the file, or this one does already."""


if sys.platform == "win32":
    from filelock import FileLock, Timeout

    class Lock:
        """The file of this path, held from the beginning; HeldError, or OSError if it cannot be."""

        def __init__(self, path: Path) -> None:
            self._lock = FileLock(path, timeout=0, mode=_MODE, thread_local=False)
            try:
                self._lock.acquire()
            except Timeout as error:
                raise HeldError from error

        def release(self) -> None:
            """Let others hold it; a second call does nothing."""
            self._lock.release()

else:
    import fcntl

    class Lock:
        """The file of this path, held from the beginning; HeldError, or OSError if it cannot be."""

        def __init__(self, path: Path) -> None:
            self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, _MODE)
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                self.release()
                if isinstance(error, BlockingIOError | PermissionError):
                    raise HeldError from error
                raise

        def release(self) -> None:
            """Let others hold it; a second call does nothing. The file stays for the next one."""
            file, self._file = self._file, None
            if file is not None:
                fcntl.flock(file, fcntl.LOCK_UN)  # a child of this process may have the file too
                os.close(file)
