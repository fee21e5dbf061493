"""Long work in portions: others come in between, nothing of it is half, one undo takes it back."""

import threading
import time
from dataclasses import replace

import pytest

from customerbook.book import history, importing
from customerbook.book.book import Book, open_book
from customerbook.book.importing import PartlyWrittenError, Plan
from customerbook.book.portions import Pace, Portion, Work
from customerbook.book.step import CancelledError
from customerbook.book.tidying import tidy
from customerbook.book.writing import Operation
from customerbook.model.customer import Customer
from customerbook.model.errors import BookError, DiskError
from customerbook.model.rights import Right
from customerbook.store import search_index
from tests.book.test_history import everything
from tests.book.test_importing import rows
from tests.books import PASSPHRASE, added, logged, someone


def planned(book: Book, count: int) -> Plan:
    """A plan with so many new customers."""
    people = (someone(f"Anna{i} Berg", f"0171 39{i:05}", towns=["Kiel"]) for i in range(count))
    return importing.plan(book, rows(*people), source="people.csv")


def test_others_read_and_write_between_the_portions(book: Book) -> None:
    known = added(book, someone("Oliver Müller", "0171 3920014"))
    plan, started, seen = planned(book, 600), threading.Event(), list[int]()

    def told(done: int) -> None:
        if done:
            started.set()

    worker = threading.Thread(target=lambda: importing.run(book, plan, progress=told))
    worker.start()
    assert started.wait(20)
    while worker.is_alive():
        seen.append(book.customers.count())
        if len(seen) == 2:
            logged(book, known.id, "in the midst of it")
    worker.join()
    assert any(1 < count < 601 for count in seen), "nobody read while it was written"
    assert book.customers.count() == 601
    assert [line.note for line in book.interactions.timeline(known.id)] == ["in the midst of it"]
    assert book.check() == []
    book.undo()
    assert book.customers.count() == 1
    assert book.interactions.timeline(known.id), "the visit is not of the import"
    book.redo()
    assert book.customers.count() == 601
    assert book.check() == []


def test_what_was_done_with_new_customers_is_taken_back_first(book: Book) -> None:
    plan, visits = planned(book, 200), list[int]()

    def visit(done: int) -> None:
        if done > 60 and not visits:
            (hit,) = book.customers.find("Anna5 Berg", 1)
            visits.append(logged(book, hit.line.id, "already here").id)

    importing.run(book, plan, progress=visit)
    book.undo()
    left = book.customers.count()
    assert 0 < left < 200
    assert book.undo().operation == "undo interaction.log"
    book.undo()
    assert book.customers.count() == 0
    assert book.check() == []


def test_an_undo_meanwhile_leaves_alone_what_is_being_written(book: Book) -> None:
    known = added(book, someone("Oliver Müller"))
    undone: list[str] = []

    def undo(done: int) -> None:
        if done and not undone:
            undone.append(book.undo().operation)

    importing.run(book, planned(book, 100), progress=undo)
    assert undone == ["undo customer.add"]
    assert book.customers.count() == 100
    assert known.id not in book.customers.ids()


def test_the_log_has_one_line_of_it(book: Book) -> None:
    importing.run(book, planned(book, 300))
    lines = [c for c in book.changes.latest() if c.operation == "customer.import"]
    assert [line.subject for line in lines] == ["people.csv"]
    assert history.is_long(book, book.undoable())
    change = book.undo()
    assert (change.operation, change.subject) == ("undo customer.import", "people.csv")
    assert sum(entry.count for entry in change.entries) == 300
    assert change.touches("customer")


def test_after_a_power_cut_one_undo_takes_back_what_came_in(book: Book) -> None:
    before = everything(book)
    plan = planned(book, 400)

    def cut(done: int) -> None:
        if done > 100:
            book.close()

    with pytest.raises(BookError):
        importing.run(book, plan, progress=cut)
    again = open_book(book.folder, passphrase=PASSPHRASE)
    again.sign_in_holder()
    assert 100 < again.customers.count() < 400
    assert again.check() == []
    again.undo()
    assert everything(again) == before
    assert again.check() == []
    again.close()


def test_a_full_disk_in_the_midst_takes_back_or_says_what_is_left(book: Book) -> None:
    before = everything(book)
    plan = planned(book, 1500)

    def fill_up(done: int) -> None:
        if done > 200:
            ((pages,),) = book.db.rows("PRAGMA page_count")
            book.db.rows(f"PRAGMA max_page_count={pages}")

    with pytest.raises((DiskError, PartlyWrittenError)) as raised:
        importing.run(book, plan, progress=fill_up)
    book.db.rows("PRAGMA max_page_count=1000000")
    left = book.customers.count()
    if isinstance(raised.value, PartlyWrittenError):
        assert f"{left} customers are in the book already" in str(raised.value)
        assert raised.value.change.touches("customer")
        book.undo()
    else:
        assert left == 0
    assert everything(book) == before
    assert book.check() == []


def test_a_stopped_import_leaves_no_images_and_is_not_brought_back(book: Book) -> None:
    known = added(book, someone("Oliver Müller"))
    book.undo()
    done: list[int] = []
    plan = planned(book, 300)
    with pytest.raises(CancelledError):
        importing.run(book, plan, progress=done.append, cancelled=lambda: len(done) > 8)
    assert book.customers.count() == 0
    assert book.db.rows("SELECT count(*) FROM entry WHERE before LIKE '%Berg%'") == [(0,)]
    redone = book.redo()  # what was taken back before can still be brought back
    assert redone.operation == "redo customer.add"
    assert book.customers.ids() == [known.id]


def test_what_somebody_typed_since_the_preview_stays(book: Book) -> None:
    known = added(book, someone("Oliver Müller", "0171 3920014"))
    found = someone("Oliver Müller", "0171 3920014", nickname="Olli", title="Dr")
    plan = importing.plan(book, rows(found))
    book.customers.save(replace(known, nickname="Oll"))
    change = importing.run(book, plan)
    assert change.first(Customer).title == "Dr"
    assert book.customers.get(known.id).nickname == "Oll"


def test_a_customer_deleted_since_the_preview_stays_deleted(book: Book) -> None:
    known = added(book, someone("Oliver Müller", "0171 3920014"))
    plan = importing.plan(book, rows(someone("Oliver Müller", "0171 3920014", nickname="Olli")))
    book.customers.remove(known.id)
    importing.run(book, plan)
    assert book.customers.count() == 0


def test_tidying_leaves_few_parts_of_the_index(book: Book) -> None:
    for i in range(30):
        added(book, someone(f"Berta{i} Tal", f"0171 39{i:05}"))
    tidy(book)
    segments = "SELECT count(DISTINCT segid) FROM find_word_idx"
    assert book.db.rows(segments)[0][0] < 4
    assert search_index.faults(book.db) == []
    assert len(book.customers.find("berta", 50)) == 30
    tidy(book, cancelled=lambda: True)


def test_several_portions_are_one_transaction_until_somebody_waits(book: Book) -> None:
    ended = list[int]()

    def portion(number: int) -> Portion:
        def write(op: Operation) -> None:
            op.add(someone(f"Anna{number} Berg"))
            if number == 3:
                reader.start()
                while not book.db.wanted():
                    time.sleep(0.001)

        return Portion(1, write)

    def read() -> None:
        ended.append(book.customers.count())

    reader = threading.Thread(target=read)
    with Work(book, "customer.import", Right.IMPORT, "many") as work:
        work.write(portion(number) for number in range(8))
        reader.join()
        assert ended == [4]
        assert len(work.done) == 8
    assert book.customers.count() == 8
    book.undo()
    assert book.customers.count() == 0
    assert book.check() == []


def test_an_error_undoes_the_portions_of_its_transaction(book: Book) -> None:
    before = everything(book)

    def good(op: Operation) -> None:
        op.add(someone("Anna Berg"))

    def bad(op: Operation) -> None:
        op.add(someone("Bert Tal"))
        raise BookError("The printer is on fire.")

    with Work(book, "customer.import", Right.IMPORT, "many") as work:
        with pytest.raises(BookError):
            work.write([Portion(1, good), Portion(1, good), Portion(1, bad)])
        assert work.done == []
    assert everything(book) == before
    assert book.customers.find("anna") == []
    assert book.check() == []


def test_transactions_grow_and_shrink_with_what_their_end_takes() -> None:
    pace = Pace()
    first = pace.size
    for _ in range(20):
        pace.took(pace.size, pace.size * 0.00001)
    assert pace.size == 1000
    for _ in range(20):
        pace.took(pace.size, pace.size * 0.0002)
    assert 50 <= pace.size <= 80
    for _ in range(20):
        pace.took(pace.size, pace.size * 0.0002, shared=True)
    assert 25 <= pace.size <= 30
    for _ in range(20):
        pace.took(pace.size, 1.0)
    assert pace.size == 25 < first
