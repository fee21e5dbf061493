"""Looking over a whole book: file, references, index, change log, documents."""

import hashlib
from typing import TYPE_CHECKING

from customerbook.model.errors import DamagedError
from customerbook.model.texts import _
from customerbook.store import log, search_index
from customerbook.store.log_salvage import noted_gaps

if TYPE_CHECKING:
    from customerbook.book.book import Book


def check(book: "Book") -> list[str]:
    """Sentences about what is wrong; an empty list is a sound book."""
    try:
        book.db.check()
    except DamagedError as error:
        return [str(error)]
    problems = []
    if faults := search_index.faults(book.db):
        problems.append(
            _("The search index does not fit the book ({tables}). All records are safe.").format(
                tables=", ".join(faults)
            )
        )
    broken = set(log.broken_links(book.db, book.keys.log_key)) - noted_gaps(book.db)
    if broken:
        problems.append(
            _("The change log was altered or cut at {count} places.").format(count=len(broken))
        )
    numbers = [
        number
        for number, sha256, content in book.db.rows(
            ("SELECT number, sha256, content FROM document", [])
        )
        if hashlib.sha256(content).hexdigest() != sha256
    ]
    problems += [_("The document {number} is damaged.").format(number=n) for n in numbers]
    return problems
