"""`python -m tests.benchmarks`: print the table of figures; needs no display."""

import argparse
import tempfile
import time
from pathlib import Path

from customerbook.book.book import open_book
from tests.benchmarks import making, searching, stalls, starting, unlocking, window
from tests.benchmarks.regular import regular
from tests.benchmarks.table import Figure, as_text, write_json

RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Measure, print, and keep the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--interactions", type=int, default=500_000)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--keep", action="store_true", help="write the table to RESULTS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temp:
        figures = list(_measured(Path(temp), options.customers, options.interactions))
    size = f"{options.customers:,} customers and {options.interactions:,} interactions"
    table = f"# Figures\n\nWith {size}, limits measured in the same run.\n\n{as_text(figures)}\n"
    print(table)
    if options.json:
        write_json(options.json, figures)
    if options.keep:
        RESULTS.write_text(table, encoding="utf-8")


def _measured(folder: Path, customers: int, interactions: int) -> list[Figure]:
    book, rate = making.made(folder, customers, interactions)
    book.close()
    figures = [rate]
    start = time.perf_counter()
    book = open_book(book.folder, passphrase=making.PASSPHRASE)
    opened = (time.perf_counter() - start) * 1000
    limit = making.raw_opening(folder)
    figures.append(Figure("open a book, beside connect and key", opened, "ms", limit, 3))
    book.sign_in_holder()
    start = time.perf_counter()
    book.customers.find("mul", 50)
    first = (time.perf_counter() - start) * 1000
    figures.append(Figure("first search after opening", first, "ms", 50, 1))
    figures += searching.figures(book)
    regular(book)
    book.close()
    figures += window.figures(book.folder)
    return [
        *figures,
        *starting.figures(folder, book.folder),
        *unlocking.figures(folder, book.folder),
        *stalls.figures(book.folder),
    ]


if __name__ == "__main__":
    main()
