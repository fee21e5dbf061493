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


ASKED: dict[Right, str] = {
    Right.SEE: """
        customers: consents dates_between facts find get ids lines people_of resolve search several
            similar tags towns
        interactions: by_reference get latest line several timeline
        lists: all get named several
        cases: get open_of several
        followups: broken complete_in counts due for_customer get ids line lines load
            of_interaction open several to_remind
        people: here responsible_for
        ways: change_passphrase replace_lost set_pin stay_signed_in drop
        topics: all get most_used named several
        snippets: all get several
        documents: get of_customer of_interaction several
        purchases: get of_customer several
    """,
    Right.LOG: """
        interactions: assign log remove save
        cases: add save solve
        followups: add assign complete drop reminded reopen save snooze
        topics: add
        documents: keep next_number
    """,
    Right.CHANGE_CUSTOMERS: """
        customers: add give save tag
        lists: add remove save
    """,
    Right.DELETE: "customers: remove",
    Right.IMPORT: "purchases: add_all",
    Right.EXPORT: "customers: for_export",
    Right.PEOPLE: """
        people: add let_in remove save switch_off
        staff: allow
        recovery: lock_anew new_code use
    """,
    Right.MANAGE: """
        recovery: fits
        topics: save
        snippets: add remove save
        shop_settings: save
        changes: latest
        backups: all pin unpin unreadable verify
    """,
}
"""The right that each operation of the book asks first, by the noun it belongs to.

Some ask for more, where it depends: who changes what somebody else has logged needs `DELETE`.
"""


def allowed(person: Person, right: Right, staff: StaffRights) -> bool:
    """Whether this person may; someone switched off may nothing."""
    return person.active and right in (OWNER if person.role is Role.OWNER else staff.rights())
