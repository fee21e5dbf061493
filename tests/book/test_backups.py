"""Backups of a book: where they go, which stay, what is due, and what is told when it fails."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from customerbook.book.book import Book, create_book, open_book
from customerbook.book.step import CancelledError
from customerbook.model.backup import BackupMemory, Due, Place, Why
from customerbook.model.errors import (
    DamagedError,
    DiskError,
    InvalidInputError,
    NotABookError,
    NotFoundError,
    RightRefusedError,
)
from customerbook.model.generations import NEWEST
from customerbook.model.person import Person
from customerbook.store import backup_file, backup_making, swap
from customerbook.store.backup_file import PINNED, SUFFIX
from customerbook.store.place import backup_folder
from customerbook.store.rotation import change_data_key
from tests.books import CHEAP, PASSPHRASE, SHOP, added, new_book, reopened, someone
from tests.guards.clock import StoppedClock
from tests.store.rights import rights_count

_STAFF = "four dry unicycles at dusk"
_HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def here(book: Book, tmp_path: Path) -> Path:
    """The folder on this PC, chosen."""
    folder = tmp_path / "here"
    folder.mkdir()
    book.backups.keep_in(folder)
    return folder


@pytest.fixture
def stick(book: Book, here: Path, tmp_path: Path) -> Path:
    """A second place, chosen."""
    folder = tmp_path / "stick"
    folder.mkdir()
    book.backups.keep_in(here, folder)
    return folder


def changed(book: Book, name: str = "Anna Berg") -> None:
    """Do something that is worth a backup."""
    added(book, someone(name))


def test_a_backup_is_named_after_book_and_time(book: Book, here: Path, clock: StoppedClock) -> None:
    changed(book)
    heard: list[int] = []
    made = book.backups.back_up(progress=heard.append)
    assert made.backup.file == here / f"shop 2026-11-21 10.22{SUFFIX}"
    assert made.backup.moment == clock.moment
    assert (made.backup.why, made.backup.place) == (Why.ASKED, Place.HERE)
    assert made.backup.verified
    assert not made.backup.pinned
    assert made.backup.count("customer") == 1
    assert made.backup.size == made.backup.file.stat().st_size
    assert (made.copies, made.trouble) == ((), ())
    assert heard == sorted(heard)
    assert heard[-1] == 100
    assert book.backups.all() == [made.backup]


def test_a_name_that_other_disks_do_not_take_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / ("Café: 50% off? " + "ü" * 70)
    folder.mkdir()
    book, _code = create_book(
        folder / folder.name, shop=SHOP, owner="Martha", passphrase=PASSPHRASE, cost=CHEAP
    )
    file = book.backups.back_up(to=tmp_path / "to").backup.file
    assert file.name.startswith("Café- 50% off- üü")
    assert len(file.name.encode()) < 160
    book.close()


def test_nothing_is_made_by_itself_before_a_place_is_chosen(book: Book) -> None:
    changed(book)
    assert book.backups.due(closing=True) == Due()
    assert book.backups.before(Why.IMPORT) is None
    with pytest.raises(InvalidInputError, match="No place"):
        book.backups.back_up(Why.WORK)
    assert not backup_folder().exists()


def test_the_place_of_the_account_is_made(book: Book) -> None:
    book.backups.keep_in(backup_folder())
    made = book.backups.back_up(Why.CLOSING)
    assert made.backup.file.parent == backup_folder()
    if os.name != "nt":
        assert backup_folder().stat().st_mode & 0o777 == 0o700


def test_places_must_make_sense(book: Book, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="inside a book"):
        book.backups.keep_in(book.folder / "backups")
    with pytest.raises(InvalidInputError, match="already"):
        book.backups.keep_in(tmp_path, tmp_path)
    assert book.backups.here is None


def test_a_copy_goes_to_each_other_place(book: Book, here: Path, stick: Path) -> None:
    changed(book)
    made = book.backups.back_up(Why.WORK)
    (copy,) = made.copies
    assert (copy.place, copy.folder, copy.state) == (Place.OTHER, stick, made.backup.state)
    assert copy.file.read_bytes() == made.backup.file.read_bytes()
    assert len(book.backups.all()) == 2
    assert book.backups.verify(copy.file).counts == made.backup.counts
    assert list(here.iterdir()) == [made.backup.file]


def test_what_the_second_place_cannot_take_is_told_and_the_first_has_it(
    book: Book, stick: Path
) -> None:
    changed(book)
    stick.rmdir()
    made = book.backups.back_up(Why.CLOSING)
    assert made.backup.place is Place.HERE
    ((folder, sentence),) = made.trouble
    assert folder == stick
    assert "is not there" in sentence
    stick.mkdir(mode=0o500)
    with rights_count(stick):
        ((_, sentence),) = book.backups.back_up(Why.CLOSING).trouble
    assert "Nothing can be written" in sentence


def test_where_the_first_place_fails_the_second_gets_it(
    book: Book, here: Path, stick: Path, tmp_path: Path
) -> None:
    changed(book)
    third = tmp_path / "third"
    third.mkdir()
    book.backups.keep_in(here, stick, third)
    here.rmdir()
    made = book.backups.back_up(Why.WORK)
    assert made.backup.folder == stick
    assert [copy.folder for copy in made.copies] == [third]
    assert [folder for folder, _ in made.trouble] == [here]
    assert book.backups.due().late == ()
    shutil.rmtree(stick)
    shutil.rmtree(third)
    with pytest.raises(DiskError, match="/here” is not there"):
        book.backups.back_up(Why.WORK)


def test_a_copy_that_is_not_read_back_as_it_was_gets_no_name(
    book: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = backup_file.copy_backup

    def lose(backup: object, target: Path, heard: object) -> None:
        whole(backup, target, heard)  # type: ignore[arg-type]
        content = bytearray(target.read_bytes())
        content[9000] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr(backup_making, "copy_backup", lose)
    made = book.backups.back_up(Why.WORK)
    assert made.copies == ()
    assert "is damaged" in made.trouble[0][1]
    assert list(stick.iterdir()) == []


def test_to_another_folder_on_demand(book: Book, here: Path, tmp_path: Path) -> None:
    for _ in range(NEWEST + 3):
        made = book.backups.back_up(to=tmp_path / "archive")
    assert made.backup.place is Place.ELSEWHERE
    assert len(list((tmp_path / "archive").iterdir())) == NEWEST + 3  # nothing is thinned there
    assert list(here.iterdir()) == []


def test_work_that_is_cancelled_leaves_nothing(book: Book, here: Path) -> None:
    with pytest.raises(CancelledError):
        book.backups.back_up(cancelled=lambda: True)
    assert list(here.iterdir()) == []


def test_only_files_of_this_book_are_thinned(book: Book, here: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    other = new_book(tmp_path / "x")
    other.backups.keep_in(here)
    theirs = other.backups.back_up().backup.file
    other.close()
    forged = here / f"forged{SUFFIX}"
    first = book.backups.back_up().backup
    _forge(first.file, forged)
    (here / f"strange{SUFFIX}").write_bytes(b"x" * 1000)
    (here / "notes.txt").write_text("of somebody else")
    for number in range(NEWEST + 2):
        changed(book, f"Anna{number} Berg")
        book.backups.back_up(Why.WORK)
    left = {path.name for path in here.iterdir()}
    assert {theirs.name, forged.name, "notes.txt", f"strange{SUFFIX}"} <= left
    assert len(left) == NEWEST + 4
    assert first.state not in {one.state for one in book.backups.all() if one.verified}
    (doubtful,) = [one for one in book.backups.all() if not one.verified]
    assert doubtful.file == forged
    assert "did not write it so" in doubtful.problem
    assert [one.file.name for one in book.backups.unreadable()] == [f"strange{SUFFIX}"]
    assert "is damaged" in book.backups.unreadable()[0].problem


def test_a_pinned_backup_stays_in_all_places(book: Book, here: Path, stick: Path) -> None:
    first = book.backups.back_up().backup
    pinned = book.backups.pin(first)
    assert pinned.pinned
    assert pinned.file == here / first.file.name.replace(SUFFIX, PINNED)
    assert [path.name for path in stick.iterdir()] == [pinned.file.name]
    with pytest.raises(NotFoundError):
        book.backups.pin(first)
    # A copy that was away when it was pinned stays as well.
    (stick / pinned.file.name).rename(stick / first.file.name)
    for number in range(NEWEST + 2):
        changed(book, f"Anna{number} Berg")
        book.backups.back_up(Why.WORK)
    assert pinned.file.exists()
    assert (stick / first.file.name).exists()
    freed = book.backups.unpin(next(one for one in book.backups.all() if one.pinned))
    assert not freed.pinned
    changed(book)
    book.backups.back_up(Why.WORK)
    assert first.state not in {one.state for one in book.backups.all()}


def test_what_is_due_while_one_works(book: Book, here: Path, clock: StoppedClock) -> None:
    changed(book)
    assert book.backups.due() == Due(back_up=True)
    book.backups.back_up(Why.WORK)
    assert not book.backups.due(closing=True).back_up
    changed(book, "Berta Tal")
    assert not book.backups.due().back_up
    assert book.backups.due(closing=True).back_up
    clock.move(_HALF_AN_HOUR)
    assert book.backups.due().back_up
    clock.move(-timedelta(days=900))
    assert book.backups.due().back_up


def test_signing_in_alone_is_no_reason_for_a_backup(book: Book, here: Path) -> None:
    book.backups.back_up(Why.CLOSING)
    again = reopened(book)
    again.backups.keep_in(here)
    assert not again.backups.changed()
    changed(again)
    assert again.backups.changed()
    assert again.backups.before(Why.IMPORT)
    assert again.backups.before(Why.IMPORT) is None
    again.close()


def test_another_way_in_is_a_reason_for_a_backup(book: Book, here: Path) -> None:
    jonas = book.people.add(Person(name="Jonas")).first(Person)
    book.backups.back_up(Why.WORK)
    with book.db.writing():  # the key file alone, as if no change told of it
        commits = book.db.rows("SELECT commits, head FROM book")
        book.people.let_in(jonas, _STAFF, CHEAP)
        book.db.run(("UPDATE book SET commits = ?, head = ?", list(commits[0])))
    assert book.backups.changed()


def test_a_place_without_a_backup_for_a_week_is_told(
    book: Book, here: Path, stick: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    changed(book)
    away = tmp_path / "away"
    stick.rename(away)
    book.backups.back_up(Why.WORK)
    assert book.backups.due().late == ()
    clock.move(timedelta(days=7))
    assert book.backups.due().late == (stick,)
    away.rename(stick)
    assert book.backups.due().copy == (stick,)
    copy = book.backups.copy_newest(stick)
    assert copy
    assert copy.folder == stick
    # Its backup is a week old, but it is what there is.
    assert book.backups.due().copy == ()
    stick.rename(away)
    assert book.backups.due().late == ()  # it is remembered that it was there today
    clock.move(timedelta(days=7))
    assert book.backups.due().late == (stick,)
    clock.move(-timedelta(days=1000))
    assert book.backups.due().late == (stick,)  # a moment that is ahead of now tells nothing


def test_once_a_month_the_newest_backup_is_tried(
    book: Book, here: Path, clock: StoppedClock
) -> None:
    assert book.backups.drill() is None
    changed(book)
    made = book.backups.back_up(Why.WORK).backup
    assert book.backups.due().drill
    drill = book.backups.drill()
    assert drill
    assert (drill.problem, drill.made, drill.counts) == ("", made.moment, made.counts)
    again = reopened(book)
    again.backups.keep_in(here)
    assert again.backups.memory.drill == drill
    assert not again.backups.due().drill
    clock.move(timedelta(days=30))
    assert again.backups.due().drill
    _damage(made.file)
    failed = again.backups.drill()
    assert failed
    assert "is damaged" in failed.problem
    assert again.backups.memory.drill == failed
    again.close()


def test_a_drill_needs_room(book: Book, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book.backups.back_up(Why.WORK)
    monkeypatch.setattr(backup_making, "room_missing", lambda _folder, wanted: wanted)
    with pytest.raises(DiskError, match="no room"):
        book.backups.drill()
    assert book.backups.memory.drill is None


def test_verifying_looks_at_all_of_it(book: Book, here: Path, tmp_path: Path) -> None:
    made = book.backups.back_up().backup
    assert book.backups.verify(made.file).counts == made.counts
    _damage(made.file)
    with pytest.raises(DamagedError):
        book.backups.verify(made.file)
    (tmp_path / "x").mkdir()
    other = new_book(tmp_path / "x")
    theirs = other.backups.back_up(to=tmp_path / "theirs").backup.file
    other.close()
    with pytest.raises(NotABookError, match="another book"):
        book.backups.verify(theirs)
    with pytest.raises(NotFoundError, match="no backup at"):
        book.backups.verify(tmp_path / "none" / f"x{SUFFIX}")


def test_a_backup_is_verified_where_nothing_can_be_written(book: Book, here: Path) -> None:
    made = book.backups.back_up().backup
    here.chmod(0o500)
    with rights_count(here):
        assert book.backups.verify(made.file).verified


def test_backups_of_an_earlier_data_key(book: Book, here: Path) -> None:
    jonas = book.people.add(Person(name="Jonas")).first(Person)
    book.people.let_in(jonas, _STAFF, CHEAP)
    first = book.backups.back_up().backup
    change_data_key(book.db, book.keys)
    second = book.backups.back_up().backup
    assert [one.verified for one in book.backups.all()] == [True, True]
    assert book.backups.verify(first.file).counts == first.counts
    book.close()
    staff = open_book(book.folder, passphrase=_STAFF)
    staff.sign_in_holder()
    staff.backups.keep_in(here)
    changed(staff)
    staff.backups.back_up(Why.CLOSING)  # whoever is signed in
    drill = staff.backups.drill()
    assert drill
    second.file.unlink()
    for one in here.iterdir():
        if one != first.file:
            one.unlink()
    assert staff.backups.drill() is None  # only the owner key opens what is left
    staff.close()


def test_what_is_asked_of_whom(book: Book, here: Path) -> None:
    jonas = book.people.add(Person(name="Jonas")).first(Person)
    made = book.backups.back_up().backup
    book.sign_in(jonas.id)
    refused: list[Callable[[], object]] = [
        book.backups.back_up,
        book.backups.all,
        book.backups.unreadable,
        lambda: book.backups.verify(made.file),
        lambda: book.backups.pin(made),
        lambda: book.backups.unpin(made),
    ]
    for operation in refused:
        with pytest.raises(RightRefusedError):
            operation()
    assert book.backups.back_up(Why.WORK)
    assert book.backups.drill()
    assert book.backups.due() == Due()
    book.sign_out()
    assert book.backups.back_up(Why.CLOSING)


def test_days_are_counted_by_dates_not_by_their_distance(
    book: Book, here: Path, clock: StoppedClock
) -> None:
    days = []
    for by in (0, 1, 24, 24 * 4000, -24 * 9000, 1, 24):
        clock.move(timedelta(hours=by))
        days.append(book.backups.back_up(Why.WORK).backup.day)
    assert days == [1, 1, 2, 3, 4, 4, 5]
    assert book.backups.memory.day == 5


def test_a_memory_that_cannot_be_read_is_none(book: Book) -> None:
    for content in (b"?", b"[]", b'{"day": [1]}', b'{"last": 5}', b'{"drill": {"moment": 1}}'):
        book.db.remember("backups", content)
        assert isinstance(book.backups.memory, BackupMemory)
    book.db.remember("backups", b"{}")
    assert book.backups.memory == BackupMemory()


def test_a_book_that_can_only_be_read_is_backed_up(book: Book, tmp_path: Path) -> None:
    changed(book)
    book.close()
    book.folder.chmod(0o500)
    (book.folder / "book.db").chmod(0o400)
    with rights_count(book.folder):
        again = open_book(book.folder, passphrase=PASSPHRASE)
        again.sign_in_holder()
        assert again.read_only
        made = again.backups.back_up(to=tmp_path / "saved")
        assert made.backup.count("customer") == 1
        again.close()
    book.folder.chmod(0o700)
    (book.folder / "book.db").chmod(0o600)


def test_what_a_restore_replaced_goes_after_a_month_of_work(
    book: Book, here: Path, clock: StoppedClock
) -> None:
    earlier = book.folder / "earlier-1"
    earlier.mkdir()
    book.backups.back_up(Why.WORK)
    (earlier / "KEPT").write_bytes(
        f'{{"day":1,"moment":{int(clock.moment.timestamp()) * 1000},"to":"earlier-1"}}'.encode()
    )
    assert [one.path for one in swap.earlier_books(book.folder)] == [earlier]
    clock.move(timedelta(days=4000))
    book.backups.back_up(Why.WORK)
    assert earlier.exists()  # the clock alone takes nothing away
    clock.move(-timedelta(days=4000))
    for _ in range(19):
        clock.move(timedelta(days=1))
        book.backups.back_up(Why.WORK)
    assert earlier.exists()
    clock.move(timedelta(days=11))
    book.backups.back_up(Why.WORK)
    assert not earlier.exists()


def test_a_book_of_an_older_program_is_backed_up_before_it_is_converted(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "data" / "books" / "schema-1.customerbook"
    folder = tmp_path / "old.customerbook"
    shutil.copytree(old, folder)
    book = open_book(folder, passphrase=PASSPHRASE)
    book.sign_in_holder()
    (file,) = backup_folder().iterdir()
    backup = book.backups.verify(file)
    assert (backup.schema, backup.why) == (1, Why.MIGRATION)
    book.close()
    open_book(folder, passphrase=PASSPHRASE).close()
    assert list(backup_folder().iterdir()) == [file]


def test_a_book_that_cannot_be_backed_up_is_not_converted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path(__file__).parents[1] / "data" / "books" / "schema-1.customerbook"
    folder = tmp_path / "old.customerbook"
    shutil.copytree(old, folder)
    monkeypatch.setattr(backup_making, "room_missing", lambda _folder, wanted: wanted)
    with pytest.raises(DiskError, match="no room"):
        open_book(folder, passphrase=PASSPHRASE)
    monkeypatch.undo()
    asked: list[int] = []
    book = open_book(
        folder, passphrase=PASSPHRASE, before_migration=lambda f: asked.append(f.schema_version)
    )
    assert asked == [1]
    book.close()


_MAKER = """
import os, sys
from pathlib import Path
from customerbook.book.book import open_book
from customerbook.model.backup import Why
book = open_book(Path(sys.argv[1]), passphrase=os.environ["CUSTOMERBOOK_PASSPHRASE"])
book.sign_in_holder()
book.backups.keep_in(Path(sys.argv[2]), Path(sys.argv[3]))
print("open", flush=True)
while True:
    print(book.backups.back_up(Why.WORK).backup.file.name, flush=True)
"""


@pytest.mark.parametrize("delay", [0.01, 0.05, 0.1, 0.2, 0.3])
def test_killed_while_backing_up(
    delay: float,
    book: Book,
    here: Path,
    stick: Path,
    expect_log: Callable[[str], None],
) -> None:
    changed(book)
    book.close()
    maker = subprocess.Popen(
        [sys.executable, "-c", _MAKER, str(book.folder), str(here), str(stick)],
        env={**os.environ, "CUSTOMERBOOK_PASSPHRASE": PASSPHRASE},
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert maker.stdout
    maker.stdout.readline()
    time.sleep(delay)
    maker.kill()
    told = maker.stdout.read().splitlines()
    maker.wait()
    maker.stdout.close()
    expect_log("not closed properly")
    again = open_book(book.folder, passphrase=PASSPHRASE)
    again.sign_in_holder()
    again.backups.keep_in(here, stick)
    found = again.backups.all()
    # What was told is there; whatever has the name of a backup is whole.
    assert {name for name in told if name.endswith(SUFFIX)} <= {one.file.name for one in found}
    assert again.backups.unreadable() == []
    for one in found:
        assert again.backups.verify(one.file).count("customer") == 1
    made = again.backups.back_up(Why.WORK)
    assert len(made.copies) == 1
    for folder in (here, stick):
        assert all(path.name.endswith(SUFFIX) for path in folder.iterdir())
    assert again.check() == []
    again.close()


def _damage(file: Path) -> None:
    with ZipFile(file) as packed:
        at = packed.getinfo("book.db").header_offset
    with file.open("r+b") as opened:
        opened.seek(at + 20_000)
        byte = opened.read(1)
        opened.seek(at + 20_000)
        opened.write(bytes([byte[0] ^ 1]))


def _forge(file: Path, target: Path) -> None:
    """The backup under a manifest that says another count of commits."""
    with ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["manifest.json"] = parts["manifest.json"].replace(b'"commits":', b'"commits":9')
    with ZipFile(target, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
