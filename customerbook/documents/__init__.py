"""PDFs for customers and shop: one file a document, and `DOCUMENTS`, the tuple of them all.

Importing this is cheap: what draws is imported when something is drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from customerbook.documents.options import Options, Period, Printout
from customerbook.model.errors import NotFoundError
from customerbook.model.texts import _

if TYPE_CHECKING:
    from customerbook.book.book import Book

__all__ = ["DOCUMENTS", "DocumentKind", "Options", "Period", "Printout", "document_named"]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: its name in commands and in the book, and what it is about.

    `build` reads the book and draws; it raises NotFoundError if the subject is gone.
    """

    name: str
    subject: Literal["interaction", "customer"]
    label: Callable[[], str]
    """What it is called in the language of the window."""
    build: "Callable[[Book, int, Options], Printout]"


def _confirmation(book: "Book", interaction_id: int, options: Options) -> Printout:
    from customerbook.documents.confirmation import draw_confirmation  # noqa: PLC0415
    from customerbook.documents.gathering import confirmation_facts  # noqa: PLC0415

    return draw_confirmation(confirmation_facts(book, interaction_id, options), options)


def _summary(book: "Book", customer_id: int, options: Options) -> Printout:
    from customerbook.documents.gathering import summary_facts  # noqa: PLC0415
    from customerbook.documents.summary import draw_summary  # noqa: PLC0415

    return draw_summary(summary_facts(book, customer_id, options), options)


DOCUMENTS = (
    DocumentKind("confirmation", "interaction", lambda: _("Confirmation"), _confirmation),
    DocumentKind("summary", "customer", lambda: _("Customer summary"), _summary),
)


def document_named(name: str) -> DocumentKind:
    """The kind of document with this name; NotFoundError if there is none."""
    for kind in DOCUMENTS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in DOCUMENTS)
    sentence = _("There is no document “{name}”. Choose one of {names}.")
    raise NotFoundError(sentence.format(name=name, names=names))
