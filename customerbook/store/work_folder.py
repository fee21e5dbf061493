"""A folder for files that are not finished; what a killed program left of one is swept."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customerbook.store.lock import HeldError, Lock

_PREFIX = ".customerbook-"


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
        if lock:
            lock.release()
        shutil.rmtree(path, ignore_errors=True)


def sweep(place: Path) -> None:
    """Remove the folders of programs that ended in the midst of their work."""
    with contextlib.suppress(OSError):
        for path in [*place.glob(f"{_PREFIX}*/LOCK")]:
            with contextlib.suppress(HeldError, OSError):
                Lock(path).release()
                shutil.rmtree(path.parent, ignore_errors=True)


def _made(place: Path) -> tuple[Path, Lock | None]:
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        try:
            return path, Lock(path / "LOCK")
        except HeldError:
            continue  # it was swept between these two lines
        except OSError:
            return path, None  # some shares know no locks; it is never swept then
