"""An entry of the timeline, ready to paint."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from customerbook.documents import DOCUMENTS
from customerbook.gui.customers.timeline_reading import Entry
from customerbook.gui.customers.words import contact_words, money, nature_word
from customerbook.gui.interactions.names import first_name
from customerbook.gui.interactions.words import CHANNEL_ICONS, outcome_state
from customerbook.gui.widgets.chip import Tone
from customerbook.gui.widgets.row_view import BadgeView
from customerbook.model import spoken
from customerbook.model.interaction import InteractionLine, Outcome
from customerbook.model.purchase import Purchase
from customerbook.model.texts import _

_TONES: Final[dict[Outcome, Tone]] = {
    Outcome.RESOLVED: "green",
    Outcome.PROMISED: "amber",
    Outcome.TO_FOLLOW_UP: "amber",
    Outcome.NO_ANSWER: "neutral",
    Outcome.INFORMATION: "neutral",
}


@dataclass(frozen=True)
class TimelineView:
    """A contact or a purchase.

    `documents` are (id, words). `private` is None without a private note, empty while it is
    closed, else the note. `whole` shows all lines of the note. What is `editable` may be changed
    by the person at the book.
    """

    kind: str
    icon: str
    day: str
    below: str = ""
    about: str = ""
    note: str = ""
    meta: tuple[str, ...] = ()
    documents: tuple[tuple[int, str], ...] = ()
    state: BadgeView | None = None
    amount: str = ""
    private: str | None = None
    whole: bool = False
    printable: bool = False
    editable: bool = False

    @property
    def name(self) -> str:
        """What kind of entry it is."""
        return self.kind

    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        state = self.state.text if self.state else self.amount
        documents = [words for _id, words in self.documents]
        private = []
        if self.private is not None:
            closed = _("has a private note")
            private = [_("private: {note}").format(note=self.private) if self.private else closed]
        parts = [self.day, self.below, self.kind, self.about, state, self.note, *self.meta]
        return ", ".join(part for part in [*parts, *documents, *private] if part)


def entry_view(
    entry: Entry, now: datetime, language: str, *, month_first: bool, editable: bool = True
) -> TimelineView:
    """A contact or purchase as it stands in the timeline; `now` is in the shop's zone."""
    if isinstance(entry, Purchase):
        return _purchase_view(entry, now, language, month_first=month_first)
    return _contact_view(entry, now, month_first=month_first, editable=editable)


def _contact_view(
    line: InteractionLine, now: datetime, *, month_first: bool, editable: bool
) -> TimelineView:
    day, below = _when(line.moment, now, month_first=month_first)
    about = [nature_word(line.nature) if line.nature else "", line.topic]
    rated = _("rated {n} of 5").format(n=line.rating) if line.rating else ""
    meta = (line.reference, first_name(line.person), rated)
    return TimelineView(
        kind=contact_words(line.channel, line.direction),
        icon=CHANNEL_ICONS[line.channel],
        day=day,
        below=below,
        about=", ".join(part for part in about if part),
        note=line.note,
        meta=tuple(part for part in meta if part),
        documents=_documents(line),
        state=BadgeView(outcome_state(line.outcome), _TONES[line.outcome])
        if line.outcome
        else None,
        private="" if line.has_private_note else None,
        printable=True,
        editable=editable,
    )


def _purchase_view(
    purchase: Purchase, now: datetime, language: str, *, month_first: bool
) -> TimelineView:
    day, below = "", ""
    if purchase.moment is not None:
        day, below = _when(purchase.moment, now, month_first=month_first)
    articles = [
        f"{line.quantity} × {line.text}" if line.quantity != 1 else line.text
        for line in purchase.lines
    ]
    return TimelineView(
        kind=_("Purchase"),
        icon="receipt-text",
        day=day,
        below=below,
        about=purchase.source,
        note="\n".join(articles),
        meta=(purchase.number,) if purchase.number else (),
        amount=money(purchase.total, purchase.currency, language),
    )


def _documents(line: InteractionLine) -> tuple[tuple[int, str], ...]:
    """The newest of each kind first; older ones are told apart by a number."""
    labels = {kind.name: kind.label() for kind in DOCUMENTS}
    found = []
    for place, (document_id, kind) in enumerate(reversed(line.documents)):
        words = labels.get(kind, kind)
        older = place and line.documents[-1][1] == kind
        number = len(line.documents) - place
        found.append((document_id, f"{words} ({number})" if older else words))
    return tuple(found)


def _when(moment: datetime, now: datetime, *, month_first: bool) -> tuple[str, str]:
    """Day over time; of another year the year stands below."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return _("Today"), spoken.clock(local.time())
    day = spoken.short_date(
        local.date().replace(year=2000),
        now.date().replace(year=2000, month=1, day=1),
        month_first=month_first,
    )
    if local.year == now.year:
        return day, spoken.clock(local.time())
    return day, str(local.year)
