"""Putting a restored book in place of the one that is there: after a crash it is one of the two.

Name.customerbook/
    restored/       the other book, as complete as any; not the book yet
    restored/READY  on the disk last of all: from then on it is, whatever happens
    earlier-…/      the files that were there before, and KEPT, which says since when

Only files are moved, and only inside the folder, which stays held all the time: a folder that is
held cannot be renamed on Windows.
"""

import json
import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from customerbook.store.durable import put_in_place, sync_folder, write_durably
from customerbook.store.exact import members, text, whole
from customerbook.store.faults import damaged, told
from customerbook.store.keyfile import canonical
from customerbook.store.milliseconds import from_milliseconds, to_milliseconds

_DATABASE, _JOURNAL, _KEYS = "book.db", "book.db-journal", ("keys.json", "keys.json.bak")
_READY, _KEPT = "READY", "KEPT"
_EARLIER = re.compile(r"earlier-[0-9]{1,9}")


@dataclass(frozen=True)
class Earlier:
    """A book that was replaced by a restored one: its files, and how far the book was then.

    `day` see `model.backup.BackupMemory`.
    """

    path: Path
    moment: datetime
    day: int


def restored_folder(folder: Path) -> Path:
    """Where a restored book is made ready, inside the folder of the book."""
    return folder / "restored"


def is_pending(folder: Path) -> bool:
    """Whether a restored book is the one that counts and still has to be put in its place."""
    return (restored_folder(folder) / _READY).exists()


def drop_restored(folder: Path) -> None:
    """Remove a restored book that was not put in place."""
    shutil.rmtree(restored_folder(folder), ignore_errors=True)


def swap_in(folder: Path, moment: datetime, day: int) -> None:
    """Make the restored book the one that counts. Both are closed, the folder is held.

    Raises:
        DiskError: if `is_pending`, the next one to hold the folder brings it to its end; else the
            book that was there still is.
    """
    restored = restored_folder(folder)
    (restored / _JOURNAL).unlink(missing_ok=True)  # empty; another one must never get its name
    number = 1 + max((int(path.name.partition("-")[2]) for path in _earlier(folder)), default=0)
    plain = {"to": f"earlier-{number}", "moment": to_milliseconds(moment), "day": day}
    write_durably(restored / _READY, canonical(plain))
    settle(folder)


def settle(folder: Path) -> None:
    """Bring a swap to its end, or remove what was never finished; the folder is held.

    Raises:
        DiskError: it cannot be done now; nothing is lost.
        DamagedError: nobody knows what was to be done.
    """
    restored = restored_folder(folder)
    try:
        if is_pending(folder):
            name, _moment, _day = _read(restored / _READY)
            _move(folder, restored, folder / name)
        elif restored.exists():
            drop_restored(folder)
    except OSError as error:
        raise told(error) from error
    except ValueError as error:
        raise damaged() from error


def earlier_books(folder: Path) -> list[Earlier]:
    """What restored books have replaced."""
    found = []
    for path in _earlier(folder):
        try:
            _name, moment, day = _read(path / _KEPT)
        except (OSError, ValueError):
            continue  # nobody knows since when, so it stays
        found.append(Earlier(path, moment, day))
    return found


def drop_earlier(earlier: Earlier) -> None:
    """Remove a book that was replaced."""
    shutil.rmtree(earlier.path, ignore_errors=True)


def _move(folder: Path, restored: Path, aside: Path) -> None:
    # Each step looks whether it was done before the crash. The journal goes with its database,
    # before another one is there that the engine would mend with it.
    if (restored / _DATABASE).exists():
        for name in (_DATABASE, _JOURNAL):
            _set_aside(folder / name, aside)
        put_in_place(restored / _DATABASE, folder / _DATABASE)
        _sync(folder, restored, aside)
    for name in _KEYS:
        if (restored / name).exists():
            _set_aside(folder / name, aside)
            put_in_place(restored / name, folder / name)
            _sync(folder, restored, aside)
    if aside.exists():
        put_in_place(restored / _READY, aside / _KEPT)
        _sync(aside, restored)
    else:
        (restored / _READY).unlink()
        _sync(restored)
    drop_restored(folder)


def _set_aside(path: Path, aside: Path) -> None:
    if path.exists():
        aside.mkdir(mode=0o700, exist_ok=True)
        put_in_place(path, aside / path.name)
        _sync(aside, path.parent)


def _sync(*folders: Path) -> None:
    for folder in folders:
        if folder.exists():
            sync_folder(folder)


def _earlier(folder: Path) -> list[Path]:
    return [path for path in folder.glob("earlier-*") if _EARLIER.fullmatch(path.name)]


def _read(path: Path) -> tuple[str, datetime, int]:
    plain = members(json.loads(path.read_bytes()), "to moment day")
    moment = from_milliseconds(whole(plain["moment"]))
    return text(plain["to"], _EARLIER), moment, whole(plain["day"])
