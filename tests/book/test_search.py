from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.book.book import Book
from customerbook.model.customer import Customer, CustomField, Note
from tests.books import added, logged, new_book, someone


def names(book: Book, text: str) -> list[str]:
    return [hit.line.name for hit in book.customers.find(text)]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = new_book(tmp_path_factory.mktemp("search"))
    for customer in (
        someone("Oliver Müller", "+49 171 3920014", emails=["oliver.m@example.org"]),
        someone("Hannelore Müller", "0171 39200-58", towns=["Germering"]),
        someone("Łukasz Wiśniewski", "+48 22 123 45 67"),
        someone("Øyvind Kristiansen", towns=["Bergen"]),
        someone("Đorđe Weiß"),
        someone("Ελένη Παπαδοπούλου", "+30 21 0123 4567"),
        someone("ليلى حداد"),
        someone("Артём Соловьёв"),
        someone("Thomas Kohlmüller", tags=("commuter",)),
        someone("Ivana Svobodová", fields=(CustomField("frame", "RL-20871"),)),
        someone("Sanne Mulders", notes=(Note("rides a tandem on Sundays"),)),
        someone("", "089 99998 211"),
    ):
        added(book, customer)
    note = added(book, someone("Fatima Benali"))
    logged(book, note.id, "Neighbour of Mr Mueller, asked about 0171 numbers")
    return book


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("oliver", "Oliver Müller"),
        ("lukasz", "Łukasz Wiśniewski"),
        ("ŁUKASZ", "Łukasz Wiśniewski"),
        ("wisni", "Łukasz Wiśniewski"),
        ("oyvind", "Øyvind Kristiansen"),
        ("øyv", "Øyvind Kristiansen"),
        ("dorde", "Đorđe Weiß"),
        ("weiss", "Đorđe Weiß"),
        ("weiß", "Đorđe Weiß"),
        ("ελενη", "Ελένη Παπαδοπούλου"),
        ("Ελένη", "Ελένη Παπαδοπούλου"),
        ("eleni", "Ελένη Παπαδοπούλου"),
        ("соловьев", "Артём Соловьёв"),
        ("артем", "Артём Соловьёв"),
        ("حداد", "ليلى حداد"),
        ("bergen", "Øyvind Kristiansen"),
        ("commuter", "Thomas Kohlmüller"),
        ("20871", "Ivana Svobodová"),
        ("tandem", "Sanne Mulders"),
        ("oliver.m@exam", "Oliver Müller"),
        ("0014", "Oliver Müller"),
        ("0171/392-0014", "Oliver Müller"),
        ("0049 171 3920014", "Oliver Müller"),
        ("+49 (0)171 3920014", "Oliver Müller"),
        ("171 39200 14", "Oliver Müller"),
        ("392", "Oliver Müller"),
        ("müll oliv", "Oliver Müller"),
        ("mül 0171", "Oliver Müller"),
        ("998211", "089 99998 211"),
    ],
)
def test_finds(full: Book, typed: str, expected: str) -> None:
    assert expected in names(full, typed)


def test_number_is_one_in_all_its_forms(full: Book) -> None:
    for typed in ("+49 171 3920014", "0049171 3920014", "0171/3920014", "(0171) 392 00 14"):
        assert names(full, typed)[0] == "Oliver Müller"


def test_ranks_name_start_before_word_start_before_inside_before_notes(full: Book) -> None:
    found = names(full, "müller")
    assert set(found[:2]) == {"Oliver Müller", "Hannelore Müller"}
    assert found[2] == "Thomas Kohlmüller"
    assert names(full, "mueller")[-1] == "Fatima Benali"


def test_recent_customers_come_first_among_equals(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    first, second = (added(book, someone(f"{n} Meier")) for n in ("Anna", "Berta"))
    logged(book, first.id)
    assert names(book, "meier") == ["Anna Meier", "Berta Meier"]
    logged(book, second.id)
    logged(book, second.id)
    assert names(book, "meier")[0] in {"Berta Meier", "Anna Meier"}
    book.close()


def test_small_typing_errors_still_find_and_are_said(full: Book) -> None:
    hits = full.customers.find("Mueler")
    assert hits[0].similar
    assert hits[0].line.name in {"Oliver Müller", "Hannelore Müller"}
    assert "Øyvind Kristiansen" in names(full, "kristianson")


def test_matched_part_is_told(full: Book) -> None:
    hit = full.customers.find("mül 0171")[0]
    assert [hit.line.name[a:b] for a, b in hit.name_spans] == ["Mül"]
    assert [hit.detail[a:b] for a, b in hit.detail_spans] == ["+49 171"]
    (note,) = [h for h in full.customers.find("neighbour") if h.line.name == "Fatima Benali"]
    assert [note.detail[a:b] for a, b in note.detail_spans] == ["Neighbour"]


@pytest.mark.parametrize(
    "typed", ['"', '"*', "*", "a" * 10_000, "'; DROP", "´`", "(", "^", "-", "OR"]
)
def test_hostile_search_answers(full: Book, typed: str) -> None:
    assert isinstance(full.customers.find(typed), list)


@given(st.text(max_size=20))
def test_any_search_answers(full: Book, typed: str) -> None:
    for hit in full.customers.find(typed, 5):
        for text, spans in ((hit.line.name, hit.name_spans), (hit.detail, hit.detail_spans)):
            assert all(0 <= a < b <= len(text) for a, b in spans)


def test_empty_search_lists_all_by_name(full: Book) -> None:
    assert len(names(full, "")) == full.customers.count()
    assert full.customers.find("   ") == full.customers.find("")


def test_search_follows_changes(book: Book) -> None:
    customer = added(book, someone("Anna Berg", "0171 3920001"))
    book.customers.save(replace(customer, family="Tal"))
    assert names(book, "berg") == []
    assert names(book, "tal") == ["Anna Tal"]
    book.customers.remove(customer.id)
    assert names(book, "tal") == []
    assert names(book, "0171 3920001") == []
    book.undo()
    assert names(book, "3920001") == ["Anna Tal"]
    assert book.check() == []


def test_customer_of_a_lone_name_or_number(book: Book) -> None:
    assert book.customers.from_text("0171 3920042").phones == ("0171 3920042",)
    both = book.customers.from_text("mül 0171 39200")
    assert (both.name, both.phones) == ("mül", ("0171 39200",))
    made = book.customers.from_text("Martha van der Berg")
    assert (made.given, made.family) == ("Martha", "van der Berg")
    assert book.customers.from_text("a@example.org").emails == ("a@example.org",)
    assert Customer().name == ""
