"""Every operation of the book asks the right that the table names, of every kind of person."""

import enum
import inspect
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import UnionType
from typing import Any

import pytest

from customerbook.book.book import Book
from customerbook.model.errors import RightRefusedError
from customerbook.model.person import Person
from customerbook.model.rights import ASKED, SWITCHED, Right, StaffRights, allowed
from tests.books import added, logged, new_book, someone

UNASKED = {
    "customers": "count from_text",  # how many, and what a text would become: nothing of anybody
    "interactions": "count",
    "followups": "add_to next_reminder",  # a part of other operations; moments for a locked window
    "people": "all get several named show_names",  # who may sign in is read before anyone has
    "staff": "rights note forget",  # asked by the asking itself
    "ways": "here of_pcs",  # what stands readable in the key file
    "drafts": "drop get keep",  # of the person at the book, or nobody's
    # Made for whoever is signed in; only when, where to and how many is known of them.
    "backups": "back_up before changed copy_newest drill due keep_in",
}


NOUNS = {word[:-1] for words in ASKED.values() for word in words.split() if word[-1] == ":"}
NOUNS |= set(UNASKED)


class AllowedError(Exception):
    """The right was asked, and this person has it: the operation need not go on."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book with two members of staff, one switched off, a customer and a contact."""
    made = new_book(tmp_path_factory.mktemp("rights"))
    for name in ("Jonas Weber", "Aylin Kaya"):
        made.people.add(Person(name=name))
    made.people.switch_off(made.people.named("Aylin"))
    customer = added(made, someone("Oliver Müller", "0171 3920014"))
    logged(made, customer.id, note="The chain was changed.")
    yield made
    made.close()


def _table() -> dict[str, Right]:
    found = {}
    for right, words in ASKED.items():
        noun = ""
        for word in words.split():
            if word.endswith(":"):
                noun = word[:-1]
            else:
                found[f"{noun}.{word}"] = right
    return found


def _operations(book: Book) -> dict[str, Callable[..., Any]]:
    """Everything public that the nouns of the book do."""
    found = {}
    for noun in NOUNS:
        of = getattr(book, noun)
        for name in dir(of):
            does = inspect.getattr_static(type(of), name, None)
            if not name.startswith("_") and inspect.isfunction(does):
                found[f"{noun}.{name}"] = getattr(of, name)
    return found


def _call(operation: Callable[..., Any]) -> None:
    """Call an operation with something for whatever it asks for."""
    hints = typing.get_type_hints(operation)
    places, names = [], {}
    for parameter in inspect.signature(operation).parameters.values():
        if parameter.default is not parameter.empty:
            continue
        value = _something(hints.get(parameter.name))
        if parameter.kind is parameter.KEYWORD_ONLY:
            names[parameter.name] = value
        elif parameter.kind is not parameter.VAR_POSITIONAL:
            places.append(value)
    result = operation(*places, **names)
    if inspect.isgenerator(result):
        next(result, None)


def _something(hint: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, UnionType):
        return None
    if origin in (list, tuple, set, frozenset, Sequence, Iterable):
        return ()
    if origin is Callable:
        return lambda *_args: None
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return next(iter(hint))
    day = date(2026, 11, 21)
    moment = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)
    plain = {int: 1, str: "x", bool: False, Path: Path("nowhere"), date: day, datetime: moment}
    if hint in plain or not inspect.isclass(hint):
        return plain.get(hint)
    try:
        return hint()
    except TypeError:  # it wants more: the right is asked before anything is looked at
        return None


def test_the_table_names_every_noun(book: Book) -> None:
    nouns = {name for name, of in vars(book).items() if hasattr(of, "_book")}
    assert nouns - {"confirmation", "_backups"} <= NOUNS


def test_the_table_names_every_operation(book: Book) -> None:
    unasked = {f"{noun}.{name}" for noun, names in UNASKED.items() for name in names.split()}
    assert set(_operations(book)) == set(_table()) | unasked
    assert not unasked & set(_table())


PEOPLE: dict[str, tuple[int | None, StaffRights]] = {
    "nobody": (None, StaffRights()),
    "the owner": (1, StaffRights()),
    "staff": (2, StaffRights()),
    "staff with nothing switched on": (2, StaffRights(change_customers=False)),
    "somebody switched off": (3, replace(StaffRights(), **dict.fromkeys(SWITCHED.values(), True))),
    **{
        f"staff with {name} alone": (
            2,
            replace(StaffRights(change_customers=False), **{name: True}),
        )
        for name in SWITCHED.values()
    },
}


@pytest.mark.parametrize("who", PEOPLE)
def test_each_is_asked_what_the_table_says(
    who: str, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    person_id, staff = PEOPLE[who]
    book.person = book.people.get(person_id) if person_id else None
    monkeypatch.setattr(book.staff, "_rights", staff)
    really_ask, asked = book.ask, list[Right]()

    def ask(right: Right) -> None:
        asked.append(right)
        really_ask(right)
        raise AllowedError

    monkeypatch.setattr(book, "ask", ask)
    table, wrong = _table(), []
    for name, operation in _operations(book).items():
        if name not in table:
            continue
        asked.clear()
        may = book.person is not None and allowed(book.person, table[name], staff)
        with pytest.raises(AllowedError if may else RightRefusedError):
            _call(operation)
        if asked[0] is not table[name]:
            wrong.append((name, asked[0], table[name]))
    assert not wrong
