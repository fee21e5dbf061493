"""A visit is logged by one who uses neither keys nor mouse: AT-SPI alone moves the program."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from customerbook.book.book import open_book
from customerbook.model.channel import Channel
from customerbook.model.interaction import Outcome
from tests.accessibility.reader import Reader
from tests.gui.counter import PASSPHRASE

NOTE = "Brake pads are worn. New ones are ordered."


def test_a_visit_is_logged(
    open_book_at: Callable[[], AbstractContextManager[Reader]], book: Path
) -> None:
    with open_book_at() as reader:
        reader.press("Log visit", "push button")
        form = reader.find("Log a visit", "dialog")
        reader.write("Customer", "mueller gr")
        reader.press("Choose: Grace Mueller")
        reader.find("Grace Mueller…", "panel")
        reader.write("Note", NOTE)
        reader.press("Promised", "radio button")
        reader.write("Promise", "Call when the pads are here")
        reader.write("By when", "fri 14:00")
        reader.press("Save", "push button")
        reader.gone(form)
        said = reader.hear("Saved as …")
    kept = open_book(book, passphrase=PASSPHRASE)
    kept.sign_in_holder()
    contact = kept.interactions.get(kept.interactions.latest(1)[0].id)
    customer = kept.customers.get(contact.customer_id or 0)
    kept.close()
    assert contact.note == NOTE
    assert contact.channel is Channel.VISIT
    assert contact.outcome is Outcome.PROMISED
    assert customer.name == "Grace Mueller"
    assert said == f"Saved as {contact.reference}"
