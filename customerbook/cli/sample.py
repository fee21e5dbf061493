"""`sample`: make a book of invented customers."""

import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from customerbook.book.sample import CUSTOMERS, INTERACTIONS, make_sample, written_rows
from customerbook.cli.new import refuse_existing, tell_recovery_code
from customerbook.cli.numbers import count
from customerbook.cli.opening import json_argument, new_passphrase
from customerbook.cli.output import print_json, say
from customerbook.cli.progress import Progress
from customerbook.cli.verb import Verb
from customerbook.model.texts import _
from customerbook.store.passphrase import measured_cost


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("book", metavar="BOOK", type=Path, help=_("folder to make"))
    parser.add_argument(
        "--customers",
        metavar="N",
        type=count,
        default=CUSTOMERS,
        help=_("how many customers (default: %(default)s)"),
    )
    parser.add_argument(
        "--interactions",
        metavar="M",
        type=count,
        default=INTERACTIONS,
        help=_("how many contacts with them (default: %(default)s)"),
    )
    parser.add_argument(
        "--seed",
        metavar="S",
        type=count,
        default=1,
        help=_("another number gives other customers (default: %(default)s)"),
    )
    json_argument(parser)


def _run(options: Namespace) -> int:
    refuse_existing(options.book)
    secret = new_passphrase()
    cost = measured_cost()
    start = time.perf_counter()
    with Progress(options.customers + options.interactions) as progress:
        book, code = make_sample(
            options.book,
            passphrase=secret,
            customers=options.customers,
            interactions=options.interactions,
            seed=options.seed,
            cost=cost,
            step=progress.step,
        )
    seconds = time.perf_counter() - start
    rows, folder = written_rows(book), book.folder
    book.close()
    rate = round(rows / seconds)
    if options.json:
        numbers = {"customers": options.customers, "interactions": options.interactions}
        speed = {"rows": rows, "seconds": round(seconds, 3), "rows_per_second": rate}
        print_json({"book": str(folder), **numbers, **speed, "recovery_code": code})
        return 0
    say(_("The sample book is made: {folder}").format(folder=folder))
    say(
        _("{customers} customers and {interactions} contacts with them").format(
            customers=f"{options.customers:,}", interactions=f"{options.interactions:,}"
        )
    )
    say(
        _("{rows} rows of tables and search index in {seconds} s: {rate} rows a second").format(
            rows=f"{rows:,}", seconds=f"{seconds:.1f}", rate=f"{rate:,}"
        )
    )
    tell_recovery_code(code)
    return 0


VERB = Verb("sample", lambda: _("Make a book of invented customers."), _arguments, _run)
