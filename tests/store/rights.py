"""Doing something as an account that may not write everywhere, even where tests run as root."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder that any account reaches (those of pytest are closed to all but its own)."""
    folder = Path(tempfile.mkdtemp(prefix="book-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o700)
        shutil.rmtree(folder)


@contextmanager
def without_privileges(folder: Path) -> Iterator[None]:
    """Rights count, as for everybody: root gives up its own for the time and owns nothing here."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    for one in (folder, *folder.rglob("*")):
        os.chown(one, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
