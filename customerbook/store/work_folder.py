"""A folder for files that are not finished; what a killed program left of one is swept."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from customerbook.store.lock import HeldError, Lock

_PREFIX, _LOCK = ".customerbook-", "LOCK"


@contextmanager
def work_folder(place: Path) -> Iterator[Path]:
    """A new folder inside a place, for this account alone; it is gone at the end.

    Raises:
        OSError: it cannot be made there.
    """
    path, lock = _made(place)
    try:
        yield path
    finally:
        _remove(path, lock)


def sweep(place: Path) -> None:
    """Remove the folders of programs that ended in the midst of their work."""
    with suppress(OSError):
        for path in place.glob(f"{_PREFIX}*"):
            with suppress(HeldError, OSError):
                if (path / _LOCK).exists():
                    _remove(path, Lock(path / _LOCK))
                else:
                    path.rmdir()  # ended before it was locked; else it is not empty and stays


def _made(place: Path) -> tuple[Path, Lock | None]:
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        try:
            return path, Lock(path / _LOCK)
        except HeldError:
            continue  # it is swept at this very moment
        except OSError:
            if path.exists():
                return path, None  # some shares know no locks; it is never swept then


def _remove(path: Path, lock: Lock | None) -> None:
    """Under the lock up to the end, so that whatever is left after a crash can be swept."""
    with suppress(OSError):
        for one in path.iterdir():
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            elif one.name != _LOCK:
                one.unlink()
    if lock is not None:
        lock.release()
    shutil.rmtree(path, ignore_errors=True)
