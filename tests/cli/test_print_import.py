"""Verbs with files: print and import."""

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from customerbook.book.book import Book
from tests.cli.conftest import Cli

Look = Callable[[Path], Book]

CARDS = """BEGIN:VCARD
VERSION:3.0
N:Test;Tina;;;
FN:Tina Test
TEL:0171 3920142
X-SHOE-SIZE:42
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Oliver Müller
TEL:0171/3920014
EMAIL:oliver@example.net
END:VCARD
"""


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS, encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_confirmation_is_written_and_kept(
    cli: Cli, sample: Path, tmp_path: Path, look: Look
) -> None:
    reference = cli(
        *("log", sample, "visit", "--customer", "1", "--note", "The rim is worn.", "--json"),
        *("--private-note", "SECRET", "--promise", "New wheel", "--by", "in 6 days"),
    ).json["reference"]
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    told = cli("print", sample, "confirmation", reference, "--to", first, "--json").json
    assert (told["number"], told["kind"], told["pages"]) == (reference, "confirmation", 1)
    assert told["file"] == str(first)
    said = cli("print", sample, "confirmation", reference, "--to", second)
    assert said.out == f"Confirmation {reference} is in {second}\n"
    assert first.read_bytes() == second.read_bytes()
    text = text_of(first)
    assert reference in text
    assert "The rim is worn." in text
    assert "New wheel" in text
    assert "SECRET" not in text
    if os.name == "posix":
        assert stat.S_IMODE(first.stat().st_mode) == 0o600
    documents = look(sample).documents.of_customer(1)
    assert [(d.number, d.content) for d in documents] == [(reference, first.read_bytes())]


def test_a_corrected_contact_gets_a_new_confirmation(
    cli: Cli, sample: Path, tmp_path: Path, look: Look
) -> None:
    logged = cli("log", sample, "visit", "--customer", "1", "--note", "Wrong", "--json").json
    target = tmp_path / "a.pdf"
    cli("print", sample, "confirmation", logged["reference"], "--to", target)
    book = look(sample)
    book.interactions.save(replace(book.interactions.get(logged["id"]), note="Right"))
    book.close()
    cli("print", sample, "confirmation", logged["reference"], "--to", target)
    assert "Right" in text_of(target)
    new, old = look(sample).documents.of_customer(1)
    assert (new.supersedes_id, old.supersedes_id) == (old.id, None)


def test_a_summary_is_written_and_numbered(cli: Cli, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    told = cli("print", sample, "summary", "oliver müller", "--to", target, "--json").json
    assert told["number"].startswith("D")
    text = text_of(target)
    assert "Oliver" in text
    assert "Isarweg 7" in text
    again = cli("print", sample, "summary", "1", "--to", tmp_path / "again.pdf", "--json").json
    assert again["number"] == told["number"]
    assert (tmp_path / "again.pdf").read_bytes() == target.read_bytes()


def test_every_customer_of_every_script_can_be_printed(
    cli: Cli, sample: Path, tmp_path: Path
) -> None:
    for number in range(1, 45, 3):
        said = cli("print", sample, "summary", number, "--to", tmp_path / f"{number}.pdf")
        assert said.code == 0, said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("confirmation", "1999-00001", "--to", "x.pdf"), 1),
        (("summary", "Nobody Here", "--to", "x.pdf"), 1),
        (("summary", "müller", "--to", "x.pdf"), 1),
        (("summary", "1", "--to", "."), 1),
        (("summary", "1", "--to", "no/such/folder/x.pdf"), 1),
        (("summary", "1"), 2),
        (("invoice", "1", "--to", "x.pdf"), 2),
    ],
)
def test_what_cannot_be_printed(
    cli: Cli,
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = cli("print", sample, *arguments)
    assert said.code == code
    assert said.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["sample.customerbook"]


def test_an_import_adds_changes_and_refuses(cli: Cli, sample: Path, cards: Path) -> None:
    told = cli("import", sample, cards, "--json").json
    counts = {name: told[name] for name in ("read", "added", "changed", "skipped")}
    assert counts == {"read": 3, "added": 1, "changed": 1, "skipped": 0}
    assert [row["line"] for row in told["refused"]] == [8]
    assert told["refused"][0]["reason"]
    assert any("X-SHOE-SIZE" in row["text"] for row in told["left_over"])
    (tina,) = cli("find", sample, "0142", "--json").json
    assert tina["name"] == "Tina Test"
    assert "oliver@example.net" in cli("show", sample, "1", "--json").json["emails"]


def test_one_undo_takes_an_import_back(cli: Cli, sample: Path, cards: Path) -> None:
    before = cli("find", sample, "", "--limit", "999", "--json").json
    cli("import", sample, cards)
    assert cli("undo", sample).out == "Undone: customers imported (cards.vcf)\n"
    after = cli("find", sample, "", "--limit", "999", "--json").json
    assert after == before
    assert cli("check", sample).code == 0


def test_a_second_import_adds_nobody(cli: Cli, sample: Path, cards: Path) -> None:
    cli("import", sample, cards)
    told = cli("import", sample, cards, "--json").json
    assert (told["added"], told["changed"], told["skipped"]) == (0, 0, 2)
    # It changed nothing, so the first one is what is taken back.
    assert "customers imported" in cli("undo", sample).out
    assert cli("find", sample, "0142", "--json").json == []


def test_a_dry_run_writes_nothing(cli: Cli, sample: Path, cards: Path) -> None:
    told = cli("import", sample, cards, "--dry-run", "--json").json
    assert (told["dry_run"], told["added"]) == (True, 1)
    assert cli("find", sample, "0142", "--json").json == []
    said = cli("import", sample, cards, "--dry-run")
    assert said.out.splitlines()[1] == "Nothing was written; an import would do this:"
    assert "8     There is neither a name" in said.out


def test_what_had_no_field_is_listed_in_part(cli: Cli, folder: Path, tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Tina {n}\nX-SHOE-SIZE:42\nEND:VCARD\n"
    many = tmp_path / "many.vcf"
    many.write_text("".join(card.format(n=n) for n in range(30)), encoding="utf-8")
    said = cli("import", folder, many)
    assert "and 10 more: --json lists all" in said.out
    assert len(cli("import", folder, many, "--json", "--dry-run").json["left_over"]) == 30


@pytest.mark.parametrize("content", [None, b"", b"\0" * 5000, b"%PDF-1.7 nothing"])
def test_a_file_that_cannot_be_read(
    cli: Cli, folder: Path, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "odd.csv"
    if content is not None:
        path.write_bytes(content)
    said = cli("import", folder, path)
    assert said.code == 1
    assert "odd.csv" in said.err
    assert said.err.count("\n") == 1
    assert cli("undo", folder).code == 1
