"""The pages of an encrypted file, read without the engine that wrote them.

For a damaged book: the engine refuses a table with one page that fails its check, while all the
other pages are as good as ever. Here each page is taken by itself: whatever its MAC proves is
read, whatever it does not is left out. It is also the proof that a book can be read by others.

    page     4,096 bytes: content, 16 bytes of IV, 64 bytes of MAC
    content  AES-256-CBC; on page 1 its first 16 bytes are the salt, unencrypted, instead
    MAC      HMAC-SHA512 of content, IV and page number (4 bytes, little-endian)
    MAC key  PBKDF2-HMAC-SHA512 of the raw key, salt with each byte xor 0x3a, 2 rounds, 32 bytes

Sources: the design of SQLCipher 4 (zetetic.net/sqlcipher/design) and SQLite's file format
(sqlite.org/fileformat2.html), both as published.
"""

import hashlib
import hmac
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

PAGE = 4096
_SALT, _IV, _MAC = 16, 16, 64
_USABLE = PAGE - _IV - _MAC
_ROUNDS = 2
_MAGIC = b"SQLite format 3\x00"

_INTERIOR, _LEAF = 5, 13
# What the map of parents says of pages: of trees, and of rows that go on in others.
_ROOT, _INSIDE, _OVERFLOW = 1, 5, (3, 4)
_MAP_ENTRIES = _USABLE // 5
_LOCK_PAGE = 0x40000000 // PAGE + 1  # never written: the engine locks its bytes
_KEPT_PAGES = 2000

Value = int | float | str | bytes | None


class UnreadablePageError(Exception):
    """A page is missing, or not as it was written; nothing of it is believed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as it lies in the file: its number and its columns in order."""

    id: int
    values: tuple[Value, ...]


class Pages:
    """The pages of one file. Open it for a copy only, never for the book of a running program.

    Args:
        path: the encrypted file.
        key: 32 bytes, the raw key.
        salt: that of the file if it is known; needed only if the first page is unreadable.
    """

    def __init__(self, path: Path, key: bytes, salt: bytes = b"") -> None:
        self._file = path.open("rb")
        self._key = key
        self.count = path.stat().st_size // PAGE
        self._mac_key = _mac_key(key, self._file.read(_SALT))
        if salt and self._unreadable(1):
            self._mac_key = _mac_key(key, salt)
        self.page = lru_cache(maxsize=_KEPT_PAGES)(self._read)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    @lru_cache(maxsize=1)  # noqa: B019 - lives as long as the file
    def unreadable(self) -> list[int]:
        """Numbers of the pages that are not as they were written."""
        numbers = (number for number in range(1, self.count + 1) if number != _LOCK_PAGE)
        return [number for number in numbers if self._unreadable(number)]

    def tables(self) -> dict[str, int]:
        """The first page of each table, by name, as far as the schema can be read."""
        found = {}
        for row in self.rows(1):
            kind, name, _, root, *_ = row.values
            if kind == "table" and isinstance(name, str) and isinstance(root, int) and root:
                found[name] = root
        return found

    def rows(self, root: int) -> Iterator[Row]:
        """Every row that can be read of the table with this first page, each once."""
        for number in self._leaves(root):
            yield from self._rows_of(number)

    def lost_rows(self, root: int) -> int:
        """How many rows of a table lie in readable pages and go on in one that is not."""
        return sum(
            self._row(self.page(number), offset) is None
            for number in self._leaves(root)
            for offset in _cells(self.page(number), _start(number))
        )

    def is_whole(self, root: int) -> bool:
        """Whether no page of a table is missing; one that nobody knows may be any table's."""
        return all(self._root_of(number) not in (root, None) for number in self.unreadable())

    def _leaves(self, root: int) -> list[int]:
        """The leaves of a table, by two ways: down from the root, and up by the map of parents.

        The way down ends at the first interior page that is unreadable, the map where it is so
        itself; there is one for every 803 pages.
        """
        found, ahead = set[int](), [root, *self._trees().get(root, ())]
        while ahead:
            number = ahead.pop()
            if number not in found:
                found.add(number)
                ahead += self._children(number)
        return sorted(number for number in found if self._kind(number) == _LEAF)

    @lru_cache(maxsize=1)  # noqa: B019 - lives as long as the file
    def _trees(self) -> dict[int, list[int]]:
        """The pages of each tree by its root, as far as the map of parents can be read."""
        found: dict[int, list[int]] = {}
        for number, (kind, _parent) in self._map().items():
            root = self._root_of(number) if kind in (_ROOT, _INSIDE) else None
            if root is not None:
                found.setdefault(root, []).append(number)
        return found

    @lru_cache(maxsize=1)  # noqa: B019 - lives as long as the file
    def _map(self) -> dict[int, tuple[int, int]]:
        """What each page is, and the one above it, or before it where a row goes on."""
        found = {1: (_ROOT, 1)}
        for map_page in range(2, self.count + 1, _MAP_ENTRIES + 1):
            try:
                content = self.page(map_page)
            except UnreadablePageError:
                continue
            for place in range(min(_MAP_ENTRIES, self.count - map_page)):
                found[map_page + 1 + place] = struct.unpack_from(">BI", content, place * 5)
        return found

    def _root_of(self, number: int) -> int | None:
        """The first page of the tree that a page belongs to; None if the way up is lost."""
        for _step in range(self.count):
            kind, parent = self._map().get(number, (0, 0))
            if kind == _ROOT:
                return number
            if kind not in (_INSIDE, *_OVERFLOW):
                return None
            number = parent
        return None

    def _kind(self, number: int) -> int:
        """What a page of a tree is; 0 if it is unreadable."""
        try:
            return self.page(number)[_start(number)]
        except UnreadablePageError:
            return 0

    def _children(self, number: int) -> list[int]:
        if self._kind(number) != _INTERIOR:
            return []
        content, start = self.page(number), _start(number)
        (last,) = struct.unpack_from(">I", content, start + 8)
        return [struct.unpack_from(">I", content, at)[0] for at in _cells(content, start)] + [last]

    def _rows_of(self, number: int) -> Iterator[Row]:
        content = self.page(number)
        for offset in _cells(content, _start(number)):
            row = self._row(content, offset)
            if row is not None:
                yield row

    def _row(self, content: bytes, offset: int) -> Row | None:
        """The row in a cell of a leaf; None if it goes on in a page that is unreadable."""
        size, offset = _varint(content, offset)
        row_id, offset = _varint(content, offset)
        here = _bytes_here(size)
        payload = content[offset : offset + here]
        if here < size:
            (following,) = struct.unpack_from(">I", content, offset + here)
            try:
                payload += self._rest(following, size - here)
            except UnreadablePageError:
                return None
        return Row(_signed(row_id), tuple(_values(payload)))

    def _rest(self, number: int, size: int) -> bytes:
        parts = []
        while size > 0:
            content = self.page(number)
            (number,) = struct.unpack_from(">I", content)
            parts.append(content[4 : 4 + min(size, _USABLE - 4)])
            size -= len(parts[-1])
        return b"".join(parts)

    def _unreadable(self, number: int) -> bool:
        try:
            self._verified(number)
        except UnreadablePageError:
            return True
        return False

    def _read(self, number: int) -> bytes:
        """The content of a page, proven and decrypted; UnreadablePageError if it is not proven."""
        # Seldom needed and slow to load.
        from Crypto.Cipher import AES  # noqa: PLC0415

        content, vector = self._verified(number)
        plain = AES.new(self._key, AES.MODE_CBC, vector).decrypt(content)
        return _MAGIC + plain if number == 1 else plain

    def _verified(self, number: int) -> tuple[bytes, bytes]:
        if not 1 <= number <= self.count:
            raise UnreadablePageError
        self._file.seek((number - 1) * PAGE)
        page = self._file.read(PAGE)
        if len(page) < PAGE:
            raise UnreadablePageError
        covered = page[_SALT if number == 1 else 0 : PAGE - _MAC] + struct.pack("<I", number)
        if not hmac.compare_digest(hmac.digest(self._mac_key, covered, "sha512"), page[-_MAC:]):
            raise UnreadablePageError
        return covered[: -4 - _IV], covered[-4 - _IV : -4]


def _mac_key(key: bytes, salt: bytes) -> bytes:
    masked = bytes(byte ^ 0x3A for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", key, masked, _ROUNDS, 32)


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def _cells(content: bytes, start: int = 0) -> tuple[int, ...]:
    """Where the cells of a tree's page begin."""
    (count,) = struct.unpack_from(">H", content, start + 3)
    header = 12 if content[start] == _INTERIOR else 8
    return struct.unpack_from(f">{count}H", content, start + header)


def _bytes_here(size: int) -> int:
    """How many bytes of a row lie in its leaf; the others go on elsewhere."""
    if size <= _USABLE - 35:
        return size
    least = (_USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (_USABLE - 4)
    return here if here <= _USABLE - 35 else least


def _varint(content: bytes, offset: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = content[offset + place]
        if place == 8:
            return value << 8 | byte, offset + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, offset + place + 1
    raise AssertionError


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)


def _values(payload: bytes) -> Iterator[Value]:
    header, at = _varint(payload, 0)
    offset = header
    while at < header:
        kind, at = _varint(payload, at)
        if kind >= 12:
            size = (kind - 12) // 2
            data = payload[offset : offset + size]
            yield data if kind % 2 == 0 else data.decode()
        elif kind == 0:
            size = 0
            yield None
        elif kind == 7:
            size = 8
            yield struct.unpack_from(">d", payload, offset)[0]
        elif kind in (8, 9):
            size = 0
            yield kind - 8
        else:
            size = _INTEGER_BYTES[kind]
            yield int.from_bytes(payload[offset : offset + size], "big", signed=True)
        offset += size
