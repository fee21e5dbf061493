"""Between the engine and the disk: every write of SQLite is seen, and can be made to fail.

The engine's default file system (`sqlite3_vfs`) and the methods of the files that it opens are
plain tables of functions, which the driver's library exports. Some are exchanged for ours; each
tells what is to be done, and then does it or answers with the error that it is given.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import Any

from sqlcipher3 import _sqlite3 as driver

FULL, IO_ERROR = 13, 10

Told = Callable[[str, Path, int, bytes], int]
"""(what, file, place or size, content) to 0, or the error that the engine gets instead.

What is `create`, `write`, `truncate`, `sync` or `delete`.
"""

# Names are handed on as pointers: the engine keeps them.
_Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_Close = CFUNCTYPE(c_int, c_void_p)
_Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = CFUNCTYPE(c_int, c_void_p, c_int)


class _FileSystem(Structure):
    _fields_ = [
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("own", c_void_p),
        ("open", _Open),
        ("delete", _Delete),
    ]


class _Methods(Structure):
    _fields_ = [
        ("version", c_int),
        ("close", _Close),
        ("read", c_void_p),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        ("others", c_void_p * 13),
    ]


class _File(Structure):
    _fields_ = [("methods", POINTER(_Methods))]


@contextmanager
def watched(told: Told) -> Iterator[None]:
    """Tell of every change that the engine makes on the disk, until the end of the block.

    All files that are opened within have to be closed within.
    """
    library = ctypes.CDLL(driver.__file__)
    library.sqlite3_vfs_find.restype = POINTER(_FileSystem)
    system = library.sqlite3_vfs_find(None).contents
    # A field of a structure is a view of it, and would soon be what we put there.
    really_open = _Open(ctypes.cast(system.open, c_void_p).value or 0)
    really_delete = _Delete(ctypes.cast(system.delete, c_void_p).value or 0)
    names: dict[int, Path] = {}
    kept: dict[int, Any] = {}  # what the engine points to must not be collected

    def open_file(vfs: Any, name: int | None, file: int, flags: int, out: Any) -> int:
        path = _path(name) if name else Path()
        is_new = bool(name) and not path.exists()
        if is_new and (error := told("create", path, 0, b"")):
            return error
        result = int(really_open(vfs, name, file, flags, out))
        opened = ctypes.cast(file, POINTER(_File)).contents
        if result == 0 and name and opened.methods:
            kept[file] = methods = _exchanged(opened.methods.contents, names, told)
            opened.methods = ctypes.pointer(methods)
            names[file] = path
        return result

    def delete_file(vfs: Any, name: int, durable: int) -> int:
        return told("delete", _path(name), durable, b"") or int(really_delete(vfs, name, durable))

    system.open, system.delete = _Open(open_file), _Delete(delete_file)
    try:
        yield
    finally:
        system.open, system.delete = really_open, really_delete


def _path(name: int) -> Path:
    return Path(ctypes.string_at(name).decode())


def _exchanged(real: _Methods, names: dict[int, Path], told: Told) -> _Methods:
    """The methods of a file, with ours for those that change something on the disk."""

    def write(file: int, content: int, size: int, place: int) -> int:
        what = ctypes.string_at(content, size)
        return told("write", names[file], place, what) or int(
            real.write(file, content, size, place)
        )

    def truncate(file: int, size: int) -> int:
        return told("truncate", names[file], size, b"") or int(real.truncate(file, size))

    def sync(file: int, flags: int) -> int:
        # Told when it is done: only then has the engine been promised anything.
        return int(real.sync(file, flags)) or told("sync", names[file], 0, b"")

    methods = _Methods.from_buffer_copy(real)
    methods.write, methods.truncate, methods.sync = _Write(write), _Truncate(truncate), _Sync(sync)
    return methods
