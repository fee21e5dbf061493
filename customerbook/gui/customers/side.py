"""The left column of the card: to remember, how to reach somebody, dates, details, consent."""

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.customers.side_row import SideRow
from customerbook.gui.customers.words import (
    CHANNEL_OF,
    DATE_ICONS,
    METHOD_ICONS,
    day_words,
    forbidden_below,
)
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.model import spoken
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Address,
    ContactMethod,
    Customer,
    DateKind,
    MethodKind,
)
from customerbook.model.phone import digits
from customerbook.model.texts import _


class Side(QWidget):
    """What is known of a customer, as rows below headings."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._country = deeds.shell.session.book.country
        self._reader = reader_of(deeds.shell.session)
        self._menu = Menu(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_customer(self, customer: Customer) -> None:
        """Show a customer in place of the one before."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._show_pinned(customer)
        rows = [self._method(customer, method) for method in _ordered(customer)]
        rows += [self._address(customer, address) for address in customer.addresses]
        self._show(_("Contact"), rows)
        self._show(_("Dates and details"), self._details(customer))
        loose = [note for note in customer.notes if not note.pinned]
        self._show(_("Notes"), [SideRow(note.text, "sticky-note") for note in loose])
        self._column.addStretch(1)

    def rows(self) -> list[SideRow]:
        """The rows from the top."""
        items = [self._column.itemAt(place) for place in range(self._column.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, SideRow)]

    def _show_pinned(self, customer: Customer) -> None:
        pinned = [note.text for note in customer.notes if note.pinned]
        if not pinned:
            return
        self._heading(_("To remember"))
        card = Card(fill="amberbg", edge=None, radius=8, spacing=8)
        card.column.setContentsMargins(12, 8, 12, 8)
        for text in pinned:
            card.add(Label(text, "text", wrap=True))
        self._column.addWidget(card)

    def _show(self, heading: str, rows: list[SideRow]) -> None:
        if not rows:
            return
        self._heading(heading)
        for place, row in enumerate(rows):
            self._column.addSpacing(8 if place else 4)
            self._column.addWidget(row)

    def _heading(self, text: str) -> None:
        self._column.addSpacing(14 if self._column.count() else 12)
        self._column.addWidget(Label(text, "badge", "ink2"))
        self._column.addSpacing(4)

    def _method(self, customer: Customer, method: ContactMethod) -> SideRow:
        channel = CHANNEL_OF.get(method.kind)
        forbidden = channel is not None and customer.forbids(channel)
        icon = METHOD_ICONS[method.kind]
        if forbidden and channel is not None:
            row = SideRow(
                method.value,
                "phone-off" if channel is Channel.CALL else icon,
                below=forbidden_below(channel),
                below_role="red",
                struck=True,
                offers=True,
            )
        else:
            below = _method_below(customer, method, channel)
            row = SideRow(
                method.value,
                icon,
                below=below,
                below_role="accent" if _is_preferred(customer, method, channel) else "ink3",
                offers=True,
            )
        url = "" if forbidden else _url(method)
        row.menu_wanted.connect(lambda place: self._offer(method.value, url, method.kind, place))
        return row

    def _address(self, customer: Customer, address: Address) -> SideRow:
        forbidden = customer.forbids(Channel.LETTER)
        text = address_text(address, self._country)
        row = SideRow(
            text,
            "map-pin",
            below=_("no letters") if forbidden else address.label,
            below_role="red" if forbidden else "ink3",
            offers=True,
        )
        row.menu_wanted.connect(lambda place: self._offer(text, "", None, place))
        return row

    def _details(self, customer: Customer) -> list[SideRow]:
        today = self._deeds.shell.session.now().date()
        rows = []
        for day in customer.dates:
            words = day_words(day, today, month_first=self._reader.month_first)
            below = day.label
            if not below and day.kind is not DateKind.BIRTHDAY:
                below = _("anniversary") if day.kind is DateKind.ANNIVERSARY else ""
            rows.append(SideRow(words, DATE_ICONS[day.kind], below=below))
        rows += [SideRow(field.value, "list", below=field.name) for field in customer.fields]
        for consent in customer.consents:
            if consent.given:
                below = ""
                if consent.day is not None:
                    day_said = spoken.short_date(consent.day, today)
                    below = _("since {day}").format(day=day_said)
                rows.append(SideRow(consent.purpose, "shield-check", below=below))
            else:
                words = _("No {purpose}").format(purpose=consent.purpose.lower())
                rows.append(SideRow(words, "shield-check"))
        return rows

    def _offer(self, text: str, url: str, kind: MethodKind | None, place: QPoint) -> None:
        """Open the menu of a row."""
        self._menu.clear()
        if url:
            words = {
                MethodKind.PHONE: _("Call with this computer"),
                MethodKind.EMAIL: _("Write with the mail program"),
                MethodKind.WEB: _("Open in the browser"),
            }
            icon = METHOD_ICONS[kind or MethodKind.WEB]
            opened = QUrl(url)
            act = words.get(kind or MethodKind.WEB, "")
            self._menu.add(act, lambda: QDesktopServices.openUrl(opened), icon=icon)
        self._menu.add(_("Copy"), lambda: self._deeds.copy(text), icon="copy")
        self._menu.popup(place)


def address_text(address: Address, home: str) -> str:
    """An address as lines; the country only where it is another one."""
    town = " ".join(part for part in (address.postcode, address.town) if part)
    box = _("PO box {number}").format(number=address.post_box) if address.post_box else ""
    country = address.country if address.country.upper() != home.upper() else ""
    lines = (address.street, address.extended, box, town, address.region, country)
    return "\n".join(line for line in lines if line)


def _ordered(customer: Customer) -> list[ContactMethod]:
    return sorted(customer.methods, key=lambda method: not method.preferred)


def _is_preferred(customer: Customer, method: ContactMethod, channel: Channel | None) -> bool:
    if customer.preferred_channel is not None:
        same = [m for m in customer.methods if CHANNEL_OF.get(m.kind) is channel]
        first = next((m for m in same if m.preferred), same[0] if same else None)
        return channel is customer.preferred_channel and method == first
    return method.preferred


def _method_below(customer: Customer, method: ContactMethod, channel: Channel | None) -> str:
    words = [method.label] if method.label else []
    if _is_preferred(customer, method, channel):
        words.append(_("preferred"))
        if customer.best_time:
            words.append(customer.best_time)
    return ", ".join(words)


def _url(method: ContactMethod) -> str:
    """What the system opens for a contact method; empty where it has nothing to open."""
    value = method.value.strip()
    match method.kind:
        case MethodKind.PHONE:
            number = digits(value)
            return f"tel:{'+' if value.startswith('+') else ''}{number}" if number else ""
        case MethodKind.EMAIL:
            return f"mailto:{value}" if "@" in value and not any(map(str.isspace, value)) else ""
        case MethodKind.WEB:
            return value if value.startswith(("http://", "https://")) else f"https://{value}"
        case _:
            return ""
