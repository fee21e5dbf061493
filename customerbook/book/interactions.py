"""Interactions: log, read, correct, and give to a customer later."""

from collections.abc import Collection
from dataclasses import replace

from customerbook.book import lines
from customerbook.book.customers import checked
from customerbook.book.noun import Noun, as_id
from customerbook.book.references import next_reference
from customerbook.book.writing import Operation
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.channel import Channel
from customerbook.model.customer import Customer
from customerbook.model.errors import InvalidInputError, NotFoundError, RightRefusedError
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction, InteractionLine
from customerbook.model.rights import Right
from customerbook.model.texts import _
from customerbook.store.milliseconds import to_milliseconds

_RATINGS = range(6)


class Interactions(Noun[Interaction]):
    """Operations on interactions."""

    kind = "interaction"

    def log(
        self,
        interaction: Interaction,
        *,
        followup: FollowUp | None = None,
        new_customer: Customer | None = None,
        completes: int | None = None,
    ) -> Change:
        """Log a contact in one stroke.

        With it come the customer it made known, the follow-up or promise that it led to, and the
        id of an open follow-up that it completes.
        """
        with self._book.operation("interaction.log", Right.LOG) as op:
            if new_customer is not None:
                self._book.ask(Right.CHANGE_CUSTOMERS)
                known = op.add(checked(replace(new_customer, id=0, created=clock.now())))
                interaction = replace(interaction, customer_id=known.id)
            logged = self._add(op, interaction)
            if followup is not None:
                self._book.followups.add_to(op, followup, logged)
            if completes is not None:
                self._book.followups.complete_in(op, [completes], logged.id)
            op.subject = logged.reference
        return op.change

    def _add(self, op: Operation, interaction: Interaction) -> Interaction:
        person = self._book.person
        moment = interaction.moment or clock.now()
        return op.add(
            replace(
                _checked(interaction),
                id=0,
                moment=moment,
                reference=next_reference(self._book, moment),
                person_id=interaction.person_id or (person.id if person else None),
            )
        )

    def save(self, interaction: Interaction) -> Change:
        """Write an interaction that was corrected; other people's only with the right to delete."""
        with self._book.operation("interaction.save", Right.LOG) as op:
            before = self._own(interaction.id)
            op.subject = before.reference
            op.change_record(before, replace(_checked(interaction), reference=before.reference))
        return op.change

    def assign(self, interaction_id: int, customer_id: int) -> Change:
        """Give an interaction (and what follows from it) to the customer it was with."""
        with self._book.operation("interaction.assign", Right.LOG) as op:
            before = self.get(interaction_id)
            self._book.customers.get(customer_id)
            op.subject = before.reference
            op.change_record(before, replace(before, customer_id=customer_id, caller=""))
            for followup in self._book.followups.of_interaction(interaction_id):
                op.change_record(followup, replace(followup, customer_id=customer_id))
        return op.change

    def remove(self, interaction_id: int) -> Change:
        """Take an interaction out, with the follow-ups that came from it."""
        with self._book.operation("interaction.remove", Right.LOG) as op:
            before = self._own(interaction_id)
            if self._rows("SELECT 1 FROM document WHERE interaction_id = ?", interaction_id):
                raise InvalidInputError(
                    _(
                        "A confirmation of {reference} was handed over, so it stays. "
                        "Correct it instead."
                    ).format(reference=before.reference)
                )
            op.subject = before.reference
            for followup in self._book.followups.of_interaction(interaction_id):
                op.remove(followup)
            op.remove(before)
        return op.change

    def by_reference(self, text: str) -> Interaction:
        """The interaction with this reference (`2026-00042`) or id."""
        self._book.ask(Right.SEE)
        sql = "SELECT id FROM interaction WHERE reference = ?"
        ids = self._ids(sql, text.strip())
        if not ids and (number := as_id(text)):
            ids = self._ids("SELECT id FROM interaction WHERE id = ?", number)
        if not ids:
            raise NotFoundError(
                _("There is no interaction “{text}”. References look like 2026-00042.").format(
                    text=text.strip()
                )
            )
        return self.get(ids[0])

    def timeline(
        self,
        customer_id: int,
        limit: int = 50,
        before: InteractionLine | None = None,
        channels: Collection[Channel] = (),
        case_id: int | None = None,
    ) -> list[InteractionLine]:
        """Contacts of a customer, newest first; `before` is the last line already shown."""
        self._book.ask(Right.SEE)
        where, values = "WHERE i.customer_id = ?", [customer_id]
        if before is not None:
            where += " AND (i.moment, i.id) < (?, ?)"
            values += [to_milliseconds(before.moment), before.id]
        if channels:
            where += f" AND i.channel IN ({', '.join(repr(c.value) for c in channels)})"
        if case_id is not None:
            where += " AND i.case_id = ?"
            values.append(case_id)
        where += " ORDER BY i.moment DESC, i.id DESC LIMIT ?"
        return lines.interaction_lines(self._book.db, where, [*values, limit])

    def latest(self, limit: int = 5) -> list[InteractionLine]:
        """The newest contacts of all customers."""
        self._book.ask(Right.SEE)
        order = "ORDER BY i.moment DESC, i.id DESC LIMIT ?"
        return lines.interaction_lines(self._book.db, order, [limit])

    def line(self, interaction_id: int) -> InteractionLine:
        """One contact as a line."""
        self._book.ask(Right.SEE)
        found = lines.interaction_lines(self._book.db, "WHERE i.id = ?", [interaction_id])
        return found[0] if found else self._missing(interaction_id)

    def _missing(self, interaction_id: int) -> InteractionLine:
        self.get(interaction_id)
        raise NotFoundError(_("This interaction is not in the book any more."))

    def count(self) -> int:
        """How many interactions there are."""
        return int(self._rows("SELECT count(*) FROM interaction")[0][0])

    def _own(self, interaction_id: int) -> Interaction:
        before = self.get(interaction_id)
        person = self._book.person
        if person and before.person_id != person.id and not self._book.may(Right.DELETE):
            raise RightRefusedError(
                _("This was logged by someone else. They or the owner can change it.")
            )
        return before


def _checked(interaction: Interaction) -> Interaction:
    if interaction.rating is not None and interaction.rating not in _RATINGS:
        raise InvalidInputError(_("A rating is a number from 1 to 5."), "rating")
    if interaction.duration is not None and interaction.duration < 0:
        raise InvalidInputError(_("A call cannot be shorter than nothing."), "duration")
    return interaction
