"""Changing the data key, so that what was known before opens nothing that is written from now on.

In two phases, each on the disk before the next begins:

    1  the key file names the coming data key and who has it (`pending`); the old one opens the book
    2  the book is encrypted anew, in one transaction of the engine
    3  the key file names the coming ones alone

Cut off before the end of 2 the old key opens the book, and `pending` is dropped at the next
opening; cut off after it the new key does, and 3 is made up for. So there is always one key that
opens the book, and exactly one.
"""

import logging
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from customerbook.model.errors import BookError, DiskError, NotFoundError
from customerbook.model.texts import _
from customerbook.store import seals
from customerbook.store.file import BookFile
from customerbook.store.folder import BookFolder
from customerbook.store.former_keys import remember_former
from customerbook.store.keyfile import KeyFile, Rights, Seat
from customerbook.store.keys import Keys, signed
from customerbook.store.passphrase import KEY_BYTES

Progress = Callable[[float], object]
"""Told how much is done, 0 to 1, by another thread than the one that works."""


def unheard(_done: float) -> None:
    """A progress that nobody is told of."""


_SPARE = 16 * 1024 * 1024
_LOOK = 0.1

_log = logging.getLogger(__name__)


def change_data_key(
    file: BookFile, owner: Keys, *, without: str = "", progress: Progress = unheard
) -> None:
    """Give the book a new data key that one person less has, with nobody else present.

    About 20 s for each GB; nobody reads or writes meanwhile. It cannot be interrupted.

    Args:
        file: the open book.
        owner: keys with the owner key.
        without: the person whose seat and ways in are dropped; nobody if empty.
        progress: told how far it is.

    Raises:
        NotFoundError: `owner` has no owner key.
        DiskError: full or failing; the book is as it was.
    """
    with file.reading():
        _refuse_without_room(file.hold.folder)
        data_key = secrets.token_bytes(KEY_BYTES)
        following = replace(file.keys, next_data_key=data_key).following()
        coming = announced(file.key_file, owner, data_key, without=without)
        try:
            with file.writing():
                remember_former(file, file.keys)
                file.save_keys(coming)
            with _watched(file.hold.folder, progress):
                file.change_key(following)
        except BaseException:
            _take_what_opens(file, following)
            with suppress(BookError):  # what failed is said, not what followed
                _settle(file)
            raise
        _settle(file)
    _log.info("the data key was changed: epoch %d", file.keys.epoch)


def announced(key_file: KeyFile, owner: Keys, data_key: bytes, *, without: str = "") -> KeyFile:
    """The key file before a change of the data key: everyone but one person will have it.

    Raises:
        NotFoundError: the keys have no owner key.
    """
    if owner.owner_key is None:
        raise NotFoundError(_("Only the owner can lock the book anew."))
    book, epoch = key_file.book, key_file.rights.epoch + 1
    seats = tuple(
        _resealed(seat, book, epoch, data_key, owner.owner_key)
        for seat in key_file.rights.seats
        if seat.person != without
    )
    seal = seals.sealed(data_key, owner.owner_key, seals.data_place(book, epoch, None))
    return signed(replace(key_file, pending=Rights(epoch, seal, seats)), owner)


def settled(key_file: KeyFile, keys: Keys) -> KeyFile:
    """The key file after a change of the data key, or after one that was cut off before.

    Needs no owner key: whoever opens the book next brings it to an end.
    """
    pending = key_file.pending
    if pending is None or keys.epoch != pending.epoch:
        return signed(replace(key_file, pending=None), keys)
    left = {seat.id for seat in pending.seats}
    slots = tuple(slot for slot in key_file.slots if not slot.seat or slot.seat in left)
    return signed(replace(key_file, rights=pending, pending=None, slots=slots), keys)


def _settle(file: BookFile) -> None:
    # Before it is on the disk: what is announced must never be signed with the key that came.
    file.key_file = settled(file.key_file, file.keys)
    file.save_keys(file.key_file)


def _resealed(seat: Seat, book: str, epoch: int, data_key: bytes, owner_key: bytes) -> Seat:
    """The seat with the next data key, through the escrow of its own key."""
    seat_key = seals.opened(seat.escrow, owner_key, seals.seat_place(book, seat))
    data = seals.sealed(data_key, seat_key, seals.data_place(book, epoch, seat))
    return replace(seat, data=data)


def _take_what_opens(file: BookFile, following: Keys) -> None:
    """After a failure: go on with the old keys, or with the new ones if only the end failed."""
    for keys in (file.keys, following):
        with suppress(BookError):
            file.take_keys(keys)
            return


def _refuse_without_room(folder: BookFolder) -> None:
    """The engine keeps every old page beside the book until all new ones are written."""
    wanted = folder.book.stat().st_size + _SPARE
    free = shutil.disk_usage(folder.path).free
    if free < wanted:
        raise DiskError(
            _(
                "To lock the book anew, {missing} MB more have to be free on this disk. "
                "Nothing was changed."
            ).format(missing=-(-(wanted - free) // 1_000_000))
        )


@contextmanager
def _watched(folder: BookFolder, progress: Progress) -> Iterator[None]:
    """Tell how far it is, by how many old pages the engine has put beside the book."""
    whole = max(1, folder.book.stat().st_size)
    over = threading.Event()

    def look() -> None:
        done = 0.0
        while not over.wait(_LOOK):
            with suppress(OSError):  # the last thing that becomes of the journal is its end
                done = max(done, min(1.0, folder.journal.stat().st_size / whole))
                progress(done)

    watcher = threading.Thread(target=look, name="progress", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
    progress(1.0)
