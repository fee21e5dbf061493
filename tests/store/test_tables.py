"""What is declared, what migrations make, and what records hold must be one and the same."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playhouse.schema_diff import diff_models

from customerbook.book.book import Book
from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction
from customerbook.model.plain import from_plain, plain_after, to_plain
from customerbook.store import rows
from customerbook.store.mappings import MAPPINGS
from customerbook.store.rows import Mapping
from customerbook.store.tables import TABLES
from tests.books import new_book

_ASCII = st.text(max_size=12)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = new_book(tmp_path_factory.mktemp("tables"))
    yield made
    made.close()


def test_migrations_make_what_is_declared(book: Book) -> None:
    with book.db.reading():
        difference = diff_models(book.db.database, list(TABLES))
    assert not difference, str(difference)
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    made = {name for (name,) in book.db.rows(sql) if not name.startswith("find_")}
    declared = {table._meta.table_name for table in TABLES}
    assert made == declared | {"file_state", "migration"}


@pytest.mark.parametrize("mapping", MAPPINGS.values(), ids=lambda m: m.kind)
def test_each_field_of_a_record_lies_somewhere(mapping: Mapping) -> None:
    kept = {*mapping.main.names, *(child.field for child in mapping.children)}
    assert kept == {field.name for field in fields(mapping.record)}


def moments() -> st.SearchStrategy[datetime]:
    """Moments as precise as the store keeps them."""
    millis = st.integers(0, 4_000_000_000_000)
    return millis.map(lambda m: datetime.fromtimestamp(m / 1000, UTC))


st.register_type_strategy(datetime, moments())
st.register_type_strategy(date, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
st.register_type_strategy(time, st.times().map(lambda t: t.replace(microsecond=0)))
st.register_type_strategy(int, st.integers(0, 2**31))


@given(st.builds(Customer))
def test_customers_come_out_as_they_went_in(book: Book, customer: Customer) -> None:
    _there_and_back(book, MAPPINGS["customer"], customer)


@given(st.builds(Interaction, customer_id=st.none(), topic_id=st.none()))
def test_interactions_come_out_as_they_went_in(book: Book, interaction: Interaction) -> None:
    if interaction.moment is not None:
        _there_and_back(book, MAPPINGS["interaction"], interaction)


@given(
    st.builds(
        FollowUp,
        customer_id=st.none(),
        interaction_id=st.none(),
        due_day=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        zone=st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "America/New_York"]),
    )
)
def test_followups_come_out_as_they_went_in(book: Book, followup: FollowUp) -> None:
    _there_and_back(book, MAPPINGS["followup"], followup)


def _there_and_back(book: Book, mapping: Mapping, record: Any) -> None:
    assert from_plain(mapping.record, to_plain(record)) == record
    with book.db.writing():
        rows.delete(book.db, mapping, [record.id])
        rows.insert(book.db, mapping, [record], "DE")
        assert rows.read(book.db, mapping, [record.id])[record.id] == record
        rows.delete(book.db, mapping, [record.id])


@given(st.lists(st.builds(Customer), min_size=2, max_size=4), st.data())
def test_customers_written_over_others_come_out_as_they_went_in(
    book: Book, customers: list[Customer], data: st.DataObject
) -> None:
    """Also where many parts stay the same, of which nothing is written."""
    mapping = MAPPINGS["customer"]
    before = [replace(one, id=number) for number, one in enumerate(customers, 1)]
    after = []
    for one, other in zip(before, reversed(before), strict=True):
        taken = data.draw(st.sets(st.sampled_from([f.name for f in fields(Customer)[1:]])))
        mixed = replace(one, **{name: getattr(other, name) for name in taken})
        tags: list[str] = data.draw(st.permutations([*one.tags, *other.tags[:1]]))
        after.append(replace(mixed, tags=tuple(tags)))
    with book.db.writing():
        rows.insert(book.db, mapping, before, "DE")
        rows.update(book.db, mapping, zip(before, after, strict=True), "DE")
        found = rows.read(book.db, mapping, [one.id for one in after])
        assert list(found.values()) == after
        derived = f"SELECT {', '.join(mapping.main.extra)} FROM customer ORDER BY id"
        kept = book.db.rows(derived)
        rows.delete(book.db, mapping, list(found))
        rows.insert(book.db, mapping, after, "DE")
        assert book.db.rows(derived) == kept
        rows.delete(book.db, mapping, list(found))
    for one, other in zip(before, after, strict=True):
        assert plain_after(one, to_plain(one), other) == to_plain(other)


@given(st.builds(Customer), st.builds(Customer))
def test_nothing_derived_depends_on_what_is_aside(one: Customer, other: Customer) -> None:
    mapping = MAPPINGS["customer"]
    assert mapping.aside
    assert mapping.derived is not None
    mixed = replace(one, **{name: getattr(other, name) for name in mapping.aside})
    assert mapping.derived_alike(one, mixed)
    assert mapping.derived(one, "DE") == mapping.derived(mixed, "DE")
    assert not mapping.derived_alike(one, replace(one, family=one.family + "x"))


def test_large_integers_and_odd_texts_survive(book: Book) -> None:
    odd = Customer(id=7, given="\x00<b>&\u202e'\"", family="ﷺ" * 300, tags=("", " "))
    _there_and_back(book, MAPPINGS["customer"], odd)


def test_readers_ignore_what_a_newer_program_wrote() -> None:
    assert from_plain(Customer, {"given": "Anna", "novelty": 1}) == Customer(given="Anna")


def test_folder_is_private(tmp_path: Path) -> None:
    made = new_book(tmp_path)
    made.close()
    for path in [made.folder, *made.folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path
