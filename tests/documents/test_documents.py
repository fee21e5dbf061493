"""Every kind of document, built from a real book."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.documents import (
    DOCUMENTS,
    DocumentKind,
    Options,
    Period,
    Printout,
    document_named,
)
from customerbook.model import clock
from customerbook.model.customer import Note
from customerbook.model.errors import NotFoundError, RightRefusedError
from customerbook.model.followup import FollowUp, FollowUpKind
from customerbook.model.interaction import Interaction
from customerbook.model.purchase import Purchase
from tests.books import added, logged, new_book, someone
from tests.documents.samples import SHOP, flat_text

MOMENT = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)
MADE = Options(made=date(2026, 11, 21))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path, replace(SHOP, zone="Europe/Berlin"))
    yield made
    made.close()


@pytest.fixture
def visit(book: Book) -> Interaction:
    """A visit of a customer with a note, a private note and a promise."""
    customer = added(
        book,
        someone(
            "Oliver Müller",
            "0171 555 01 23",
            language="en",
            notes=(Note("Allergic to latex", pinned=True),),
        ),
    )
    topic = book.topics.add("Wheel building").entries[0].id
    contact = Interaction(
        moment=MOMENT,
        customer_id=customer.id,
        topic_id=topic,
        note="Brought the wheel back.",
        private_note="SECRET smelled of gin",
    )
    promise = FollowUp(
        kind=FollowUpKind.CALL_BACK,
        title="A new wheel.",
        due_day=date(2026, 11, 27),
        due_time=time(14),
        promise=True,
    )
    change = book.interactions.log(contact, followup=promise)
    book.purchases.add_all(
        [Purchase(number="W-1", customer_id=customer.id, moment=MOMENT, total=6490)]
    )
    return change.first(Interaction)


def built(kind: DocumentKind, book: Book, visit: Interaction, options: Options = MADE) -> Printout:
    subject = visit.id if kind.subject == "interaction" else visit.customer_id
    assert subject is not None
    return kind.build(book, subject, options)


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_each_is_built_from_the_book(kind: DocumentKind, book: Book, visit: Interaction) -> None:
    printout = built(kind, book, visit)
    text = flat_text(printout.content)
    assert kind.label()
    assert document_named(kind.name) is kind
    for said in (
        "Radwerk Linden",
        "Oliver Müller",
        visit.reference,
        "Martha Lindner",
        "Wheel building",
        "Brought the wheel back.",
        "A new wheel.",
        "10:22",
        "14:00",
    ):
        assert said in text
    assert built(kind, book, visit) == printout


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_no_document_holds_a_private_note(
    kind: DocumentKind, book: Book, visit: Interaction
) -> None:
    content = built(kind, book, visit).content
    assert "SECRET" not in flat_text(content)
    assert b"SECRET" not in content


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_what_is_gone_can_not_be_printed(kind: DocumentKind, book: Book) -> None:
    with pytest.raises(NotFoundError):
        kind.build(book, 4711, MADE)


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_nobody_prints_without_signing_in(
    kind: DocumentKind, book: Book, visit: Interaction
) -> None:
    book.sign_out()
    with pytest.raises(RightRefusedError):
        built(kind, book, visit)


def test_an_unknown_kind_is_told_from_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match=r"There is no document “poem”\. Choose one of confirm"):
        document_named("poem")


def test_a_walk_in_is_confirmed(book: Book) -> None:
    contact = logged(book, note="Asked for the way.", caller="Mrs Kim")
    text = flat_text(document_named("confirmation").build(book, contact.id, MADE).content)
    assert "Mrs Kim" in text
    assert "Asked for the way." in text


def test_the_date_is_today_if_none_is_asked_for(book: Book, visit: Interaction) -> None:
    printout = document_named("confirmation").build(book, visit.id, Options())
    assert str(clock.today("Europe/Berlin").year) in flat_text(printout.content)


def test_follow_ups_of_the_shop_alone_are_not_confirmed(book: Book, visit: Interaction) -> None:
    book.followups.add(
        FollowUp(
            title="Sell him a bike",
            interaction_id=visit.id,
            customer_id=visit.customer_id,
            due_day=date(2026, 12, 1),
        )
    )
    assert "Sell him" not in flat_text(built(document_named("confirmation"), book, visit).content)
    assert "Sell him" in flat_text(built(document_named("summary"), book, visit).content)


def test_a_summary_covers_the_period_asked_for(book: Book, visit: Interaction) -> None:
    for number in range(250):
        moment = MOMENT - timedelta(days=number + 1)
        logged(book, visit.customer_id, f"Day{number}.", moment=moment)
    whole = flat_text(built(document_named("summary"), book, visit).content)
    assert all(f"Day{number}." in whole for number in range(250))
    period = Period(date(2026, 11, 10), date(2026, 11, 12))
    some = flat_text(
        built(document_named("summary"), book, visit, replace(MADE, period=period)).content
    )
    assert [n for n in range(250) if f"Day{n}." in some] == [8, 9, 10]
    assert "W-1" in whole
    assert "W-1" not in some


def test_looking_at_the_list_of_documents_is_cheap() -> None:
    look = (
        "import sys, customerbook.documents as d;"
        "print([k.name for k in d.DOCUMENTS]);"
        "print(sorted({'reportlab', 'peewee', 'PIL'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert said.stdout.split("\n")[:2] == ["['confirmation', 'summary']", "[]"]
