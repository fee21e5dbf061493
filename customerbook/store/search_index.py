"""The search index: what a customer can be found by, kept in step inside each transaction.

Three FTS5 tables, whose rows have the ids of customers. `find_word` finds how words start and
numbers end (their digits stand in it backwards), `find_inside` any three letters
or digits in a row, `find_note` how words of notes start; a row of that belongs to an interaction,
or with a negative id to the notes of the customer of that number. Texts are folded by
`store.normal` before they come here, so the tokenizers need not fold. Each question is one
query of one table: joining or sorting here costs more than finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from operator import attrgetter
from typing import Any

from customerbook.model.customer import Customer, MethodKind
from customerbook.model.interaction import Interaction
from customerbook.store.normal import folded_variants, phone_forms
from customerbook.store.rows import Database, Statement
from customerbook.store.search_texts import Texts, Wanted, is_short, word_starts

TABLES = ("find_word", "find_inside", "find_note")
_searched = attrgetter(
    *("name", "sort_name", "nickname", "organisation", "department", "title", "addresses"),
    *("tags", "fields", "methods", "notes"),
)
_ALL_NOTES, _NOTES_READ = 100_000, 800
"""Notes that are looked at for the customers of a list, and those that are read for a letter."""
_BEFORE = "find_note MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_FEW_BYTES, _MANY_BYTES = 1024 * 1024, 16 * 1024 * 1024
_MERGED_PAGES = 16


Question = tuple[str, str]
"""One of `TABLES` and what is looked for in it."""


def put_customers(db: Database, customers: Iterable[Customer], country: str) -> None:
    """Index customers that are not in the index."""
    for sql, values in insertions(customers, country):
        db.run_many(sql, values)


def insertions(customers: Iterable[Customer], country: str) -> list[Statement]:
    """What indexes customers, so that nobody need wait while it is made ready."""
    # Backwards, each row would become a segment of its own.
    ordered = sorted(customers, key=attrgetter("id"))
    texts = [(customer.id, _texts(customer, country)) for customer in ordered]
    words: list[list[Any]] = [[i, *words, ends] for i, (*words, _, ends, _) in texts]
    inside: list[list[Any]] = [[i, " ".join(w for w in words[:4] if w)] for i, words in texts]
    noted: list[list[Any]] = [[-i, notes] for i, (*_, notes) in reversed(texts) if notes]
    return [
        ("INSERT INTO find_word(rowid, name, sort, other, ends) VALUES (?, ?, ?, ?, ?)", words),
        ("INSERT INTO find_inside(rowid, text) VALUES (?, ?)", inside),
        ("INSERT INTO find_note(rowid, text) VALUES (?, ?)", noted),
    ]


def found_alike(one: Customer, other: Customer) -> bool:
    """Whether two customers are found by the same: then the index need not be touched."""
    return _searched(one) == _searched(other)


def remove_customer(db: Database, customer_id: int) -> None:
    """Take a customer and their notes out of the index."""
    db.run(("DELETE FROM find_word WHERE rowid = ?", [customer_id]))
    db.run(("DELETE FROM find_inside WHERE rowid = ?", [customer_id]))
    db.run(("DELETE FROM find_note WHERE rowid = ?", [-customer_id]))


def remove_customers(db: Database, customer_ids: Iterable[int]) -> None:
    """Take many customers and their notes out of the index, within a transaction.

    Their words are marked as gone, which takes a hundredth of the time of taking each out of its
    page; they go when the index is merged.
    """
    ids = sorted(customer_ids)
    mark_gone(db)
    for table, rows in (("find_word", ids), ("find_inside", ids), ("find_note", ids[::-1])):
        sign = -1 if table == "find_note" else 1
        db.run_many(f"DELETE FROM {table} WHERE rowid = ?", [[sign * i] for i in rows])


def mark_gone(db: Database) -> None:
    """Up to the end of the transaction mark words as gone, instead of taking them out at once."""
    if db.at_end(_remove_at_once_again):
        _set(db, "secure-delete", 0)


def _remove_at_once_again(db: Database) -> None:
    with db.writing():  # makes the index write what it has collected, in the other manner
        _set(db, "secure-delete", 1)


def merge_some(db: Database, table: str) -> bool:
    """Merge a little of one of `TABLES`, for some milliseconds; whether there is more to do.

    Each transaction that writes adds a segment to the index, and each search asks all of them.
    Left to itself the index merges in the midst of a write, a large one for seconds.
    """
    with db.writing():
        ((before,),) = db.rows("SELECT total_changes()")
        db.run((f"INSERT INTO {table}({table}, rank) VALUES ('merge', ?)", [_MERGED_PAGES]))
        ((after,),) = db.rows("SELECT total_changes()")
    return int(after) - int(before) > 1


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
    _set(db, "hashsize", _MANY_BYTES)
    yield
    # After an exception the transaction takes it back.
    _set(db, "hashsize", _FEW_BYTES)


def _set(db: Database, setting: str, value: int) -> None:
    for table in TABLES:
        db.run((f"INSERT INTO {table}({table}, rank) VALUES (?, ?)", [setting, value]))


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


def vocabulary(db: Database, after: str, count: int) -> list[str]:
    """So many of the words of names in the book, each once, in their order after one."""
    sql = "SELECT term FROM find_vocabulary WHERE col = 'name' AND term > ? ORDER BY term LIMIT ?"
    return [word for (word,) in db.rows((sql, [after, count]))]


def by_phone(db: Database, folded_numbers: Sequence[str]) -> list[int]:
    """Customers who have exactly this phone number."""
    marks = ", ".join("?" * len(folded_numbers))
    # Those in the bin keep their numbers: each is asked, for it is a handful of customers.
    here = "(SELECT deleted FROM customer WHERE customer.id = customer_id) IS NULL"
    sql = f"SELECT customer_id AS id FROM method WHERE folded IN ({marks}) AND kind = 'phone'"
    sql = f"{sql} AND {here}"
    return db.ids(sql, folded_numbers)


def number_end(wanted: Wanted) -> Question:
    """Who has phone numbers that end like this."""
    return _question("find_word", [f"ends : {_quoted(n[::-1])}*" for n in wanted.numbers])


def name_start(wanted: Wanted) -> Question:
    """Whose name, as it is read or family name first, starts with the first word."""
    starts = " OR ".join(f"^{_quoted(word)}*" for word in wanted.words[0])
    rest = [_starts(words) for words in wanted.words[1:]]
    return _question("find_word", [f"{{name sort}} : ({starts})", *rest])


def word_start(wanted: Wanted, *, names: bool) -> Question:
    """Who has words (of the name only, or of anything but notes) that start like this."""
    columns = "{name sort}" if names else "{name sort other}"
    return _question("find_word", [f"{columns} : {_starts(words)}" for words in wanted.words])


def inside(wanted: Wanted) -> list[Question]:
    """In whom all of it occurs anywhere, inside words and numbers too: who answers to each.

    Nothing if all words are shorter than three letters, of which this index knows nothing.
    """
    short = [words for words in wanted.words if is_short(words)]
    parts = ["(" + " OR ".join(map(_quoted, w)) + ")" for w in wanted.words if w not in short]
    parts += [_quoted(number) for number in wanted.numbers]
    if not parts:
        return []
    asked = [_question("find_inside", parts)]
    return [*asked, _question("find_word", [_starts(words) for words in short])] if short else asked


def digits_inside(parts: Sequence[str]) -> Question:
    """Who has these runs of digits somewhere, at least three digits each."""
    return _question("find_inside", [_quoted(part) for part in parts])


def answers(db: Database, question: Question, after: int = 0, count: int = -1) -> list[int]:
    """So many of the customers (all for -1) with ids above `after`, in the order of their ids."""
    table, match = question
    sql = f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ? AND rowid > ? LIMIT ?"
    return db.ids(sql, [match, after, count])


def texts(db: Database, customer_ids: Sequence[int]) -> dict[int, Texts]:
    """What customers are found by; at most 1,000 at once."""
    marks = ", ".join("?" * len(customer_ids))
    # From the table behind the index, which takes half the time.
    sql = f"SELECT id, c0, c1, c2, c3 FROM find_word_content WHERE id IN ({marks})"
    return {i: (c0, c1, c2, c3) for i, c0, c1, c2, c3 in db.rows((sql, customer_ids))}


def by_note(db: Database, wanted: Wanted, limit: int) -> list[tuple[int, int]]:
    """(customer, row of the note) where one note has all of it; newest first."""
    rows = list(islice(note_rows(db, wanted, limit * 2), limit * 2))
    marks = ", ".join("?" * len(rows))
    owned = db.rows((f"SELECT id, customer_id FROM interaction WHERE id IN ({marks})", rows))
    owners = {row: customer_id for row, customer_id in owned if customer_id}
    first: dict[int, int] = {}
    for row in rows:
        if row < 0 or row in owners:
            first.setdefault(owners.get(row, -row), row)
    return list(first.items())[:limit]


def note_rows(db: Database, wanted: Wanted, portion: int = 1_000) -> Iterator[int]:
    """Rows of notes that have all of it, newest first, without looking up whose they are.

    `portion` is how many are probably wanted.
    """
    before = 2**62
    letters = [alike for alike in wanted.words if any(len(word) < 2 for word in alike)]
    others = Wanted(tuple(w for w in wanted.words if w not in letters), wanted.numbers)
    if letters and (others.words or others.numbers):
        # To merge all words of a letter takes longer than to read the notes with the other words.
        sql = "SELECT rowid, text FROM find_note WHERE " + _BEFORE
        match = _in_one_note(others)
        for count in (_NOTES_READ // 8, _NOTES_READ):
            found = db.rows((sql, [match, before, count]))
            for row, text in found:
                if all(any(word_starts(text, word) for word in alike) for alike in letters):
                    yield row
            if len(found) < count:
                return
            before = found[-1][0]
    sql, match = "SELECT rowid AS id FROM find_note WHERE " + _BEFORE, _in_one_note(wanted)
    for count in (portion, _ALL_NOTES):
        ids = db.ids(sql, [match, before, count])
        yield from ids
        if len(ids) < count:
            return
        before = ids[-1]


def _in_one_note(wanted: Wanted) -> str:
    parts = [_starts(words) for words in wanted.words]
    parts += [f"{_quoted(number)}*" for number in wanted.numbers]
    return " AND ".join(parts)


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


def _question(table: str, parts: Sequence[str]) -> Question:
    return table, " AND ".join(f"({part})" for part in parts)


def _starts(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f"{_quoted(word)}*" for word in words) + ")"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
