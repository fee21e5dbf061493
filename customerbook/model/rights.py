"""Who may do what: one table, asked by every operation of the book."""

from dataclasses import dataclass
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
    RESTORE = "restore"
    """Going back to a backup."""
    MANAGE = "manage"
    """Security, backups, privacy, templates, change log."""


@dataclass(frozen=True, slots=True)
class StaffRights:
    """What the owner lets all staff do beyond finding, seeing, logging and printing."""

    id: int = 1
    change_customers: bool = True
    delete: bool = False
    import_files: bool = False
    export: bool = False
    insights: bool = False

    def rights(self) -> frozenset[Right]:
        """The rights that are switched on, with those that staff always have."""
        return ALWAYS | {right for right, name in SWITCHED.items() if getattr(self, name)}


SWITCHED = {
    Right.CHANGE_CUSTOMERS: "change_customers",
    Right.DELETE: "delete",
    Right.IMPORT: "import_files",
    Right.EXPORT: "export",
    Right.INSIGHTS: "insights",
}
"""Rights of staff that the owner switches on and off, and the field of `StaffRights` for each."""
ALWAYS = frozenset({Right.SEE, Right.LOG})
OWNER = frozenset(Right)
CONFIRMED = frozenset({Right.EXPORT, Right.PEOPLE, Right.RESTORE})
"""Rights for which the owner's passphrase is asked once more, see `Book.confirm_owner`."""


def allowed(person: Person, right: Right, staff: StaffRights) -> bool:
    """Whether this person may; someone switched off may nothing."""
    return person.active and right in (OWNER if person.role is Role.OWNER else staff.rights())
