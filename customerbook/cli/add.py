"""`add`: put a customer into the book."""

from argparse import ArgumentParser, Namespace
from datetime import date

from customerbook.book.book import Book
from customerbook.cli.moments import read_day
from customerbook.cli.opening import book_arguments, opened
from customerbook.cli.output import note, print_json, say
from customerbook.cli.shapes import customer_shape
from customerbook.cli.verb import UsageError, Verb
from customerbook.model.customer import (
    Address,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    DateKind,
    MethodKind,
    Note,
)
from customerbook.model.name import split_name
from customerbook.model.texts import _


def _arguments(parser: ArgumentParser) -> None:
    book_arguments(parser)
    parser.add_argument("--name", metavar="NAME", default="", help=_("as they say it"))
    for option, name, told in (
        ("--phone", "P", _("may be given several times, as --email and --tag")),
        ("--email", "E", None),
        ("--tag", "T", None),
    ):
        parser.add_argument(option, metavar=name, action="append", default=[], help=told)
    for option, name, told in (
        ("--organisation", "O", _("where they work; without --name the customer itself")),
        ("--title", "T", _("what they are there")),
        ("--street", "S", None),
        ("--postcode", "C", None),
        ("--town", "T", None),
        ("--country", "C", _("code such as DE")),
        ("--language", "L", _("code such as en")),
        ("--birthday", "DAY", _("such as 1981-02-02")),
        ("--note", "T", _("what to remember")),
    ):
        parser.add_argument(option, metavar=name, default="", help=told)


def _run(options: Namespace) -> int:
    if not (options.name or options.phone or options.email or options.organisation):
        raise UsageError(_("say who it is: --name, --phone, --email or --organisation"))
    with opened(options) as book:
        customer = _customer(book, options)
        similar = book.customers.similar(customer)
        added = book.customers.add(customer).first(Customer)
        if options.json:
            print_json(customer_shape(added))
        else:
            say(_("Added: {name} (No. {number})").format(name=added.name, number=added.id))
    for hit in similar:
        line = hit.line
        facts = ", ".join(part for part in (line.phone, line.email, line.town) if part)
        note(
            _("Perhaps the same as No. {number}, {name} ({facts})").format(
                number=line.id, name=line.name, facts=facts
            )
        )
    return 0


def _customer(book: Book, options: Namespace) -> Customer:
    given, family = split_name(options.name)
    organisation = bool(options.organisation and not options.name)
    phones = (ContactMethod(MethodKind.PHONE, value) for value in options.phone)
    emails = (ContactMethod(MethodKind.EMAIL, value) for value in options.email)
    home = Address(
        options.street, postcode=options.postcode, town=options.town, country=options.country
    )
    return Customer(
        kind=CustomerKind.ORGANISATION if organisation else CustomerKind.PERSON,
        given=given,
        family=family,
        organisation=options.organisation,
        title=options.title,
        language=options.language,
        methods=(*phones, *emails),
        addresses=(home,) if home != Address() else (),
        dates=(_birthday(read_day(book, options.birthday)),) if options.birthday else (),
        notes=(Note(options.note),) if options.note else (),
        tags=tuple(options.tag),
    )


def _birthday(day: date) -> CustomerDate:
    return CustomerDate(DateKind.BIRTHDAY, day.month, day.day, day.year)


VERB = Verb("add", lambda: _("Put a new customer into the book."), _arguments, _run)
