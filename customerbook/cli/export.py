"""`export`: write customers to a file that other programs read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from customerbook.cli.choosing import chosen, customer_arguments
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.targets import refuse_as_file
from customerbook.cli.verb import UsageError, Verb
from customerbook.model.customer import Customer
from customerbook.model.texts import _, ngettext
from customerbook.store.durable import write_durably

_FORMATS = {"csv": ".csv", "vcard": ".vcf"}


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a file there is replaced"))
    parser.add_argument(
        "--format", choices=[*_FORMATS], help=_("default: what the name of the file ends with")
    )
    customer_arguments(parser)


def _run(options: Namespace) -> int:
    from customerbook.exchange.writers import export_named  # noqa: PLC0415 - used here alone

    export, target = export_named(_format(options)), options.file.absolute()
    refuse_as_file(target, f"customers{export.suffix}")
    content = BytesIO()
    with opened(options) as book:
        ids = chosen(book, options, everybody=True)
        with Progress(len(ids)) as progress:
            portions = book.customers.for_export(ids, export.title())
            count = export.write(_one_by_one(portions, progress), content)
        write_durably(target, content.getvalue())
    if options.json:
        print_json({"file": str(target), "format": export.id, "customers": count})
    else:
        words = ngettext("{n} customer is in {file}", "{n} customers are in {file}", count)
        say(words.format(n=f"{count:,}", file=target))
    return 0


def _format(options: Namespace) -> str:
    if options.format:
        return str(options.format)
    suffix = options.file.suffix.casefold()
    for name, known in _FORMATS.items():
        if suffix == known:
            return name
    raise UsageError(_("say the format: --format csv or vcard"))


def _one_by_one(portions: Iterator[list[Customer]], progress: Progress) -> Iterator[Customer]:
    done = 0
    for customers in portions:
        yield from customers
        done += len(customers)
        progress.step(done)


VERB = Verb(
    "export",
    lambda: _("Write customers to a CSV or vCard file; the change log says who did."),
    _arguments,
    _run,
)
