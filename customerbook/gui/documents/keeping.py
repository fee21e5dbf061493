"""Documents that were handed over: finding the kept copy, and keeping a new one."""

from dataclasses import dataclass

from customerbook.book.book import Book
from customerbook.documents import DocumentKind
from customerbook.gui.session import Session
from customerbook.model.channel import Channel
from customerbook.model.document import Document, HandedOver
from customerbook.model.texts import _


@dataclass(frozen=True)
class Subject:
    """What a document is about: `name` is whom it is for, `number` its reference if it has one."""

    kind: DocumentKind
    id: int
    name: str
    number: str
    customer_id: int | None
    language: str
    """Language the document is written in unless another is chosen; may be unknown here."""
    prefers: Channel | None = None
    """How the customer wants to hear from the shop."""

    @property
    def interaction_id(self) -> int | None:
        """The contact it confirms."""
        return self.id if self.kind.subject == "interaction" else None


def subject_of(book: Book, kind: DocumentKind, subject_id: int) -> Subject:
    """Read what a document will be about; NotFoundError if that is gone."""
    shop = book.shop()
    if kind.subject == "customer":
        customer = book.customers.get(subject_id)
        return Subject(kind, subject_id, customer.name, "", customer.id, shop.language)
    line = book.interactions.line(subject_id)
    language, prefers = shop.language, None
    if line.customer_id is not None:
        customer = book.customers.get(line.customer_id)
        language, prefers = customer.language or language, customer.preferred_channel
    return Subject(
        kind, subject_id, line.customer, line.reference, line.customer_id, language, prefers
    )


def kept_copy(book: Book, subject: Subject) -> Document | None:
    """The newest copy of a confirmation; a summary is made anew each time."""
    if subject.interaction_id is None:
        return None
    found = book.documents.of_interaction(subject.interaction_id, subject.kind.name)
    return book.documents.get(found[0].id) if found else None


def keep(
    session: Session,
    subject: Subject,
    content: bytes,
    handed_over: HandedOver,
    *,
    language: str = "",
    supersedes: Document | None = None,
) -> Document:
    """Keep the bytes in the book; BookError if that cannot be."""
    book = session.book
    made = Document(
        number=subject.number or book.documents.next_number(),
        kind=subject.kind.name,
        customer_id=subject.customer_id,
        interaction_id=subject.interaction_id,
        language=language or subject.language,
        handed_over=handed_over,
        supersedes_id=supersedes.id if supersedes else None,
        content=content,
    )
    return session.do(book.documents.keep, made).first(Document)


def before_words(subject: Subject) -> str:
    """What is good to know before a document is handed over the first time."""
    if subject.interaction_id is None or subject.customer_id is None:
        return ""
    prefers = {
        Channel.EMAIL: _("Prefers email."),
        Channel.MESSAGE: _("Prefers messages."),
        Channel.LETTER: _("Prefers letters."),
    }
    first = prefers.get(subject.prefers, "") if subject.prefers else ""
    return f"{first} {_('A copy stays in the timeline.')}".strip()


def title_of(subject: Subject) -> str:
    """What the preview says below its title."""
    if subject.number and subject.name:
        return _("{number}, for {name}").format(number=subject.number, name=subject.name)
    return subject.number or subject.name


def file_name(subject: Subject) -> str:
    """A name for the file, without the characters that some system does not take."""
    words = f"{subject.kind.label()} {subject.number or subject.name}"
    plain = "".join(
        " " if char in '<>:"/\\|?*' or not char.isprintable() else char for char in words
    )
    return " ".join(plain.split())[:120].rstrip(". ") + ".pdf"
