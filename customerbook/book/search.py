"""Finding customers: from the best kind of match to the weakest, until there are enough."""

from itertools import compress, islice
from typing import TYPE_CHECKING

from customerbook.book.found import Found
from customerbook.book.latest import Latest
from customerbook.book.ranks import Rank, anywhere, by_words, named, ranks
from customerbook.model.customer import Customer, Hit
from customerbook.model.query import Query, parse_query
from customerbook.store import search_index
from customerbook.store.normal import phone_forms, words
from customerbook.store.search_texts import Wanted

if TYPE_CHECKING:
    from customerbook.book.book import Book

ORDERS = {
    "name": "sort_name, id",
    # Those who never were in contact come last, the newest of them first: read off an index.
    "last-contact": "last_contact DESC, created DESC, id DESC",
    "newest": "id DESC",
}
_FEW = 5
"""With fewer exact hits than this, similar names are looked for."""
_SMALL = 5000
"""A set that the processor keeps at hand."""
_LONGEST = 200
"""Letters of a search that are looked at."""


def find(book: "Book", text: str, limit: int, among: frozenset[int] | None = None) -> Found:
    """Customers that have all of what was typed, best first; all by name for no text.

    `among` are the ones that may be found; None for all.
    """
    query = parse_query(text[:_LONGEST])
    wanted = _wanted(query)
    if not wanted.words and not wanted.numbers:
        return Found(book, [] if text.strip() else ordered(book, "name", among, limit))
    with book.db.reading():
        ids, notes = _exact(book, query, wanted, limit, among)
        found = Found(book, ids, query, notes)
        if len(ids) < min(_FEW, limit):
            alike, found.meant = _similar(book, query, wanted, limit, among)
            more = [i for i in alike if i not in ids][: limit - len(ids)]
            found.ids, found.similar = ids + more, frozenset(more)
    return found


def make_ready(book: "Book") -> bool:
    """Read a little of what searches will want, while nobody waits; whether more is left."""
    with book.db.reading():
        return book.memory.fill_some()


def similar(book: "Book", customer: Customer, limit: int) -> list[Hit]:
    """Customers with the same phone, email or name as one being typed."""
    texts = [*customer.phones, *customer.emails, customer.name]
    found: dict[int, Hit] = {}
    for text in texts:
        if len(text.strip()) > 3:
            for hit in find(book, text, limit).hits():
                if hit.line.id != customer.id:
                    found.setdefault(hit.line.id, hit)
    return list(found.values())[:limit]


def ordered(
    book: "Book", order: str, among: frozenset[int] | None, limit: int | None = None
) -> list[int]:
    """The (first) ids of customers in one of `ORDERS`; of all for None."""
    sql = f"SELECT id FROM customer WHERE deleted IS NULL ORDER BY {ORDERS[order]}"
    with book.db.reading():
        everybody = book.memory.lists.order(order, lambda: book.db.ids(sql))
    if among is None:
        return list(everybody[:limit])
    if len(among) < _SMALL:
        return list(islice((i for i in everybody if i in among), limit))
    # A byte each: to look up 100,000 in a large set takes several times as long.
    flags = bytearray(1 + max(everybody, default=0))
    for customer_id in among:
        flags[customer_id] = 1
    return list(islice(compress(everybody, map(flags.__getitem__, everybody)), limit))


def _wanted(query: Query) -> Wanted:
    folded = [form for word in query.words for form in words(word)]
    return Wanted(tuple((word,) for word in folded), query.numbers)


def _exact(
    book: "Book", query: Query, wanted: Wanted, limit: int, among: frozenset[int] | None
) -> tuple[list[int], dict[int, int]]:
    """Ids in the order of their rank: phone, name start, word start, inside, notes.

    With the rows of the notes for those of whom only a note has it all.
    """
    found: dict[int, None] = {}

    def allowed(customer_id: int) -> bool:
        return customer_id not in found and (among is None or customer_id in among)

    if query.numbers and not wanted.words and len(query.numbers) == 1:
        full = search_index.by_phone(book.db, _full_numbers(query.numbers[0], book.country))
        found.update(dict.fromkeys(book.memory.most_recent(filter(allowed, full), limit)))
    latest = Latest(book)

    def look_for(kinds: list[Rank]) -> None:
        for rank in kinds:
            if len(found) < limit:
                found.update(dict.fromkeys(latest.of(rank, limit - len(found), allowed)))

    look_for(ranks(wanted))
    both = query.numbers and wanted.words
    if both and not found and not latest.of(anywhere(wanted), 1, _anybody):
        look_for(by_words(wanted))  # nobody of that name has such a number
    notes: dict[int, int] = {}
    if len(found) < limit:
        noted = _noted(book, wanted, limit, among)
        notes = {c: n for c, n in noted if c not in found}
    return [*found, *notes][:limit], notes


def _anybody(_customer_id: int) -> bool:
    return True


def _noted(
    book: "Book", wanted: Wanted, limit: int, among: frozenset[int] | None
) -> list[tuple[int, int]]:
    """(customer, row of the note) where a note has all of it, newest first."""
    if among is None:
        return search_index.by_note(book.db, wanted, limit)
    if not wanted.numbers and all(len(word) < 2 for words in wanted.words for word in words):
        return []  # a single letter is in nearly every note
    owners = book.memory.owners
    first: dict[int, int] = {}
    for row in search_index.note_rows(book.db, wanted):
        customer_id = -row if row < 0 else owners[row]
        if customer_id in among:
            first.setdefault(customer_id, row)
            if len(first) == limit:
                break
    return list(first.items())


def _full_numbers(number: str, country: str) -> list[str]:
    """A typed number as phones are kept: with and without the country's code."""
    forms = [phone_forms(typed, country) for typed in (number, "+" + number)]
    return list(dict.fromkeys(f for form in forms for f in (form.e164, form.digits) if f))


def _similar(
    book: "Book", query: Query, wanted: Wanted, limit: int, among: frozenset[int] | None
) -> tuple[list[int], Query]:
    """Names that differ by one letter (two from eight letters on), and the words they have."""
    # Only here: three megabytes that most days nobody needs.
    from rapidfuzz.distance import OSA  # noqa: PLC0415
    from rapidfuzz.process import extract  # noqa: PLC0415

    corrected = []
    for (word,) in wanted.words:
        allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        near = (
            extract(word, book.memory.names, scorer=OSA.distance, score_cutoff=allowed, limit=8)
            if allowed
            else []
        )
        corrected.append((word, *(other for other, distance, _ in near if distance)))
    if not any(len(words) > 1 for words in corrected):
        return [], query
    rank = named(Wanted(tuple(corrected), wanted.numbers))
    ids = Latest(book).of(rank, limit, _anybody if among is None else among.__contains__)
    return ids, Query(tuple(w for words in corrected for w in words), query.numbers)
