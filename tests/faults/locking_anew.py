"""A program that is killed while it shuts people out and locks the book anew.

    python -m tests.faults.locking_anew --trials 500

Each trial starts a program that adds customers, lets somebody in, shuts them out and now and then
locks the whole book anew with another passphrase; and kills it (-9) at a random moment. Then one
data key opens the book and only one, everything that was confirmed is there and sound, and who was
shut out stays out, with an old copy of the key file too.
"""

import argparse
import contextlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from customerbook.book.book import open_book
from customerbook.model.customer import Note
from customerbook.model.errors import BookError, WrongKeyError
from customerbook.model.person import Person
from customerbook.store.file import BookDatabase
from customerbook.store.folder import find_folder, read_key_file, write_key_file
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import Keys, unlock_passphrase
from tests.books import CHEAP, PASSPHRASE, added, new_book, someone

AYLIN = "nine calm rivers in march"
_ROOT = Path(__file__).parents[2]
_LONGEST = 1.2
"""Seconds after which a program is killed at latest: some rounds of its work."""
_NOTES = 150
"""Long ones, so that the engine takes some tenths of a second to encrypt them anew."""


@dataclass
class Tally:
    """What became of the trials."""

    trials: int = 0
    confirmed: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    moments: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        moments = ", ".join(f"{moment} {count}" for moment, count in sorted(self.moments.items()))
        names = ("lost", "corrupt", "no key or two", "let in wrongly")
        faults = ", ".join(f"{name} {self.faults[name]}" for name in names)
        return (
            f"kill -9 while locking anew: {self.trials} trials, {faults} "
            f"({self.confirmed} confirmed steps; cut off: {moments})"
        )


@dataclass
class Said:
    """What the program had told before it was killed."""

    customers: int = 0
    owners: list[str] = field(default_factory=lambda: [PASSPHRASE])
    jonas: str = ""
    out: bool = True
    confirmed: int = 0

    def hear(self, line: str) -> None:
        """Note a line: a word and what it is about."""
        word, _, rest = line.partition(" ")
        self.confirmed += 1
        match word:
            case "customers":
                self.customers = int(rest)
            case "in":
                self.jonas, self.out = rest, False
            case "out":
                self.out = True
            case "about":
                self.owners = [self.owners[-1], rest]
            case "anew":
                self.owners = [rest]


def template(folder: Path) -> Path:
    """A book of some MB with its owner and Aylin of staff."""
    book = new_book(folder)
    aylin = book.people.add(Person(name="Aylin Kaya")).first(Person)
    book.people.let_in(aylin, AYLIN, CHEAP)
    book.people.add(Person(name="Jonas Weber"))
    text = "".join(random.choices("abcdefghij ", k=3000))
    with book.db.writing():
        for number in range(_NOTES):
            added(book, someone(f"Anna{number} Berg", notes=(Note(text),)))
    book.close()
    return book.folder


def work(folder: Path) -> None:
    """What the program does until it is killed; says what is confirmed, line by line."""
    book = open_book(folder, passphrase=PASSPHRASE)
    book.sign_in_holder()
    jonas, passphrase, round_ = 3, PASSPHRASE, 0
    print(f"customers {book.customers.count()}", flush=True)
    while True:
        round_ += 1
        added(book, someone(f"Berta{round_} Tal"))
        print(f"customers {book.customers.count()}", flush=True)
        theirs = f"four dry unicycles at dusk {random.randrange(10**6)}"
        book.people.save(_active(book.people.get(jonas)))
        book.people.let_in(book.people.get(jonas), theirs, CHEAP)
        shutil.copy(folder / "keys.json", folder.parent / "theirs.json")
        print(f"in {theirs}", flush=True)
        book.people.remove(book.people.get(jonas), before=lambda: None)
        print(f"out {theirs}", flush=True)
        if round_ % 2 == 0:
            passphrase = f"eight warm kettles in spring {random.randrange(10**6)}"
            print(f"about {passphrase}", flush=True)
            code = book.recovery.new_code()
            book.recovery.lock_anew(passphrase, code, before=lambda: None, cost=CHEAP)
            print(f"anew {passphrase}", flush=True)


def _active(person: Person) -> Person:
    return replace(person, active=True)


def killed(folder: Path, rng: random.Random) -> Said:
    """Start the program on a book, kill it at a random moment, and hear what it said."""
    command = f"from tests.faults.locking_anew import *; work(Path({str(folder)!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", command], stdout=subprocess.PIPE, text=True, cwd=_ROOT
    ) as program:
        assert program.stdout
        said = Said()
        said.hear(program.stdout.readline().strip())
        if rng.random() < 0.5:
            time.sleep(rng.random() * _LONGEST)
        else:
            _wait_for_the_engine(folder, rng)
        program.kill()
        for line in program.stdout:
            if line.endswith("\n"):
                said.hear(line.strip())
    return said


def _wait_for_the_engine(folder: Path, rng: random.Random) -> None:
    """Until a change of the data key is announced, or the engine is at it, or has just done it."""
    keys, journal = folder / "keys.json", folder / "book.db-journal"
    part = rng.random() * (folder / "book.db").stat().st_size
    waits: list[Callable[[], bool]] = [
        lambda: b'"pending":null' not in keys.read_bytes(),
        lambda: journal.stat().st_size > part,
        lambda: journal.stat().st_size == 0,
    ]
    until = time.monotonic() + _LONGEST * 4
    for wait in waits[: rng.choice((1, 2, 3, 3))]:
        while not wait() and time.monotonic() < until:
            time.sleep(0.0002)
    time.sleep(rng.random() * 0.01)


def examine(folder: Path, said: Said, tally: Tally) -> None:
    """Look what the kill has left; all that is wrong is counted."""
    tally.trials += 1
    tally.confirmed += said.confirmed
    key_file = read_key_file(find_folder(folder))
    owner = next(filter(None, (_keys(folder, shown) for shown in said.owners)), None)
    if owner is None:
        tally.faults["no key or two"] += 1
        return
    opens = [_engine_opens(folder, keys) for keys in _known(owner)]
    if opens.count(True) != 1:
        tally.faults["no key or two"] += 1
        return
    moment = "between two"
    if key_file.pending:
        moment = "before the engine was done" if opens[0] else "after the engine was done"
    tally.moments[moment] += 1
    came = [shown for shown in (*said.owners, AYLIN) if _sound(folder, shown, said, tally)]
    if len(came) != 2 or AYLIN not in came:
        tally.faults["no key or two"] += 1
    if said.out and said.jonas and _gets_in(folder, said.jonas):
        tally.faults["let in wrongly"] += 1


def _keys(folder: Path, passphrase: str) -> Keys | None:
    try:
        return unlock_passphrase(read_key_file(find_folder(folder)), None, passphrase)
    except WrongKeyError:
        return None


def _known(keys: Keys) -> list[Keys]:
    return [keys, keys.following()] if keys.next_data_key else [keys]


def _engine_opens(folder: Path, keys: Keys) -> bool:
    """Whether the engine opens a copy of the file with this key: the trial must not mend it."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        for path in folder.glob("book.db*"):
            shutil.copy(path, place)
        database = BookDatabase(Path(place) / "book.db", keys.cipher_key())
        try:
            database.connect()
        except WrongKeyError:
            return False
        database.close()
        return True


def _sound(folder: Path, passphrase: str, said: Said, tally: Tally) -> bool:
    """Whether a passphrase opens the book; what is wrong with it then is counted."""
    try:
        book = open_book(folder, passphrase=passphrase)
    except WrongKeyError:
        return False
    except BookError:
        tally.faults["corrupt"] += 1
        return False
    try:
        book.sign_in_holder()
        tally.faults["corrupt"] += bool(book.check()) or book.db.key_file.pending is not None
        tally.faults["lost"] += book.customers.count() < said.customers
    finally:
        book.close()
    return True


def _gets_in(folder: Path, passphrase: str) -> bool:
    """Whether somebody who was shut out opens the book, or a copy of it with their key file."""
    copied = folder.with_name("copied.customerbook")
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(folder, copied)
    theirs = decode((folder.parent / "theirs.json").read_bytes())
    with contextlib.suppress(WrongKeyError):
        unlock_passphrase(theirs, None, passphrase)  # it is their key file, and opens for them
        write_key_file(find_folder(copied), theirs)
    for one in (folder, copied):
        with contextlib.suppress(BookError):
            open_book(one, passphrase=passphrase).close()
            return True
    return False


@contextlib.contextmanager
def _made_once() -> Iterator[Callable[[], Path]]:
    with tempfile.TemporaryDirectory(prefix="customerbook-faults-") as place:
        made = template(Path(place))

        def fresh() -> Path:
            trial = Path(place) / "trial"
            shutil.rmtree(trial, ignore_errors=True)
            folder = trial / made.name
            shutil.copytree(made, folder)
            return folder

        yield fresh


def run(trials: int, seed: int, told: Callable[[Tally], object] = lambda _tally: None) -> Tally:
    """Make so many trials; `told` hears of it after each."""
    rng, tally = random.Random(seed), Tally()
    with _made_once() as fresh:
        for _ in range(trials):
            folder = fresh()
            examine(folder, killed(folder, rng), tally)
            told(tally)
    return tally


def main() -> int:
    """Run as a command; 1 if anything was lost, corrupt or let in wrongly."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--trials", type=int, default=500)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    options = parser.parse_args()
    began = time.monotonic()

    def told(tally: Tally) -> None:
        if tally.trials % 25 == 0:
            print(tally, file=sys.stderr)

    tally = run(options.trials, options.seed, told)
    print(f"{tally}\nseed {options.seed}, {time.monotonic() - began:.0f} s")
    return 1 if tally.faults.total() else 0


if __name__ == "__main__":
    sys.exit(main())
