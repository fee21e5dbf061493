"""Whoever is looked for is the same whether all who match are fetched or some are looked at."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from customerbook.book import latest, search
from customerbook.book.book import Book
from customerbook.book.latest import Latest
from customerbook.book.ranks import Rank, by_words, ranks
from customerbook.book.sample import make_sample
from customerbook.store import search_index
from customerbook.store.search_texts import Wanted
from tests.books import CHEAP, PASSPHRASE, added, logged, someone

_CUSTOMERS = 300
_words = st.one_of(
    st.text("aemnrst", min_size=1, max_size=3),
    st.sampled_from(["muller", "munch", "anna", "commuter", "st", "frau", "gmbh", "x", "ö", "12"]),
)
_wanted = st.builds(
    lambda words, numbers: Wanted(tuple((word,) for word in words), tuple(numbers)),
    st.lists(_words, max_size=2),
    st.lists(
        st.sampled_from(["0171", "171392", "49171", "089", "392", "7139", "0171392", "4917139200"]),
        max_size=1,
    ),
).filter(lambda wanted: bool(wanted.words or wanted.numbers))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("latest")
    made, _ = make_sample(
        folder / "sample",
        passphrase=PASSPHRASE,
        customers=_CUSTOMERS,
        interactions=900,
        seed=3,
        cost=CHEAP,
    )
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is many in this small book."""
    monkeypatch.setattr(latest, "_FEW", 12)
    monkeypatch.setattr(latest, "_FIRST_LOOK", 4)
    monkeypatch.setattr(latest, "_WITHIN", 3)


def expected_order(book: Book) -> list[int]:
    sql = "SELECT id FROM customer WHERE deleted IS NULL ORDER BY coalesce(last_contact, 0) DESC"
    return [i for (i,) in book.db.rows(f"{sql}, id")]


def plainly(book: Book, rank: Rank, among: frozenset[int] | None, count: int) -> list[int]:
    found = [set(search_index.answers(book.db, question)) for question in rank.questions]
    alike = set.intersection(*found)
    order = [i for i in expected_order(book) if i in alike and (among is None or i in among)]
    return order[:count]


@pytest.mark.parametrize("look", [1, 6])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    wanted=_wanted,
    count=st.sampled_from([1, 3, 10, _CUSTOMERS]),
    among=st.none() | st.frozensets(st.integers(1, _CUSTOMERS), max_size=200),
    forget=st.booleans(),
)
def test_the_same_are_found_in_either_way(
    sample: Book,
    monkeypatch: pytest.MonkeyPatch,
    look: int,
    wanted: Wanted,
    count: int,
    among: frozenset[int] | None,
    forget: bool,
) -> None:
    monkeypatch.setattr(latest, "_LOOK", look)
    if forget:
        sample.memory.texts.clear()
    search = Latest(sample)
    kinds = [*ranks(wanted), *(by_words(wanted) if wanted.words else [])]
    for rank in kinds:
        here = search.of(rank, count, lambda i: among is None or i in among)
        assert here == plainly(sample, rank, among, count)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(wanted=_wanted)
def test_a_customer_passes_whom_the_index_finds(sample: Book, wanted: Wanted) -> None:
    everybody = expected_order(sample)
    texts = search_index.texts(sample.db, everybody)
    for rank in ranks(wanted):
        passing = [i for i in everybody if rank.passes(texts[i])]
        assert passing == plainly(sample, rank, None, _CUSTOMERS)


def test_where_most_match_few_are_looked_at(sample: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    texts = search_index.texts

    def counted(db: object, ids: list[int]) -> object:
        read.extend(ids)
        return texts(db, ids)  # type: ignore[arg-type]

    sample.memory.clear()
    monkeypatch.setattr(search_index, "texts", counted)
    (_, anywhere) = ranks(Wanted((), ("171392",)))
    search = Latest(sample)
    assert len(search.of(anywhere, 5, lambda _: True)) == 5
    assert 0 < len(read) <= 16


def test_order_follows_what_is_written(book: Book) -> None:
    people = [added(book, someone(f"Anna Berg {n}")) for n in range(6)]
    assert list(book.memory.latest_first) == expected_order(book)
    for who in (2, 4, 2, 0):
        logged(book, people[who].id)
        assert list(book.memory.latest_first) == expected_order(book)
    book.undo()
    assert list(book.memory.latest_first) == expected_order(book)
    book.customers.remove(people[4].id)
    added(book, someone("Berta Berg"))
    known = set(expected_order(book))
    assert [i for i in book.memory.latest_first if i in known] == expected_order(book)
    assert people[4].id not in {hit.line.id for hit in book.customers.find("anna")}
    book.undo()
    book.undo()
    found = [hit.line.id for hit in book.customers.find("anna")]
    assert found == [i for i in expected_order(book) if i <= people[-1].id]
    book.customers.save(replace(people[1], nickname="Anni"))
    book.memory.clear()
    assert list(book.memory.latest_first) == expected_order(book)


def test_equals_are_in_the_order_of_their_ids(sample: Book) -> None:
    assert list(sample.memory.latest_first) == expected_order(sample)
    assert sample.memory.highest == max(expected_order(sample))


@pytest.mark.parametrize("read", [8, 800])
@pytest.mark.parametrize(
    "typed", [("frau", "a"), ("a", "b"), ("battery", "w"), ("the", "x"), ("f",)]
)
def test_notes_with_a_letter_are_those_of_the_index(
    sample: Book, monkeypatch: pytest.MonkeyPatch, read: int, typed: tuple[str, ...]
) -> None:
    monkeypatch.setattr(search_index, "_NOTES_READ", read)
    match = " AND ".join(f'"{word}"*' for word in typed)
    sql = "SELECT rowid FROM find_note WHERE find_note MATCH ? ORDER BY rowid DESC"
    expected = [row for (row,) in sample.db.rows((sql, [match]))]
    wanted = Wanted(tuple((word,) for word in typed), ())
    assert list(search_index.note_rows(sample.db, wanted)) == expected
    assert list(search_index.note_rows(sample.db, wanted, 3)) == expected


def test_filled_in_steps_while_others_write(book: Book) -> None:
    people = [added(book, someone(f"Anna Berg {n}")) for n in range(4)]
    book.memory.clear()
    assert search.make_ready(book)
    logged(book, people[1].id)
    late = added(book, someone("Berta Zander"))
    assert search.make_ready(book)
    logged(book, late.id)
    steps = 0
    while search.make_ready(book):
        steps += 1
        if steps == 2:
            added(book, someone("Aaron Abendrot"))
    assert 2 < steps < 20
    assert list(book.memory.latest_first) == expected_order(book)
    assert {"anna", "berta", "zander", "aaron", "abendrot"} <= book.memory.names
    assert [hit.line.id for hit in book.customers.find("zandre")] == [late.id]
    assert not search.make_ready(book)
