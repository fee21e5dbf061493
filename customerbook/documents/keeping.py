"""Handing a document over: it is kept as it was made, and handed over again as it is kept."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from customerbook.documents import DocumentKind, Options, Printout
from customerbook.model import clock
from customerbook.model.clock import time_zone
from customerbook.model.document import Document, HandedOver

if TYPE_CHECKING:
    from customerbook.book.book import Book


def hand_over(
    book: "Book",
    kind: DocumentKind,
    subject_id: int,
    options: Options,
    handed_over: HandedOver = HandedOver.SAVED,
) -> tuple[Document, Printout]:
    """A document that is kept in the book: the one from before if it would be made the same now.

    What has changed since makes a new one that supersedes it. A book that can only be read keeps
    nothing; the document then has no id.
    """
    printout, before = _before(book, kind, subject_id, options)
    if before is not None and printout is not None:
        return before, printout
    printout = kind.build(book, subject_id, options)
    document = Document(
        kind=kind.name,
        made=clock.now(),
        language=options.language,
        handed_over=handed_over,
        supersedes_id=before.id if before else None,
        content=printout.content,
    )
    if kind.subject == "customer":
        document = replace(document, customer_id=subject_id)
    else:
        interaction = book.interactions.get(subject_id)
        document = replace(
            document,
            number=interaction.reference,
            interaction_id=interaction.id,
            customer_id=interaction.customer_id,
        )
    if book.read_only:
        return document, printout
    if not document.number:
        document = replace(document, number=book.documents.next_number())
    return book.documents.keep(document).first(Document), printout


def _before(
    book: "Book", kind: DocumentKind, subject_id: int, options: Options
) -> tuple[Printout | None, Document | None]:
    """The newest kept one, with what it would look like now if that is what was kept."""
    if kind.subject == "interaction":
        found = book.documents.of_interaction(subject_id, kind.name)
    else:
        found = [d for d in book.documents.of_customer(subject_id) if d.kind == kind.name]
    if not found:
        return None, None
    newest = found[0]
    day = _day(book, newest)
    # What is about a customer bears the day it is made on.
    if kind.subject == "customer" and day != clock.today(book.shop().zone):
        return None, newest
    again = kind.build(book, subject_id, replace(options, made=day))
    return (again if again.content == newest.content else None), newest


def _day(book: "Book", document: Document) -> date:
    assert document.made is not None
    return document.made.astimezone(time_zone(book.shop().zone)).date()
