"""`export`: write customers to a file that other programs read."""

from argparse import ArgumentParser, Namespace
from io import BytesIO
from pathlib import Path

from customerbook.cli.choosing import chosen, customer_arguments
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.targets import refuse_as_file
from customerbook.cli.verb import UsageError, Verb
from customerbook.exchange.writers import EXPORTS, Export, export_named, one_by_one
from customerbook.model.texts import _, ngettext
from customerbook.store.durable import write_durably


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a file there is replaced"))
    parser.add_argument(
        "--format",
        choices=[export.id for export in EXPORTS],
        help=_("default: what the name of the file ends with"),
    )
    customer_arguments(parser)


def _run(options: Namespace) -> int:
    export, target = _export(options), options.file.absolute()
    refuse_as_file(target, f"customers{export.suffix}")
    content = BytesIO()
    with opened(options) as book:
        ids = chosen(book, options, everybody=True)
        with Progress(len(ids)) as progress:
            portions = book.customers.for_export(ids, export.title())
            count = export.write(one_by_one(portions, progress.step), content)
        write_durably(target, content.getvalue())
    if options.json:
        print_json({"file": str(target), "format": export.id, "customers": count})
    else:
        words = ngettext("{n} customer is in {file}", "{n} customers are in {file}", count)
        say(words.format(n=f"{count:,}", file=target))
    return 0


def _export(options: Namespace) -> Export:
    if options.format:
        return export_named(options.format)
    suffix = options.file.suffix.casefold()
    for export in EXPORTS:
        if suffix == export.suffix:
            return export
    names = ", ".join(export.id for export in EXPORTS)
    raise UsageError(_("say the format with --format: {names}").format(names=names))


VERB = Verb(
    "export",
    lambda: _("Write customers to a CSV or vCard file; the change log says who did."),
    _arguments,
    _run,
)
