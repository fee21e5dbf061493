"""Verbs that only look: find, show, due, check."""

from collections.abc import Callable
from pathlib import Path

import pytest

from customerbook.book.book import Book
from tests.books import added, logged, someone
from tests.cli.conftest import Cli
from tests.guards.clock import StoppedClock

Look = Callable[[Path], Book]


@pytest.mark.parametrize("text", ["0014", "oliver mul", "OLIVER MÜLLER", "+49 171 392 00 14"])
def test_find_finds_by_whatever_is_known(cli: Cli, sample: Path, text: str) -> None:
    said = cli("find", sample, text, "--json")
    assert said.code == 0
    oliver = said.json[0]
    assert oliver["id"] == 1
    assert oliver["name"] == "Oliver Müller"
    assert oliver["organisation"] == "Müller & Söhne Metallbau GmbH"
    assert oliver["phones"] == ["+49 171 3920014"]
    assert oliver["emails"] == ["oliver.m@example.org"]
    assert oliver["towns"] == ["München"]
    assert oliver["do_not_call"] is True


def test_find_takes_words_apart_or_together(cli: Cli, sample: Path) -> None:
    assert cli("find", sample, "mül", "0171").out == cli("find", sample, "mül 0171").out


def test_find_prints_a_table(cli: Cli, sample: Path) -> None:
    lines = cli("find", sample, "ليلى").out.splitlines()
    assert lines[0].split() == ["No.", "Name", "Last", "contact", "Found"]
    assert "ليلى حداد" in lines[1]


def test_nothing_typed_finds_everyone(cli: Cli, sample: Path) -> None:
    assert len(cli("find", sample, "", "--json", "--limit", "1000").json) == 80
    assert len(cli("find", sample, "", "--limit", "7", "--json").json) == 7


def test_nobody_found_is_no_error(cli: Cli, sample: Path) -> None:
    said = cli("find", sample, "zzxqj")
    assert (said.code, said.out) == (0, "")
    assert "Nobody found" in said.err
    assert cli("find", sample, "zzxqj", "--json").json == []


def test_an_empty_book_has_nobody_and_nothing_due(cli: Cli, folder: Path) -> None:
    assert cli("find", folder, "").code == 0
    assert cli("due", folder).err == "Nothing is due.\n"
    assert cli("due", folder, "--json").json == []
    assert cli("check", folder).code == 0


def test_show_tells_everything(cli: Cli, sample: Path) -> None:
    shown = cli("show", sample, "1", "--json").json
    assert (shown["id"], shown["name"], shown["responsible"]) == (
        1,
        "Oliver Müller",
        "Martha Lindner",
    )
    assert len(shown["timeline"]) == shown["facts"]["contacts"] == 23
    newest = shown["timeline"][0]
    assert newest["nature"] == "complaint"
    assert newest["private_note"].startswith("He is right")
    assert newest["customer"] == "Oliver Müller"
    assert [case["complaint"] for case in shown["cases"]] == [True]
    assert len(shown["followups"]) == 3
    assert shown["notes"][0]["pinned"] is True
    assert shown["dates"][0]["month"] == 2


def test_show_for_people_warns_first(cli: Cli, sample: Path) -> None:
    lines = cli("show", sample, "oliver", "müller").out.splitlines()
    assert lines[0] == "Oliver Müller (No. 1)"
    warnings = [at for at, line in enumerate(lines) if line.startswith("! ")]
    assert len(warnings) == 2
    assert max(warnings) < next(at for at, line in enumerate(lines) if "Isarweg" in line)
    # What is private is not on a screen that the customer may see.
    assert "He is right" not in "\n".join(lines)
    assert lines[-1].startswith("3 earlier contacts")


@pytest.mark.parametrize("number", range(1, 81, 7))
def test_everyone_can_be_shown(cli: Cli, sample: Path, number: int) -> None:
    assert cli("show", sample, number).code == 0
    assert cli("show", sample, number, "--json").json["id"] == number


def test_a_name_that_fits_several_lists_them(cli: Cli, sample: Path) -> None:
    said = cli("show", sample, "müller")
    assert said.code == 1
    first, *candidates = said.err.splitlines()
    assert "fits several" in first
    oliver = "  1 Oliver Müller (Müller & Söhne Metallbau GmbH, +49 171 3920014"
    assert any(candidate.startswith(oliver) for candidate in candidates)
    assert any("Hannelore" in candidate for candidate in candidates)
    assert said.out == ""


def test_last_digits_are_no_number_of_a_customer(cli: Cli, folder: Path, look: Look) -> None:
    book = look(folder)
    for _ in range(50):
        added(book, someone("Somebody Else"))
    wanted = added(book, someone("Tina Test", "0171 3920 042"))
    book.close()
    assert cli("show", folder, "042", "--json").json["id"] == wanted.id
    assert cli("show", folder, "42", "--json").json["name"] == "Somebody Else"
    assert cli("show", folder, "9" * 40).code == 1


def test_due_lists_the_late_ones_first(cli: Cli, sample: Path) -> None:
    rows = cli("due", sample, "--json").json
    assert [row["late"] for row in rows] == sorted((row["late"] for row in rows), reverse=True)
    by_title = {row["title"]: row for row in rows}
    oliver = by_title["In writing: is the new rear wheel free of charge?"]
    assert oliver["customer"] == "Oliver Müller"
    assert oliver["promise"] is True
    assert oliver["do_not_call"] is True
    assert oliver["due"][11:16] in ("18:00", "13:30")
    assert by_title["Check after solving: does the new saddle fit?"]["promise"] is False
    assert len(by_title["Ask for the signed maintenance contract"]["due"]) == 10
    table = cli("due", sample).out
    assert "late promise" in table
    assert "Nguyễn Thị Mai" in table


def test_due_on_another_day(cli: Cli, sample: Path) -> None:
    today, later = (cli("due", sample, *on, "--json").json for on in ((), ("--on", "in 3 weeks")))
    assert len(later) > len(today)
    assert cli("due", sample, "--on", "2019-05-04", "--json").json == []


def test_staff_see_their_own(cli: Cli, sample: Path) -> None:
    rows = cli("due", sample, "--as", "jonas", "--on", "in 2 weeks", "--json").json
    assert {row["person"] for row in rows} == {"Jonas Weber"}


def test_a_date_that_is_no_date(cli: Cli, sample: Path) -> None:
    said = cli("due", sample, "--on", "when pigs fly")
    assert said.code == 1
    assert "when pigs fly" in said.err
    assert said.err.count("\n") == 1


def test_moments_are_told_in_the_zone_of_the_shop(
    cli: Cli, folder: Path, look: Look, clock: StoppedClock
) -> None:
    book = look(folder)
    someone_new = added(book, someone("Tina Test"))
    logged(book, someone_new.id, "Two lines.\nThe second one.")
    book.close()
    assert f"{clock.moment:%H:%M}" == "09:22"
    shown = cli("show", folder, someone_new.id, "--json").json
    assert shown["timeline"][0]["moment"] == "2026-11-21T10:22:00+01:00"
    lines = cli("show", folder, someone_new.id).out.splitlines()
    assert lines[-3].startswith("2026-11-21 10:22")
    assert [line.strip() for line in lines[-2:]] == ["Two lines.", "The second one."]


def test_check_says_whether_the_book_is_whole(cli: Cli, sample: Path) -> None:
    assert cli("check", sample).out.startswith("The book is whole: 80 customers, 200 contacts.")
    assert cli("check", sample, "--json").json["problems"] == []


def test_check_finds_what_was_altered(cli: Cli, sample: Path, look: Look) -> None:
    book = look(sample)
    book.db.run("DELETE FROM find_word WHERE rowid = 1")
    book.close()
    said = cli("check", sample)
    assert said.code == 1
    assert "search index" in said.out
    assert said.err.startswith("1 problem was found.")
    assert cli("check", sample, "--json").json["problems"]
