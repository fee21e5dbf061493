"""The open book: transactions, threads, queries, faults."""

import threading
import time
from contextlib import suppress
from pathlib import Path

import peewee
import pytest

from customerbook.model.errors import BookClosedError, DamagedError, DiskError
from customerbook.store.file import BookFile
from customerbook.store.folder import read_key_file
from customerbook.store.keyfile import Seen
from customerbook.store.keys import unlock_passphrase
from tests.store.files import PASSPHRASE, new_file, note, noted, opened


class NoteRow(peewee.Model):
    """Notes, as unbound as the tables of the program."""

    id = peewee.AutoField()
    text = peewee.TextField()

    class Meta:
        table_name = "trial"


class TagRow(peewee.Model):
    """Words on notes."""

    id = peewee.AutoField()
    note = peewee.ForeignKeyField(NoteRow, on_delete="CASCADE")
    word = peewee.TextField()

    class Meta:
        table_name = "tag"


def note_and_fail(file: BookFile, *texts: str) -> None:
    """A transaction with a part in it, ended by an exception."""
    with file.writing():
        with file.writing():
            note(file, *texts)
        raise ZeroDivisionError


@pytest.fixture
def file(tmp_path: Path) -> BookFile:
    """An open book file."""
    return new_file(tmp_path)


def test_what_was_written_is_there_again(file: BookFile, tmp_path: Path) -> None:
    note(file, "one", "two")
    file.close()
    again = opened(tmp_path)
    assert noted(again) == ["one", "two"]
    assert not again.unclean
    assert not again.read_only
    again.close()


def test_an_exception_undoes_the_whole_transaction(file: BookFile) -> None:
    note(file, "kept")
    with pytest.raises(ZeroDivisionError):
        note_and_fail(file, "lost")
    assert noted(file) == ["kept"]


def test_a_part_is_undone_alone(file: BookFile) -> None:
    with file.writing():
        note(file, "before")
        with pytest.raises(ZeroDivisionError):
            note_and_fail(file, "lost")
        with file.writing(), file.writing():
            note(file, "after")
    assert noted(file) == ["before", "after"]


def test_a_broken_rule_of_the_tables_is_for_the_caller(file: BookFile) -> None:
    with pytest.raises(peewee.IntegrityError):
        file.run("INSERT INTO trial(text) VALUES (NULL)")
    with pytest.raises(peewee.OperationalError):
        file.rows("SELECT nothing FROM nowhere")
    note(file, "still working")
    assert noted(file) == ["still working"]


def test_unbound_tables_are_queried_in_the_words_of_the_engine(file: BookFile) -> None:
    file.run(
        "CREATE TABLE tag (id INTEGER PRIMARY KEY, word TEXT,"
        " note_id REFERENCES trial(id) ON DELETE CASCADE)"
    )
    first = file.insert(NoteRow.insert(text="Fahrrad 50% günstiger"))
    assert file.insert(NoteRow.insert(text="Klingel")) == first + 1
    words = [{"note": first, "word": word} for word in ("sale", "bike")]
    assert file.run(TagRow.insert_many(words)) == 2
    joined = (
        NoteRow.select(NoteRow.text, TagRow.word)
        .join(TagRow)
        .where(NoteRow.text.contains("50% G") & (TagRow.word << ["bike", "bell"]))
    )
    assert file.rows(joined) == [("Fahrrad 50% günstiger", "bike")]
    counted = NoteRow.select(peewee.fn.COUNT(TagRow.id)).join(TagRow, peewee.JOIN.LEFT_OUTER)
    assert file.rows(counted.group_by(NoteRow.id).order_by(NoteRow.id)) == [(2,), (0,)]
    assert file.run(NoteRow.update(text="Glocke").where(NoteRow.text == "Klingel")) == 1
    assert file.run(NoteRow.delete().where(NoteRow.id == first)) == 1
    assert file.rows(TagRow.select()) == []
    upsert = NoteRow.insert(id=first + 1, text="Hupe").on_conflict(
        conflict_target=[NoteRow.id], preserve=[NoteRow.text]
    )
    file.run(upsert)
    assert file.rows(("SELECT text FROM trial WHERE id=?", (first + 1,))) == [("Hupe",)]


def test_many_threads_on_the_one_connection_lose_nothing(file: BookFile) -> None:
    def work(name: int) -> None:
        for count in range(60):
            with file.writing():
                note(file, f"{name}-{count}")
                file.rows("SELECT count(*) FROM trial")

    threads = [threading.Thread(target=work, args=(name,)) for name in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(noted(file)) == sorted(
        f"{name}-{count}" for name in range(10) for count in range(60)
    )


def test_a_thread_never_sees_half_of_the_work_of_another(file: BookFile) -> None:
    seen, stop = set(), threading.Event()

    def watch() -> None:
        while not stop.is_set():
            seen.add(len(noted(file)) % 2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for count in range(40):
        with file.writing():
            note(file, f"{count}a")
            time.sleep(0.001)
            note(file, f"{count}b")
    stop.set()
    watcher.join()
    assert seen == {0}


def test_twenty_thousand_rows_are_there_in_a_blink(file: BookFile) -> None:
    note(file, *(f"note {count}" for count in range(20_000)))
    best = 9.0
    for _ in range(3):
        began = time.process_time()
        assert len(file.rows(NoteRow.select(NoteRow.id, NoteRow.text))) == 20_000
        best = min(best, time.process_time() - began)
    assert best < 0.5  # ten times what it takes, for this is no benchmark


def test_a_full_disk_keeps_what_was_saved_and_nothing_of_the_rest(file: BookFile) -> None:
    note(file, "kept")
    pages = file.rows("PRAGMA page_count")[0][0]
    file.rows(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(DiskError, match="disk is full"):
        note_and_fail(file, "lost", *("x" * 2000 for _ in range(50)))
    assert noted(file) == ["kept"]
    note(file, "room again")
    assert noted(file) == ["kept", "room again"]


def test_after_a_full_disk_the_rest_of_the_transaction_is_not_written(file: BookFile) -> None:
    """SQLite may have rolled back by itself; then each further statement would be saved alone."""

    def go_on_after_the_engine_rolled_back() -> None:
        with file.writing():
            note(file, "lost")
            file.database.connection().execute("ROLLBACK")
            with suppress(DiskError):
                note(file, "must not be saved")

    with pytest.raises(DiskError):
        go_on_after_the_engine_rolled_back()
    assert noted(file) == []


def test_a_closed_book_says_so(file: BookFile) -> None:
    file.close()
    file.close()
    for call in (lambda: noted(file), lambda: note(file, "x"), lambda: file.remember_seen(Seen(1))):
        with pytest.raises(BookClosedError):
            call()


def test_closing_in_the_middle_of_work_is_a_bug(file: BookFile) -> None:
    with file.writing(), pytest.raises(RuntimeError):
        file.close()
    file.close()


def test_a_clean_book_passes_its_check(file: BookFile) -> None:
    note(file, *("x" * 500 for _ in range(500)))
    file.check()


def test_a_check_in_the_background_lets_others_go_first(
    file: BookFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts: list[object] = []
    checked = file._rows_unless_wanted

    def remember(query: str) -> object:
        verdicts.append(checked(query))
        return verdicts[-1]

    note(file, *(f"{count} " + "word " * 300 for count in range(30_000)))
    monkeypatch.setattr(file, "_rows_unless_wanted", remember)
    checking = threading.Thread(target=file.check, kwargs={"whole": False})
    checking.start()
    while checking.is_alive() and None not in verdicts:
        assert file.rows("SELECT count(*) FROM trial") == [(30_000,)]
        time.sleep(0.001)
    assert None in verdicts
    note(file, "meanwhile")
    checking.join()
    assert verdicts[-1] == [("ok",)]
    assert len(noted(file)) == 30_001


def test_damage_is_found_and_does_not_break_the_connection(file: BookFile, tmp_path: Path) -> None:
    note(file, *(f"{count} " + "x" * 500 for count in range(500)))
    file.close()
    path = file.hold.folder.book
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    again = opened(tmp_path)
    for _ in range(2):
        with pytest.raises(DamagedError, match="newest backup"):
            noted(again)
    with pytest.raises(DamagedError):
        again.check()
    path.write_bytes(whole)  # as if the memory stick had been put in again
    assert len(noted(again)) == 500
    again.check()
    again.close()


def test_how_far_it_has_come_is_in_the_key_file_and_in_the_book(file: BookFile) -> None:
    file.remember_seen(Seen(7, "ab"))
    key_file = read_key_file(file.hold.folder)
    assert key_file.seen == Seen(7, "ab")
    assert file.key_file == key_file
    unlock_passphrase(key_file, None, PASSPHRASE)


def test_nothing_is_readable_without_the_key(file: BookFile, tmp_path: Path) -> None:
    marker = "Żaneta-Kowalska-0170-555"
    with file.writing():
        note(file, *(f"{marker} {count}" for count in range(2000)))
        file.rows("SELECT text FROM trial ORDER BY text DESC")
        during = _all_bytes(tmp_path)
    file.run("DELETE FROM trial WHERE id % 2")
    file.close()
    for content in (during, _all_bytes(tmp_path)):
        assert marker.encode() not in content
        assert b"SQLite format 3" not in content
        assert b"CREATE TABLE" not in content


def _all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
