"""Making and opening a book: what is wrong is said before anything is changed."""

import logging
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from customerbook.model.errors import (
    DamagedError,
    DiskError,
    NotABookError,
    WrongKeyError,
)
from customerbook.model.texts import _
from customerbook.store.faults import too_new, write_protected
from customerbook.store.file import BookFile
from customerbook.store.folder import Hold, has_key_file, new_folder, refuse_links, write_key_file
from customerbook.store.keyfile import KeyFile, Seen, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import Keys, verify
from customerbook.store.rotation import settled

_log = logging.getLogger(__name__)


def create_book_file(
    path: Path,
    key_file: KeyFile,
    keys: Keys,
    *,
    fill: Callable[[BookFile], object] | None = None,
) -> BookFile:
    """Make a book; `fill` gives it tables and first records. Whatever fails, nothing is left.

    Raises:
        OpeningError: something is there already.
        DiskError: it cannot be made there.
    """
    hold = new_folder(path)
    file = BookFile(hold, key_file, keys, new=True)
    try:
        file.start()
        if fill:
            fill(file)
        # Last, for a folder without a key file is no book.
        write_key_file(hold.folder, key_file)
    except BaseException:
        file.close()
        shutil.rmtree(hold.folder.path, ignore_errors=True)
        raise
    return file


def open_book_file(
    hold: Hold,
    key_file: KeyFile,
    keys: Keys,
    *,
    newest_schema: int,
    seen: Callable[[BookFile], Seen] | None = None,
) -> BookFile:
    """Open a book with unlocked keys; read-only where its place allows no more.

    Args:
        hold: of the book's folder; it stays held if the opening fails.
        key_file: the one that `keys` come from.
        keys: of the person who signed in.
        newest_schema: number of the newest migration that this program knows.
        seen: reads from the book's tables how far it has come.

    Raises:
        BookTooNewError: a newer program made or changed the book.
        DamagedError: the book is damaged, or was replaced by an older copy or another book.
        NotABookError: the file is not encrypted, or something else.
        WrongKeyError: the passphrase was replaced by a newer one in the meantime.
        BookInUseError, DiskError: as they say.
    """
    refuse_links(hold.folder)
    why = str(write_protected()) if hold.read_only else ""
    file = BookFile(hold, key_file, keys, why_read_only=why)
    try:
        _examine(file, newest_schema, seen)
        if not file.read_only:
            try:
                _write_first(file)
            except DiskError as error:
                file.close(keep_hold=True)
                file = BookFile(hold, key_file, keys, why_read_only=str(error))
                file.schema_version  # noqa: B018 - the connection is proven now, not later
    except BaseException:
        file.close(keep_hold=True)
        raise
    return file


def _examine(file: BookFile, newest_schema: int, seen: Callable[[BookFile], Seen] | None) -> None:
    _find_keys(file)
    version = file.schema_version
    if not file.is_ours:
        raise NotABookError(_("This file is no customer book. It is not opened."))
    if version > newest_schema:
        raise too_new()
    if file.remembered("open"):
        _log.warning("the book was not closed properly; all of it is checked")
        file.unclean = True
        file.check()
    if seen and version:
        _refuse_older(seen(file), file.key_file.seen)


def _find_keys(file: BookFile) -> None:
    """Prove the keys, or those that follow them if a change of the data key was cut off."""
    try:
        file.schema_version  # noqa: B018 - whatever is read
    except WrongKeyError as error:
        if file.key_file.pending is None:
            # The keys are genuine, as the MACs of the key file prove: so the book is not theirs.
            raise DamagedError(
                _(
                    "The book is damaged at its beginning, or was locked anew with other keys. "
                    "Nothing was changed; restore the newest backup."
                )
            ) from error
        if file.keys.next_data_key is None:
            raise WrongKeyError(_("This passphrase does not open the book any more.")) from error
        file.take_keys(file.keys.following())


def _refuse_older(found: Seen, known: Seen) -> None:
    """An old copy of the file is whole and opens; only the count of commits gives it away."""
    same = found.commits == known.commits
    if found.commits < known.commits or (same and known.head and found.head != known.head):
        raise DamagedError(
            _(
                "The book is older than it was when it was last closed: somebody put back a copy. "
                "Nothing was changed; restore the newest backup."
            )
        )


def _write_first(file: BookFile) -> None:
    """Prove that the book can be written; bring both key files and the copy inside to one state."""
    with file.writing():
        file.mark_open()
        inside = _inside(file)
        if inside is not None and inside.generation > file.key_file.generation:
            _repair(file, inside)
        elif inside != file.key_file:
            file.remember("keys", encode(file.key_file))
        if file.key_file.pending:
            _log.warning("a change of the data key was cut off; epoch %d stays", file.keys.epoch)
            file.save_keys(settled(file.key_file, file.keys))
            file.keys = replace(file.keys, next_data_key=None)
    if not has_key_file(file.hold.folder, file.key_file):
        write_key_file(file.hold.folder, file.key_file)


def _inside(file: BookFile) -> KeyFile | None:
    """The copy of the key file in the book, if there is a genuine one."""
    try:
        key_file = decode(file.remembered("keys"))
        verify(key_file, file.keys)
    except DamagedError:
        return None
    return key_file


def _repair(file: BookFile, inside: KeyFile) -> None:
    _log.warning("the key file was older than its copy in the book and is replaced by it")
    write_key_file(file.hold.folder, inside)
    if not any(
        slot in inside.slots for slot in file.key_file.slots if slot.id == file.keys.slot_id
    ):
        raise WrongKeyError(
            _("This passphrase was replaced by a newer one. Sign in with the newer one.")
        )
    file.key_file = inside
