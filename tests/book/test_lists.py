"""Saved lists."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from customerbook.book.book import Book
from customerbook.model.errors import InvalidInputError, NotFoundError, RightRefusedError
from customerbook.model.filter import Filter
from customerbook.model.saved_list import SavedList
from tests.books import reopened

QUIET = Filter(tags=('6" wheel', "Straße"), responsible=0, quiet_days=90, town="Bad Tölz")


def test_a_list_is_kept_with_its_filter(book: Book) -> None:
    kept = book.lists.add(SavedList(name="  Gone   quiet ", wanted=QUIET, order="newest"))
    made = kept.first(SavedList)
    assert made == SavedList(made.id, "Gone quiet", QUIET, "newest")
    assert book.lists.all() == [made]
    again = reopened(book)
    assert again.lists.get(made.id) == made
    again.close()


def test_lists_stand_in_the_order_of_their_names(book: Book) -> None:
    for name in ("zebra", "Ärger", "Club"):
        book.lists.add(SavedList(name=name))
    assert [one.name for one in book.lists.all()] == ["Ärger", "Club", "zebra"]
    assert book.lists.named("ARGER") == book.lists.all()[0]
    assert book.lists.named("nothing") is None


def test_each_change_can_be_undone(book: Book) -> None:
    made = book.lists.add(SavedList(name="Club", wanted=QUIET)).first(SavedList)
    book.lists.save(replace(made, name="Old club"))
    book.undo()
    assert book.lists.all() == [made]
    book.lists.remove(made.id)
    assert book.lists.all() == []
    book.undo()
    assert book.lists.all() == [made]
    book.undo()
    assert book.lists.all() == []
    with pytest.raises(NotFoundError, match="no list"):
        book.lists.get(made.id)


@pytest.mark.parametrize("name", ["", "   ", "club", "CLUB"])
def test_names_are_there_once(book: Book, name: str) -> None:
    book.lists.add(SavedList(name="Club"))
    with pytest.raises(InvalidInputError):
        book.lists.add(SavedList(name=name))
    other = book.lists.add(SavedList(name="Other")).first(SavedList)
    with pytest.raises(InvalidInputError):
        book.lists.save(replace(other, name=name))
    book.lists.save(replace(other, name="other"))  # its own name in another spelling


def test_who_may_change_customers_may_change_lists(book: Book) -> None:
    made = book.lists.add(SavedList(name="Club")).first(SavedList)
    assert book.person is not None
    book.person = replace(book.person, active=False)
    asked: list[Callable[[], object]] = [
        lambda: book.lists.add(SavedList(name="New")),
        lambda: book.lists.save(made),
        lambda: book.lists.remove(made.id),
    ]
    for refused in asked:
        with pytest.raises(RightRefusedError):
            refused()
