"""Backups by the command line: made, verified, restored, as a nightly task or on another PC."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from customerbook.book.book import Book, create_book
from customerbook.cli.opening import PASSPHRASE as VARIABLE
from customerbook.store.place import backup_folder
from tests.books import CHEAP, PASSPHRASE, SHOP, added, someone
from tests.cli.conftest import Cli, Said

Look = Callable[[Path], Book]


def backed_up(cli: Cli, folder: Path, *more: object) -> Path:
    """The file that a backup of this book went into."""
    return Path(cli("backup", folder, *more, "--json").json["file"])


def test_a_backup_goes_to_the_folder_for_backups(cli: Cli, sample: Path) -> None:
    said = cli("backup", sample)
    assert said.code == 0
    (file,) = backup_folder().iterdir()
    assert str(file) in said.out
    assert "80 customers" in said.out
    assert said.err == ""


def test_a_backup_goes_where_it_is_told(cli: Cli, sample: Path, tmp_path: Path) -> None:
    told = cli("backup", sample, "--to", tmp_path / "stick", "--json").json
    assert Path(told["file"]).parent == tmp_path / "stick"
    assert told["verified"] is True
    assert told["pinned"] is False
    assert told["why"] == "asked"
    assert told["counts"]["customer"] == 80
    assert told["counts"]["interaction"] == 200
    assert told["size"] == Path(told["file"]).stat().st_size
    assert not backup_folder().exists()
    assert "on the same disk as the book" in cli("backup", sample, "--to", tmp_path).err


def test_a_backup_is_verified_without_the_book(cli: Cli, sample: Path) -> None:
    file = backed_up(cli, sample)
    shutil.rmtree(sample)
    said = cli("verify", file)
    assert said.code == 0
    assert "is whole" in said.out
    assert "80 customers" in said.out
    assert cli("verify", file, "--json").json["counts"]["customer"] == 80


def test_a_damaged_backup_is_told(cli: Cli, sample: Path) -> None:
    file = backed_up(cli, sample)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    said = cli("verify", file)
    assert said.code == 1
    assert "is damaged" in said.err
    told = cli("verify", file, "--json")
    assert told.code == 1
    assert told.json["verified"] is False
    file.write_bytes(b"x" * 3000)
    assert cli("verify", file).code == 1
    assert cli("restore", file, "--to", sample.parent / "again").code == 1
    assert not (sample.parent / "again.customerbook").exists()


def test_another_passphrase_opens_nothing(
    cli: Cli, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backed_up(cli, sample)
    monkeypatch.setenv(VARIABLE, "something else entirely")
    for said in (cli("verify", file), cli("restore", file, "--to", sample.parent / "again")):
        assert said.code == 1
        assert "passphrase" in said.err


def test_what_is_wrong_with_a_file_is_said_before_anything_is_asked(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    said = cli("verify", tmp_path / "none")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "no backup at" in said.err


def test_a_book_is_made_of_a_backup(cli: Cli, sample: Path, tmp_path: Path, look: Look) -> None:
    file = backed_up(cli, sample)
    shutil.rmtree(sample)
    told = cli("restore", file, "--to", tmp_path / "again", "--json").json
    assert told["book"] == str(tmp_path / "again.customerbook")
    assert told["counts"]["customer"] == 80
    assert told["differences"] == []
    book = look(tmp_path / "again.customerbook")
    assert book.customers.count() == 80
    assert book.check() == []


def test_the_recovery_code_alone_opens_it(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Look
) -> None:
    book, code = create_book(
        tmp_path / "shop", shop=SHOP, owner="Martha", passphrase=PASSPHRASE, cost=CHEAP
    )
    added(book, someone("Anna Berg"))
    file = book.backups.back_up(to=tmp_path / "to").backup.file
    book.close()
    monkeypatch.setenv(VARIABLE, code.lower())
    assert cli("verify", file).code == 0
    assert cli("restore", file, "--to", tmp_path / "again").code == 0
    assert look(tmp_path / "again.customerbook").customers.count() == 1


def test_a_book_that_is_there_stays_unless_it_is_said(cli: Cli, sample: Path, look: Look) -> None:
    file = backed_up(cli, sample)
    cli("add", sample, "--name", "Berta Tal")
    said = cli("restore", file, "--to", sample)
    assert said.code == 1
    assert "--replace" in said.err
    back = cli("restore", file, "--to", sample, "--replace")
    assert back.code == 0, back.err
    assert _figures(back, "customers") == ["80", "81"]
    assert look(sample).customers.count() == 80


def test_going_back_tells_the_difference(cli: Cli, sample: Path) -> None:
    file = backed_up(cli, sample)
    cli("add", sample, "--name", "Berta Tal")
    told = cli("restore", file, "--to", sample, "--replace", "--json").json
    customers = next(one for one in told["differences"] if one["kind"] == "customer")
    assert (customers["then"], customers["now"]) == (80, 81)
    assert customers["newest_now"] >= told["moment"]


def test_a_book_that_does_not_open_is_replaced(cli: Cli, sample: Path, look: Look) -> None:
    file = backed_up(cli, sample)
    with (sample / "book.db").open("r+b") as opened:
        opened.write(bytes(9000))
    assert cli("check", sample).code == 1
    back = cli("restore", file, "--to", sample, "--replace")
    assert back.code == 0, back.err
    assert look(sample).customers.count() == 80


def test_replace_does_not_touch_what_is_no_book(cli: Cli, sample: Path, tmp_path: Path) -> None:
    file = backed_up(cli, sample)
    letters = tmp_path / "letters.customerbook"
    letters.mkdir()
    (letters / "letter.txt").write_text("mine")
    said = cli("restore", file, "--to", letters, "--replace")
    assert said.code == 1
    assert [path.name for path in letters.iterdir()] == ["letter.txt"]


def test_a_backup_that_is_refused_leaves_the_book_to_others(
    cli: Cli, sample: Path, folder: Path, look: Look
) -> None:
    file = backed_up(cli, sample)
    said = cli("restore", file, "--to", folder, "--replace")
    assert said.code == 1
    assert "another book" in said.err
    look(folder)


def test_an_import_begins_with_a_backup(cli: Cli, sample: Path, tmp_path: Path) -> None:
    cards = tmp_path / "x.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nN:Tal;Berta;;;\nFN:Berta Tal\nEND:VCARD\n")
    assert cli("import", sample, cards, "--dry-run").code == 0
    assert not backup_folder().exists()
    assert cli("import", sample, cards).code == 0
    (file,) = backup_folder().iterdir()
    assert cli("verify", file, "--json").json["why"] == "import"


def test_only_the_owner_backs_up(cli: Cli, sample: Path, look: Look) -> None:
    book = look(sample)
    name = next(person.name for person in book.people.all() if person.id != 1)
    book.close()
    assert cli("backup", sample, "--as", name).code == 1


def _figures(said: Said, word: str) -> list[str]:
    line = next(line for line in said.out.splitlines() if line.startswith(word))
    return line.split()[1:]
