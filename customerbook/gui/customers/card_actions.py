"""The row of buttons on the card; what the customer prefers is the primary one."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.commands import command
from customerbook.gui.customers.deeds import Deeds
from customerbook.gui.interactions.words import CHANNEL_ICONS, not_wanted
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.flow import Flow
from customerbook.gui.widgets.menu import Menu
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Customer, MethodKind
from customerbook.model.rights import Right
from customerbook.model.texts import _

_CALL, _VISIT, _WRITE = "call", "visit", "write"


class CardActions(QWidget):
    """Write, log a visit or call, follow-up; print and a menu at the end."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.write = Button(_("Write"), icon="mail", parent=self)
        self.visit = Button(_("Log visit"), icon="store", parent=self)
        self.call = Button(_("Log call"), icon="phone", parent=self)
        self.followup = Button(_("Follow-up"), icon="calendar-plus", parent=self)
        self.print = IconButton(
            "printer",
            _("Print the summary"),
            kind="secondary",
            size=40,
            keys=command("print").shortcut,
        )
        self.more = IconButton("ellipsis", _("More"), kind="secondary", size=40)
        self._menu = Menu(self)
        self._start = Flow()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._start, 1)
        row.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.write.clicked.connect(deeds.write)
        self.visit.clicked.connect(lambda: deeds.log(Channel.VISIT))
        self.call.clicked.connect(lambda: deeds.log(Channel.CALL, Direction.OUTBOUND))
        self.followup.clicked.connect(deeds.follow_up)
        self.print.clicked.connect(deeds.print_summary)
        self.more.clicked.connect(self.open_menu)
        self._order: tuple[str, ...] = ()

    def show_customer(self, customer: Customer) -> None:
        """Offer what fits this customer; a forbidden channel says why it is not offered."""
        written = self._deeds.written_channel()
        calls = not customer.forbids(Channel.CALL)
        self._allow(self.call, Channel.CALL, customer, allowed=calls)
        self.call.icon_name = "phone" if calls else "phone-off"
        self._allow(self.write, Channel.EMAIL, customer, allowed=written is not None)
        self.write.icon_name = CHANNEL_ICONS[written or Channel.EMAIL]
        first = _first(customer, calls=calls, writes=written is not None)
        self._arrange(first)
        buttons = {_WRITE: self.write, _VISIT: self.visit, _CALL: self.call}
        for name, button in buttons.items():
            button.set_kind("primary" if name == first else "secondary")

    def first(self) -> Button:
        """The primary button."""
        return {_WRITE: self.write, _VISIT: self.visit, _CALL: self.call}[self._order[0]]

    def open_menu(self) -> None:
        """Offer everything else below the button."""
        self.fill(self._menu)
        corner = QPoint(self.more.width() - self._menu.sizeHint().width(), self.more.height() + 4)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(0)
        self._menu.popup(self.more.mapToGlobal(corner))

    def fill(self, menu: Menu) -> None:
        """Put everything that can be done with the customer beside the buttons into a menu."""
        deeds, customer = self._deeds, self._deeds.customer
        menu.clear()
        if deeds.may(Right.CHANGE_CUSTOMERS):
            menu.add(_("Change"), deeds.edit, icon="pencil", keys=command("edit").shortcut)
        menu.add(_("Print the summary"), deeds.print_summary, icon="printer")
        menu.addSeparator()
        if customer.forbids(Channel.CALL):
            menu.add(
                _("Log a call from them"),
                lambda: deeds.log(Channel.CALL, Direction.INBOUND),
                icon="phone-incoming",
            )
        for channel, words in (
            (Channel.EMAIL, _("Log an email from them")),
            (Channel.MESSAGE, _("Log a message from them")),
            (Channel.LETTER, _("Log a letter from them")),
        ):
            menu.add(
                words,
                partial(deeds.log, channel, Direction.INBOUND),
                icon=CHANNEL_ICONS[channel],
            )
        self._add_copies(menu)
        if deeds.may(Right.DELETE):
            menu.addSeparator()
            keys = command("remove").shortcut
            menu.add(_("Delete"), deeds.remove, icon="trash", keys=keys, danger=True)

    def _add_copies(self, menu: Menu) -> None:
        deeds, customer = self._deeds, self._deeds.customer
        copies = [
            (_("Copy the phone number"), deeds.first(MethodKind.PHONE)),
            (_("Copy the email address"), deeds.first(MethodKind.EMAIL)),
            (_("Copy the name"), customer.name),
        ]
        menu.addSeparator()
        for words, text in copies:
            if text:
                menu.add(words, partial(deeds.copy, text), icon="copy")

    def _arrange(self, first: str) -> None:
        """Put the primary button first; the others keep their order."""
        order = (first, *(name for name in (_VISIT, _CALL, _WRITE) if name != first))
        if order == self._order:
            return
        self._order = order
        while self._start.flow.takeAt(0) is not None:
            pass
        buttons = {_WRITE: self.write, _VISIT: self.visit, _CALL: self.call}
        row = [*(buttons[name] for name in order), self.followup]
        for place, button in enumerate(row):
            self._start.add(button)
            if place:
                self.setTabOrder(row[place - 1], button)
        self.setTabOrder(row[-1], self.print)
        self._start.flow.invalidate()  # the same widgets in another order: Qt sees no change
        self._start.flow.activate()

    def _allow(self, button: Button, channel: Channel, who: Customer, *, allowed: bool) -> None:
        button.setEnabled(allowed)
        button.explain("" if allowed else not_wanted(channel, who.name))


def _first(customer: Customer, *, calls: bool, writes: bool) -> str:
    """What is done with this customer before anything else."""
    preferred = customer.preferred_channel
    if preferred in (Channel.VISIT, Channel.MEETING):
        return _VISIT
    prefers_writing = preferred in (Channel.EMAIL, Channel.MESSAGE, Channel.LETTER)
    if writes and (prefers_writing or not calls):
        return _WRITE
    if calls and customer.phones:
        return _CALL
    return _WRITE if writes and customer.emails else _VISIT
