"""What must be seen before anyone dials: forbidden channels and open complaints."""

from datetime import date, datetime

from customerbook.gui.customers.matter import Matter
from customerbook.gui.customers.words import forbidden_words
from customerbook.gui.interactions.words import CHANNEL_ICONS
from customerbook.gui.widgets.banner import WarningLine
from customerbook.model import spoken
from customerbook.model.channel import Channel
from customerbook.model.texts import _


def warning_lines(matter: Matter, now: datetime, *, month_first: bool) -> list[WarningLine]:
    """The warnings of a card, most serious first."""
    lines = []
    for forbidden in matter.customer.forbidden:
        channel = forbidden.channel
        icon = "phone-off" if channel is Channel.CALL else CHANNEL_ICONS[channel]
        since = _since(forbidden.since, month_first=month_first)
        words = forbidden_words(channel)
        lines.append(WarningLine(words, forbidden.advice, icon=icon, since=since))
    for case in matter.complaints:
        words = _("Open complaint.")
        if case.opened is not None:
            minutes = max(0, int((now - case.opened).total_seconds() // 60))
            words = _("Open complaint for {time}.").format(time=spoken.waiting_words(minutes))
        lines.append(WarningLine(words, case.title, icon="message-square-warning"))
    return lines


def _since(day: date | None, *, month_first: bool) -> str:
    """With its year always: one may have to name the day."""
    if day is None:
        return ""
    said = spoken.short_date(day, date.min, month_first=month_first)
    return _("asked on {day}").format(day=said)
