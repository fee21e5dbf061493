"""Summaries of several customers: one PDF each, or all in one to print in one go.

Customers who are not in the book any more are left out. What `step` raises ends the work, and what
was kept before stays kept.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from customerbook.book.step import Step, unheard
from customerbook.documents import Options, Printout, document_named
from customerbook.documents.facts import SummaryFacts
from customerbook.documents.gathering import summary_facts
from customerbook.documents.keeping import hand_over
from customerbook.documents.page import new_pen, one_at_a_time
from customerbook.documents.sheet import Sheet, sheet_for
from customerbook.documents.summary import summary_story
from customerbook.model.document import Document, HandedOver
from customerbook.model.errors import InvalidInputError, NotFoundError
from customerbook.model.texts import _, catalogue

if TYPE_CHECKING:
    from customerbook.book.book import Book

MOST_IN_ONE = 2000
"""Customers that one PDF may hold: all of its pages are in memory until it is finished."""


def summaries(
    book: "Book",
    ids: Iterable[int],
    options: Options,
    step: Step = unheard,
    *,
    handed_over: HandedOver = HandedOver.SAVED,
) -> Iterator[tuple[int, Document]]:
    """A summary of each customer, kept in the book as it is handed over, one at a time."""
    kind = document_named("summary")
    for done, customer_id in enumerate(dict.fromkeys(ids), 1):
        if _is_here(book, customer_id):
            document, _printout = hand_over(book, kind, customer_id, options, handed_over)
            yield customer_id, document
        step(done)


def in_one(book: "Book", ids: Iterable[int], options: Options, step: Step = unheard) -> Printout:
    """The summaries of customers in one PDF, each with its own page numbers and a bookmark.

    It is no document of any one customer and is not kept: `summaries` keeps one for each.

    Raises:
        InvalidInputError: more than MOST_IN_ONE customers.
        NotFoundError: none of them is in the book any more.
    """
    wanted = list(dict.fromkeys(ids))
    if len(wanted) > MOST_IN_ONE:
        raise InvalidInputError(
            _("One PDF holds at most {most} customers. Choose fewer, or one PDF each.").format(
                most=MOST_IN_ONE
            )
        )
    shop = book.shop()
    sheet, content, pages = sheet_for(shop, shop.language, options), BytesIO(), 0
    title = catalogue(sheet.language).gettext("Customer summaries")
    pen = new_pen(content, sheet.paper, title=title, author=shop.name, language=sheet.language)
    for done, customer_id in enumerate(wanted, 1):
        if _is_here(book, customer_id):
            pages += _add(pen, sheet, summary_facts(book, customer_id, options))
        step(done)
    if not pages:
        raise NotFoundError(_("None of these customers is in the book any more."))
    _save(pen)
    return sheet.finished(content.getvalue(), pages)


def _is_here(book: "Book", customer_id: int) -> bool:
    found = book.customers.several([customer_id])
    return bool(found) and found[0].deleted is None


@one_at_a_time
def _add(pen: Canvas, sheet: Sheet, facts: SummaryFacts) -> int:
    mark = f"customer {facts.customer.id}"
    pen.bookmarkPage(mark)
    pen.addOutlineEntry(facts.customer.name, mark)
    return sheet.add_to(pen, summary_story(facts, sheet), which=facts.customer.name)


@one_at_a_time
def _save(pen: Canvas) -> None:
    pen.save()
