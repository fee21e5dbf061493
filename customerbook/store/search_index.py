"""The search index: what a customer can be found by, kept in step inside each transaction.

Three FTS5 tables, whose rows have the ids of customers. `find_word` finds how words start and
numbers end (their digits stand in it backwards), `find_inside` any three letters
or digits in a row, `find_note` how words of notes start; a row of that belongs to an interaction,
or with a negative id to the notes of the customer of that number. Texts are folded by
`store.normal` before they come here, so the tokenizers need not fold. Each question is one
query of one table: joining or sorting here costs more than finding.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from customerbook.model.customer import Customer, MethodKind
from customerbook.model.interaction import Interaction
from customerbook.store.normal import folded_variants, phone_forms
from customerbook.store.rows import Database

TABLES = ("find_word", "find_inside", "find_note")
_NEWEST_ROW = 2**62
_NOTED = (
    "SELECT coalesce(i.customer_id, -n.rowid), n.rowid FROM "
    "(SELECT rowid FROM find_note WHERE find_note MATCH ? AND rowid < ? "
    "ORDER BY rowid DESC LIMIT ?) n LEFT JOIN interaction i ON i.id = n.rowid"
)
_FEW_BYTES, _MANY_BYTES = 1024 * 1024, 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folded words and digits that must all be found; words may be alternatives of each other."""

    words: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]


def put_customers(db: Database, customers: Iterable[Customer], country: str) -> None:
    """Index customers that are not in the index."""
    texts = [(customer.id, _texts(customer, country)) for customer in customers]
    db.run_many(
        "INSERT INTO find_word(rowid, name, sort, other, ends) VALUES (?, ?, ?, ?, ?)",
        [(i, *words, ends) for i, (*words, _, ends, _) in texts],
    )
    db.run_many(
        "INSERT INTO find_inside(rowid, text) VALUES (?, ?)",
        [(i, " ".join(w for w in words[:4] if w)) for i, words in texts],
    )
    noted = [(-i, notes) for i, (*_, notes) in texts if notes]
    if noted:
        db.run_many("INSERT INTO find_note(rowid, text) VALUES (?, ?)", noted)


def remove_customer(db: Database, customer_id: int) -> None:
    """Take a customer and their notes out of the index."""
    db.run(("DELETE FROM find_word WHERE rowid = ?", [customer_id]))
    db.run(("DELETE FROM find_inside WHERE rowid = ?", [customer_id]))
    db.run(("DELETE FROM find_note WHERE rowid = ?", [-customer_id]))


def put_notes(db: Database, interactions: Iterable[Interaction]) -> None:
    """Index the notes (never the private ones) of interactions that are not in the index."""
    rows = [(i.id, " ".join(folded_variants(i.note))) for i in interactions if i.note]
    if rows:
        db.run_many("INSERT INTO find_note(rowid, text) VALUES (?, ?)", rows)


def remove_note(db: Database, interaction_id: int) -> None:
    """Take the note of an interaction out of the index."""
    db.run(("DELETE FROM find_note WHERE rowid = ?", [interaction_id]))


@contextmanager
def sorting_more(db: Database) -> Iterator[None]:
    """Sort more in memory before it is written, while much is put into the index."""
    _set_sorted_at_once(db, _MANY_BYTES)
    yield
    # After an exception the transaction takes it back.
    _set_sorted_at_once(db, _FEW_BYTES)


def _set_sorted_at_once(db: Database, size: int) -> None:
    for table in TABLES:
        db.run((f"INSERT INTO {table}({table}, rank) VALUES ('hashsize', ?)", [size]))


def entries(db: Database) -> int:
    """How many rows the index has, of all its tables."""
    return sum(int(db.rows((f"SELECT count(*) FROM {table}", []))[0][0]) for table in TABLES)


def faults(db: Database) -> list[str]:
    """Names of index tables that do not agree with themselves or with the data."""
    found = []
    for table in TABLES:
        try:
            db.run((f"INSERT INTO {table}({table}) VALUES('integrity-check')", []))
        except Exception:
            found.append(table)
    counted = "SELECT (SELECT count(*) FROM customer WHERE deleted IS NULL), count(*) FROM"
    for table in ("find_word", "find_inside"):
        ((customers, indexed),) = db.rows((f"{counted} {table}", []))
        if customers != indexed and table not in found:
            found.append(table)
    return found


def vocabulary(db: Database) -> list[str]:
    """Each word of the names in the book once."""
    return [w for (w,) in db.rows(("SELECT term FROM find_vocabulary WHERE col = 'name'", []))]


def by_phone(db: Database, folded_numbers: Sequence[str]) -> list[int]:
    """Customers who have exactly this phone number."""
    marks = ", ".join("?" * len(folded_numbers))
    sql = f"SELECT customer_id FROM method WHERE folded IN ({marks}) AND kind = 'phone'"
    return _ids(db, sql, [*folded_numbers])


def by_number_end(db: Database, wanted: Wanted) -> list[int]:
    """Customers with a phone number that ends like this."""
    return _matching(db, "find_word", [f"ends : {_quoted(n[::-1])}*" for n in wanted.numbers])


def by_name_start(db: Database, wanted: Wanted) -> list[int]:
    """Customers whose name, as it is read or family name first, starts with the first word."""
    if not wanted.words:
        return []
    starts = " OR ".join(f"^{_quoted(word)}*" for word in wanted.words[0])
    rest = [_starts(words) for words in wanted.words[1:]]
    return _matching(db, "find_word", [f"{{name sort}} : ({starts})", *rest])


def by_word_start(db: Database, wanted: Wanted, *, names: bool) -> list[int]:
    """Customers with words (of the name only, or of anything but notes) that start like this."""
    columns = "{name sort}" if names else "{name sort other}"
    return _matching(db, "find_word", [f"{columns} : {_starts(words)}" for words in wanted.words])


def by_inside(db: Database, wanted: Wanted) -> list[int]:
    """Customers in whom all of it occurs anywhere, inside words and numbers too."""
    short = [words for words in wanted.words if any(len(word) < 3 for word in words)]
    inside = ["(" + " OR ".join(map(_quoted, w)) + ")" for w in wanted.words if w not in short]
    inside += [_quoted(number) for number in wanted.numbers]
    found = _matching(db, "find_inside", inside)
    if short and found:  # a trigram index knows nothing shorter than three
        started = set(_matching(db, "find_word", [_starts(words) for words in short]))
        found = [i for i in found if i in started]
    return found


def by_note(
    db: Database, wanted: Wanted, limit: int, among: Container[int] | None = None
) -> list[tuple[int, int]]:
    """(customer, row of the note) where one note has all of it; newest first.

    Of the customers `among` these, or of all for None.
    """
    parts = [_starts(words) for words in wanted.words]
    parts += [f"{_quoted(number)}*" for number in wanted.numbers]
    match, before, portion = " AND ".join(parts), _NEWEST_ROW, limit * 2
    first: dict[int, int] = {}
    while len(first) < limit:
        rows = db.rows((_NOTED, [match, before, portion]))
        for customer_id, row in rows:
            if customer_id > 0 and (among is None or customer_id in among):
                first.setdefault(customer_id, row)
        if among is None or len(rows) < portion:
            break
        before, portion = rows[-1][1], portion * 4
    return list(first.items())[:limit]


def _texts(customer: Customer, country: str) -> tuple[str, ...]:
    """(name, family name first, other words, numbers, numbers backwards, notes), folded."""
    parts = (customer.name, customer.nickname, customer.organisation, customer.department)
    name = _all_forms(dict.fromkeys(part for part in parts if part))
    sort = "" if customer.sort_name == customer.name else _all_forms([customer.sort_name])
    places = [p for a in customer.addresses for p in (a.town, a.street, a.postcode) if p]
    fields = [f.value for f in customer.fields]
    reach = [m.value for m in customer.methods if m.kind is not MethodKind.PHONE]
    other = _all_forms([*places, *customer.tags, *fields, customer.title, *reach])
    phones = []
    for value in customer.values(MethodKind.PHONE):
        forms = phone_forms(value, country)
        phones += [forms.e164.lstrip("+"), forms.national, forms.digits, forms.extension]
    numbers = list(dict.fromkeys(p for p in phones if p))
    backwards = " ".join(number[::-1] for number in numbers)
    notes = _all_forms(note.text for note in customer.notes)
    return name, sort, other, " ".join(numbers), backwards, notes


def _all_forms(texts: Iterable[str]) -> str:
    return " ".join(form for text in texts for form in folded_variants(text))


def _matching(db: Database, table: str, parts: Sequence[str]) -> list[int]:
    if not parts:
        return []
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    return _ids(db, sql, [" AND ".join(f"({part})" for part in parts)])


def _starts(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f"{_quoted(word)}*" for word in words) + ")"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _ids(db: Database, sql: str, values: list[Any]) -> list[int]:
    return [row[0] for row in db.rows((sql, values))]
