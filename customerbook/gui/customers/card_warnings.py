"""What must be seen before anyone dials: forbidden channels and open complaints."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.words import forbidden_words
from customerbook.gui.interactions.words import CHANNEL_ICONS
from customerbook.gui.widgets.banner import WarningLine
from customerbook.model import spoken
from customerbook.model.channel import Channel
from customerbook.model.followup import FollowUpLine, FollowUpState
from customerbook.model.texts import _, ngettext


@dataclass(frozen=True)
class CardWarning:
    """One warning; `case_id` where its contacts can be looked at."""

    what: str
    instead: str
    icon: str
    since: str = ""
    case_id: int | None = None

    def line(self, open_case: Callable[[int], object]) -> WarningLine:
        """The warning as it stands on the card."""
        action = _("Open case") if self.case_id is not None else ""
        line = WarningLine(self.what, self.instead, icon=self.icon, since=self.since, action=action)
        if self.case_id is not None:
            line.action.setAccessibleDescription(self.instead)
            line.action.clicked.connect(partial(_open, open_case, self.case_id))
        return line


def card_warnings(matter: Matter, now: datetime, *, month_first: bool) -> tuple[CardWarning, ...]:
    """The warnings of a card, most serious first."""
    lines = []
    for forbidden in matter.customer.forbidden:
        channel = forbidden.channel
        icon = "phone-off" if channel is Channel.CALL else CHANNEL_ICONS[channel]
        since = _since(forbidden.since, month_first=month_first)
        words = forbidden_words(channel)
        lines.append(CardWarning(words, forbidden.advice, icon, since))
    for case in matter.complaints:
        words = _("Open complaint.")
        if case.opened is not None:
            minutes = max(0, int((now - case.opened).total_seconds() // 60))
            words = _("Open complaint for {time}.").format(time=spoken.waiting_words(minutes))
        lines.append(CardWarning(words, case.title, "message-square-warning", case_id=case.id))
    broken = (_broken(one, now, month_first=month_first) for one in matter.broken)
    return (*lines, *broken)


def _broken(line: FollowUpLine, now: datetime, *, month_first: bool) -> CardWarning:
    if line.state is FollowUpState.OPEN:
        days = (now.date() - line.due_day).days
        words = ngettext("Promise late by {n} day.", "Promise late by {n} days.", days)
        return CardWarning(words.format(n=days), line.title, "heart-crack")
    due = spoken.short_date(line.due_day, now.date(), month_first=month_first)
    since = _("due on {day}").format(day=due)
    return CardWarning(_("Broken promise."), line.title, "heart-crack", since)


def _open(open_case: Callable[[int], object], case_id: int, _pressed: object = None) -> None:
    open_case(case_id)


def _since(day: date | None, *, month_first: bool) -> str:
    """With its year always: one may have to name the day."""
    if day is None:
        return ""
    said = spoken.short_date(day, date.min, month_first=month_first)
    return _("asked on {day}").format(day=said)
