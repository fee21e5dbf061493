"""`import`: take over customers from a file of another program."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from customerbook.book import importing
from customerbook.book.importing import Plan, Refused
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import print_json, print_table, say
from customerbook.cli.progress import Progress
from customerbook.cli.verb import Verb
from customerbook.model.backup import Why
from customerbook.model.texts import _
from customerbook.store.place import backup_folder

_LEFT_OVER = 20


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help=_("vCard or CSV"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only say what would be done; write nothing")
    )


def _run(options: Namespace) -> int:
    from customerbook.exchange.formats import read_file  # noqa: PLC0415 - used by this verb alone

    with opened(options) as book:
        shop = book.shop()
        found = read_file(options.file, country=shop.country, language=shop.language)
        with Progress(2 * found.count) as progress:
            plan = importing.plan(
                book, found.rows, source=options.file.name, progress=progress.step
            )
            if not options.dry_run and (plan.added or plan.changed):
                book.backups.keep_in(backup_folder())
                book.backups.before(Why.IMPORT)
                importing.run(book, plan, progress=lambda n: progress.step(plan.read + n))
    told = {"file": options.file.name, "format": found.format.name, "encoding": found.encoding}
    if options.json:
        print_json({**told, "dry_run": options.dry_run, **_counts(plan)})
    else:
        say(_("{file}: {format}, {encoding}").format(**{**told, "format": found.format.label}))
        _print(plan, dry_run=options.dry_run)
    return 0


def _counts(plan: Plan) -> dict[str, Any]:
    return {
        "read": plan.read,
        "added": len(plan.added),
        "changed": len(plan.changed),
        "skipped": plan.skipped,
        "refused": [{"line": refused.line, "reason": refused.reason} for refused in plan.refused],
        "left_over": [{"line": left.line, "text": left.reason} for left in plan.left_over],
    }


def _print(plan: Plan, *, dry_run: bool) -> None:
    head = _("Nothing was written; an import would do this:") if dry_run else _("Imported:")
    say(head)
    print_table(
        ("", ""),
        [
            (_("read"), f"{plan.read:,}"),
            (_("added"), f"{len(plan.added):,}"),
            (_("changed"), f"{len(plan.changed):,}"),
            (_("skipped, known already"), f"{plan.skipped:,}"),
            (_("refused"), f"{len(plan.refused):,}"),
        ],
    )
    _print_rows(_("Refused:"), plan.refused, len(plan.refused))
    _print_rows(
        _("Kept, though the book has no field of its own for it:"), plan.left_over, _LEFT_OVER
    )


def _print_rows(title: str, rows: Sequence[Refused], most: int) -> None:
    if not rows:
        return
    say(title)
    print_table((_("line"), ""), [(str(row.line), row.reason) for row in rows[:most]])
    if len(rows) > most:
        say(_("and {n} more: --json lists all").format(n=len(rows) - most))


VERB = Verb(
    "import",
    lambda: _("Take over customers from a vCard or CSV file; one undo takes it back."),
    _arguments,
    _run,
)
