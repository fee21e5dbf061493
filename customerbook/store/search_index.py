"""The search index: what a customer can be found by, kept in step inside each transaction.

Three FTS5 tables. `find_word` finds how words start, `find_inside` any three characters (letters
or digits of a phone) anywhere, `find_note` how words of notes start; a row of `find_note` belongs
to an interaction, or with a negative id to the notes of the customer of that number.
Texts are folded by `store.normal` before they come here, so the tokenizers need not fold.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from customerbook.model.customer import Customer, MethodKind
from customerbook.model.interaction import Interaction
from customerbook.store.normal import folded, folded_variants, phone_forms
from customerbook.store.rows import Database


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folded words and digits that must all be found; words may be alternatives of each other."""

    words: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]


def put_customers(db: Database, customers: Iterable[Customer], country: str) -> None:
    """Index customers that are not in the index."""
    rows = [(c.id, *_texts(c, country)) for c in customers]
    db.run_many(
        "INSERT INTO find_word(rowid, name, other) VALUES (?, ?, ?)",
        [(i, name, other) for i, name, other, _, _ in rows],
    )
    db.run_many(
        "INSERT INTO find_inside(rowid, text) VALUES (?, ?)",
        [(i, inside) for i, _, _, inside, _ in rows],
    )
    noted = [(-i, notes) for i, _, _, _, notes in rows if notes]
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


def clear(db: Database) -> None:
    """Empty the index before it is built anew."""
    for table in ("find_word", "find_inside", "find_note"):
        db.run((f"DELETE FROM {table}", []))


def faults(db: Database) -> list[str]:
    """Names of index tables that do not agree with themselves or with the data."""
    found = []
    for table in ("find_word", "find_inside", "find_note"):
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


def by_phone(db: Database, folded_numbers: Sequence[str], limit: int) -> list[int]:
    """Customers who have exactly this phone number."""
    marks = ", ".join("?" * len(folded_numbers))
    return _ids(
        db,
        "SELECT c.id FROM method m JOIN customer c ON c.id = m.customer_id "
        f"WHERE m.folded IN ({marks}) AND m.kind = 'phone' AND c.deleted IS NULL "
        "GROUP BY c.id ORDER BY c.last_contact DESC LIMIT ?",
        [*folded_numbers, limit],
    )


def by_name_start(db: Database, wanted: Wanted, limit: int) -> list[int]:
    """Customers whose name, family name first or as it is read, starts with the first word."""
    if not wanted.words:
        return []
    found: list[int] = []
    for word in wanted.words[0]:
        sql = "SELECT id FROM customer WHERE sort_name >= ? AND sort_name < ? AND deleted IS NULL"
        values: list[Any] = [word, word + "\U0010ffff"]
        rest = Wanted(wanted.words[1:], wanted.numbers)
        sql, values = _with_rest(sql, values, rest, "id")
        found += _ids(db, f"{sql} ORDER BY last_contact DESC LIMIT ?", [*values, limit])
    starts = " OR ".join(f"^{_quoted(word)}*" for word in wanted.words[0])
    found += _matching(db, "find_word", f"name : ({starts})", wanted, limit)
    return list(dict.fromkeys(found))


def by_word_start(db: Database, wanted: Wanted, limit: int, *, names: bool) -> list[int]:
    """Customers with words (of the name only, or of anything but notes) that start like this."""
    if not wanted.words:
        return []
    match = " AND ".join(_starts(words) for words in wanted.words)
    rest = Wanted((), wanted.numbers)
    return _matching(db, "find_word", f"name : ({match})" if names else match, rest, limit)


def by_inside(db: Database, wanted: Wanted, limit: int) -> list[int]:
    """Customers in whom all of it occurs anywhere, inside words and numbers too."""
    sql, values = _with_rest("SELECT id FROM customer WHERE deleted IS NULL", [], wanted, "id")
    return _ids(db, f"{sql} ORDER BY last_contact DESC LIMIT ?", [*values, limit])


def by_note(db: Database, wanted: Wanted, limit: int) -> list[tuple[int, int]]:
    """(customer, row of the note) where one note has all of it; newest first."""
    parts = [_starts(words) for words in wanted.words]
    parts += [f"{_quoted(number)}*" for number in wanted.numbers]
    match = " AND ".join(parts)
    rows = db.rows(
        (
            "SELECT coalesce(i.customer_id, -n.rowid), n.rowid FROM "
            "(SELECT rowid FROM find_note WHERE find_note MATCH ? ORDER BY rowid DESC LIMIT ?) n "
            "LEFT JOIN interaction i ON i.id = n.rowid",
            [match, limit * 4],
        )
    )
    first: dict[int, int] = {}
    for customer_id, row in rows:
        if customer_id > 0:
            first.setdefault(customer_id, row)
    return list(first.items())[:limit]


def _texts(customer: Customer, country: str) -> tuple[str, str, str, str]:
    """(name words, other words, everything for inside search, notes), folded."""
    parts = (customer.name, customer.nickname, customer.organisation, customer.department)
    name = _all_forms(dict.fromkeys(part for part in parts if part))
    places = [p for a in customer.addresses for p in (a.town, a.street, a.postcode) if p]
    fields = [f.value for f in customer.fields]
    reach = [m.value for m in customer.methods if m.kind is not MethodKind.PHONE]
    other = _all_forms([*places, *customer.tags, *fields, customer.title, *reach])
    phones = []
    for value in customer.values(MethodKind.PHONE):
        forms = phone_forms(value, country)
        phones += [forms.e164.lstrip("+"), forms.national, forms.digits, forms.extension]
    digits = " ".join(dict.fromkeys(p for p in phones if p))
    inside = " ".join(part for part in (name, other, digits) if part)
    return name, other, inside, _all_forms(note.text for note in customer.notes)


def _all_forms(texts: Iterable[str]) -> str:
    return " ".join(form for text in texts for form in folded_variants(text))


def _matching(db: Database, table: str, match: str, wanted: Wanted, limit: int) -> list[int]:
    sql = (
        f"SELECT c.id FROM {table} f JOIN customer c ON c.id = f.rowid "
        f"WHERE {table} MATCH ? AND c.deleted IS NULL"
    )
    sql, values = _with_rest(sql, [match], wanted, "c.id")
    return _ids(db, f"{sql} ORDER BY c.last_contact DESC LIMIT ?", [*values, limit])


def _with_rest(sql: str, values: list[Any], wanted: Wanted, column: str) -> tuple[str, list[Any]]:
    """Narrow a statement to customers that have all that is wanted."""
    inside: list[str] = []
    starts: list[str] = []
    for words in wanted.words:
        if all(len(word) > 2 for word in words):
            inside.append("(" + " OR ".join(_quoted(word) for word in words) + ")")
        else:  # a trigram index knows nothing shorter than three
            starts.append(_starts(words))
    inside += [_quoted(number) for number in wanted.numbers]
    for table, parts in (("find_inside", inside), ("find_word", starts)):
        if parts:
            sql += f" AND {column} IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)"
            values = [*values, " AND ".join(parts)]
    return sql, values


def _starts(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f"{_quoted(word)}*" for word in words) + ")"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _ids(db: Database, sql: str, values: list[Any]) -> list[int]:
    return [row[0] for row in db.rows((sql, values))]


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text as the index sees them."""
    return tuple(re.findall(r"[^\W_]+", folded(text)))
