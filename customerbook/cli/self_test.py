"""`self-test`: proves an installed program on a book of its own, which it takes away again."""

import os
import secrets
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta
from importlib.util import find_spec
from pathlib import Path

from customerbook.book.book import Book, create_book, open_book
from customerbook.book.sample import make_sample
from customerbook.cli.output import say
from customerbook.cli.verb import Verb
from customerbook.documents import DOCUMENTS, Options
from customerbook.model import clock
from customerbook.model.channel import Channel
from customerbook.model.customer import ContactMethod, Customer, MethodKind
from customerbook.model.errors import WrongKeyError
from customerbook.model.followup import FollowUp
from customerbook.model.interaction import Interaction
from customerbook.model.shop import Shop
from customerbook.model.texts import _
from customerbook.store.passphrase import Cost

_CHEAP = Cost(19, 1)
"""Nothing in the books of a self-test is worth a guess."""


class FailedError(Exception):
    """A step gave another result than it should."""


@dataclass(slots=True)
class _Bench:
    """What the steps work on."""

    folder: Path
    passphrase: str = field(default_factory=lambda: secrets.token_hex(16))
    book: Book | None = None
    customer: int = 0

    @property
    def open(self) -> Book:
        """The book that is open now."""
        assert self.book is not None
        return self.book


def _make(bench: _Bench) -> None:
    shop = Shop(name="Self-test")
    bench.book, _code = create_book(
        bench.folder / "made", shop=shop, owner="Owner", passphrase=bench.passphrase, cost=_CHEAP
    )


def _add(bench: _Bench) -> None:
    phone = ContactMethod(MethodKind.PHONE, "0171 3920014")
    new = Customer(given="Łucja", family="Müller", methods=(phone,))
    bench.customer = bench.open.customers.add(new).first(Customer).id


def _find(bench: _Bench) -> None:
    for text in ("mull", "lucja", "0014", "+49171"):
        if [hit.line.id for hit in bench.open.customers.find(text)] != [bench.customer]:
            raise FailedError(text)


def _log(bench: _Bench) -> None:
    due = clock.today("Europe/Berlin") + timedelta(days=1)
    promise = FollowUp(title="Ring back", promise=True, due_day=due, due_time=time(14))
    visit = Interaction(channel=Channel.VISIT, customer_id=bench.customer, note="Wheel trued.")
    bench.open.interactions.log(visit, followup=promise)
    _expect(bench, 1)


def _undo(bench: _Bench) -> None:
    bench.open.undo()
    _expect(bench, 0)
    bench.open.redo()
    _expect(bench, 1)


def _expect(bench: _Bench, contacts: int) -> None:
    found = bench.open.interactions.count(), len(bench.open.followups.open())
    if found != (contacts, contacts):
        raise FailedError(str(found))


def _reopen(bench: _Bench) -> None:
    bench.open.close()
    try:
        open_book(bench.open.folder, passphrase="wrong " + bench.passphrase)
    except WrongKeyError:
        pass
    else:
        raise FailedError("opened with a wrong passphrase")
    bench.book = open_book(bench.open.folder, passphrase=bench.passphrase)
    bench.open.sign_in_holder()
    _expect(bench, 1)


def _check(bench: _Bench) -> None:
    if problems := bench.open.check():
        raise FailedError(problems[0])
    bench.open.close()


def _sample(bench: _Bench) -> None:
    bench.book, _code = make_sample(
        bench.folder / "sample",
        passphrase=bench.passphrase,
        customers=60,
        interactions=200,
        cost=_CHEAP,
    )


def _documents(bench: _Bench) -> None:
    for kind in DOCUMENTS:
        newest = bench.open.interactions.latest(1)[0].id
        subject = newest if kind.subject == "interaction" else 1
        if not kind.build(bench.open, subject, Options()).content.startswith(b"%PDF-"):
            raise FailedError(kind.name)


def _pages(bench: _Bench) -> None:
    """Every page of the window, in a process of its own: Qt is no part of the command line."""
    bench.open.close()
    if find_spec("PySide6") is None:
        say(_("The window is not installed here, so its pages were not opened."))
        return
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "customerbook.gui.self_test", str(bench.open.folder)],
        env={**os.environ, "CUSTOMERBOOK_PASSPHRASE": bench.passphrase},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode != 0:
        told = (done.stdout or done.stderr).strip().splitlines()
        raise FailedError(told[-1] if told else f"exit code {done.returncode}")


def _steps() -> Iterator[tuple[str, Callable[[_Bench], None]]]:
    yield _("make an encrypted book"), _make
    yield _("add a customer"), _add
    yield _("find by name and number"), _find
    yield _("log a visit with a promise"), _log
    yield _("undo and redo"), _undo
    yield _("close, refuse a wrong passphrase, open"), _reopen
    yield _("check the whole book"), _check
    yield _("make a sample book"), _sample
    yield _("build every document"), _documents
    yield _("check the sample book"), _check
    yield _("open every page of the window"), _pages


def _run(_options: Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="customerbook-") as folder:
        bench = _Bench(Path(folder))
        try:
            return _all(bench)
        finally:
            if bench.book is not None:
                bench.book.close()


def _all(bench: _Bench) -> int:
    for name, step in _steps():
        try:
            step(bench)
        except Exception as error:
            # No customer is in these books but invented ones: the reason may be told.
            say(_("FAILED  {step}: {reason}").format(step=name, reason=repr(error)))
            return 1
        say(_("ok  {step}").format(step=name))
    say(_("All is well."))
    return 0


def _arguments(_parser: ArgumentParser) -> None:
    """Nothing is needed."""


VERB = Verb(
    "self-test", lambda: _("Prove this installation on a book of its own."), _arguments, _run
)
