"""The hand-written story as records: short names become ids, moments references."""

from datetime import datetime

from customerbook.book.sample.numbers import Numbers
from customerbook.book.sample.story import Contact, Matter, Order, Story, Task
from customerbook.model.case import Case
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction
from customerbook.model.purchase import Purchase, PurchaseLine


def fitting(stories: list[Story], known: set[str], most: int) -> Story:
    """One story of those who are in the book, with at most so many contacts: the newest."""
    known = {*known, ""}
    contacts = [c for story in stories for c in story.contacts if c.who in known]
    contacts.sort(key=lambda contact: contact.moment)
    return Story(
        contacts[max(0, len(contacts) - most) :],
        [task for story in stories for task in story.tasks if task.who in known],
        [matter for story in stories for matter in story.matters if matter.who in known],
        [order for story in stories for order in story.orders if order.who in known],
    )


class Retold:
    """Turns a story into records while the contacts of the book are numbered."""

    def __init__(
        self, story: Story, ids: dict[str, int], topic_ids: dict[str, int], numbers: Numbers
    ) -> None:
        self.story = story
        self._ids = ids
        self._topic_ids = topic_ids
        self._numbers = numbers
        self._matters = {matter.key: matter for matter in story.matters}
        self._case_ids: dict[str, int] = {}
        self._origins: dict[str, Interaction] = {}
        self.cases: list[Case] = []

    def contact(self, told: Contact) -> Interaction:
        """One contact; they must come in the order of time."""
        number, reference = self._numbers.next_interaction(told.moment)
        made = Interaction(
            id=number,
            reference=reference,
            channel=told.channel,
            direction=told.direction,
            moment=told.moment,
            duration=told.duration,
            customer_id=self._ids.get(told.who),
            caller=told.caller,
            topic_id=self._topic_ids[told.topic],
            nature=told.nature,
            note=told.note,
            private_note=told.private_note,
            outcome=told.outcome,
            person_id=told.person,
            rating=told.rating,
            case_id=self._case(told.matter, told.moment),
        )
        if told.key:
            self._origins[told.key] = made
        return made

    def _case(self, key: str, moment: datetime) -> int | None:
        """The id of a matter; its case is opened with its first contact."""
        if key and key not in self._case_ids:
            number = self._case_ids[key] = self._numbers.next_case(moment)
            self.cases.append(self._opened(self._matters[key], number))
        return self._case_ids.get(key)

    def _opened(self, matter: Matter, number: int) -> Case:
        return Case(
            id=number,
            number=self._numbers.cases[number - 1],
            customer_id=self._ids[matter.who],
            title=matter.title,
            status=matter.status,
            complaint=matter.complaint,
            responsible_id=matter.person,
            opened=matter.opened,
            solved=matter.solved,
            cause=matter.cause,
            correction=matter.correction,
            prevention=matter.prevention,
        )

    def followup(self, number: int, task: Task, now: datetime, zone: str) -> FollowUp:
        """One task; the contact it came from is known by now."""
        origin = self._origins.get(task.origin)
        created = origin.moment if origin and origin.moment else now
        return FollowUp(
            id=number,
            kind=task.kind,
            title=task.title,
            customer_id=self._ids[task.who],
            case_id=self._case_ids.get(task.matter),
            interaction_id=origin.id if origin else None,
            person_id=task.person,
            due_day=task.day,
            due_time=task.at,
            not_before=task.not_before,
            zone=zone,
            promise=task.promise,
            state=task.state,
            recurrence=task.recurrence,
            after_completion=bool(task.recurrence),
            created=created,
            done=None if task.state is FollowUpState.OPEN else created,
        )

    def purchase(self, number: int, order: Order) -> Purchase:
        """One order."""
        return Purchase(
            id=number,
            number=order.number,
            customer_id=self._ids[order.who],
            moment=order.moment,
            total=sum(cents for _, _, cents in order.articles),
            source=order.source,
            lines=tuple(PurchaseLine(*article) for article in order.articles),
        )
