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
    MANAGE = "manage"
    """People, security, backups, privacy, templates, change log."""


STAFF = frozenset({Right.SEE, Right.LOG, Right.CHANGE_CUSTOMERS})
OWNER = frozenset(Right)


def allowed(person: Person, right: Right) -> bool:
    """Whether this person may; someone switched off may nothing."""
    return person.active and right in (OWNER if person.role is Role.OWNER else STAFF)
