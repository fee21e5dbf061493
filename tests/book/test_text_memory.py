"""What a search keeps for the next key: the same as the index tells, never of before a change."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from customerbook.book import text_memory
from customerbook.book.book import Book
from customerbook.store import search_index
from customerbook.store.search_texts import Wanted
from tests.books import added, someone

_BERG = search_index.name_start(Wanted((("berg",),), ()))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the index is asked, and whose texts are read."""
    noted: list[object] = []
    answers, texts = search_index.answers, search_index.texts

    def answering(db: object, question: object, after: int = 0, count: int = -1) -> list[int]:
        noted.append(question)
        return answers(db, question, after, count)  # type: ignore[arg-type]

    def reading(db: object, ids: Sequence[int]) -> object:
        noted.extend(ids)
        return texts(db, ids)  # type: ignore[arg-type]

    monkeypatch.setattr(search_index, "answers", answering)
    monkeypatch.setattr(search_index, "texts", reading)
    return noted


def test_a_question_is_asked_once(book: Book, asked: list[object]) -> None:
    anna = added(book, someone("Anna Berg"))
    asked.clear()
    kept = book.memory.texts
    assert list(kept.answers(_BERG, 10)) == [anna.id]
    assert list(kept.answers(_BERG, 10)) == [anna.id]
    assert asked == [_BERG]


def test_what_is_written_is_asked_again(book: Book) -> None:
    anna, kept = added(book, someone("Anna Berg")), book.memory.texts
    assert list(kept.answers(_BERG, 10)) == [anna.id]
    ben = added(book, someone("Ben Berg"))
    assert list(kept.answers(_BERG, 10)) == [anna.id, ben.id]
    assert kept.of([anna.id])[anna.id][0] == "anna berg"
    book.customers.save(replace(anna, family="Tal"))
    assert list(kept.answers(_BERG, 10)) == [ben.id]
    assert kept.of([anna.id])[anna.id][0] == "anna tal"
    book.customers.remove(ben.id)
    assert list(kept.answers(_BERG, 10)) == []
    assert ben.id not in kept.of([anna.id, ben.id])
    book.undo()
    assert list(kept.answers(_BERG, 10)) == [ben.id]


def test_those_asked_for_last_are_kept(
    book: Book, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_memory, "_MOST_TEXTS", 4)
    ids = [added(book, someone(f"Anna{number} Berg")).id for number in range(6)]
    kept = book.memory.texts
    kept.of(ids[:4])
    kept.of(ids[:1])
    kept.of(ids[4:5])
    assert kept.unread(ids) == 2
    asked.clear()
    assert list(kept.of(ids)) == [*ids[:1], *ids[2:5], ids[1], ids[5]]
    assert asked == [ids[1], ids[5]]


def test_rare_digits_are_those_few_numbers_have(book: Book) -> None:
    people = [added(book, someone(f"Anna{n} Berg", f"0171 3920{n:03}")) for n in range(30)]
    book.memory.texts.of([one.id for one in people])
    assert book.memory.texts.rarest_digits("01713920017") == ["0017", "2001"]
