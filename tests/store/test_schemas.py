"""Books of every schema that was there, brought to the present one with nothing lost."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from customerbook.book.book import Book, open_book
from customerbook.model.channel import Channel
from customerbook.model.customer import ContactMethod, MethodKind
from customerbook.model.filter import Filter
from customerbook.model.saved_list import SavedList
from customerbook.store.migrate import newest
from tests.books import PASSPHRASE

_BOOKS = Path(__file__).parents[1] / "data" / "books"


@pytest.fixture(params=sorted(path.stem for path in _BOOKS.iterdir()))
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """A copy of a kept book, opened by this program. Owner Martha Lindner, staff Jonas Weber."""
    folder = tmp_path / f"{request.param}.customerbook"
    shutil.copytree(_BOOKS / folder.name, folder)
    asked: list[int] = []
    book = open_book(
        folder,
        passphrase=PASSPHRASE,
        before_migration=lambda file: asked.append(file.schema_version),
    )
    assert asked == [int(request.param.removeprefix("schema-"))]
    book.sign_in_holder()
    yield book
    book.close()


def test_it_has_the_present_schema_and_is_sound(book: Book) -> None:
    assert book.db.schema_version == newest()
    assert book.check() == []


def test_everything_is_still_there(book: Book) -> None:
    oliver = book.customers.resolve("oliver")
    assert (oliver.tags, oliver.towns) == (("bike club", "regular"), ("Germering", "München"))
    assert oliver.methods[0] == ContactMethod(MethodKind.PHONE, "0171 3920014")
    assert oliver.forbids(Channel.CALL)
    assert oliver.consents[0].wording == "You may write to me."
    assert book.customers.count() == 6
    assert len(book.interactions.timeline(oliver.id)) == 1
    assert [line.title for line in book.followups.for_customer(oliver.id)] == [
        "Call about the new light"
    ]
    (document,) = book.documents.of_customer(oliver.id)
    assert book.documents.get(document.id).content == b"%PDF-1.7 kept as it was"
    assert book.purchases.of_customer(oliver.id)[0].lines[0].text == "Bell"
    assert book.drafts.get("customer") == {"given": "Half"}
    anna = book.customers.resolve("schafer")
    private = book.interactions.timeline(anna.id)[0]
    assert book.interactions.get(private.id).private_note == "Pays late."


def test_what_was_done_before_can_be_undone(book: Book) -> None:
    assert book.customers.resolve("noel").given == "Noël"
    book.undo()
    assert book.customers.resolve("noah").given == "Noah"
    book.undo()
    assert book.customers.resolve("gone away").towns == ("Dachau",)


def test_what_is_new_works_with_what_is_old(book: Book) -> None:
    assert book.customers.ids(wanted=Filter(("bike club",), town="munchen")) == [1, 2]
    assert book.customers.ids(wanted=Filter(consent="newsletter")) == [1, 4]
    assert book.customers.ids(wanted=Filter(responsible=2)) == [2]
    assert book.customers.ids(wanted=Filter(open_followup=True)) == [1]
    book.lists.add(SavedList(name="Club", wanted=Filter(("bike club",))))
    assert len(book.lists.all()) == 1


def test_the_book_was_made_on_a_certain_day(book: Book) -> None:
    """It is the kept one that is tried, not one made now."""
    made = book.customers.get(1).created
    assert made is not None
    assert made.date() == date(2026, 11, 2)
    assert made < datetime(2026, 11, 3, tzinfo=UTC)
