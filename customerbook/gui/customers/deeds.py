"""What one can do with the customer whose card is shown; buttons, menu and commands call these."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from customerbook.gui.customers.changing import Part, with_record
from customerbook.gui.shell import Shell
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Customer, MethodKind
from customerbook.model.errors import BookError, DiskError
from customerbook.model.rights import Right
from customerbook.model.texts import _

_WRITTEN = (Channel.EMAIL, Channel.MESSAGE, Channel.LETTER)


class Deeds:
    """The deeds; all of them concern `customer`, who is set by the card."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.customer = Customer()

    def may(self, right: Right) -> bool:
        """Whether the person at the book may do what takes this right."""
        return self.shell.session.may(right)

    def may_change(self) -> bool:
        """Whether the customer may be changed, by this person and in this book."""
        return self.may(Right.CHANGE_CUSTOMERS) and not self.shell.session.book.read_only

    def change(self, part: Part, place: int, was: object | None, now: object | None) -> str:
        """Put a record in place of another, in one change; the sentence of what speaks against it.

        A new record has no `was`, one that is taken out no `now`.
        """
        return self.save(lambda customer: with_record(customer, part, place, was, now))

    def save(self, changed: Callable[[Customer], Customer]) -> str:
        """Change the customer as the book has them; the sentence of what speaks against it."""
        session = self.shell.session
        customers = session.book.customers
        try:
            after = changed(customers.get(self.customer.id))
            change = session.do(customers.save, after)
        except DiskError as error:
            self.shell.say(error)
            return str(error)
        except BookError as error:
            return str(error)
        words = _("Saved: {name}").format(name=after.name)
        self.shell.toast(words, undo=bool(change.entries))
        return ""

    def written_channel(self) -> Channel | None:
        """How to write to the customer: the way they prefer, else one that is not forbidden."""
        preferred = self.customer.preferred_channel
        ways = [preferred, *_WRITTEN] if preferred in _WRITTEN else [*_WRITTEN]
        return next((way for way in ways if way and not self.customer.forbids(way)), None)

    def write(self) -> None:
        """Log a letter, email or message to the customer."""
        channel = self.written_channel()
        if channel is not None:
            self.log(channel, Direction.OUTBOUND)

    def log(self, channel: Channel, direction: Direction | None = None) -> None:
        """Log a contact with the customer."""
        self.shell.log(channel, customer_id=self.customer.id, direction=direction)

    def follow_up(self) -> None:
        """Plan something to do for the customer."""
        self.shell.new_followup(customer_id=self.customer.id)

    def print_summary(self) -> None:
        """Show the customer summary before it is printed."""
        self.shell.preview("summary", self.customer.id)

    def edit(self) -> None:
        """Open the form of the customer."""
        self.shell.edit_customer(self.customer.id)

    def remove(self) -> None:
        """Put the customer into the bin; the toast brings them back."""
        session, name = self.shell.session, self.customer.name
        try:
            session.do(session.book.customers.remove, self.customer.id)
        except BookError as error:
            self.shell.say(error)
            return
        self.shell.toast(_("{name} was deleted.").format(name=name), undo=True)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.shell.toast(_("Copied: {text}").format(text=" ".join(text.split())))

    def first(self, kind: MethodKind) -> str:
        """The preferred number or address of a kind; empty if there is none."""
        return next(iter(self.customer.values(kind)), "")
