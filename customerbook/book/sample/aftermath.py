"""What came of an invented contact: a promise that was kept (or not), an order, a solved case."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from customerbook.book.sample import phrases
from customerbook.book.sample.draws import chance
from customerbook.book.sample.story import Story
from customerbook.model.case import Case, CaseStatus
from customerbook.model.channel import Channel
from customerbook.model.followup import FollowUp, FollowUpKind, FollowUpState
from customerbook.model.interaction import Interaction, Outcome
from customerbook.model.purchase import Purchase, PurchaseLine

_ENDS = (
    *((FollowUpState.KEPT,) * 90),
    *((FollowUpState.KEPT_LATE,) * 6),
    *((FollowUpState.WITHDRAWN,) * 2),
    *((FollowUpState.BROKEN,) * 2),
)
_BUYS = 0.12


class Aftermath:
    """Collects what follows from contacts, in their order; `now` ends all of it.

    Follow-ups and purchases get ids in the order in which they come, after those of the story.
    """

    def __init__(self, seed: int, now: datetime, zone: str, story: Story) -> None:
        self._random = chance("aftermath", seed)
        self._now = now
        self._zone = zone
        self._wall = ZoneInfo(zone)
        self._told_followups, self._told_purchases = len(story.tasks), len(story.orders)
        self.followups: list[FollowUp] = []
        self.purchases: list[Purchase] = []
        self.cases: list[Case] = []

    def follow(self, contact: Interaction, case_numbers: list[str]) -> None:
        """Draw what came of a contact."""
        drawn = self._random.random()
        if contact.outcome is Outcome.PROMISED or contact.outcome is Outcome.TO_FOLLOW_UP:
            self.followups.append(self._followup(contact, drawn))
        elif contact.channel is Channel.VISIT and contact.customer_id and drawn < _BUYS:
            self.purchases.append(self._purchase(contact, drawn / _BUYS))
        if contact.case_id:
            number = case_numbers[contact.case_id - 1]
            self.cases.append(self._case(contact, number, drawn))

    def _followup(self, contact: Interaction, drawn: float) -> FollowUp:
        promise = contact.outcome is Outcome.PROMISED
        moment = _moment(contact)
        due = moment + timedelta(days=1 + int(drawn * 9))
        done = min(self._now, due - timedelta(hours=3))
        state = _ENDS[int(drawn * 1000) % 100] if promise else FollowUpState.DONE
        if state in (FollowUpState.KEPT_LATE, FollowUpState.BROKEN):
            done = min(self._now, due + timedelta(days=2))
        titles = phrases.PROMISES if promise else phrases.TASKS
        return FollowUp(
            id=self._told_followups + len(self.followups) + 1,
            kind=FollowUpKind.CALL_BACK if promise else FollowUpKind.CHECK,
            title=titles[int(drawn * 10_000) % len(titles)],
            customer_id=contact.customer_id,
            case_id=contact.case_id,
            interaction_id=contact.id,
            person_id=contact.person_id,
            due_day=due.astimezone(self._wall).date(),
            due_time=time(10 + int(drawn * 8)) if drawn < 0.4 else None,
            zone=self._zone,
            promise=promise,
            state=state,
            created=moment,
            done=done,
        )

    def _purchase(self, contact: Interaction, drawn: float) -> Purchase:
        # Cheap things are bought more often than dear ones.
        text, price = phrases.ARTICLES[int(drawn * drawn * len(phrases.ARTICLES))]
        more, price_of_it = phrases.ARTICLES[0]
        lines = [PurchaseLine(text, 1, price)]
        if drawn > 0.7:
            lines.append(PurchaseLine(more, 2, 2 * price_of_it))
        return Purchase(
            id=self._told_purchases + len(self.purchases) + 1,
            number=f"T-{10_000 + len(self.purchases)}",
            customer_id=contact.customer_id,
            moment=contact.moment,
            total=sum(line.amount for line in lines),
            source="till",
            lines=tuple(lines),
        )

    def _case(self, contact: Interaction, number: str, drawn: float) -> Case:
        moment = _moment(contact)
        cause, correction, prevention = phrases.CAUSES[int(drawn * len(phrases.CAUSES))]
        solved = min(self._now, moment + timedelta(days=1 + int(drawn * 6)))
        case = Case(
            id=contact.case_id or 0,
            number=number,
            customer_id=contact.customer_id,
            title=contact.note.partition(".")[0],
            complaint=True,
            responsible_id=contact.person_id,
            opened=moment,
            cause=cause,
        )
        solution = prevention if drawn < 0.4 else ""
        return replace(
            case,
            status=CaseStatus.SOLVED,
            solved=solved,
            correction=correction,
            prevention=solution,
        )


def _moment(contact: Interaction) -> datetime:
    assert contact.moment is not None
    return contact.moment
