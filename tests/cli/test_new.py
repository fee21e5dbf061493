import re
from pathlib import Path

import pytest

from customerbook.book.book import open_book
from customerbook.store.recovery import parse_recovery
from tests.books import PASSPHRASE
from tests.cli.conftest import Cli

_CODE = re.compile(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}")


def test_new_makes_a_book_and_prints_its_recovery_code_once(cli: Cli, tmp_path: Path) -> None:
    said = cli("new", tmp_path / "shop", "--shop", "Radwerk Linden", "--owner", "Martha Lindner")
    assert said.code == 0
    codes = _CODE.findall(said.out)
    assert len(codes) == 1
    assert parse_recovery(codes[0])
    with_code = open_book(tmp_path / "shop", recovery_code=codes[0])
    with_code.sign_in_holder()
    assert with_code.shop().name == "Radwerk Linden"
    assert [person.name for person in with_code.people.all()] == ["Martha Lindner"]
    with_code.close()


def test_json_says_what_follows_from_the_country(cli: Cli, tmp_path: Path) -> None:
    said = cli(
        *("new", tmp_path / "shop", "--shop", "Spokes", "--owner", "Ann", "--json"),
        *("--country", "Japan", "--language", "ja"),
    )
    assert _CODE.fullmatch(said.json["recovery_code"])
    assert {name: said.json[name] for name in ("country", "language", "zone", "currency")} == {
        "country": "JP",
        "language": "ja",
        "zone": "Asia/Tokyo",
        "currency": "JPY",
    }
    assert said.json["book"] == str(tmp_path / "shop.customerbook")


def test_a_book_that_is_there_is_left_alone(cli: Cli, folder: Path) -> None:
    before = {part: part.read_bytes() for part in folder.glob("keys*")}
    said = cli("new", folder, "--shop", "Other", "--owner", "Someone")
    assert said.code == 1
    assert "exists already" in said.err
    assert {part: part.read_bytes() for part in folder.glob("keys*")} == before


def test_a_weak_passphrase_is_refused(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUSTOMERBOOK_PASSPHRASE", "martha1")
    said = cli("new", tmp_path / "shop", "--shop", "Radwerk", "--owner", "Martha Lindner")
    assert said.code == 1
    assert "too easy to guess" in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(cli: Cli, tmp_path: Path) -> None:
    said = cli("new", tmp_path / "no" / "shop", "--shop", "Radwerk", "--owner", "Martha")
    assert said.code == 1
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--shop", "A"),
        ("--shop", "A", "--owner", "B", "--country", "Atlantis"),
        ("--shop", "A", "--owner", "B", "--language", "klingon!"),
        ("--shop", "A", "--owner", "B", "--sho", "C"),
    ],
)
def test_what_is_not_understood_is_usage(cli: Cli, tmp_path: Path, more: tuple[str, ...]) -> None:
    said = cli("new", tmp_path / "shop", *more)
    assert said.code == 2
    assert said.err.startswith("usage: customerbook-cli")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_name_is_no_name(cli: Cli, tmp_path: Path) -> None:
    said = cli("new", tmp_path / "shop", "--shop", " ", "--owner", "Martha")
    assert said.code == 1
    assert "needs the name of the shop" in said.err


def test_a_passphrase_that_is_typed_is_asked_for_twice(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUSTOMERBOOK_PASSPHRASE")
    typed = iter([PASSPHRASE, PASSPHRASE + "x", PASSPHRASE, PASSPHRASE])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    arguments = ("new", tmp_path / "shop", "--shop", "Radwerk", "--owner", "Martha")
    said = cli(*arguments)
    assert said.code == 1
    assert "differ" in said.err
    assert cli(*arguments).code == 0
