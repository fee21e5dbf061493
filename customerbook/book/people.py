"""People: who works in the shop and may sign in."""

import logging
from collections.abc import Callable
from dataclasses import replace

from customerbook.book.key_changes import owner_keys, save_keys
from customerbook.book.noun import Noun
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError, NotFoundError
from customerbook.model.person import Person, Role
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store import rows, this_pc
from customerbook.store.mappings import PEOPLE
from customerbook.store.passphrase import Cost, measured_cost
from customerbook.store.rotation import Progress, change_data_key, unheard
from customerbook.store.slots import seat_of_person
from customerbook.store.ways_in import let_in, shut_out, with_names

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

    def responsible_for(self) -> dict[int, int]:
        """How many customers each person is responsible for, by their id."""
        self._book.ask(Right.SEE)
        sql = (
            "SELECT responsible_id, count(*) FROM customer "
            "WHERE deleted IS NULL AND responsible_id IS NOT NULL GROUP BY responsible_id"
        )
        return dict(self._rows(sql))

    def add(self, person: Person) -> Change:
        """Put a new person into the book."""
        with self._book.operation("person.add", Right.PEOPLE) as op:
            op.subject = person.name
            added = op.add(_checked(replace(person, id=0)))
        log.info("person %d is added", added.id)
        return op.change

    def save(self, person: Person) -> Change:
        """Write a person that was changed; who is switched off loses every way in.

        Raises:
            InvalidInputError: no name; the owner switched off; another role.
        """
        self._book.ask(Right.PEOPLE)
        self._book.ask(Right.PEOPLE)
        before = self.get(person.id)
        leaves = before.active and not person.active
        if before.role is not person.role:
            raise InvalidInputError(_("The owner of a book stays its owner, and staff stay staff."))
        if leaves and person.role is Role.OWNER:
            raise InvalidInputError(_("A book needs an owner who is not switched off."))
        with self._book.operation(
            "person.save", Right.PEOPLE, undoable=before.active == person.active
        ) as op:
            op.subject = person.name
            op.change_record(self.get(person.id), _checked(person))
            if leaves:
                self._shut_out(person)
        if leaves:
            log.info("person %d is switched off", person.id)
        self.show_names()
        return op.change

    def switch_off(self, person: Person) -> Change:
        """Let somebody no longer sign in; their name stays on what they logged.

        What they know opens nothing any more, but an older copy of the key file is not worthless:
        see `remove`. To switch somebody on again, save them active and let them in.
        """
        self._book.ask(Right.PEOPLE)
        return self.save(replace(self.get(person.id), active=False))

    def let_in(self, person: Person, passphrase: str, cost: Cost | None = None) -> Change:
        """Give a member of staff a passphrase; those before, PINs and staying signed in are gone.

        Slow, the key is derived on purpose.

        Raises:
            RightRefusedError: somebody else than the owner is at the book.
            ConfirmationNeededError: the owner's passphrase is needed.
            WeakPassphraseError: the passphrase could be guessed.
            NotFoundError: it is the owner, who changes the own passphrase.
        """
        book, before = self._book, self._book.db.key_file
        book.ask(Right.PEOPLE)
        after = let_in(
            before,
            owner_keys(book),
            person=str(person.id),
            name=person.name,
            passphrase=passphrase,
            cost=cost or measured_cost(),
            hints=(book.shop().name,),
        )
        gone = this_pc.slots_of(before, str(person.id))
        change = save_keys(
            book, "person.let-in", Right.PEOPLE, before=before, after=after, person=person
        )
        this_pc.forget(before.book, gone)
        return change

    def remove(
        self, person: Person, *, before: Callable[[], object], progress: Progress = unheard
    ) -> Change:
        """Shut somebody out for good: switched off, and the book locked anew without them.

        Neither their passphrase nor an old copy of the key file opens what is written from now on.
        Their name stays on what they logged. Nobody reads or writes meanwhile, about 20 s for each
        GB: for a worker, while the window shows how far it is.

        Args:
            person: a member of staff.
            before: called before anything is changed: the place for a verified backup.
            progress: told how far it is (0 to 1), by another thread.

        Raises:
            ConfirmationNeededError: the owner's passphrase is needed.
            InvalidInputError: it is the owner.
            DiskError: full or failing; the person is switched off, but try again to lock anew.
        """
        book, key_file = self._book, self._book.db.key_file
        book.ask(Right.PEOPLE)
        if person.role is Role.OWNER:
            raise InvalidInputError(_("The owner of a book cannot be removed."))
        owner = owner_keys(book)
        before()
        gone = this_pc.slots_of(key_file, str(person.id))
        with book.operation("person.remove", Right.PEOPLE, undoable=False) as op:
            found = self.get(person.id)
            op.subject, op.noted = found.name, True
            op.change_record(found, replace(found, active=False))
            self._shut_out(person)
        if seat_of_person(key_file.rights, str(person.id)) is not None:
            change_data_key(book.db, owner, without=str(person.id), progress=progress)
        this_pc.forget(key_file.book, gone)
        log.info("person %d is removed", person.id)
        return op.change

    def show_names(self) -> None:
        """Show people at sign-in as they are called now, where the owner key is at hand."""
        book = self._book
        if book.keys.is_owner:
            names = {str(person.id): person.name for person in self.all()}
            named = with_names(book.db.key_file, book.keys, names)
            if named is not book.db.key_file:
                book.db.save_keys(named)

    def _shut_out(self, person: Person) -> None:
        db = self._book.db
        after = shut_out(db.key_file, self._book.keys, str(person.id))
        if after is not db.key_file:
            db.save_keys(after)

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
