"""The folder of a book: what lies in it, one program at a time, and its key file.

Name.customerbook/
    book.db         everything, encrypted; only SQLCipher ever opens it (see `file.py`)
    keys.json       the key file, and keys.json.bak, the same once more
    LOCK            held by the program that has the book open
    log/            what the program did, without personal data
    restored/, earlier-…/   while and after a backup was restored, see `swap.py`
"""

import contextlib
import stat
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from customerbook.model.errors import (
    BookTooNewError,
    DamagedError,
    DiskError,
    NotABookError,
    OpeningError,
)
from customerbook.model.texts import _
from customerbook.store.durable import sync_folder, write_durably
from customerbook.store.faults import in_use, told, write_protected
from customerbook.store.keyfile import LIMIT_BYTES, KeyFile, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.lock import HeldError, Lock
from customerbook.store.swap import is_pending, settle
from customerbook.store.tries import Tries

SUFFIX = ".customerbook"


@dataclass(frozen=True)
class BookFolder:
    """Where the parts of a book lie."""

    path: Path

    @property
    def book(self) -> Path:
        """The encrypted file. Never `open()` it: closing it again would drop SQLite's locks."""
        return self.path / "book.db"

    @property
    def journal(self) -> Path:
        """What the engine keeps for the case that a transaction is cut off; may be missing."""
        return self.path / "book.db-journal"

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.path / "keys.json"

    @property
    def keys_copy(self) -> Path:
        """The second copy of the key file."""
        return self.path / "keys.json.bak"

    @property
    def lock(self) -> Path:
        """The file that the program with the open book holds."""
        return self.path / "LOCK"

    @property
    def log(self) -> Path:
        """The folder for logs."""
        return self.path / "log"


class Hold:
    """The right to have a book open, held by one program until released.

    `read_only` says that the folder cannot be written, so that nobody can be kept out.
    """

    def __init__(self, folder: BookFolder, lock: Lock | None) -> None:
        self.folder = folder
        self.tries = Tries()
        self._lock = lock

    @property
    def read_only(self) -> bool:
        """Whether the folder is write-protected."""
        return self._lock is None

    def release(self) -> None:
        """Let others open the book; a second call does nothing."""
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def named(path: Path) -> Path:
    """The path of a new book, with the suffix that its folder carries."""
    return path if path.suffix == SUFFIX else Path(f"{path}{SUFFIX}")


def find_folder(path: Path) -> BookFolder:
    """The book that a path means: its folder, a file in it, or its name without the suffix.

    Raises:
        NotABookError: there is no book.
        OpeningError: its files are links to somewhere else.
    """
    for candidate in (path, path.parent if path.is_file() else path, named(path)):
        folder = BookFolder(candidate.absolute())
        has_keys = _exists(folder.keys) or _exists(folder.keys_copy)
        if (_exists(folder.book) and has_keys) or is_pending(folder.path):
            refuse_links(folder)
            return folder
    raise NotABookError(
        _("There is no customer book at “{path}”. Choose a folder that ends in {suffix}.").format(
            path=path, suffix=SUFFIX
        )
    )


def new_folder(path: Path) -> Hold:
    """Make the empty folder of a new book, for this account alone, and hold it.

    Raises:
        OpeningError: something is there already.
        DiskError: the folder cannot be made.
    """
    folder = BookFolder(path.absolute())
    try:
        folder.path.mkdir(mode=0o700)
        folder.log.mkdir(mode=0o700)
        sync_folder(folder.path.parent)
    except FileExistsError as error:
        raise OpeningError(
            _("“{path}” exists already. Nothing was changed; choose another name.").format(
                path=path
            )
        ) from error
    except FileNotFoundError as error:
        raise NotABookError(
            _("The folder “{path}” does not exist.").format(path=path.parent)
        ) from error
    except OSError as error:
        raise told(error) from error
    return hold_folder(folder)


def hold_folder(folder: BookFolder) -> Hold:
    """Keep other programs out of a book until the hold is released.

    What was cut off while a backup was restored is brought to its end.

    Raises:
        BookInUseError: another one has it open.
        DiskError: a restored book cannot be put in its place.
    """
    # A lock of its own beside SQLite's, which a stray open() and close() of book.db would cancel.
    try:
        hold = Hold(folder, Lock(folder.lock))
    except HeldError as error:
        raise in_use() from error
    except OSError:
        if is_pending(folder.path):
            raise write_protected() from None
        return Hold(folder, None)
    try:
        settle(folder.path)
    except BaseException:
        hold.release()
        raise
    return hold


def refuse_links(folder: BookFolder) -> None:
    """Make sure that the files are here and not elsewhere, where they would escape the lock.

    Raises:
        OpeningError: a symbolic or hard link.
    """
    for path in (folder.book, folder.keys, folder.keys_copy):
        with contextlib.suppress(FileNotFoundError):
            found = path.lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
                raise OpeningError(
                    _("“{name}” in this book is a link to another place. It is not opened.").format(
                        name=path.name
                    )
                )


def read_key_file(folder: BookFolder) -> KeyFile:
    """The key file, or its second copy if the first is missing, damaged or of an older data key.

    Raises:
        DamagedError: neither can be read.
        BookTooNewError: made by a newer program.
        DiskError: the disk does not give them.
    """
    return key_files(folder)[0]


def key_files(folder: BookFolder) -> list[KeyFile]:
    """The one or two different key files of a folder, first the one to go by.

    Raises:
        DamagedError: neither can be read.
        BookTooNewError: made by a newer program.
        DiskError: the disk does not give them.
    """
    try:
        first = decode(_content(folder.keys))
    except BookTooNewError:
        raise
    except DamagedError as damaged:
        try:
            return [decode(_content(folder.keys_copy))]
        except DamagedError:
            raise damaged from None
    try:
        second = decode(_content(folder.keys_copy))
    except (DamagedError, BookTooNewError, DiskError):
        return [first]
    if second == first:
        return [first]
    # The first is written first. If it knows an older data key, somebody put back a copy of it.
    older = second.book == first.book and second.rights.epoch > first.rights.epoch
    return [second, first] if older else [first, second]


def write_key_file(folder: BookFolder, key_file: KeyFile) -> None:
    """Write both copies, one after the other, so that one of them is always whole.

    Raises:
        DiskError: the first copy, at least, is still the old one.
    """
    content = encode(key_file)
    write_durably(folder.keys, content)
    write_durably(folder.keys_copy, content)


def has_key_file(folder: BookFolder, key_file: KeyFile) -> bool:
    """Whether both copies on disk are this very key file."""
    content = encode(key_file)
    return all(_content(path) == content for path in (folder.keys, folder.keys_copy))


def _content(path: Path) -> bytes:
    """At most a little more than a key file may have; nothing where there is no file."""
    try:
        with path.open("rb") as file:
            return file.read(LIMIT_BYTES + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise told(error) from error


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True
