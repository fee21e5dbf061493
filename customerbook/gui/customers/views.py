"""Rows of the list: what a customer's line and what a search found look like."""

from dataclasses import dataclass
from datetime import datetime

from customerbook.gui.widgets.row_view import CustomerRowView
from customerbook.model import spoken
from customerbook.model.customer import CustomerKind, CustomerLine, Hit
from customerbook.model.name import initials
from customerbook.model.texts import _


@dataclass(frozen=True)
class NewcomerView:
    """The last row of a search: a new customer from what was typed."""

    text: str
    keys: str = ""

    @property
    def name(self) -> str:
        """What the row says."""
        return _("New customer “{text}”").format(text=self.text)

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return self.name


def line_view(line: CustomerLine, now: datetime) -> CustomerRowView:
    """A customer of the whole list: how to reach them and where."""
    second = " · ".join(part for part in (line.phone or line.email, line.town) if part)
    return _view(line, second or line.organisation, now)


def hit_view(hit: Hit, now: datetime) -> CustomerRowView:
    """A customer that was found, with what matched."""
    return _view(
        hit.line,
        hit.detail,
        now,
        name_places=_places(hit.name_spans),
        second_places=_places(hit.detail_spans),
        aside=_("similar") if hit.similar else "",
    )


def _view(
    line: CustomerLine,
    second: str,
    now: datetime,
    *,
    name_places: tuple[tuple[int, int], ...] = (),
    second_places: tuple[tuple[int, int], ...] = (),
    aside: str = "",
) -> CustomerRowView:
    alert, alert_text = alert_of(line)
    return CustomerRowView(
        name=line.name,
        second=second,
        name_places=name_places,
        second_places=second_places,
        date=spoken.short_day(line.last_contact, now) if line.last_contact else "",
        aside=aside,
        initials=letters_of(line.name),
        identity=str(line.id),
        organisation=line.kind is CustomerKind.ORGANISATION,
        alert=alert,
        alert_text=alert_text,
    )


def letters_of(name: str) -> str:
    """Initials for an avatar; a number sign for somebody known by a number only."""
    return initials(name) or "#"


def alert_of(line: CustomerLine) -> tuple[str, str]:
    """Icon and words of the most serious warning about a customer; empty for none."""
    if line.open_complaint:
        return "message-square-warning", _("open complaint")
    if line.do_not_call:
        return "phone-off", _("do not call")
    return "", ""


def _places(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """(start, length) as rows are painted, of (start, end) as a search gives them."""
    return tuple((start, end - start) for start, end in spans)
