"""What happens in the worker while a file is read."""

from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.gui.exchange.reading import endings, example, read, report
from customerbook.gui.jobs import Progress
from customerbook.model.errors import UnreadableFileError


def test_the_example_of_the_program_is_read_whole(empty_book: Book) -> None:
    reading = read(empty_book, example(), Progress())
    assert reading.plan.refused == []
    assert len(reading.rows["all"]) == reading.plan.read
    assert reading.rows["refused"] == []
    assert empty_book.customers.count() == 0


def test_a_file_that_cannot_be_read_raises_in_words(empty_book: Book, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such"):
        read(empty_book, tmp_path / "no such.vcf", Progress())


def test_a_report_has_remarks_below_what_was_refused(empty_book: Book, tmp_path: Path) -> None:
    path = tmp_path / "card.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Berg\nX-SECRET-HANDSHAKE:left\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n",
        encoding="utf-8",
    )
    plan = read(empty_book, path, Progress()).plan
    lines = report(plan, "Refused", "Row {line}: {reason}").splitlines()
    assert lines[0] == "Refused"
    assert len([line for line in lines if line.startswith("Row ")]) == len(plan.refused) + len(
        plan.left_over
    )
    assert plan.refused


def test_dialogs_offer_every_ending_once() -> None:
    found = endings().split()
    assert {"*.vcf", "*.csv"} <= set(found)
    assert len(found) == len(set(found))
