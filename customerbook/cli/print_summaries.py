"""`print-summaries`: summaries of many customers, in one PDF or in one each."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from customerbook.book.book import Book
from customerbook.cli.choosing import chosen, customer_arguments
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.targets import refuse_as_file
from customerbook.cli.verb import Verb
from customerbook.documents import Options
from customerbook.model.texts import _, ngettext
from customerbook.store.durable import write_durably


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument(
        "--to",
        metavar="FILE.pdf|FOLDER",
        type=Path,
        required=True,
        help=_("one PDF with all of them, or a folder for one each"),
    )
    customer_arguments(parser)


def _run(options: Namespace) -> int:
    target = options.to.absolute()
    if not target.is_dir():
        refuse_as_file(target, "summaries.pdf")
    with opened(options) as book:
        ids = chosen(book, options)
        files = _one_each(book, ids, target) if target.is_dir() else _in_one(book, ids, target)
    if options.json:
        print_json({"files": files, "customers": len(ids)})
    else:
        words = ngettext(
            "{n} customer summary is in {file}", "{n} customer summaries are in {file}", len(ids)
        )
        say(words.format(n=f"{len(ids):,}", file=target))
    return 0


def _one_each(book: Book, ids: list[int], folder: Path) -> list[str]:
    """Files named by the number of their document: a name in a folder is seen by everyone."""
    from customerbook.documents.several import summaries  # noqa: PLC0415 - draws, when asked

    files = []
    with Progress(len(ids)) as progress:
        for customer_id, document in summaries(book, ids, Options(), progress.step):
            path = folder / f"{document.number or f'summary-{customer_id}'}.pdf"
            write_durably(path, document.content)
            files.append(str(path))
    return files


def _in_one(book: Book, ids: list[int], target: Path) -> list[str]:
    """One file, and each summary kept in the book as a document of its customer."""
    from customerbook.documents.several import in_one, summaries  # noqa: PLC0415

    with Progress(2 * len(ids)) as progress:
        printout = in_one(book, ids, Options(), progress.step)
        kept = summaries(book, ids, Options(), lambda done: progress.step(len(ids) + done))
        for _kept in kept:
            pass
    write_durably(target, printout.content)
    for remark in printout.remarks():
        note(remark)
    return [str(target)]


VERB = Verb(
    "print-summaries",
    lambda: _("Write the summaries of several customers as PDF."),
    _arguments,
    _run,
)
