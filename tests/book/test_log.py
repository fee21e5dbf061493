import peewee
import pytest

from customerbook.book.book import Book
from customerbook.store import log
from tests.books import added, logged, reopened, someone


def test_each_write_is_in_the_log_with_who_and_what(book: Book) -> None:
    customer = added(book, someone("Anna Berg"))
    logged(book, customer.id)
    told = [(c.operation, c.subject, c.person_id) for c in book.changes.latest(2)]
    assert told == [("interaction.log", "2026-00001", 1), ("customer.add", "Anna Berg", 1)]


def test_log_only_grows(book: Book) -> None:
    added(book, someone("Anna Berg"))
    for sql in (
        "DELETE FROM change",
        "DELETE FROM entry",
        "UPDATE change SET subject = ''",
        "UPDATE entry SET after = '{}'",
    ):
        with pytest.raises(peewee.IntegrityError):
            book.db.run(sql)


def test_images_may_be_emptied_and_the_chain_holds(book: Book) -> None:
    added(book, someone("Anna Berg"))
    book.db.run("UPDATE entry SET before = NULL, after = NULL")
    assert book.check() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE change SET subject = 'x' WHERE id = 3",
        "UPDATE entry SET after = replace(after, 'Anna', 'Eva') WHERE change_id = 3",
        "DELETE FROM change WHERE id = 4",
        "UPDATE change SET person_id = 2 WHERE id = 3",
        "UPDATE book SET head = x'00'",
    ],
)
def test_altered_or_cut_log_is_noticed(book: Book, sql: str) -> None:
    for name in ("Anna Berg", "Berta Tal", "Carla Ost"):
        added(book, someone(name))
    for trigger in ("change_stays", "change_is_final", "entry_stays", "entry_is_final"):
        book.db.run(f"DROP TRIGGER {trigger}")
    with book.db.reading():
        book.db.database.execute_sql("PRAGMA foreign_keys = OFF")  # not within a transaction
    book.db.run(sql)
    assert log.broken_links(book.db, book.keys.log_key)
    (problem,) = book.check()
    assert "change log" in problem


def test_what_changes_nothing_is_no_line(book: Book) -> None:
    customer = added(book, someone("Anna Berg"))
    before = book.changes.latest()
    assert book.customers.save(customer).entries == ()
    assert book.changes.latest() == before


def test_chain_goes_on_after_a_restart(book: Book) -> None:
    added(book, someone("Anna Berg"))
    book = reopened(book)
    added(book, someone("Berta Tal"))
    assert book.check() == []
    book.close()
