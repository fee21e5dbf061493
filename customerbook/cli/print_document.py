"""`print`: write a confirmation or a summary as PDF; it is kept in the book."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from customerbook.book.book import Book
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, say
from customerbook.cli.targets import refuse_as_file
from customerbook.cli.verb import Verb
from customerbook.documents import DOCUMENTS, DocumentKind, Options, document_named
from customerbook.model.texts import _
from customerbook.store.durable import write_durably


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    names = [kind.name for kind in DOCUMENTS]
    parser.add_argument("document", choices=names, metavar="|".join(names))
    parser.add_argument(
        "subject",
        metavar="INTERACTION|CUSTOMER",
        nargs="+",
        help=_("reference of the contact, or number or name of the customer"),
    )
    parser.add_argument(
        "--to", metavar="FILE.pdf", type=Path, required=True, help=_("a file there is replaced")
    )


def _run(options: Namespace) -> int:
    from customerbook.documents.keeping import hand_over  # noqa: PLC0415 - draws, when it is asked

    kind, target = document_named(options.document), options.to.absolute()
    refuse_as_file(target, f"{kind.name}.pdf")
    with opened(options) as book:
        subject_id = _subject(book, kind, " ".join(options.subject))
        document, printout = hand_over(book, kind, subject_id, Options())
        # Kept before written: what is handed over is in the book, whatever becomes of the file.
        write_durably(target, document.content)
    for remark in printout.remarks():
        note(remark)
    if options.json:
        print_json(
            {
                "file": str(target),
                "id": document.id or None,
                "number": document.number,
                "kind": document.kind,
                "pages": printout.pages,
                "remarks": list(printout.remarks()),
            }
        )
    else:
        say(
            _("{document} {number} is in {file}").format(
                document=kind.label(), number=document.number, file=target
            )
        )
    return 0


def _subject(book: Book, kind: DocumentKind, text: str) -> int:
    if kind.subject == "interaction":
        return book.interactions.by_reference(text).id
    return book.customers.resolve(text).id


VERB = Verb(
    "print", lambda: _("Write a confirmation or a customer summary as PDF."), _arguments, _run
)
