"""Verbs that write: add, log, done, undo, redo."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from customerbook.book.book import Book
from customerbook.model.customer import CustomerKind
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction, Outcome
from tests.cli.conftest import Cli
from tests.guards.clock import StoppedClock

Look = Callable[[Path], Book]
NASTY = "<b>&\"' \u202e" + "ل" * 3 + "x" * 280


def test_add_then_find(cli: Cli, folder: Path) -> None:
    added = cli(
        *("add", folder, "--name", "Tina van der Test", "--phone", "0171 3920014", "--json"),
        *("--phone", "089 99998-100", "--email", "tina@example.org", "--organisation", "Test KG"),
        *("--street", "Isarweg 7", "--postcode", "81543", "--town", "München", "--country", "DE"),
        *("--tag", "commuter", "--tag", "e-bike", "--note", "Likes tea.", "--language", "nl"),
        *("--birthday", "2 Feb 1981", "--title", "Tester"),
    ).json
    assert (added["given"], added["family"]) == ("Tina", "van der Test")
    assert added["phones"] == ["0171 3920014", "089 99998-100"]
    assert added["tags"] == ["commuter", "e-bike"]
    assert added["dates"][0] | {"label": ""} == {
        "kind": "birthday",
        "month": 2,
        "day": 2,
        "year": 1981,
        "label": "",
    }
    assert added["created"]
    found = cli("find", folder, "3920014", "--json").json
    assert [row["id"] for row in found] == [added["id"]]


def test_a_phone_alone_is_a_customer(cli: Cli, folder: Path) -> None:
    added = cli("add", folder, "--phone", "0171 3920066", "--json").json
    assert added["name"] == "0171 3920066"
    assert cli("show", folder, added["id"]).code == 0


def test_an_organisation_alone_is_a_customer(cli: Cli, folder: Path, look: Look) -> None:
    added = cli("add", folder, "--organisation", "Café Morgenrot", "--json").json
    assert added["kind"] == "organisation"
    assert look(folder).customers.get(added["id"]).kind is CustomerKind.ORGANISATION


def test_who_may_be_known_already_is_said(cli: Cli, sample: Path) -> None:
    said = cli("add", sample, "--name", "O. Mueller", "--phone", "+491713920014")
    assert said.code == 0
    assert said.out.startswith("Added: O. Mueller (No. 81)")
    assert "Perhaps the same as No. 1, Oliver Müller" in said.err


def test_nobody_at_all_is_usage(cli: Cli, folder: Path) -> None:
    said = cli("add", folder)
    assert said.code == 2
    assert "say who it is" in said.err


def test_a_birthday_that_is_no_day_writes_nothing(cli: Cli, folder: Path) -> None:
    said = cli("add", folder, "--name", "Tina", "--birthday", "31.2.1980")
    assert said.code == 1
    assert cli("find", folder, "", "--json").json == []


def test_a_log_entry_has_a_reference_and_a_promise(
    cli: Cli, sample: Path, clock: StoppedClock, look: Look
) -> None:
    said = cli(
        *("log", sample, "visit", "--customer", "oliver müller", "--note", "Wheel wobbles."),
        *("--private-note", "He is right.", "--topic", "wheel building", "--nature", "complaint"),
        *("--rating", "4", "--promise", "New wheel", "--by", "fri 14:00", "--json"),
    )
    logged = said.json
    assert re.fullmatch(r"2026-\d{5}", logged["reference"])
    assert (logged["customer"], logged["customer_id"]) == ("Oliver Müller", 1)
    assert (logged["topic"], logged["outcome"], logged["rating"]) == (
        "Wheel building",
        "promised",
        4,
    )
    assert [row["due"] for row in logged["followups"]] == ["2026-11-27T14:00:00+01:00"]
    assert clock.moment
    book = look(sample)
    whole = book.interactions.by_reference(logged["reference"])
    assert (whole.note, whole.private_note) == ("Wheel wobbles.", "He is right.")
    (promise,) = book.followups.of_interaction(whole.id)
    assert (promise.promise, promise.title, promise.customer_id) == (True, "New wheel", 1)


def test_a_log_entry_for_people(cli: Cli, sample: Path, clock: StoppedClock) -> None:
    said = cli(
        *("log", sample, "call", "--customer", "1", "--note", "Rings again.", "--promise", "An"),
        *("--by", "tomorrow"),
    )
    first, second = said.out.splitlines()
    assert re.fullmatch(r"Logged: 2026-\d{5}, Oliver Müller", first)
    assert second.startswith("Promised by Sun 2026-11-22: An (No. ")
    assert clock.moment


def test_a_walk_in_needs_no_name(cli: Cli, folder: Path, look: Look) -> None:
    logged = cli("log", folder, "visit", "--note", "Asked for the way.", "--json").json
    assert logged["customer"] is None
    assert logged["outcome"] is None
    assert look(folder).interactions.get(logged["id"]).customer_id is None


def test_a_new_topic_is_added_once(cli: Cli, folder: Path, look: Look) -> None:
    for _ in range(2):
        cli("log", folder, "email", "--note", "Is there cake?", "--topic", "Cake")
    assert [topic.name for topic in look(folder).topics.all()] == ["Cake"]


def test_a_text_that_finds_nobody_says_how_to_add(cli: Cli, sample: Path) -> None:
    said = cli("log", sample, "visit", "--customer", "Nobody Here", "--note", "x", "--topic", "N")
    assert said.code == 1
    assert "Nobody found" in said.err
    assert "add" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("visit", "--note", "x", "--promise", "y"), 2),
        (("visit", "--note", "x", "--by", "fri"), 2),
        (("visit", "--note", "x", "--promise", "y", "--by", "the day after never"), 1),
        (("visit", "--note", "x", "--promise", " ", "--by", "fri"), 1),
        (("visit",), 2),
        (("fax", "--note", "x"), 2),
        (("visit", "--note", "x", "--rating", "6"), 2),
        (("visit", "--note", "x", "--outcome", "great"), 2),
        (("visit", "--note", "x", "--nature", "none"), 2),
    ],
)
def test_a_log_entry_that_goes_wrong_writes_nothing(
    cli: Cli, folder: Path, look: Look, arguments: tuple[str, ...], code: int
) -> None:
    said = cli("log", folder, *arguments)
    assert said.code == code
    assert said.out == ""
    book = look(folder)
    assert book.interactions.count() == 0
    assert book.followups.open() == []
    assert book.topics.all() == []


def test_a_promise_for_the_past_is_taken_with_a_word(
    cli: Cli, folder: Path, clock: StoppedClock
) -> None:
    said = cli("log", folder, "visit", "--note", "x", "--promise", "y", "--by", "yesterday 10:00")
    assert said.code == 0
    assert "late already" in said.err
    assert cli("due", folder, "--json").json[0]["late"] is True
    today = cli("log", folder, "visit", "--note", "x", "--promise", "y", "--by", "today")
    assert today.err == ""
    assert clock.moment


def test_an_outcome_that_is_said_holds(cli: Cli, folder: Path, look: Look) -> None:
    said = cli(
        *("log", folder, "call", "--note", "x", "--promise", "y", "--by", "fri", "--json"),
        *("--outcome", "resolved"),
    )
    assert look(folder).interactions.get(said.json["id"]).outcome is Outcome.RESOLVED


def test_odd_texts_go_in_and_come_out(cli: Cli, folder: Path) -> None:
    added = cli("add", folder, "--name", NASTY, "--tag", NASTY, "--note", NASTY, "--json").json
    assert added["name"] == " ".join(NASTY.split())
    logged = cli(
        *("log", folder, "visit", "--customer", added["id"], "--note", NASTY, "--topic", NASTY),
        *("--promise", NASTY, "--by", "fri", "--json"),
    ).json
    assert logged["note"] == NASTY
    shown = cli("show", folder, added["id"])
    assert "\u202e" not in shown.out
    for verb in (("due", folder, "--on", "in 2 weeks"), ("find", folder, "xxx"), ("undo", folder)):
        assert cli(*verb).code == 0


def test_done_keeps_a_promise(cli: Cli, sample: Path, look: Look) -> None:
    rows = cli("due", sample, "--on", "in 3 weeks", "--json").json
    promise = next(row for row in rows if row["promise"] and not row["late"])
    done = cli("done", sample, promise["id"], "--json").json
    assert (done["id"], done["state"], done["next"]) == (promise["id"], "kept", None)
    late = next(row for row in rows if row["promise"] and row["late"])
    assert cli("done", sample, late["id"]).out.endswith(": kept late\n")
    book = look(sample)
    assert book.followups.get(promise["id"]).state is FollowUpState.KEPT
    assert book.followups.get(late["id"]).state is FollowUpState.KEPT_LATE


def test_done_tells_the_next_of_a_recurring_one(cli: Cli, sample: Path) -> None:
    rows = cli("due", sample, "--json").json
    row = next(row for row in rows if row["recurrence"])
    said = cli("done", sample, row["id"])
    assert "Next time: " in said.out


def test_done_twice_or_of_nothing(cli: Cli, sample: Path) -> None:
    row = cli("due", sample, "--json").json[0]
    assert cli("done", sample, row["id"]).code == 0
    again = cli("done", sample, row["id"])
    assert again.code == 1
    assert "done already" in again.err
    assert cli("done", sample, "4711999").code == 1
    assert cli("done", sample, "soon").code == 2


def test_undo_and_redo(cli: Cli, sample: Path, look: Look) -> None:
    logged = cli("log", sample, "visit", "--note", "Oops", "--json").json
    undone = cli("undo", sample)
    assert undone.out == f"Undone: contact logged ({logged['reference']})\n"
    redone = cli("redo", sample, "--json").json
    assert (redone["operation"], redone["subject"]) == ("interaction.log", logged["reference"])
    assert look(sample).interactions.by_reference(logged["reference"]).note == "Oops"


def test_there_is_an_end_to_undo(cli: Cli, folder: Path) -> None:
    cli("add", folder, "--name", "Tina")
    undone = cli("undo", folder, "--json").json
    assert undone.pop("change") > 0
    assert undone == {"verb": "undo", "operation": "customer.add", "subject": "Tina", "records": 1}
    for verb, over in (("undo", True), ("redo", False), ("redo", True), ("undo", False)):
        said = cli(verb, folder)
        assert said.code == int(over)
        assert said.err == (f"There is nothing to {verb}.\n" if over else "")


def test_every_change_is_the_work_of_who_was_named(cli: Cli, sample: Path, look: Look) -> None:
    logged = cli("log", sample, "visit", "--as", "aylin", "--note", "x", "--json").json
    assert logged["person"] == "Aylin Kaya"
    book = look(sample)
    change = book.changes.latest(3)
    assert any(c.person_id == 3 and c.operation == "interaction.log" for c in change)
    assert book.interactions.get(logged["id"]).person_id == 3


def test_what_someone_may_not_do_is_refused(cli: Cli, sample: Path, tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Tina Test\nEND:VCARD\n", encoding="utf-8")
    said = cli("import", sample, cards, "--as", "Jonas Weber")
    assert said.code == 1
    assert "may not" in said.err
    unknown = cli("due", sample, "--as", "Zora")
    assert unknown.code == 1
    assert "Aylin Kaya" in unknown.err


def test_records_of_a_change_are_what_was_written(cli: Cli, folder: Path, look: Look) -> None:
    logged = cli("log", folder, "visit", "--note", "x", "--promise", "y", "--by", "fri", "--json")
    book = look(folder)
    assert isinstance(book.interactions.get(logged.json["id"]), Interaction)
    assert isinstance(book.followups.get(logged.json["followups"][0]["id"]), FollowUp)
