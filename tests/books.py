"""Books for tests: real, encrypted, with a key derivation that is cheap but still legal."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from customerbook.book.book import Book, create_book, open_book
from customerbook.model.channel import Channel
from customerbook.model.customer import Address, ContactMethod, Customer, MethodKind
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction
from customerbook.model.shop import Shop
from customerbook.store.passphrase import Cost

PASSPHRASE = "seven wet tandems at noon"
CHEAP = Cost(19, 1)
SHOP = Shop(name="Radwerk Linden", country="DE", zone="Europe/Berlin")


def new_book(folder: Path, shop: Shop = SHOP) -> Book:
    """A new book in a folder, its owner signed in."""
    book, _ = create_book(
        folder / "shop", shop=shop, owner="Martha Lindner", passphrase=PASSPHRASE, cost=CHEAP
    )
    return book


def reopened(book: Book) -> Book:
    """The same book after the program was closed and started again."""
    book.close()
    again = open_book(book.folder, passphrase=PASSPHRASE)
    again.sign_in_holder()
    return again


def someone(name: str = "", *phones: str, **more: Any) -> Customer:
    """A customer as one types them: "Given Family" and phones."""
    given, _, family = name.rpartition(" ")
    methods = tuple(ContactMethod(MethodKind.PHONE, phone) for phone in phones)
    methods += tuple(ContactMethod(MethodKind.EMAIL, e) for e in more.pop("emails", ()))
    addresses = tuple(Address(town=town) for town in more.pop("towns", ()))
    made = Customer(given=given, family=family, methods=methods, addresses=addresses)
    return replace(made, **more)


def added(book: Book, customer: Customer) -> Customer:
    """A customer put into the book."""
    return book.customers.add(customer).first(Customer)


def logged(book: Book, customer_id: int | None = None, note: str = "", **more: Any) -> Interaction:
    """A visit put into the book."""
    made = Interaction(channel=Channel.VISIT, customer_id=customer_id, note=note, **more)
    return book.interactions.log(made).first(Interaction)


def promised(book: Book, title: str, day: date, at: time | None = None, **more: Any) -> FollowUp:
    """A promise put into the book."""
    made = FollowUp(title=title, due_day=day, due_time=at, promise=True, **more)
    return book.followups.add(made).first(FollowUp)
