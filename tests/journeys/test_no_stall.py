"""The window answers at once whatever the program is busy with: no stall of more than 50 ms."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from customerbook.book.sample import make_sample
from customerbook.gui.documents.preview import Preview
from customerbook.gui.exchange.wizard import ImportWizard
from customerbook.gui.window import Window
from customerbook.model import clock
from customerbook.model.customer import Customer
from customerbook.model.interaction import Interaction
from customerbook.model.rights import Right
from tests.books import CHEAP, PASSPHRASE
from tests.gui.documents.paper import pages, stand_printer
from tests.journeys.computer import Computer
from tests.journeys.scenes import Scene, look_round, play, table_of
from tests.watchdog import LIMIT, Watchdog, watched

CUSTOMERS, INTERACTIONS, NEW, VISITS = 1000, 3000, 3000, 300


pytestmark = pytest.mark.alone


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    """A place whose speed does not depend on what else is written on this computer."""
    memory = Path("/dev/shm")
    usable = memory.is_dir() and os.access(memory, os.W_OK)
    with tempfile.TemporaryDirectory(dir=memory if usable else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def grown(disk: Path) -> Path:
    """A book that somebody has worked with for a while."""
    book, _ = make_sample(
        disk / "grown",
        customers=CUSTOMERS,
        interactions=INTERACTIONS,
        seed=1,
        passphrase=PASSPHRASE,
        cost=CHEAP,
    )
    book.close()
    return book.folder


@pytest.fixture
def window(computer: Computer, grown: Path, disk: Path) -> Iterator[Window]:
    """The window of such a book, every page of which was seen once."""
    folder = disk / "shop.customerbook"
    shutil.copytree(grown, folder)
    computer.start(folder)
    computer.sign_in()
    assert computer.program.at_book is not None
    window = computer.program.at_book.window
    for page in ("customers", "followups", "today"):
        window.go(page)
    play(iter([0.3]))
    yield window
    computer.clear_away()
    shutil.rmtree(folder)


def at_work(window: Window, wizard: ImportWizard) -> Scene:
    """Look round as long as the wizard is busy."""
    while wizard.busy_now():
        yield from look_round(window)


def allowed(window: Window) -> float:
    """What the window may take: 50 ms, or on a computer where it always takes longer, so much."""
    dog = Watchdog()
    dog.start()
    play(look_round(window))
    play(look_round(window))
    dog.stop()
    return max(LIMIT, dog.worst.own * 1.5)


def test_import_while_somebody_looks_things_up(window: Window, disk: Path) -> None:
    book = window.session.book
    before = book.customers.count()
    file = table_of(NEW, disk / "customers.csv")

    limit = allowed(window)
    window.bring_in()
    (wizard,) = (one for one in window.sheets if isinstance(one, ImportWizard))

    def scene() -> Scene:
        wizard.read(file)
        yield 0.0
        yield from at_work(window, wizard)
        assert wizard.reading() is not None
        wizard.foot.next.click()
        yield 0.3
        wizard.foot.next.click()
        yield 0.0
        yield from at_work(window, wizard)
        assert book.customers.count() == before + NEW
        yield 1.0  # what is told of it, and what is tidied after it
        wizard.foot.undo.click()
        yield 0.0
        yield from at_work(window, wizard)
        assert book.customers.count() == before
        yield 1.0
        wizard.dismiss()
        yield 0.5

    with watched(limit):
        play(scene())


def test_a_long_document_is_drawn_and_printed(
    window: Window, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_printer(monkeypatch, disk / "printed.pdf")
    customer_id = visitor(window)
    limit = allowed(window)
    window.preview("summary", customer_id)
    (sheet,) = (one for one in window.sheets if isinstance(one, Preview))
    printed = "Customer summary is with the printer."

    def scene() -> Scene:
        while not sheet.content:
            yield from look_round(window)
        yield 0.5
        for zoom in (1, 1, -1):
            sheet.pages.zoom(zoom)
            yield 0.2
        for _ in range(4):
            sheet.pages.turn(1)
            yield 0.2
        sheet.print()
        while window.desk.toasts.text() != printed:
            yield from look_round(window)
        yield 0.2

    with watched(limit):
        play(scene())
    assert len(pages(disk / "printed.pdf")) > 5


def visitor(window: Window) -> int:
    """A customer who was here hundreds of times."""
    book = window.session.book
    customer = book.customers.add(Customer(given="Vera", family="Long")).first(Customer)
    with book.operation("interaction.log", Right.LOG) as op:
        op.add_many(
            [
                Interaction(
                    reference=f"1999-{number:05}",
                    customer_id=customer.id,
                    moment=clock.now() - timedelta(days=number),
                    note=f"Visit {number}: " + "the rear wheel was out of true again. " * 4,
                )
                for number in range(1, VISITS)
            ]
        )
    return customer.id
