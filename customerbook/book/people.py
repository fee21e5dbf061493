"""People: who works in the shop and may sign in."""

import logging
from dataclasses import replace

from customerbook.book.noun import Noun
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError, NotFoundError
from customerbook.model.person import Person, Role
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store import rows
from customerbook.store.mappings import PEOPLE
from customerbook.store.passphrase import Cost
from customerbook.store.ways_in import add_seat

log = logging.getLogger(__name__)


class People(Noun[Person]):
    """Operations on people; who they are may be read before anyone has signed in."""

    kind = "person"

    def several(self, ids: list[int]) -> list[Person]:
        """People in the order of their ids."""
        found = rows.read(self._book.db, PEOPLE, ids)
        return [found[i] for i in ids if i in found]

    def all(self, *, active: bool = False) -> list[Person]:
        """Everyone, owner first; only those not switched off with `active`."""
        sql = "SELECT id FROM person ORDER BY role <> 'owner', id"
        return [p for p in self.several(self._ids(sql)) if p.active or not active]

    def named(self, text: str) -> Person:
        """The person of this name, or whose name starts like this."""
        wanted = text.strip().casefold()
        found = [p for p in self.all() if p.name.casefold() == wanted]
        found = found or [p for p in self.all() if p.name.casefold().startswith(wanted)]
        if len(found) != 1:
            names = ", ".join(p.name for p in self.all(active=True))
            raise NotFoundError(
                _("Nobody here is called “{text}”. In this book: {names}.").format(
                    text=text, names=names
                )
            )
        return found[0]

    def add(self, person: Person) -> Change:
        """Put a new person into the book."""
        with self._book.operation("person.add", Right.MANAGE) as op:
            op.subject = person.name
            op.add(_checked(replace(person, id=0)))
        return op.change

    def save(self, person: Person) -> Change:
        """Write a person that was changed; the last owner stays owner."""
        with self._book.operation("person.save", Right.MANAGE) as op:
            before = self.get(person.id)
            op.subject = person.name
            op.change_record(before, _checked(person))
            if not any(p.role is Role.OWNER for p in self.all(active=True)):
                raise InvalidInputError(_("A book needs an owner who is not switched off."))
        return op.change

    def let_in(self, person: Person, passphrase: str, cost: Cost | None = None) -> None:
        """Let a member of staff sign in with a passphrase; slow, the key is derived on purpose.

        Raises:
            RightRefusedError: somebody else than the owner is at the book.
            WeakPassphraseError: the passphrase could be guessed.
            NotFoundError: the owner is at the book without the owner's key.
        """
        self._book.ask(Right.MANAGE)
        key_file = add_seat(
            self._book.db.key_file,
            self._book.keys,
            person=str(person.id),
            name=person.name,
            passphrase=passphrase,
            cost=cost or Cost(),
            hints=(self._book.shop().name,),
        )
        self._book.db.save_keys(key_file)
        log.info("person %d may sign in", person.id)

    def here(self, person: Person) -> Change:
        """Note that a person signed in."""
        with self._book.operation("person.here", Right.SEE, undoable=False) as op:
            op.subject = person.name
            op.change_record(person, replace(person, last_here=clock.now()))
        return op.change


def _checked(person: Person) -> Person:
    if not person.name.strip():
        raise InvalidInputError(_("A person needs a name."), "name")
    return replace(person, name=person.name.strip())
