"""What went wrong with a backup or its place, in one sentence each; the book itself is safe."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customerbook.model.errors import DiskError, NotABookError, WrongKeyError
from customerbook.model.texts import _

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_PROTECTED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}


@contextmanager
def told_of(folder: Path) -> Iterator[None]:
    """Turn what the system says about a folder for backups into a sentence.

    Raises:
        DiskError: for every OSError inside.
    """
    try:
        yield
    except OSError as error:
        raise _of(error, folder) from error


def no_room(folder: Path, missing: int) -> DiskError:
    """A backup does not fit by so many bytes."""
    return DiskError(
        _(
            "There is no room for a backup in “{folder}”: {missing} MB more have to be free. "
            "The book is safe. Free some space there, or choose another place."
        ).format(folder=folder, missing=-(-missing // 1_000_000))
    )


def place_full(folder: Path) -> DiskError:
    """The disk became full."""
    return DiskError(
        _(
            "The disk became full, so no backup was made in “{folder}”. "
            "The book is safe. Free some space there, or choose another place."
        ).format(folder=folder)
    )


def place_failing(folder: Path) -> DiskError:
    """The disk does not do what it should."""
    return DiskError(
        _(
            "The disk with “{folder}” reports a fault, so there is no backup. "
            "The book is safe. Choose another place for backups."
        ).format(folder=folder)
    )


def place_gone(folder: Path) -> DiskError:
    """The folder is not there, as when a stick was pulled out."""
    return DiskError(
        _(
            "The place “{folder}” is not there. The book is safe. "
            "Connect the disk, or choose another place."
        ).format(folder=folder)
    )


def other_book(path: Path) -> NotABookError:
    """The backup does not belong to the book."""
    return NotABookError(_("“{name}” is a backup of another book.").format(name=path.name))


def other_keys(path: Path) -> WrongKeyError:
    """It was made with a data key before this one, and somebody else than the owner asks."""
    return WrongKeyError(
        _(
            "“{name}” was made before the book was locked anew. Only the owner’s passphrase or "
            "the recovery code opens it."
        ).format(name=path.name)
    )


def _of(error: OSError, folder: Path) -> DiskError:
    if error.errno in _FULL:
        return place_full(folder)
    if error.errno in _PROTECTED:
        return DiskError(
            _(
                "Nothing can be written in “{folder}”. The book is safe. "
                "Choose another place for backups."
            ).format(folder=folder)
        )
    if error.errno in _GONE:
        return place_gone(folder)
    return place_failing(folder)
