"""Verbs for lists and for many customers at once."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from customerbook.book.book import Book
from customerbook.exchange.formats import read_file
from customerbook.exchange.rows import ReadRow
from customerbook.model.customer import Consent
from customerbook.model.filter import Filter
from customerbook.model.person import Person
from customerbook.model.saved_list import SavedList
from tests.books import added, logged, new_book, someone
from tests.cli.conftest import Cli

Look = Callable[[Path], Book]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed book with four customers and a saved list."""
    book = new_book(tmp_path)
    book.people.add(Person(name="Jonas Weber"))
    for customer in (
        someone("Oliver Müller", "0171 1", tags=("club", "vip"), towns=["München"]),
        someone("Anna Müller", "0171 2", tags=("Club",), towns=["Germering"]),
        someone("Eleni Papa", "0171 3", consents=(Consent("Newsletter", True),)),
        someone("Noah Beck", "0171 4", responsible_id=2),
    ):
        added(book, customer)
    logged(book, 2, "Wheel trued.", private_note="Pays late.")
    book.lists.add(SavedList(name="Club", wanted=Filter(("club",)), order="newest"))
    book.close()
    return book.folder


def found(cli: Cli, *arguments: object) -> list[int]:
    said = cli(*arguments, "--json")
    assert said.code == 0, said.err
    return [shape["id"] for shape in said.json]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], [4, 2, 1, 3]),
        (["--tag", "CLUB"], [2, 1]),
        (["--tag", "club", "--tag", "vip"], [1]),
        (["--town", "munchen"], [1]),
        (["--responsible", "jonas"], [4]),
        (["--responsible", "nobody"], [2, 1, 3]),
        (["--consent", "newsletter"], [3]),
        (["--open-followup"], []),
        (["--quiet", "30"], []),
        (["--list", "club"], [2, 1]),
        (["--list", "club", "--town", "Germering"], [2]),
        (["--order", "newest"], [4, 3, 2, 1]),
        (["--order", "last-contact", "--limit", "1"], [2]),
    ],
)
def test_list_narrows(cli: Cli, folder: Path, filters: list[str], ids: list[int]) -> None:
    assert found(cli, "list", folder, *filters) == ids
    if "--order" not in filters:
        assert sorted(found(cli, "find", folder, *filters)) == sorted(ids)


def test_find_looks_among_them(cli: Cli, folder: Path) -> None:
    assert found(cli, "find", folder, "müller") == [2, 1]
    assert found(cli, "find", folder, "müller", "--tag", "vip") == [1]
    assert found(cli, "find", folder, "--tag", "vip", "mül", "0171") == [1]
    assert found(cli, "find", folder, "papa", "--list", "Club") == []


def test_list_prints_a_table_and_counts(cli: Cli, folder: Path) -> None:
    said = cli("list", folder, "--limit", "2")
    assert [line.split()[0] for line in said.out.splitlines()] == ["No.", "4", "2"]
    assert said.err == "4 customers\n"
    assert cli("list", folder, "--tag", "zzz").err == "0 customers\n"


def test_lists_are_kept_shown_and_removed(cli: Cli, folder: Path) -> None:
    assert cli("list", folder, "--responsible", "jonas", "--keep", "Jonas", "--json").code == 0
    shown = cli("lists", folder, "--json").json
    assert [(one["name"], one["filter"], one["customers"]) for one in shown] == [
        ("Club", "tag:club", 2),
        ("Jonas", "responsible:jonas", 1),
    ]
    assert "tag:club" in cli("lists", folder).out
    assert cli("list", folder, "--keep", "club").code == 1
    cli("lists", folder, "--remove", "jonas")
    assert "Jonas" not in cli("lists", folder).out
    assert "no list" in cli("lists", folder, "--remove", "jonas").err
    cli("lists", folder, "--remove", "club")
    assert "no saved lists" in cli("lists", folder).err
    said = cli("list", folder, "--list", "club")
    assert (said.code, said.err) == (1, "This book has no saved lists yet.\n")


def test_a_list_that_is_not_there_names_those_that_are(cli: Cli, folder: Path) -> None:
    assert "In this book: Club." in cli("list", folder, "--list", "x").err


def test_tags_are_given_and_taken(cli: Cli, folder: Path, look: Look) -> None:
    said = cli("tag", folder, "--add", "flyer", "--remove", "club", "--list", "Club")
    assert (said.code, said.out) == (0, "tags changed (2 customers)\n")
    said = cli("tag", folder, "eleni", "4", "--add", "flyer", "--json")
    assert said.json == {"operation": "customer.tag", "chosen": 2, "changed": 2}
    assert cli("tag", folder, "4", "--add", "flyer").out == "Nothing was changed.\n"
    book = look(folder)
    assert [customer.tags for customer in book.customers.several([1, 2, 3, 4])] == [
        ("vip", "flyer"),
        ("Club", "flyer"),
        ("flyer",),
        ("flyer",),
    ]


def test_customers_are_given_to_a_person(cli: Cli, folder: Path, look: Look) -> None:
    cli("give", folder, "--to", "jonas", "--tag", "club")
    said = cli("give", folder, "--to", "nobody", "4")
    assert said.out == "responsible person changed (Noah Beck)\n"
    assert "Jonas Weber" in cli("give", folder, "--to", "zoe", "4").err
    cli("undo", folder)
    book = look(folder)
    customers = book.customers.several([1, 2, 3, 4])
    assert [customer.responsible_id for customer in customers] == [2, 2, None, 2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("tag", "--add", "x"),
        ("tag", "1"),
        ("tag", "1", "--add", "x", "--tag", "club"),
        ("give", "1"),
        ("give", "--to", "jonas"),
        ("print-summaries", "1"),
        ("export", "here.pdf"),
        ("list", "--quiet", "soon"),
    ],
)
def test_what_does_not_go_together_is_a_usage_error(
    cli: Cli, folder: Path, arguments: tuple[str, ...]
) -> None:
    said = cli(arguments[0], folder, *arguments[1:])
    assert said.code == 2
    assert "usage:" in said.err


@pytest.mark.parametrize(
    ("name", "more"), [("a.csv", ()), ("a.VCF", ()), ("a", ("--format", "csv"))]
)
def test_an_export_is_imported_again(
    cli: Cli, folder: Path, tmp_path: Path, name: str, more: tuple[str, ...]
) -> None:
    target = tmp_path / name
    said = cli("export", folder, target, "--tag", "club", *more)
    assert (said.code, said.out) == (0, f"2 customers are in {target}\n")
    rows = [row for row in read_file(target, country="DE").rows if isinstance(row, ReadRow)]
    assert {row.customer.name for row in rows} == {"Anna Müller", "Oliver Müller"}
    assert b"Pays late" not in target.read_bytes()
    assert cli("export", folder, target, *more, "--json").json["customers"] == 4
    again = cli("import", folder, target, "--json").json
    assert (again["read"], again["added"], again["changed"]) == (4, 0, 0)


def test_an_export_is_noted_and_asked_for(
    cli: Cli, folder: Path, tmp_path: Path, look: Look
) -> None:
    cli("export", folder, tmp_path / "a.csv")
    book = look(folder)
    noted = next(c for c in book.changes.latest() if c.operation == "customer.export")
    assert noted.subject.endswith("4 customers")
    book.close()
    said = cli("export", folder, tmp_path / "b.csv", "--as", "jonas")
    assert (said.code, (tmp_path / "b.csv").exists()) == (1, False)
    said = cli("export", folder, tmp_path / "none" / "b.csv")
    assert "no folder" in said.err
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["First Name"]


def test_summaries_in_one_file_or_one_each(
    cli: Cli, folder: Path, tmp_path: Path, look: Look
) -> None:
    target = tmp_path / "all.pdf"
    said = cli("print-summaries", folder, "--tag", "club", "--to", target)
    assert said.out == f"2 customer summaries are in {target}\n"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    assert "Oliver Müller" in text
    assert "Pays late" not in text
    each = tmp_path / "each"
    each.mkdir()
    said = cli("print-summaries", folder, "1", "3", "--to", each, "--json")
    assert sorted(str(path) for path in each.iterdir()) == sorted(said.json["files"])
    assert len(said.json["files"]) == 2
    book = look(folder)
    numbers = [book.documents.of_customer(i)[0].number for i in (1, 3)]
    assert sorted(path.stem for path in each.iterdir()) == sorted(numbers)
    assert len(book.documents.of_customer(2)) == 1


def test_a_customer_who_is_gone_is_nobody(cli: Cli, folder: Path, look: Look) -> None:
    book = look(folder)
    book.customers.save(replace(book.customers.get(4), tags=("gone",)))
    book.customers.remove(4)
    book.close()
    assert found(cli, "list", folder, "--tag", "gone") == []
    assert cli("tag", folder, "4", "--add", "x").code == 1
    assert cli("tag", folder, "--tag", "gone", "--add", "x").out == "Nothing was changed.\n"
