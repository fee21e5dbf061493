"""No byte of what a customer told the shop stands readable in any file."""

from datetime import date
from pathlib import Path

from customerbook.book import importing
from customerbook.book.book import Book
from customerbook.model.customer import CustomField, Note
from customerbook.model.document import Document
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction
from tests.book.test_importing import rows
from tests.books import added, new_book, reopened, someone

MARKERS = ("Quarzmarker", "0171 3920077", "1713920077", "quarz@example.org", "Quarztown")


def _flows(book: Book) -> None:
    """Whatever writes, once, each with markers."""
    customer = added(
        book,
        someone(
            "Anna Quarzmarker",
            "0171 3920077",
            emails=["quarz@example.org"],
            towns=["Quarztown"],
            notes=(Note("Quarzmarker note"),),
            tags=("Quarzmarker",),
            fields=(CustomField("Quarzmarker", "Quarzmarker"),),
        ),
    )
    book.interactions.log(
        Interaction(customer_id=customer.id, note="Quarzmarker", private_note="Quarzmarker"),
        followup=FollowUp(title="Quarzmarker", due_day=date(2026, 11, 27), promise=True),
    )
    book.documents.keep(Document(number="1", kind="confirmation", content=b"Quarzmarker"))
    book.drafts.keep("log", {"note": "Quarzmarker"})
    found = rows(*(someone(f"Quarzmarker {i}", "0171 3920077") for i in range(2000)))
    importing.run(book, importing.plan(book, found, source="Quarzmarker.vcf"))
    book.customers.find("Quarzmarker")
    book.undo()
    book.customers.remove(customer.id)
    book.undo()


def _readable(places: list[Path]) -> list[tuple[Path, str]]:
    wanted = [
        (marker, form)
        for marker in MARKERS
        for form in (marker.encode(), marker.lower().encode(), marker.encode("utf-16-le"))
    ]
    return [
        (path, marker)
        for place in places
        for path in place.rglob("*")
        if path.is_file() and not path.is_symlink()
        for content in [path.read_bytes()]
        for marker, form in wanted
        if form in content or marker in path.name
    ]


def test_nothing_stands_readable_while_open_and_after_closing(tmp_path: Path, home: Path) -> None:
    places = [tmp_path, home]
    book = new_book(tmp_path)
    with book.db.writing():  # a journal lies beside the book while a transaction is open
        _flows(book)
        assert _readable(places) == []
    assert _readable(places) == []
    book = reopened(book)
    book.close()
    assert _readable(places) == []


def test_the_search_would_find_what_is_readable(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text("opened the card of Anna Quarzmarker")
    assert [marker for _, marker in _readable([tmp_path])] == ["Quarzmarker"]
