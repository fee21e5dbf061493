"""The power fails at any moment of a day at the counter.

    python -m tests.faults.power_cut --trials 50000

A day is played through the operations of the book while everything that reaches the disk is
recorded. Then, again and again, the disk is put back to what a power cut at a random moment may
have left of it, and the book is opened: it has to open, to be sound, and to be exactly what it was
after a change that came no earlier than the last one that was confirmed.
"""

import argparse
import hashlib
import logging
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from customerbook.book.book import Book, _seen, open_book
from customerbook.model.document import Document
from customerbook.model.errors import BookError
from customerbook.model.shop import Shop
from customerbook.store.folder import find_folder, hold_folder, read_key_file
from customerbook.store.keys import unlock_passphrase
from customerbook.store.migrate import migrate, newest
from customerbook.store.opening import open_book_file
from tests.books import CHEAP, PASSPHRASE, added, logged, new_book, promised, someone
from tests.faults.disk import Disk, Recorded, recording

OTHER = "eleven dry anchors at dusk"


@dataclass
class Day:
    """A recorded day: what was written, and what was so when.

    `states` tells the digest of the book after each change, by the id of the change; `confirmed`
    the id that was confirmed last, and whether the new passphrase was, by the number of steps.
    """

    recorded: Recorded
    states: dict[int, str] = field(default_factory=dict)
    confirmed: list[tuple[int, int, bool]] = field(default_factory=list)

    def last_confirmed(self, steps: int) -> tuple[int, bool]:
        """The last change confirmed before so many steps, and whether the passphrase is new."""
        done = [(change, new) for at, change, new in self.confirmed if at <= steps]
        return done[-1] if done else (0, False)


@dataclass
class Found:
    """What the trials gave; all but `trials` have to be 0."""

    trials: int = 0
    lost: int = 0
    corrupt: int = 0
    false_alarms: int = 0
    first: str = ""

    def __str__(self) -> str:
        return (
            f"power cut: {self.trials} trials, {self.lost} lost, {self.corrupt} corrupt, "
            f"{self.false_alarms} false alarms{self.first and ': ' + self.first}"
        )


def digest(book: Book) -> str:
    """One word for all records and the log of a book."""
    found = hashlib.blake2b(digest_size=16)
    tables = book.db.rows(
        "SELECT name FROM sqlite_schema WHERE type='table' AND rootpage > 0 "
        "AND name NOT LIKE 'find%' AND name NOT IN ('file_state', 'migration')"
    )
    for (table,) in sorted(tables):
        found.update(repr(sorted(book.db.rows(f'SELECT * FROM "{table}"'), key=repr)).encode())
    return found.hexdigest()


def play(folder: Path) -> Day:
    """Play a day at the counter and record it."""
    with recording(folder) as recorded:
        day, changed = Day(recorded), False
        book = new_book(folder, Shop(name="Radwerk Linden", country="DE"))

        def note() -> None:
            ((last,),) = book.db.rows("SELECT max(id) FROM change")
            day.states[last] = digest(book)
            day.confirmed.append((len(recorded.steps), last, changed))

        note()
        for act in _acts():
            act(book)
            note()
        book.ways.change_passphrase(PASSPHRASE, OTHER, CHEAP)
        changed = True
        note()
        for _opening in range(2):
            book.close()
            book = open_book(book.folder, passphrase=OTHER)
            note()
            book.sign_in_holder()
            note()
            logged(book, 2, note="Came back for the receipt.")
            note()
        book.close()
    return day


def _acts() -> Iterator[Callable[[Book], object]]:
    for number in range(6):
        yield partial(_walks_in, number)
        yield partial(_tells, number)
    yield lambda book: promised(book, "Order a saddle", date(2026, 11, 27), customer_id=1)
    yield lambda book: book.customers.save(replace(book.customers.get(2), tags=("regular",)))
    yield lambda book: book.undo()
    yield lambda book: book.redo()
    yield lambda book: book.followups.complete(1)
    yield lambda book: book.documents.keep(
        Document(number="2026-00001", kind="confirmation", content=b"%PDF-1.7 " + b"x" * 30_000)
    )
    yield lambda book: book.customers.tag([1, 2, 3, 4], add=("tandem",))
    yield lambda book: book.interactions.remove(3)


def _walks_in(number: int, book: Book) -> None:
    added(book, someone(f"Frieda Nr{number}", f"0171 39200{number:02d}", towns=("Ulm",)))


def _tells(number: int, book: Book) -> None:
    logged(book, number + 1, note="The chain was changed. " * (1 + 90 * number))


def try_once(day: Day, steps: int, chance: random.Random, place: Path) -> str:
    """What is wrong after a power cut after so many steps: nothing, or `kind: why`."""
    disk = Disk()
    for step in day.recorded.steps[:steps]:
        disk.take(step)
    shutil.rmtree(place, ignore_errors=True)
    (place / "shop.customerbook").mkdir(parents=True)
    for name, content in disk.cut(chance).items():
        (place / name).write_bytes(content)
    last, new = day.last_confirmed(steps)
    if last == 0:
        return ""  # the book was not made yet, and nobody was told that it was
    try:
        with _opened(place / "shop.customerbook", new) as book:
            return _wrong(book, day, last)
    except BookError as error:
        return f"false alarm: {type(error).__name__}: {error}"


def _wrong(book: Book, day: Day, last: int) -> str:
    if problems := book.check():
        return f"corrupt: {problems[0]}"
    ((found,),) = book.db.rows("SELECT max(id) FROM change")
    if found < last:
        return f"lost: change {last}, the last one there is {found}"
    known = day.states.get(found)
    if known is not None and known != digest(book):
        return f"corrupt: not what it was after change {found}"
    return ""


@contextmanager
def _opened(folder: Path, new: bool) -> Iterator[Book]:
    hold = hold_folder(find_folder(folder))
    try:
        key_file = read_key_file(hold.folder)
        try:
            keys = unlock_passphrase(key_file, None, OTHER)
        except BookError:
            if new:
                raise
            keys = unlock_passphrase(key_file, None, PASSPHRASE)
        file = open_book_file(hold, key_file, keys, newest_schema=newest(), seen=_seen)
        migrate(file)
        book = Book(file)
        try:
            yield book
        finally:
            book.close()
    finally:
        hold.release()


def unsynced(day: Day) -> Day:
    """The same day on a disk that promises and does not keep: losses have to be found there."""
    steps = [step for step in day.recorded.steps if step.what != "sync"]
    last = len(steps)
    confirmed = [(min(at, last), change, new) for at, change, new in day.confirmed]
    return Day(Recorded(steps), day.states, confirmed)


def run(day: Day, trials: int, seed: int, place: Path) -> Found:
    """Cut the power so many times."""
    found, chance = Found(), random.Random(seed)
    for _trial in range(trials):
        steps = chance.randint(1, len(day.recorded.steps))
        wrong = try_once(day, steps, chance, place)
        found.trials += 1
        if wrong:
            found.first = found.first or f"after step {steps}: {wrong}"
            found.lost += wrong.startswith("lost")
            found.corrupt += wrong.startswith("corrupt")
            found.false_alarms += wrong.startswith("false alarm")
    return found


def main() -> int:
    """The command; exit status 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.power_cut")
    parser.add_argument("--trials", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    logging.disable(logging.WARNING)  # each opening says that the book was not closed
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "day"
        folder.mkdir()
        found = run(play(folder), wanted.trials, wanted.seed, Path(made) / "cut")
    print(found)
    return int(bool(found.first))


if __name__ == "__main__":
    sys.exit(main())
