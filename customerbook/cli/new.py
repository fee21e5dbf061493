"""`new`: make an empty book."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from customerbook.book.book import create_book
from customerbook.cli.opening import json_argument, new_passphrase
from customerbook.cli.output import note, print_json, say
from customerbook.cli.verb import Verb
from customerbook.cli.zones import zone_of
from customerbook.model.country import COUNTRIES, currency_of, paper_of
from customerbook.model.errors import OpeningError
from customerbook.model.shop import Shop
from customerbook.model.texts import _
from customerbook.store.folder import named
from customerbook.store.passphrase import measured_cost, refuse_weak
from customerbook.store.place import advice, place_of

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("book", metavar="BOOK", type=Path, help=_("folder to make"))
    parser.add_argument("--shop", metavar="NAME", required=True, help=_("name of the shop"))
    parser.add_argument("--owner", metavar="NAME", required=True, help=_("who owns the book"))
    parser.add_argument(
        "--country",
        metavar="CODE",
        type=_country,
        default="DE",
        help=_("in whose way numbers are written (default: %(default)s)"),
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        type=_language,
        default="en",
        help=_("of the shop's documents (default: %(default)s)"),
    )
    json_argument(parser)


def _country(text: str) -> str:
    from customerbook.exchange.countries import country_code  # noqa: PLC0415 - 40 KiB of names

    code = country_code(text)
    code = code if code in COUNTRIES else text.strip().upper()
    if code not in COUNTRIES:
        raise ArgumentTypeError(
            _("there is no country “{text}”; use a code such as DE").format(text=text)
        )
    return code


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ArgumentTypeError(
            _("“{text}” is no language; use a code such as en or pt-BR").format(text=text)
        )
    return text


def _run(options: Namespace) -> int:
    refuse_existing(options.book)
    secret = new_passphrase()
    refuse_weak(secret, (options.shop, options.owner))
    shop = Shop(
        name=options.shop,
        owner=options.owner,
        country=options.country,
        language=options.language,
        zone=zone_of(options.country),
        currency=currency_of(options.country),
        paper=paper_of(options.country),
    )
    book, code = create_book(
        options.book, shop=shop, owner=options.owner, passphrase=secret, cost=measured_cost()
    )
    folder = book.folder
    book.close()
    if advised := advice(place_of(folder)):
        note(advised)
    if options.json:
        made = {name: getattr(shop, name) for name in ("country", "language", "zone", "currency")}
        told = {"book": str(folder), "shop": shop.name.strip(), "owner": shop.owner.strip()}
        print_json({**told, **made, "recovery_code": code})
        return 0
    say(_("The book is made: {folder}").format(folder=folder))
    tell_recovery_code(code)
    return 0


def refuse_existing(path: Path) -> None:
    """Say that there is something already before anything is asked."""
    if named(path).exists():
        raise OpeningError(
            _("“{path}” exists already. Nothing was changed; choose another name.").format(
                path=named(path)
            )
        )


def tell_recovery_code(code: str) -> None:
    """Print the recovery code and what it is for."""
    say(_("Recovery code, shown this once: {code}").format(code=code))
    say(
        _(
            "Write it down and keep it away from this computer. Without it and without the "
            "passphrase nobody can open the book."
        )
    )


VERB = Verb(
    "new", lambda: _("Make an empty book; prints the recovery code once."), _arguments, _run
)
