"""Which customers a verb is about: filters, a saved list, or numbers and names."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace

from customerbook.book.book import Book
from customerbook.cli.numbers import count
from customerbook.cli.verb import UsageError
from customerbook.model.errors import NotFoundError
from customerbook.model.filter import NOBODY, NOBODY_TYPED, Filter
from customerbook.model.saved_list import SavedList
from customerbook.model.texts import _


def filter_arguments(parser: ArgumentParser) -> None:
    """What narrows a list; of several, all must hold."""
    told = parser.add_argument_group(_("which customers"))
    told.add_argument(
        "--tag", metavar="T", action="append", default=[], help=_("several times: all of them")
    )
    told.add_argument("--town", metavar="T", default="", help=_("an address there"))
    told.add_argument("--responsible", metavar="NAME", help=_("or “nobody”"))
    told.add_argument(
        "--quiet", metavar="DAYS", type=count, default=0, help=_("no contact for so many days")
    )
    told.add_argument("--open-followup", action="store_true", help=_("something is to be done"))
    told.add_argument("--consent", metavar="PURPOSE", default="", help=_("given, not withdrawn"))
    told.add_argument("--list", metavar="NAME", default="", help=_("of a saved list as well"))


def customer_arguments(parser: ArgumentParser) -> None:
    """Customers by number or name, and filters."""
    words_argument(
        parser, "customers", metavar="CUSTOMER", told=_("numbers or names; or filters below")
    )
    filter_arguments(parser)


def words_argument(parser: ArgumentParser, name: str, *, metavar: str, told: str) -> None:
    """Words that may be left out, and may stand before or behind options.

    With `nargs="*"` they could not stand behind: none of them would be taken at once.
    """
    argument = parser.add_argument(name, metavar=metavar, nargs="+", default=[], help=told)
    argument.required = False


def wanted_list(book: Book, options: Namespace) -> SavedList:
    """The list that the options mean: a saved one, narrowed by what else was said."""
    saved = saved_list(book, options.list) if options.list else SavedList()
    base = saved.wanted
    responsible = base.responsible
    if options.responsible:
        responsible = person_id(book, options.responsible) or NOBODY
    wanted = Filter(
        tags=tuple(dict.fromkeys((*base.tags, *options.tag))),
        responsible=responsible,
        open_followup=base.open_followup or options.open_followup,
        quiet_days=options.quiet or base.quiet_days,
        town=options.town or base.town,
        consent=options.consent or base.consent,
    )
    return replace(saved, wanted=wanted)


def person_id(book: Book, name: str) -> int | None:
    """The id of a person; None for nobody."""
    return None if name.casefold() == NOBODY_TYPED else book.people.named(name).id


def chosen(book: Book, options: Namespace, *, everybody: bool = False) -> list[int]:
    """Ids of the customers that were named, or that the filters let through.

    Without either that is all of them, if `everybody` allows it.
    """
    found = wanted_list(book, options)
    if options.customers:
        if found.wanted:
            raise UsageError(_("name customers or give filters, not both"))
        return _named(book, options.customers)
    if not (found.wanted or everybody):
        raise UsageError(_("say which customers: numbers, names, or a filter such as --tag"))
    return book.customers.ids(found.order, found.wanted)


def _named(book: Book, texts: Sequence[str]) -> list[int]:
    return [book.customers.resolve(text).id for text in texts]


def saved_list(book: Book, name: str) -> SavedList:
    """The saved list of this name; NotFoundError, with the names that there are, if none is."""
    if (found := book.lists.named(name)) is not None:
        return found
    names = ", ".join(one.name for one in book.lists.all())
    if not names:
        raise NotFoundError(_("This book has no saved lists yet."))
    raise NotFoundError(
        _("There is no list “{name}”. In this book: {names}.").format(name=name, names=names)
    )
