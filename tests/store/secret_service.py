"""What happens at a real Secret Service, played in a process of its own on a bus of its own.

    dbus-run-session --config-file=… -- python -m tests.store.secret_service SCENE FOLDER

prints what it found as JSON; `test_secret_service.py` starts it and compares. Nothing of the
person's own keyring can be reached from here.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import secretstorage

from customerbook.book.book import Book, open_book
from customerbook.model.errors import BookError, WrongPinError
from customerbook.store import keychain
from customerbook.store.folder import find_folder, read_key_file
from customerbook.store.this_pc import ways_here
from tests.books import CHEAP, PASSPHRASE, new_book

_PIN, _OTHER = "493817", "805142"
_NAME = "0123456789abcdef0123456789abcdef/1"


@contextmanager
def daemon() -> Iterator[subprocess.Popen[bytes]]:
    """GNOME's keyring, unlocked as after a sign-in at the computer."""
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as program:
        assert program.stdin
        program.stdin.write(b"the computer's own passphrase")
        program.stdin.close()
        end = time.monotonic() + 20
        while not keychain.read_secret(_NAME) and time.monotonic() < end:
            time.sleep(0.05)
        try:
            yield program
        finally:
            program.kill()


def items() -> list[tuple[str, dict[str, str]]]:
    """Labels and attributes of all that lies in the keyring: these anyone may read."""
    bus = secretstorage.dbus_init()
    found = secretstorage.get_default_collection(bus).get_all_items()
    return [(item.get_label(), item.get_attributes()) for item in found]


def keeps(_folder: Path) -> dict[str, Any]:
    """A secret is written, found in the place where everybody looks, and forgotten."""
    with daemon():
        secret = bytes(range(256))
        return {
            "empty": bool(keychain.read_secret(_NAME)),
            "written": bool(keychain.write_secret(_NAME, secret)),
            "read": keychain.read_secret(_NAME).secret == secret,
            "items": items(),
            "forgotten": bool(keychain.forget_secret(_NAME)),
            "left": len(items()),
        }


def comes_in(folder: Path) -> dict[str, Any]:
    """By PIN and by staying signed in, through a real book; and no longer when it is dropped."""
    with daemon():
        book = _book(folder)
        book.close()
        found: dict[str, Any] = {"items": items()}
        began = time.perf_counter()
        open_book(folder, pin=_PIN, person="1").close()
        found["seconds"] = time.perf_counter() - began
        left = []
        for _ in range(5):
            try:
                open_book(folder, pin=_OTHER, person="1")
            except WrongPinError as error:
                left.append(error.left)
        found["left"] = left
        found["pin"] = _refusal(folder, pin=_PIN, person="1")
        open_book(folder, stay=True, person="1").close()
        found["worn out"] = sorted(_here(folder).worn_out)
        open_book(folder, passphrase=PASSPHRASE).close()
        found["again"] = _refusal(folder, pin=_PIN, person="1")
        book = open_book(folder, passphrase=PASSPHRASE)
        book.sign_in_holder()
        for way in book.ways.of_pcs():
            book.ways.drop(way.slot_id)
        book.close()
        found["dropped"] = [
            _refusal(folder, pin=_PIN, person="1"),
            _refusal(folder, stay=True, person="1"),
        ]
        found["kept"] = len(items())
    return found


def is_locked(folder: Path) -> dict[str, Any]:
    """The keyring is locked, and nobody is there to answer its question."""
    with daemon():
        book = _book(folder)
        secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
        return _all_refused(folder, book)


def hangs(folder: Path) -> dict[str, Any]:
    """The keyring takes questions and answers none."""
    with daemon() as program:
        book = _book(folder)
        keychain.SECONDS = 1.0
        os.kill(program.pid, signal.SIGSTOP)
        try:
            return _all_refused(folder, book)
        finally:
            os.kill(program.pid, signal.SIGCONT)


def dies(folder: Path) -> dict[str, Any]:
    """The keyring ends while the program runs."""
    with daemon() as program:
        book = _book(folder)
        program.kill()
        program.wait()
        return _all_refused(folder, book)


def is_missing(folder: Path) -> dict[str, Any]:
    """There is a bus, and no keyring on it."""
    book = new_book(folder.parent)
    return _all_refused(folder, book)


def _book(folder: Path) -> Book:
    """A book whose owner comes in on this PC in both ways."""
    book = new_book(folder.parent)
    assert book.folder == folder
    book.ways.set_pin(_PIN, CHEAP)
    book.ways.stay_signed_in()
    return book


def _all_refused(folder: Path, book: Book) -> dict[str, Any]:
    """What is said of everything that needs the keyring; and that the passphrase opens."""
    began = time.monotonic()
    found: dict[str, Any] = {"here": book.ways.here().why, "pin set": "", "stay set": ""}
    try:
        book.ways.set_pin(_PIN, CHEAP)
    except BookError as error:
        found["pin set"] = str(error)
    try:
        book.ways.stay_signed_in()
    except BookError as error:
        found["stay set"] = str(error)
    book.close()
    found["pin"] = _refusal(folder, pin=_PIN, person="1")
    found["stay"] = _refusal(folder, stay=True, person="1")
    found["passphrase"] = _refusal(folder, passphrase=PASSPHRASE)
    found["seconds"] = time.monotonic() - began
    return found


def _refusal(folder: Path, **shown: Any) -> str:
    """What is said to somebody who wants to come in; nothing if they are in."""
    try:
        open_book(folder, **shown).close()
    except BookError as error:
        return str(error)
    return ""


def _here(folder: Path) -> Any:
    return ways_here(read_key_file(find_folder(folder)))


SCENES: dict[str, Callable[[Path], dict[str, Any]]] = {
    scene.__name__: scene for scene in (keeps, comes_in, is_locked, hangs, dies, is_missing)
}

if __name__ == "__main__":
    json.dump(SCENES[sys.argv[1]](Path(sys.argv[2])), sys.stdout)
