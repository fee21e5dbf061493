"""Follow-ups and promises: add, complete, put off, hand on, remind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from customerbook.book import agenda, due
from customerbook.book.agenda import Stretch
from customerbook.book.noun import Noun
from customerbook.book.writing import Operation
from customerbook.model import clock
from customerbook.model.change import Change
from customerbook.model.due import due_moment
from customerbook.model.errors import ConflictError, InvalidInputError
from customerbook.model.followup import FollowUp, FollowUpLine, FollowUpState, Reminder
from customerbook.model.interaction import Interaction
from customerbook.model.rights import Right
from customerbook.model.texts import _

_REMEMBERED, _LONG = timedelta(days=60), timedelta(days=7)
_SLICE = 500
"""Ids that are asked for in one statement."""


class FollowUps(Noun[FollowUp]):
    """Operations on follow-ups; a promise is one whose `promise` is set."""

    kind = "followup"

    def add(self, followup: FollowUp) -> Change:
        """Put a new follow-up into the book."""
        with self._book.operation("followup.add", Right.LOG) as op:
            op.subject = followup.title
            self.add_to(op, followup, None)
        return op.change

    def add_to(self, op: Operation, followup: FollowUp, origin: Interaction | None) -> FollowUp:
        """Add a follow-up within another operation, linked to the interaction it came from."""
        if origin is not None:
            followup = replace(
                followup,
                interaction_id=origin.id,
                customer_id=followup.customer_id or origin.customer_id,
                case_id=followup.case_id or origin.case_id,
            )
        person = self._book.person
        return op.add(
            replace(
                _checked(followup),
                id=0,
                zone=followup.zone or self._book.shop().zone,
                created=clock.now(),
                person_id=followup.person_id or (person.id if person else None),
            )
        )

    def save(self, followup: FollowUp) -> Change:
        """Write a follow-up that was changed."""
        with self._book.operation("followup.save", Right.LOG) as op:
            op.subject = followup.title
            op.change_record(self.get(followup.id), _checked(followup))
        return op.change

    def complete(self, *ids: int, result_id: int | None = None) -> Change:
        """Mark as done; a promise becomes kept, or kept late after its moment."""
        with self._book.operation("followup.complete", Right.LOG) as op:
            for followup in self.complete_in(op, ids, result_id):
                op.subject = op.subject or followup.title
        return op.change

    def complete_in(
        self, op: Operation, ids: Sequence[int], result_id: int | None
    ) -> list[FollowUp]:
        """Complete follow-ups within another operation; gives them as they were."""
        now, found = clock.now(), self._open(ids)
        for before in found:
            state = _ended(before, now)
            op.change_record(before, replace(before, state=state, done=now, result_id=result_id))
            if before.recurrence:
                op.add(due.following(before, now))
        return found

    def snooze(self, *ids: int, day: date, at: time | None = None, reason: str = "") -> Change:
        """Put off to another day; the time of day stays unless another is given."""
        with self._book.operation("followup.snooze", Right.LOG) as op:
            for before in self._open(ids):
                op.subject = op.subject or before.title
                at_time = at or before.due_time
                op.change_record(
                    before, replace(before, due_day=day, due_time=at_time, reason=reason)
                )
        return op.change

    def assign(self, *ids: int, person_id: int) -> Change:
        """Hand on to another person."""
        with self._book.operation("followup.assign", Right.LOG) as op:
            self._book.people.get(person_id)
            for before in self._open(ids):
                op.subject = op.subject or before.title
                op.change_record(before, replace(before, person_id=person_id))
        return op.change

    def drop(self, *ids: int, reason: str = "") -> Change:
        """End without doing it; a promise counts as withdrawn."""
        with self._book.operation("followup.drop", Right.LOG) as op:
            for before in self._open(ids):
                op.subject = op.subject or before.title
                state = FollowUpState.WITHDRAWN if before.promise else FollowUpState.DROPPED
                op.change_record(
                    before, replace(before, state=state, done=clock.now(), reason=reason)
                )
        return op.change

    def reopen(self, followup_id: int) -> Change:
        """Bring back one that was ended."""
        with self._book.operation("followup.reopen", Right.LOG) as op:
            before = self.get(followup_id)
            op.subject = before.title
            opened = replace(before, state=FollowUpState.OPEN, done=None, result_id=None)
            op.change_record(before, opened)
        return op.change

    def reminded(self, ids: Sequence[int]) -> Change:
        """Remember that these were shown, so that each is shown once."""
        with self._book.operation("reminder.shown", Right.LOG, undoable=False) as op:
            for followup in self.several(list(ids)):
                assert followup.due_day is not None
                moment = due_moment(followup.due_day, followup.due_time, followup.zone)
                op.add(Reminder(followup_id=followup.id, due=moment, shown=clock.now()))
        return op.change

    def line(self, followup_id: int) -> FollowUpLine:
        """One follow-up as a line."""
        self.get(followup_id)
        return due.lines(self._book.db, "WHERE f.id = ?", [followup_id])[0]

    def open(
        self, *, person_id: int | None = None, first: date | None = None, last: date | None = None
    ) -> list[FollowUpLine]:
        """Open ones in the order in which they become due, of one person, from day to day."""
        self._book.ask(Right.SEE)
        return due.open_lines(self._book.db, person_id, first, last)

    def due(self, *, person_id: int | None = None, on: date | None = None) -> list[FollowUpLine]:
        """What is due by the end of a day (today), the late ones first."""
        return self.open(person_id=person_id, last=on or clock.today(self._book.shop().zone))

    def ids(
        self,
        *,
        person_id: int | None = None,
        promise: bool | None = None,
        first: date | None = None,
        last: date | None = None,
        late: bool | None = None,
    ) -> list[int]:
        """Ids of open ones in the order in which they become due; quick for any number of them.

        `first` and `last` are days; `late` asks for those whose moment has passed, or has not.
        """
        self._book.ask(Right.SEE)
        stretch = Stretch(
            self._book.shop().zone, clock.now(), person_id, promise, first, last, late
        )
        return agenda.open_ids(self._book.db, stretch)

    def lines(self, ids: Sequence[int]) -> list[FollowUpLine]:
        """Rows of a list, in the order of the ids; those that are gone are left out."""
        self._book.ask(Right.SEE)
        found: dict[int, FollowUpLine] = {}
        for start in range(0, len(ids), _SLICE):
            some = list(ids[start : start + _SLICE])
            where = f"WHERE f.id IN ({', '.join('?' * len(some))})"
            found |= {line.id: line for line in due.lines(self._book.db, where, some)}
        return [found[i] for i in ids if i in found]

    def for_customer(self, customer_id: int) -> list[FollowUpLine]:
        """Open ones for a customer."""
        self._book.ask(Right.SEE)
        where = "WHERE f.customer_id = ? AND f.state = 'open' ORDER BY f.due, f.id"
        return due.lines(self._book.db, where, [customer_id])

    def broken(self, customer_id: int) -> list[FollowUpLine]:
        """Promises that a customer may hold against the shop, the latest first.

        Those that were broken within the last 60 days, and those still open a week after they
        were due.
        """
        self._book.ask(Right.SEE)
        now = clock.now()
        return due.broken_lines(self._book.db, customer_id, now - _REMEMBERED, now - _LONG)

    def of_interaction(self, interaction_id: int) -> list[FollowUp]:
        """What an interaction led to."""
        sql = "SELECT id FROM followup WHERE interaction_id = ? ORDER BY id"
        return self.several(self._ids(sql, interaction_id))

    def counts(
        self, first: date, last: date, *, person_id: int | None = None
    ) -> dict[date, tuple[int, int, int]]:
        """For days with open ones: (promises, other follow-ups, those of both that are late)."""
        self._book.ask(Right.SEE)
        zone = self._book.shop().zone
        stretch = Stretch(zone, clock.now(), person_id=person_id, first=first, last=last)
        return agenda.day_counts(self._book.db, stretch)

    def load(self, day: date, person_id: int | None = None) -> int:
        """How many promises are open for a day (of one person)."""
        return len(self.ids(person_id=person_id, promise=True, first=day, last=day))

    def to_remind(self, now: datetime) -> list[FollowUpLine]:
        """Those whose moment has come and that were not shown for it yet."""
        self._book.ask(Right.SEE)
        return due.to_remind(self._book.db, now)

    def next_reminder(self, now: datetime) -> datetime | None:
        """When the next reminder is to be shown, if any is left after now."""
        return due.next_reminder(self._book.db, now)

    def _open(self, ids: Sequence[int]) -> list[FollowUp]:
        found = self.several(list(ids))
        if len(found) < len(ids):
            self.get(next(i for i in ids if i not in {f.id for f in found}))
        ended = [f for f in found if f.state is not FollowUpState.OPEN]
        if ended:
            raise ConflictError(
                _("“{title}” is done already. Nothing was changed.").format(title=ended[0].title)
            )
        return found


def _ended(followup: FollowUp, now: datetime) -> FollowUpState:
    if not followup.promise:
        return FollowUpState.DONE
    assert followup.due_day is not None
    late = now > due_moment(followup.due_day, followup.due_time, followup.zone)
    return FollowUpState.KEPT_LATE if late else FollowUpState.KEPT


def _checked(followup: FollowUp) -> FollowUp:
    if not followup.title.strip():
        raise InvalidInputError(_("Say in a few words what is to be done."), "title")
    if followup.due_day is None:
        raise InvalidInputError(_("Say by when: “fri 14:00”, “tomorrow”, “in 2 weeks”."), "due")
    if followup.zone:
        ZoneInfo(followup.zone)
    return replace(followup, title=followup.title.strip())
