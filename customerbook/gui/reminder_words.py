"""What is said of reminders: in the window, on the desktop, and while the book is locked."""

from customerbook.model import spoken
from customerbook.model.followup import FollowUpLine
from customerbook.model.texts import _, ngettext

_NAMED = 3


def reminder_title(lines: list[FollowUpLine]) -> str:
    """Who it is about, or how many there are."""
    if len(lines) > 1:
        return ngettext("{n} reminder", "{n} reminders", len(lines)).format(n=len(lines))
    return lines[0].customer or _("Reminder")


def reminder_text(lines: list[FollowUpLine]) -> str:
    """What is to be done, one line each."""
    told = [_line(line, named=len(lines) > 1) for line in lines[:_NAMED]]
    if len(lines) > _NAMED:
        rest = len(lines) - _NAMED
        told.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
    return "\n".join(told)


def missed_words(lines: list[FollowUpLine]) -> tuple[str, str]:
    """The sentence of the banner for what came while the book was closed, and its first part."""
    n = len(lines)
    first = ngettext(
        "{n} reminder came while the book was closed:",
        "{n} reminders came while the book was closed:",
        n,
    ).format(n=n)
    names = list(dict.fromkeys(line.customer or line.title for line in lines))
    told = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        rest = len(names) - _NAMED
        told += " " + ngettext("and {n} more", "and {n} more", rest).format(n=rest)
    return f"{first} {told}", first


def came_words(lines: list[FollowUpLine]) -> tuple[str, str]:
    """The sentence of the banner for what has just come, and its first part."""
    if len(lines) > 1:
        first = ngettext("{n} reminder:", "{n} reminders:", len(lines)).format(n=len(lines))
        names = ", ".join(dict.fromkeys(line.customer or line.title for line in lines[:_NAMED]))
        return f"{first} {names}", first
    line = lines[0]
    first = _("Promised:") if line.promise else _("Reminder:")
    return f"{first} {_line(line, named=True)}", first


def locked_words(count: int) -> str:
    """How many have come while the book is locked; never who or what."""
    return ngettext(
        "{n} reminder is waiting. Sign in to see it.",
        "{n} reminders are waiting. Sign in to see them.",
        count,
    ).format(n=count)


def _line(line: FollowUpLine, *, named: bool) -> str:
    who = line.customer if named else ""
    if line.due_time is None:
        return ": ".join(part for part in (who, line.title) if part)
    clock = spoken.clock(line.due_time)
    if not who:
        return _("{time}: {what}").format(time=clock, what=line.title)
    return _("{name}, {time}: {what}").format(name=who, time=clock, what=line.title)
