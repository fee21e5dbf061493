"""Finding customers: from the best kind of match to the weakest, until there are enough."""

from dataclasses import replace
from itertools import compress, islice
from typing import TYPE_CHECKING

from customerbook.book import highlight, lines
from customerbook.book.latest import Latest
from customerbook.book.ranks import anywhere, by_words, named, ranks
from customerbook.model.customer import Customer, CustomerLine, Hit
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


def find(book: "Book", text: str, limit: int, among: frozenset[int] | None = None) -> list[Hit]:
    """Customers that have all of what was typed, best first; all by name for no text.

    `among` are the ones that may be found; None for all.
    """
    query = parse_query(text[:_LONGEST])
    wanted = _wanted(query)
    if not wanted.words and not wanted.numbers:
        if text.strip():
            return []
        ids = ordered(book, "name", among, limit)
        return [Hit(line, _reached_by(line)) for line in lines.customer_lines(book.db, ids)]
    with book.db.reading():
        hits = _exact(book, query, wanted, limit, among)
        if len(hits) < min(_FEW, limit):
            known = {hit.line.id for hit in hits}
            similar = _similar(book, query, wanted, limit, among)
            hits += [hit for hit in similar if hit.line.id not in known]
    return hits[:limit]


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
            for hit in find(book, text, limit):
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
) -> list[Hit]:
    """Hits in the order of their rank: phone, name start, word start, inside, notes."""
    found: dict[int, None] = {}

    def allowed(customer_id: int) -> bool:
        return customer_id not in found and (among is None or customer_id in among)

    if query.numbers and not wanted.words and len(query.numbers) == 1:
        full = search_index.by_phone(book.db, _full_numbers(query.numbers[0], book.country))
        found.update(dict.fromkeys(book.memory.most_recent(filter(allowed, full), limit)))
    latest, kinds = Latest(book), ranks(wanted)
    if query.numbers and wanted.words and not latest.of(anywhere(wanted), 1, _anybody):
        kinds = by_words(wanted)  # nobody of that name has such a number
    for rank in kinds:
        if len(found) < limit:
            found.update(dict.fromkeys(latest.of(rank, limit - len(found), allowed)))
    notes: dict[int, int] = {}
    if len(found) < limit:
        noted = _noted(book, wanted, limit, among)
        notes = {c: n for c, n in noted if c not in found}
    return _hits(book, list(found), notes, query)


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
) -> list[Hit]:
    """Hits for names that differ by one letter (two from eight letters on)."""
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
        return []
    rank = named(Wanted(tuple(corrected), wanted.numbers))
    ids = Latest(book).of(rank, limit, _anybody if among is None else among.__contains__)
    typed = Query(tuple(w for words in corrected for w in words), query.numbers)
    return [replace(hit, similar=True) for hit in _hits(book, ids, {}, typed)]


def _hits(book: "Book", ids: list[int], notes: dict[int, int], query: Query) -> list[Hit]:
    found = lines.customer_lines(book.db, [*ids, *notes])
    usual = {line.id: _reached_by(line) for line in found}
    wanting = [
        line.id
        for line in found
        if highlight.matched(f"{line.name} {usual[line.id]}", query) < highlight.parts(query)
    ]
    told = _details(book, wanting, notes) if wanting else {}
    hits = []
    for line in found:
        detail = usual[line.id]
        if line.id in told:
            best = max((detail, *told[line.id]), key=lambda text: highlight.matched(text, query))
            detail = best if best == detail else highlight.excerpt(best, query)
        spans = highlight.spans(detail, query)
        hits.append(Hit(line, detail, highlight.spans(line.name, query), spans))
    return hits


def _details(book: "Book", ids: list[int], notes: dict[int, int]) -> dict[int, list[str]]:
    """What a customer's second line could show: ways to reach, places, tags, fields, notes."""
    found: dict[int, list[str]] = {i: [] for i in ids}
    marks = ", ".join("?" * len(ids))
    for sql in (
        f"SELECT customer_id, value FROM method WHERE customer_id IN ({marks})",
        f"SELECT customer_id, town FROM address WHERE customer_id IN ({marks})",
        f"SELECT customer_id, street FROM address WHERE customer_id IN ({marks})",
        f"SELECT id, organisation FROM customer WHERE id IN ({marks})",
        f"SELECT id, nickname FROM customer WHERE id IN ({marks})",
        f"SELECT customer_id, tag FROM tag WHERE customer_id IN ({marks})",
        f"SELECT customer_id, value FROM field WHERE customer_id IN ({marks})",
    ):
        for customer_id, value in book.db.rows((sql, ids)):
            if value:
                found[customer_id].append(value)
    for customer_id, row in ((i, notes[i]) for i in ids if i in notes):
        sql = (
            "SELECT note FROM interaction WHERE id = ?"
            if row > 0
            else "SELECT text FROM note WHERE customer_id = -?"
        )
        found[customer_id] += [text for (text,) in book.db.rows((sql, [row]))]
    return found


def _reached_by(line: CustomerLine) -> str:
    parts = (line.phone or line.email, line.town)
    return " · ".join(part for part in parts if part) or line.organisation
