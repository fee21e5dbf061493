"""A follow-up as a row: when in words, who, what, and the way to reach them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from customerbook.gui.interactions.words import CHANNEL_ICONS
from customerbook.gui.widgets.painting import text_width
from customerbook.gui.widgets.row_view import BadgeView, MarginRowView, WhenTone
from customerbook.model import spoken
from customerbook.model.channel import Channel
from customerbook.model.followup import FollowUpKind, FollowUpLine
from customerbook.model.name import initials
from customerbook.model.texts import _, ngettext
from customerbook.model.when import When

_WRITTEN = frozenset({FollowUpKind.WRITE, FollowUpKind.SEND})
_UNITS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


@dataclass(frozen=True)
class Saying:
    """How rows are worded: seen from a moment, in the order of the country."""

    now: datetime
    month_first: bool = False


def kind_name(kind: FollowUpKind) -> str:
    """What is to be done, as a choice."""
    return {
        FollowUpKind.CALL_BACK: _("Call back"),
        FollowUpKind.WRITE: _("Write"),
        FollowUpKind.SEND: _("Send something"),
        FollowUpKind.ORDER: _("Order something"),
        FollowUpKind.CHECK: _("Check after solving"),
        FollowUpKind.DATE: _("Birthday or anniversary"),
        FollowUpKind.KEEP_IN_TOUCH: _("Keep in touch"),
        FollowUpKind.OTHER: _("Something else"),
    }[kind]


def way_to(line: FollowUpLine) -> Channel:
    """How the customer is best reached for it, and does not mind to be."""
    written = line.kind in _WRITTEN
    liked = None if line.kind is FollowUpKind.CALL_BACK else line.preferred
    return best_way(line.phone, line.email, line.forbidden, written=written, liked=liked)


def best_way(
    phone: str,
    email: str,
    forbidden: tuple[Channel, ...],
    *,
    written: bool = False,
    liked: Channel | None = None,
) -> Channel:
    """How to turn to a customer: as they like it, else by call, email or letter.

    What is known of them and what they do not want decide; `written` rules out a call.
    """
    call = bool(phone) and Channel.CALL not in forbidden and not written
    possible = {
        Channel.CALL: call,
        Channel.EMAIL: bool(email),
        Channel.LETTER: True,
        Channel.MESSAGE: True,
    }
    if liked is not None and possible.get(liked) and liked not in forbidden:
        return liked
    if call:
        return Channel.CALL
    if email and Channel.EMAIL not in forbidden:
        return Channel.EMAIL
    if written or Channel.CALL in forbidden:
        return Channel.LETTER
    return Channel.CALL


def way_to_write(line: FollowUpLine) -> Channel:
    """How one writes to the customer."""
    return best_way("", line.email, line.forbidden, written=True, liked=line.preferred)


def call_word() -> str:
    """The action of a call."""
    return _("Call")


def write_word() -> str:
    """The action of anything written."""
    return _("Write")


def is_late(line: FollowUpLine, now: datetime) -> bool:
    """Whether its moment has passed."""
    return line.due < now


def today_view(line: FollowUpLine, saying: Saying) -> MarginRowView:
    """A row of Today: how long there is, over the moment."""
    due = When(line.due_day, line.due_time)
    when = spoken.due_words(due, saying.now, month_first=saying.month_first)
    if (saying.now.date() - line.due_day).days > 1:
        small = spoken.short_date(
            line.due_day, saying.now.date(), weekday=True, month_first=saying.month_first
        )
    elif line.due_time is None:
        small = _after(line) or _("any time")
    elif line.due_day < saying.now.date():
        small = _("by {time}").format(time=spoken.clock(line.due_time))
    else:
        small = spoken.clock(line.due_time)
    if line.recurrence and line.due_day == saying.now.date() and not is_late(line, saying.now):
        when = spoken.clock(line.due_time) if line.due_time else when
        small = recurrence_words(line.recurrence)
    way = way_to(line)
    return _view(line, saying, when, small, way=way)


def list_view(line: FollowUpLine, saying: Saying, *, ticked: bool | None = None) -> MarginRowView:
    """A row of Follow-ups: the moment, over how long there is."""
    days = (line.due_day - saying.now.date()).days
    at = spoken.clock(line.due_time) if line.due_time else ""
    if days == 0 and not (is_late(line, saying.now) and not at):
        when = at or _after(line) or _("any time")
        due = When(line.due_day, line.due_time)
        small = spoken.due_words(due, saying.now, month_first=saying.month_first) if at else ""
    elif days == -1:
        when, small = _("yesterday"), at
    else:
        when = spoken.short_date(
            line.due_day, saying.now.date(), weekday=True, month_first=saying.month_first
        )
        small = at or _after(line) or (_("any time") if line.promise else "")
    if line.recurrence and days == 0 and not is_late(line, saying.now):
        small = recurrence_words(line.recurrence)
    return _view(line, saying, when, small, ticked=ticked, state=True)


def margin_words(saying: Saying) -> tuple[list[str], list[str]]:
    """The longest words of the language for a margin: how long there is, and the moment itself."""
    now, today = saying.now, saying.now.date()
    dates = [_widest_date(saying)]
    soon = [
        spoken.due_words(When(moment.date(), moment.time()), now)
        for moment in (now + timedelta(minutes=59), now + timedelta(hours=9))
    ]
    late = spoken.due_words(When(today - timedelta(days=10)), now)
    usual = [_("yesterday"), _("tomorrow"), _("any time"), _("after {time}").format(time="20:00")]
    by = _("by {time}").format(time="20:00")
    return (
        [late, *soon, *usual, *dates],
        [late, *soon, *usual, *dates, by, recurrence_words("FREQ=WEEKLY;INTERVAL=6")],
    )


def _widest_date(saying: Saying) -> str:
    """The longest date with its weekday: the widest one of those in the widest month."""
    today = saying.now.date()
    weekdays, months = spoken.short_weekday_names(), spoken.short_month_names()
    weekday = max(range(7), key=lambda day: text_width(weekdays[day], "name"))
    month = max(range(12), key=lambda place: text_width(months[place], "name")) + 1
    days = [date(today.year, month, day) for day in range(20, 27)]
    day = next(day for day in days if day.weekday() == weekday)
    return spoken.short_date(day, today, weekday=True, month_first=saying.month_first)


def recurrence_words(rule: str) -> str:
    """A recurrence in words: "every 6 weeks"; one that is not so simple only says that it is."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    unit, every = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
    if unit not in _UNITS or not every.isdecimal() or set(parts) - {"FREQ", "INTERVAL"}:
        return _("repeats")
    n = int(every)
    return {
        "DAILY": ngettext("every day", "every {n} days", n),
        "WEEKLY": ngettext("every week", "every {n} weeks", n),
        "MONTHLY": ngettext("every month", "every {n} months", n),
        "YEARLY": ngettext("every year", "every {n} years", n),
    }[unit].format(n=n)


def who(line: FollowUpLine) -> str:
    """The name of the row."""
    return _("No name yet") if is_nameless(line) else line.customer


def is_nameless(line: FollowUpLine) -> bool:
    """Whether nothing is known but a number, or not even that."""
    return line.customer_id is None and not any(sign.isalpha() for sign in line.customer)


def second_name(line: FollowUpLine) -> str:
    """What stands beside the name: the number of one without a name, or another spelling."""
    return line.customer if is_nameless(line) else line.nickname


def _after(line: FollowUpLine) -> str:
    if line.not_before is None:
        return ""
    return _("after {time}").format(time=spoken.clock(line.not_before))


def _tone(line: FollowUpLine, now: datetime) -> WhenTone:
    if is_late(line, now):
        return "red"
    return "amber" if line.due_day == now.date() and line.due_time else "plain"


def _view(
    line: FollowUpLine,
    saying: Saying,
    when: str,
    small: str,
    *,
    way: Channel | None = None,
    ticked: bool | None = None,
    state: bool = False,
) -> MarginRowView:
    badges: tuple[BadgeView, ...] = ()
    if Channel.CALL in line.forbidden and not state:
        badges = (BadgeView(_("do not call"), "red", "phone-off"),)
    late = is_late(line, saying.now)
    promise = BadgeView(_("promise"), "red" if late else "amber")
    action = "" if way is None else call_word() if way is Channel.CALL else write_word()
    return MarginRowView(
        name=who(line),
        second_name=second_name(line),
        what=line.title,
        when=when,
        when_small=small,
        when_tone=_tone(line, saying.now),
        badges=badges,
        state=promise if state and line.promise else None,
        repeats=state and bool(line.recurrence),
        staff=initials(line.person),
        staff_name=line.person,
        action=action,
        action_icon=CHANNEL_ICONS[way] if way else "",
        ticked=ticked,
    )
