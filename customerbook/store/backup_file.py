"""One backup is one file: a ZIP, not compressed, with the encrypted book, its keys, a manifest.

Whatever lies under the name of a backup, reading it gives what was packed or a known error.
"""

import errno
import hashlib
import os
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from customerbook.model.errors import DamagedError
from customerbook.model.texts import _
from customerbook.store import manifest as manifests
from customerbook.store.copying import Heard
from customerbook.store.durable import finish, new_file
from customerbook.store.keyfile import LIMIT_BYTES, KeyFile, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.manifest import Manifest, Part

SUFFIX = ".customerbook-backup"
PINNED = f".pinned{SUFFIX}"
"""A pinned backup carries it in its name, and so even without the book it belongs to."""

_DATABASE, _KEYS, _MANIFEST = "book.db", "keys.json", "manifest.json"
_CHUNK = 1024 * 1024
_NOT_AS_PACKED = (
    zipfile.BadZipFile,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,  # encrypted
    struct.error,
    OverflowError,
)


@dataclass(frozen=True)
class Packed:
    """A backup of which all but the book itself was read; `mac` is that of the manifest."""

    path: Path
    size: int
    manifest: Manifest
    mac: bytes
    key_file: KeyFile

    def made_with(self, keys: Iterable[bytes]) -> bool:
        """Whether one of these backup keys has signed the manifest."""
        return any(manifests.genuine(self.manifest, self.mac, key) for key in keys)


def pack(
    path: Path, database: Path, told: tuple[KeyFile, Manifest], key: bytes, heard: Heard
) -> None:
    """Write a backup and bring it to the disk.

    Args:
        path: the new file.
        database: the copy of the book.
        told: the key file that opens it, and the manifest but for its parts.
        key: the backup key of the book.
        heard: told how far it is.

    Raises:
        OSError: as the disk says.
    """
    key_file, draft = told
    keys = encode(key_file)
    size = database.stat().st_size
    with new_file(path) as file:
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr(_entry(_KEYS), keys)
            with (
                database.open("rb") as source,
                packed.open(_entry(_DATABASE), "w", force_zip64=True) as target,
            ):
                digest = _copied(source, target.write, size, heard)
            manifest = replace(
                draft,
                database=Part(size, digest),
                keys=Part(len(keys), hashlib.sha256(keys).hexdigest()),
            )
            packed.writestr(_entry(_MANIFEST), manifests.encode(manifest, key))
        finish(file)


def read_backup(path: Path) -> Packed:
    """What a backup says of itself, and its key file; the book in it is not looked at.

    Raises:
        DamagedError: it is not as it was packed, or something else.
        BookTooNewError: a newer program made it.
        OSError: as the disk says.
    """
    with _opened(path) as packed:
        manifest, mac = manifests.decode(packed.read(_MANIFEST))
        keys = packed.read(_KEYS)
        _claim_part(manifest.keys, len(keys), hashlib.sha256(keys).hexdigest())
        if packed.getinfo(_DATABASE).file_size != manifest.database.size:
            raise ValueError("another size")
        return Packed(path, path.stat().st_size, manifest, mac, decode(keys))


def unpack_database(backup: Packed, target: Path | None, heard: Heard) -> None:
    """Read the book out of a backup, into a new file if there is a target.

    Raises:
        DamagedError: it is not what was packed.
        OSError: as the disk says.
    """
    part = backup.manifest.database
    with _opened(backup.path) as packed, packed.open(_DATABASE) as source:
        if target is None:
            digest = _copied(source, lambda _chunk: None, part.size, heard)
        else:
            with new_file(target) as file:
                digest = _copied(source, file.write, part.size, heard)
                finish(file)
        _claim_part(part, part.size, digest)


def copy_backup(backup: Packed, target: Path, heard: Heard) -> None:
    """Copy a whole backup into a new file on the disk of another place.

    Raises:
        OSError: as the disk says.
    """
    with backup.path.open("rb") as source, new_file(target) as file:
        _copied(source, file.write, backup.size, heard)
        finish(file)


def forget_read(path: Path) -> None:
    """Let the next reading of a file come from the disk, where the system can be told so."""
    if hasattr(os, "posix_fadvise"):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)


def is_damaged(path: Path) -> DamagedError:
    """The file cannot be used."""
    return DamagedError(
        _(
            "“{name}” is damaged, or no backup of a customer book. Nothing was changed; "
            "use another backup."
        ).format(name=path.name)
    )


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as packed:
            _claim_entries(packed)
            yield packed
    except DamagedError as error:  # of the key file, whose sentence is about that of a book
        raise is_damaged(path) from error
    except _NOT_AS_PACKED as error:
        raise is_damaged(path) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise is_damaged(path) from error


def _claim_entries(packed: zipfile.ZipFile) -> None:
    found = packed.infolist()
    limits = {_DATABASE: None, _KEYS: LIMIT_BYTES, _MANIFEST: manifests.LIMIT_BYTES}
    if sorted(entry.filename for entry in found) != sorted(limits):
        raise ValueError("other files")
    for entry in found:
        limit = limits[entry.filename]
        stored = entry.compress_type == zipfile.ZIP_STORED
        if not stored or entry.compress_size != entry.file_size:
            raise ValueError("compressed")
        if limit is not None and entry.file_size > limit:
            raise ValueError("too long")


def _claim_part(part: Part, size: int, sha256: str) -> None:
    if (size, sha256) != (part.size, part.sha256):
        raise ValueError("not what was packed")


def _entry(name: str) -> zipfile.ZipInfo:
    """A part that is the same bytes whenever it is packed."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o600 << 16
    return entry


def _copied(source: IO[bytes], write: Callable[[bytes], object], size: int, heard: Heard) -> str:
    """Copy and give the SHA-256."""
    digest, done = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        write(chunk)
        done += len(chunk)
        heard(min(1.0, done / max(size, 1)))
    return digest.hexdigest()


def free_name(folder: Path, stem: str, suffix: str = SUFFIX) -> Path:
    """A path in the folder that nothing has."""
    number = 1
    while True:
        path = folder / f"{stem}{f' ({number})' if number > 1 else ''}{suffix}"
        if not path.exists() and not path.is_symlink():
            return path
        number += 1


def room_missing(folder: Path, wanted: int) -> int:
    """How many bytes more would have to be free in a folder; 0 if there is room."""
    return max(0, wanted - shutil.disk_usage(folder).free)
