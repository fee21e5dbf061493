"""Who may do what: one table, asked by every operation of the book."""

from enum import StrEnum

from customerbook.model.person import Person, Role


class Right(StrEnum):
    """What an operation asks for."""

    SEE = "see"
    LOG = "log"
    CHANGE_CUSTOMERS = "change-customers"
    DELETE = "delete"
    IMPORT = "import"
    EXPORT = "export"
    INSIGHTS = "insights"
    PEOPLE = "people"
    """Who works with the book, and how each comes in."""
    MANAGE = "manage"
    """Security, backups, privacy, templates, change log."""


STAFF = frozenset({Right.SEE, Right.LOG, Right.CHANGE_CUSTOMERS})
OWNER = frozenset(Right)
CONFIRMED: frozenset[Right] = frozenset()
"""Rights for which the owner's passphrase is asked once more, see `Book.confirm_owner`.

None as long as the window has no sheet that asks for it.
"""


def allowed(person: Person, right: Right) -> bool:
    """Whether this person may; someone switched off may nothing."""
    return person.active and right in (OWNER if person.role is Role.OWNER else STAFF)
