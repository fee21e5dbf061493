"""What a restored book takes over from the present one, beside its key file."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from customerbook.book import backup_memory
from customerbook.book.writing import Operation, operation, raise_counters
from customerbook.model.backup import Backup, BackupMemory
from customerbook.model.person import Person
from customerbook.model.rights import Right, StaffRights
from customerbook.store.former_keys import FormerKeys, former_keys

if TYPE_CHECKING:
    from customerbook.book.book import Book


@dataclass(frozen=True)
class Present:
    """What is known of the present book; of one that does not open, only how far it had come."""

    commits: int
    person: int = 0
    people: Sequence[Person] = ()
    staff: StaffRights | None = None
    counters: Sequence[tuple[str, int]] = ()
    former: list[FormerKeys] = field(default_factory=list, repr=False)
    memory: BackupMemory | None = None


def present_of(book: "Book") -> Present:
    """What a restored book must take over from the open one."""
    ((commits,),) = book.db.rows("SELECT commits FROM book")
    return Present(
        commits=commits,
        person=book.person.id if book.person else 0,
        people=book.people.all(),
        staff=book.staff.rights(),
        counters=[
            (name, following) for name, following in book.db.rows("SELECT name, next FROM counter")
        ],
        former=former_keys(book.db),
        memory=backup_memory.remembered(book.db),
    )


def carry(restored: "Book", present: Present, backup: Backup) -> int:
    """Write it into the restored book, as one change of its own; its day, see `BackupMemory`.

    The count of commits goes on beyond both, so that its backups are newer than all before.
    """
    with operation(restored, "book.restore", Right.RESTORE, undoable=False) as op:
        op.noted = True
        op.subject = f"{backup.moment.astimezone():%Y-%m-%d %H.%M}"
        if present.person:
            restored.person = next(one for one in present.people if one.id == present.person)
            _carry_people(restored, op, present.people)
        if present.staff:
            op.change_record(restored.staff.rights(), present.staff)
        raise_counters(restored, present.counters)
        furthest = "UPDATE book SET commits = max(commits, ?)"
        restored.db.run((furthest, [present.commits]))
    memory = present.memory or backup_memory.remembered(restored.db)
    backup_memory.remember(restored.db, memory)
    return memory.day


def _carry_people(restored: "Book", op: Operation, people: Sequence[Person]) -> None:
    """Who is not in the present book any more keeps the name on old entries, and no more."""
    there = {one.id: one for one in restored.people.all()}
    for person in people:
        before = there.pop(person.id, None)
        if before is None:
            op.add(person)
        else:
            op.change_record(before, person)
    for person in there.values():
        op.change_record(person, replace(person, active=False))
