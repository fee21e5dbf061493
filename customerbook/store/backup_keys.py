"""The keys of a backup's time, from those of the present: its data key may have been another."""

from dataclasses import replace

from customerbook.store import seals
from customerbook.store.backup_faults import other_book, other_keys
from customerbook.store.backup_file import Packed, is_damaged
from customerbook.store.keyfile import Rights
from customerbook.store.keys import Keys, verify


def keys_of(backup: Packed, keys: Keys) -> Keys:
    """What opens the book in a backup; the owner key also opens data keys before the present one.

    Raises:
        NotABookError: it is a backup of another book.
        WrongKeyError: it has a data key that these keys do not open.
        DamagedError: the backup was changed by something else.
    """
    manifest, key_file = backup.manifest, backup.key_file
    if manifest.book != keys.book:
        raise other_book(backup.path)
    then = keys
    if keys.owner_key is not None:
        then = _opened(backup, keys, keys.owner_key)
    elif manifest.epoch != keys.epoch:
        raise other_keys(backup.path)
    verify(key_file, then)
    if not backup.made_with([then.backup_key]):
        raise is_damaged(backup.path)
    return then


def _opened(backup: Packed, keys: Keys, owner_key: bytes) -> Keys:
    epoch, book = backup.manifest.epoch, keys.book
    place = seals.data_place(book, epoch, None)
    try:
        data_key = seals.opened(_rights(backup).owner, owner_key, place)
    except seals.SealError as error:
        raise other_keys(backup.path) from error
    return replace(keys, epoch=epoch, data_key=data_key, seat_key=None, next_data_key=None)


def _rights(backup: Packed) -> Rights:
    """Those of the data key that the copy is encrypted with."""
    key_file = backup.key_file
    for rights in filter(None, (key_file.rights, key_file.pending)):
        if rights.epoch == backup.manifest.epoch:
            return rights
    raise is_damaged(backup.path)
