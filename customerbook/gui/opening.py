"""Opens forms and sheets over the page; each is imported when it is first wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from customerbook.model.channel import Channel, Direction

if TYPE_CHECKING:
    from customerbook.gui.actions import Offer
    from customerbook.gui.interactions.spare_form import SpareForm
    from customerbook.gui.shell import Shell


def log_form(
    spare: "SpareForm",
    channel: Channel,
    customer_id: int | None,
    completes: int | None,
    direction: Direction | None,
) -> QWidget:
    """The form that logs a contact; a draft that was kept is in it."""
    form = spare.take()
    form.begin(channel, customer_id=customer_id, completes=completes, direction=direction)
    return form


def followup_form(shell: "Shell", customer_id: int | None) -> QWidget:
    """The form of a new follow-up."""
    from customerbook.gui.followups.form import FollowUpForm  # noqa: PLC0415

    return FollowUpForm(shell, customer_id=customer_id)


def customer_form(shell: "Shell", customer_id: int) -> QWidget:
    """The form of a customer who is in the book."""
    from customerbook.gui.customers.form import CustomerForm  # noqa: PLC0415

    return CustomerForm(shell, shell.session.book.customers.get(customer_id))


def new_customer_form(shell: "Shell", text: str) -> QWidget:
    """The form of a new customer, filled from what was typed: digits are a phone."""
    from customerbook.gui.customers.form import CustomerForm  # noqa: PLC0415

    return CustomerForm(shell, shell.session.book.customers.from_text(text))


def wizard(shell: "Shell", path: Path | None) -> QWidget:
    """Taking over customers from a file."""
    from customerbook.gui.exchange.wizard import ImportWizard  # noqa: PLC0415

    made = ImportWizard(shell, path)
    made.newest_wanted.connect(shell.show_newest)
    return made


def preview(shell: "Shell", kind: str, subject_id: int) -> QWidget:
    """A document before it is printed."""
    from customerbook.gui.documents.preview import Preview  # noqa: PLC0415

    return Preview(shell, kind, subject_id)


def print_now(shell: "Shell", kind: str, subject_id: int) -> None:
    """Keep a document and print it without a question."""
    from customerbook.gui.documents.printing import print_now as print_it  # noqa: PLC0415

    print_it(shell, kind, subject_id)


def palette(shell: "Shell", offers: "list[Offer]", page: str) -> QWidget:
    """The list of all commands."""
    from customerbook.gui.palette import Palette  # noqa: PLC0415

    return Palette(shell.sheet_host(), offers, page)


def keys_sheet(shell: "Shell", offers: "list[Offer]") -> QWidget:
    """The sheet of all keys."""
    from customerbook.gui.shortcuts import KeysSheet  # noqa: PLC0415

    return KeysSheet(shell.sheet_host(), offers, shell.session.may)
