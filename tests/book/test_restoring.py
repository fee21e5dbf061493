"""Going back to a backup: what comes back, what must not, and a crash at any moment."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from customerbook.book.book import Book, create_book, open_book
from customerbook.book.entering import Shown
from customerbook.book.restoring import drop_ready, make_ready, restore_to, swap_in
from customerbook.book.step import CancelledError
from customerbook.model.backup import Backup, Difference, Why
from customerbook.model.errors import (
    BookTooNewError,
    DamagedError,
    DiskError,
    NotABookError,
    OpeningError,
    RightRefusedError,
    WrongKeyError,
)
from customerbook.model.generations import NEWEST
from customerbook.model.person import Person
from customerbook.model.rights import StaffRights
from customerbook.store import durable, migrate, swap
from customerbook.store import restoring as unpacking
from customerbook.store.backup_file import SUFFIX
from customerbook.store.folder import BookFolder, hold_folder, read_key_file
from customerbook.store.place import backup_folder
from customerbook.store.rotation import change_data_key
from tests.books import CHEAP, PASSPHRASE, SHOP, added, logged, new_book, someone
from tests.guards.clock import StoppedClock
from tests.store.rights import rights_count
from tests.store.test_traps import opened_paths

JONAS, AYLIN = "four dry unicycles at dusk", "nine calm rivers in march"
ExpectLog = Callable[[str], None]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed book with Jonas (2) of staff and one customer."""
    book = new_book(tmp_path_factory.mktemp("made"))
    jonas = book.people.add(Person(name="Jonas Weber")).first(Person)
    book.people.let_in(jonas, JONAS, CHEAP)
    anna = added(book, someone("Anna Berg", "0171 3920001"))
    logged(book, anna.id, "rear wheel")
    book.close()
    return book.folder


@pytest.fixture
def shop(made: Path, tmp_path: Path, place: Path) -> Iterator[Book]:
    """A copy of it, open; it is closed at the end."""
    shutil.copytree(made, tmp_path / made.name)
    book = opens(tmp_path / made.name)
    book.backups.keep_in(place)
    yield book
    book.close()


def names(book: Book) -> list[str]:
    """Who is in the book."""
    return sorted(customer.name for customer in book.customers.several(book.customers.ids()))


def opens(folder: Path, passphrase: str = PASSPHRASE) -> Book:
    """The book as the owner opens it."""
    book = open_book(folder, passphrase=passphrase)
    book.sign_in_holder()
    return book


def gone_back(book: Book, backup: Backup) -> Book:
    """The book after going back to a backup."""
    return swap_in(book, make_ready(book, backup.file))


def test_going_back_brings_what_was(clock: StoppedClock, shop: Book) -> None:
    added(shop, someone("Carla Hof"))
    backup = shop.backups.back_up().backup
    then = clock.moment
    clock.move(timedelta(hours=1))
    added(shop, someone("Berta Tal"))
    ready = make_ready(shop, backup.file)
    told = {one.kind: one for one in ready.differences}
    assert told["customer"] == Difference("customer", 2, 3, then, clock.moment)
    assert told["document"] == Difference("document", 0, 0)
    assert names(shop) == ["Anna Berg", "Berta Tal", "Carla Hof"]
    commits = shop.db.rows("SELECT commits FROM book")[0][0]
    back = swap_in(shop, ready)
    assert shop.closed
    assert names(back) == ["Anna Berg", "Carla Hof"]
    assert back.person
    assert back.person.name == "Martha Lindner"
    assert back.check() == []
    assert back.backups.here == shop.backups.here
    # Counted beyond both, so that what is backed up now is newer than all before.
    assert back.db.rows("SELECT commits FROM book")[0][0] > commits
    assert back.backups.back_up(Why.WORK).backup == back.backups.all()[0]
    newest = back.changes.latest(5)
    assert "book.restore" in {change.operation for change in newest}
    (earlier,) = swap.earlier_books(back.folder)
    back.close()
    before = opens(earlier.path)
    assert names(before) == ["Anna Berg", "Berta Tal", "Carla Hof"]
    before.close()
    again = opens(back.folder)
    assert names(again) == ["Anna Berg", "Carla Hof"]
    assert sorted(path.name for path in back.folder.iterdir()) == [
        "LOCK",
        "book.db",
        "book.db-journal",
        "earlier-1",
        "keys.json",
        "keys.json.bak",
        "log",
    ]
    again.close()


def test_before_going_back_the_present_is_backed_up(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    added(shop, someone("Berta Tal"))
    heard: list[int] = []
    make_ready(shop, backup.file, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 100
    newest = shop.backups.all()[0]
    assert (newest.why, newest.count("customer")) == (Why.RESTORE, 2)
    drop_ready(shop)
    assert not swap.restored_folder(shop.folder).exists()


def test_a_backup_that_is_thinned_meanwhile_comes_back_all_the_same(shop: Book) -> None:
    oldest = shop.backups.back_up().backup
    for number in range(NEWEST - 1):
        added(shop, someone(f"Berta{number} Tal"))
        shop.backups.back_up(Why.WORK)
    added(shop, someone("Carla Hof"))
    back = gone_back(shop, oldest)
    assert not oldest.file.exists()
    assert names(back) == ["Anna Berg"]
    back.close()


def test_what_cannot_be_backed_up_stays_as_it_is(shop: Book, place: Path) -> None:
    backup = shop.backups.back_up(to=place.parent / "to").backup
    added(shop, someone("Berta Tal"))
    place.chmod(0o500)
    with rights_count(place), pytest.raises(DiskError, match="Nothing can be written"):
        make_ready(shop, backup.file)
    assert not swap.restored_folder(shop.folder).exists()


def test_numbers_are_never_given_again(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    late = logged(shop, None, "a bell")
    back = gone_back(shop, backup)
    again = logged(back, None, "a lamp")
    assert again.id > late.id
    assert again.reference > late.reference
    back.close()


def test_who_was_removed_does_not_come_back(shop: Book) -> None:
    """The backup knows Jonas and has his way in; the present does not."""
    backup = shop.backups.back_up().backup
    shop.people.remove(shop.people.named("Jonas"), before=lambda: None)
    assert shop.keys.epoch == 2
    back = gone_back(shop, backup)
    assert names(back) == ["Anna Berg"]
    assert not back.people.named("Jonas").active
    assert back.check() == []
    assert back.keys.epoch == 2
    first, *_ = [one for one in back.backups.all() if one.state == backup.state]
    assert first.verified
    back.close()
    with pytest.raises(WrongKeyError):
        open_book(back.folder, passphrase=JONAS)
    again = opens(back.folder)
    assert again.check() == []
    assert {change.operation for change in again.changes.latest(3)} & {"book.restore"}
    again.close()


def test_who_came_later_stays(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    aylin = shop.people.add(Person(name="Aylin Kaya")).first(Person)
    shop.people.let_in(aylin, AYLIN, CHEAP)
    shop.staff.allow(StaffRights(export=True))
    back = gone_back(shop, backup)
    assert back.staff.rights().export
    back.close()
    hers = open_book(back.folder, passphrase=AYLIN)
    hers.sign_in_holder()
    assert hers.person
    assert (hers.person.name, hers.person.id) == ("Aylin Kaya", aylin.id)
    hers.close()


def test_back_and_forth_across_two_changes_of_the_key(shop: Book) -> None:
    first = shop.backups.back_up().backup
    change_data_key(shop.db, shop.keys)
    added(shop, someone("Berta Tal"))
    second = shop.backups.back_up().backup
    change_data_key(shop.db, shop.keys)
    book = shop
    for backup, who in ((first, 1), (second, 2), (first, 1)):
        book.confirm_owner(PASSPHRASE)
        book = gone_back(book, backup)
        assert len(names(book)) == who
        assert book.check() == []
        assert all(one.verified for one in book.backups.all())
    book.close()


def test_the_book_is_touched_by_nothing_but_the_engine(shop: Book) -> None:
    """To open and close `book.db` would cancel the locks of SQLite."""
    backup = shop.backups.back_up().backup
    change_data_key(shop.db, shop.keys)
    with opened_paths() as paths:
        gone_back(shop, backup).close()
    assert paths
    assert not [path for path in paths if Path(path).name.startswith("book.db")]


def test_staff_may_not_go_back(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    shop.sign_in(2)
    with pytest.raises(RightRefusedError):
        make_ready(shop, backup.file)


def test_what_does_not_fit_is_refused_and_nothing_is_left(
    shop: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = shop.backups.back_up().backup
    whole = backup.file.read_bytes()
    backup.file.write_bytes(whole[:-900])
    with pytest.raises(DamagedError):
        make_ready(shop, backup.file)
    backup.file.write_bytes(whole)
    with pytest.raises(CancelledError):
        make_ready(shop, backup.file, cancelled=lambda: True)
    with monkeypatch.context() as patch:
        patch.setattr(unpacking, "newest", lambda: 1)
        with pytest.raises(BookTooNewError):
            make_ready(shop, backup.file)
    with monkeypatch.context() as patch:
        patch.setattr(unpacking, "room_missing", lambda _folder, wanted: wanted)
        with pytest.raises(DiskError, match="no room"):
            make_ready(shop, backup.file)
    (tmp_path / "x").mkdir()
    other = new_book(tmp_path / "x")
    with pytest.raises(NotABookError, match="another book"):
        make_ready(other, backup.file)
    other.close()
    assert not swap.restored_folder(shop.folder).exists()
    assert names(shop) == ["Anna Berg"]
    assert names(gone_back(shop, backup)) == ["Anna Berg"]


def test_a_backup_of_an_older_schema_is_converted(shop: Book, tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "data" / "books" / "schema-1.customerbook"
    folder = tmp_path / "old.customerbook"
    shutil.copytree(old, folder)
    book = opens(folder)
    there = names(book)
    (file,) = backup_folder().iterdir()
    back = swap_in(book, make_ready(book, file))
    assert back.db.schema_version == migrate.newest()
    assert names(back) == there
    assert back.check() == []
    back.close()


def test_a_damaged_book_is_replaced_all_the_same(shop: Book) -> None:
    shop.db.run("CREATE TABLE long (text)")
    shop.db.run(("INSERT INTO long VALUES (?)", ["x" * 200_000]))
    backup = shop.backups.back_up().backup
    shop.close()
    _damage(shop.folder / "book.db")
    book = opens(shop.folder)
    book.backups.keep_in(backup.folder)
    back = gone_back(book, backup)
    assert names(back) == ["Anna Berg"]
    assert back.check() == []
    back.close()


def test_a_failing_swap_leaves_the_book_as_it_was(
    shop: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = shop.backups.back_up().backup
    added(shop, someone("Berta Tal"))
    ready = make_ready(shop, backup.file)

    def fail(*_paths: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(durable, "put_in_place", fail)
    with pytest.raises(DiskError):
        swap_in(shop, ready)
    monkeypatch.undo()
    assert shop.closed
    shop.db.hold.release()
    again = opens(shop.folder)
    assert names(again) == ["Anna Berg", "Berta Tal"]
    again.close()


@pytest.mark.parametrize("moment", range(14))
def test_a_crash_in_the_midst_leaves_one_of_the_two(
    moment: int, shop: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each step of the disk the program ends; then the book is opened as at the next start."""
    backup = shop.backups.back_up().backup
    added(shop, someone("Berta Tal"))
    ready = make_ready(shop, backup.file)
    steps = 0
    for module, name in ((swap, "put_in_place"), (swap, "_sync"), (swap, "write_durably")):
        whole = getattr(module, name)

        def step(*arguments: object, whole: Callable[..., object] = whole) -> object:
            nonlocal steps
            steps += 1
            if steps > moment:
                raise KeyboardInterrupt
            return whole(*arguments)

        monkeypatch.setattr(module, name, step)
    if moment >= 13:
        monkeypatch.setattr(
            swap, "drop_restored", lambda _folder: (_ for _ in ()).throw(KeyboardInterrupt)
        )
    with pytest.raises(KeyboardInterrupt):
        swap_in(shop, ready)
    monkeypatch.undo()
    shop.db.hold.release()
    again = opens(shop.folder)
    assert names(again) == (["Anna Berg"] if moment else ["Anna Berg", "Berta Tal"])
    assert again.check() == []
    assert len(swap.earlier_books(shop.folder)) == (1 if moment else 0)
    assert not swap.restored_folder(shop.folder).exists()
    again.close()


_SWAPPER = """
import os, sys
from datetime import timedelta
from pathlib import Path
from customerbook.book.book import open_book
from customerbook.book.restoring import make_ready, swap_in
folder, file, delay = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
book = open_book(folder, passphrase=os.environ["CUSTOMERBOOK_PASSPHRASE"])
book.sign_in_holder()
print("open", flush=True)
swap_in(book, make_ready(book, file)).close()
print("swapped", flush=True)
"""


@pytest.mark.parametrize("delay", [0.02, 0.05, 0.08, 0.11, 0.14, 0.2])
def test_killed_while_going_back(
    delay: float, shop: Book, expect_log: ExpectLog, caplog: pytest.LogCaptureFixture
) -> None:
    backup = shop.backups.back_up().backup
    added(shop, someone("Berta Tal"))
    shop.close()
    swapper = subprocess.Popen(
        [sys.executable, "-c", _SWAPPER, str(shop.folder), str(backup.file), "0"],
        env={**os.environ, "CUSTOMERBOOK_PASSPHRASE": PASSPHRASE},
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert swapper.stdout
    swapper.stdout.readline()
    try:
        swapper.wait(delay)
    except subprocess.TimeoutExpired:
        swapper.kill()
    told = swapper.stdout.read()
    swapper.wait()
    swapper.stdout.close()
    again = opens(shop.folder)
    if "not closed properly" in caplog.text:
        expect_log("not closed properly")
    there = names(again)
    assert there in (["Anna Berg"], ["Anna Berg", "Berta Tal"])
    if "swapped" in told:
        assert there == ["Anna Berg"]
    assert again.check() == []
    again.close()


def test_on_another_pc_the_backup_and_the_passphrase_are_all(shop: Book, tmp_path: Path) -> None:
    backup = shop.backups.back_up().backup
    shop.close()
    shutil.rmtree(shop.folder)
    told = restore_to(backup.file, tmp_path / "again", Shown(passphrase=PASSPHRASE))
    assert told.state == backup.state
    book = opens(tmp_path / "again.customerbook")
    assert names(book) == ["Anna Berg"]
    assert book.check() == []
    assert swap.earlier_books(book.folder) == []
    book.close()
    jonas = open_book(book.folder, passphrase=JONAS)
    jonas.close()


def test_the_recovery_code_alone_does_as_well(tmp_path: Path, place: Path) -> None:
    book, code = create_book(
        tmp_path / "shop", shop=SHOP, owner="Martha", passphrase=PASSPHRASE, cost=CHEAP
    )
    added(book, someone("Anna Berg"))
    file = book.backups.back_up(to=place).backup.file
    book.close()
    restore_to(file, tmp_path / "again", Shown(recovery_code=code))
    again = opens(tmp_path / "again.customerbook")
    assert names(again) == ["Anna Berg"]
    again.close()


def test_what_does_not_open_it_leaves_nothing(shop: Book, tmp_path: Path) -> None:
    backup = shop.backups.back_up().backup
    for shown, error in (
        (Shown(passphrase="something else entirely"), WrongKeyError),
        (Shown(passphrase=JONAS), RightRefusedError),
    ):
        with pytest.raises(error):
            restore_to(backup.file, tmp_path / "again", shown)
    with pytest.raises(CancelledError):
        restore_to(
            backup.file,
            tmp_path / "again",
            Shown(passphrase=PASSPHRASE),
            cancelled=lambda: True,
        )
    assert not (tmp_path / "again.customerbook").exists()


def test_nothing_is_restored_over_something(shop: Book, tmp_path: Path) -> None:
    backup = shop.backups.back_up().backup
    shop.close()
    with pytest.raises(OpeningError, match="exists already"):
        restore_to(backup.file, shop.folder, Shown(passphrase=PASSPHRASE))
    (tmp_path / "again.customerbook").mkdir()
    (tmp_path / "again.customerbook" / "letter.txt").write_text("mine")
    for replace in (True, False):
        with pytest.raises(OpeningError, match="exists already"):
            restore_to(
                backup.file,
                tmp_path / "again",
                Shown(passphrase=PASSPHRASE),
                replace=replace,
            )
    again = opens(shop.folder)
    assert names(again) == ["Anna Berg"]
    again.close()


def test_half_of_an_earlier_try_is_no_obstacle(shop: Book, tmp_path: Path) -> None:
    backup = shop.backups.back_up().backup
    half = tmp_path / "again.customerbook"
    (half / "restored").mkdir(parents=True)
    (half / "log").mkdir()
    (half / "LOCK").touch()
    (half / "restored" / "part").write_bytes(b"half of it")
    restore_to(backup.file, half, Shown(passphrase=PASSPHRASE))
    again = opens(half)
    assert names(again) == ["Anna Berg"]
    again.close()


def test_a_book_that_does_not_open_is_replaced_by_its_backup(shop: Book, tmp_path: Path) -> None:
    """The present passphrase counts, and a backup of before a change of the data key."""
    backup = shop.backups.back_up().backup
    shop.people.remove(shop.people.named("Jonas"), before=lambda: None)
    seen = shop.db.rows("SELECT commits FROM book")[0][0]
    shop.close()
    with (shop.folder / "book.db").open("r+b") as file:
        file.write(bytes(5000))
    with pytest.raises(OpeningError):
        open_book(shop.folder, passphrase=PASSPHRASE)
    restore_to(backup.file, shop.folder, Shown(passphrase=PASSPHRASE), replace=True)
    again = opens(shop.folder)
    assert names(again) == ["Anna Berg"]
    assert again.keys.epoch == 2
    assert again.db.rows("SELECT commits FROM book")[0][0] > seen
    assert again.check() == []
    again.close()
    with pytest.raises(WrongKeyError):
        open_book(shop.folder, passphrase=JONAS)
    (earlier,) = swap.earlier_books(shop.folder)
    assert (earlier.path / "book.db").read_bytes().startswith(bytes(5000))


def test_a_book_without_readable_keys_gets_those_of_the_backup(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    shop.close()
    for name in ("keys.json", "keys.json.bak"):
        (shop.folder / name).write_bytes(b"?")
    restore_to(backup.file, shop.folder, Shown(passphrase=PASSPHRASE), replace=True)
    again = opens(shop.folder)
    assert names(again) == ["Anna Berg"]
    again.close()


def test_a_lost_book_goes_on_behind_all_its_backups(shop: Book, place: Path) -> None:
    """Restored from one that is not the newest: what is made now must not be taken for older."""
    first = shop.backups.back_up().backup
    added(shop, someone("Berta Tal"))
    newest = shop.backups.back_up().backup
    shop.close()
    shutil.rmtree(shop.folder)
    (place / f"strange{SUFFIX}").write_bytes(b"?")
    restore_to(first.file, shop.folder, Shown(passphrase=PASSPHRASE))
    again = opens(shop.folder)
    again.backups.keep_in(place)
    made = again.backups.back_up().backup
    assert made.commits > newest.commits
    assert again.backups.all()[0] == made
    again.close()


def test_a_swap_on_a_disk_that_can_only_be_read_is_said(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    make_ready(shop, backup.file)
    shop.close()
    (swap.restored_folder(shop.folder) / "READY").write_bytes(b"{}")
    (shop.folder / "LOCK").chmod(0o400)
    shop.folder.chmod(0o500)
    with rights_count(shop.folder), pytest.raises(DiskError, match="write-protected"):
        hold_folder(BookFolder(shop.folder))
    shop.folder.chmod(0o700)
    (shop.folder / "LOCK").chmod(0o600)
    with pytest.raises(DamagedError):  # and nobody knows what was to be done
        hold_folder(BookFolder(shop.folder))
    (swap.restored_folder(shop.folder) / "READY").unlink()
    again = opens(shop.folder)
    assert names(again) == ["Anna Berg"]
    again.close()


def test_the_key_file_that_counts_is_the_one_of_the_present(shop: Book) -> None:
    backup = shop.backups.back_up().backup
    shop.people.remove(shop.people.named("Jonas"), before=lambda: None)
    slots = shop.db.key_file.slots
    back = gone_back(shop, backup)
    back.close()
    key_file = read_key_file(BookFolder(back.folder))
    assert key_file.slots == slots
    assert key_file.rights.epoch == 2


def _damage(path: Path) -> None:
    """Flip a bit in the last page, which nobody reads at opening."""
    with path.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        byte = file.read(1)
        file.seek(-2000, os.SEEK_END)
        file.write(bytes([byte[0] ^ 1]))
