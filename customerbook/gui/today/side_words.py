"""Rows of the side column: dates that come round, and what was logged lately."""

from datetime import date, datetime

from customerbook.gui.followups.words import best_way, call_word, write_word
from customerbook.gui.interactions.customer_plate import avatar_kind
from customerbook.gui.interactions.words import CHANNEL_ICONS, channel_name, outcome_state
from customerbook.gui.widgets.row_view import BadgeView, LineRowView
from customerbook.model import spoken
from customerbook.model.channel import Channel
from customerbook.model.customer import DateKind
from customerbook.model.interaction import InteractionLine, Outcome
from customerbook.model.name import initials
from customerbook.model.occasion import Occasion
from customerbook.model.texts import _, ngettext

_SHOWN_OUTCOMES = {
    Outcome.RESOLVED: "green",
    Outcome.PROMISED: "amber",
    Outcome.TO_FOLLOW_UP: "amber",
}


def occasion_view(one: Occasion, today: date) -> LineRowView:
    """A row of *Dates*: "70th birthday tomorrow"."""
    way = best_way(one.phone, one.email, one.forbidden, liked=one.preferred)
    return LineRowView(
        name=one.customer,
        what=_("{what} {day}").format(what=_occasion(one), day=_day(one.day, today)),
        initials=initials(one.customer),
        identity=str(one.customer_id),
        kind=avatar_kind(one.customer_kind),
        action=call_word() if way is Channel.CALL else write_word(),
        action_icon=CHANNEL_ICONS[way],
    )


def lately_view(line: InteractionLine, now: datetime, *, month_first: bool) -> LineRowView:
    """A row of *Lately*: when, how, who, what about, and how it ended."""
    state = None
    if line.outcome in _SHOWN_OUTCOMES and line.outcome is not None:
        state = BadgeView(outcome_state(line.outcome), _SHOWN_OUTCOMES[line.outcome])  # type: ignore[arg-type]
    first = next(iter(line.note.splitlines()), "")
    what = (first[:-1] if first.endswith(".") and ". " not in first else first) or line.topic
    return LineRowView(
        name=line.customer or _("Walk-in"),
        second_name=line.nickname,
        what=what or channel_name(line.channel),
        time=spoken.short_day(line.moment, now, month_first=month_first),
        icon=CHANNEL_ICONS[line.channel],
        quiet=line.customer_id is None,
        state=state,
    )


def _day(day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return _("on {weekday}").format(weekday=spoken.weekday_names()[day.weekday()])


def _occasion(one: Occasion) -> str:
    if one.kind is DateKind.BIRTHDAY:
        return _birthday(one.years)
    what = one.label or (_("anniversary") if one.kind is DateKind.ANNIVERSARY else _("a date"))
    if not one.years:
        return what
    return ngettext("{n} year {what}", "{n} years {what}", one.years).format(n=one.years, what=what)


def _birthday(years: int | None) -> str:
    """English has four endings; other languages translate all of them alike."""
    if not years:
        return _("birthday")
    ending = 0 if years % 100 in (11, 12, 13) else years % 10
    words = {
        1: _("{n}st birthday"),
        2: _("{n}nd birthday"),
        3: _("{n}rd birthday"),
    }.get(ending, _("{n}th birthday"))
    return words.format(n=years)
