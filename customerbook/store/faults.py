"""What is wrong with a disk or a file, in the words of one sentence each."""

import errno

from customerbook.model.errors import BookInUseError, BookTooNewError, DamagedError, DiskError
from customerbook.model.texts import _

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_PROTECTED = {errno.EROFS, errno.EACCES, errno.EPERM}


def told(error: OSError) -> DiskError:
    """What an error of the system means for the person."""
    if error.errno in _FULL:
        return disk_full()
    if error.errno in _PROTECTED:
        return write_protected()
    return disk_failing()


def disk_full() -> DiskError:
    """There is no room left."""
    return DiskError(
        _(
            "The disk is full, so this was not saved. Everything saved before is safe. "
            "Free some space, then try again."
        )
    )


def write_protected() -> DiskError:
    """The folder or a file in it may only be read."""
    return DiskError(
        _(
            "This place is write-protected, so nothing can be saved here. "
            "Everything saved before is safe."
        )
    )


def out_of_reach() -> DiskError:
    """A file is not there, or may not be opened or made."""
    return DiskError(
        _(
            "A file of the book cannot be opened or made. "
            "Check that the disk is connected and that you may write in the book's folder."
        )
    )


def disk_failing() -> DiskError:
    """The disk does not do what it should."""
    return DiskError(
        _(
            "The disk reports a fault, so this was not saved. "
            "Copy the book's folder to another disk before you go on."
        )
    )


def damaged() -> DamagedError:
    """Something in the book is not as it was written."""
    return DamagedError(
        _(
            "The book is damaged. What can be read is untouched; "
            "stop working in it, and restore the newest backup."
        )
    )


def in_use() -> BookInUseError:
    """Somebody else has the book open."""
    return BookInUseError(_("This book is open already, in another window or program."))


def too_new() -> BookTooNewError:
    """A newer program made the book or changed it."""
    return BookTooNewError(
        _("This book was used with a newer Customer Book. Install the newest one to open it.")
    )
