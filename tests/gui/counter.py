"""A counter to test pages at: a real book of one morning, and a shell that notes what is asked.

It is Saturday 21 November 2026, 10:22 in Berlin (the `clock` fixture). Every name is invented,
every number is kept free for such uses.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book, create_book, open_book
from customerbook.gui import theme
from customerbook.gui.device import Device
from customerbook.gui.jobs import Jobs
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.session import Session
from customerbook.gui.widgets.sheet import Sheet
from customerbook.gui.window import Window
from customerbook.model.case import Case
from customerbook.model.catalogue import Snippet
from customerbook.model.channel import Channel, Direction
from customerbook.model.clock import set_clock
from customerbook.model.customer import (
    Address,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    DateKind,
    Forbidden,
    MethodKind,
)
from customerbook.model.errors import BookError
from customerbook.model.followup import FollowUp, FollowUpKind
from customerbook.model.interaction import Interaction, Nature, Outcome
from customerbook.model.person import Person
from customerbook.model.shop import Shop
from customerbook.store.passphrase import Cost
from tests.guards.clock import StoppedClock

PASSPHRASE = "spoke nipple hub rim 42"
NOW = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)
TODAY = date(2026, 11, 21)


class CounterShell:
    """What a page sees of the window: opens sheets for real, notes everything else."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = Jobs()
        self.host = QWidget()
        self.host.resize(1280, 800)
        self.column = QVBoxLayout(self.host)
        self.asked: list[tuple[object, ...]] = []
        self.sheets: list[Sheet] = []

    def go(self, page_id: str) -> None:
        self.asked.append(("go", page_id))

    def open_customer(self, customer_id: int) -> None:
        self.asked.append(("open_customer", customer_id))

    def show_newest(self) -> None:
        self.asked.append(("show_newest",))

    def log(
        self,
        channel: Channel,
        *,
        customer_id: int | None = None,
        completes: int | None = None,
        direction: Direction | None = None,
    ) -> None:
        self.asked.append(("log", channel, customer_id, completes, direction))

    def new_customer(self, text: str = "") -> None:
        self.asked.append(("new_customer", text))

    def edit_customer(self, customer_id: int) -> None:
        self.asked.append(("edit_customer", customer_id))

    def new_followup(self, *, customer_id: int | None = None) -> None:
        self.asked.append(("new_followup", customer_id))

    def preview(self, kind: str, subject_id: int) -> None:
        self.asked.append(("preview", kind, subject_id))

    def print_now(self, kind: str, subject_id: int) -> None:
        self.asked.append(("print_now", kind, subject_id))

    def bring_in(self, path: Path | None = None) -> None:
        self.asked.append(("bring_in", path))

    def toast(self, text: str, *, undo: bool = False) -> None:
        self.asked.append(("toast", text, undo))

    def say(self, error: BookError) -> None:
        self.asked.append(("say", str(error)))

    def show_sheet(self, sheet: QWidget) -> None:
        opened = cast("Sheet", sheet)  # a popup opens and closes in the same way
        self.sheets.append(opened)
        opened.open()

    def sheet_host(self) -> QWidget:
        return self.host

    def search_text(self) -> str:
        return ""

    def search(self, text: str) -> None:
        self.asked.append(("search", text))

    def toasts(self) -> list[str]:
        """What was said at the bottom of the window."""
        return [str(words) for what, words, *_rest in self.asked if what == "toast"]


def make_template(folder: Path) -> Path:
    """Write the book of the morning once; tests work on copies."""
    set_clock(StoppedClock(NOW - timedelta(hours=1)))
    book, _code = create_book(
        folder / "Radwerk",
        shop=Shop(name="Radwerk Linden", language="en", country="DE", zone="Europe/Berlin"),
        owner="Martha Lindner",
        passphrase=PASSPHRASE,
        cost=Cost(19, 1),
    )
    fill(book)
    path = book.folder
    book.close()
    set_clock(None)
    return path


def fill(book: Book) -> None:
    """Put people, customers, follow-ups and contacts of one morning into a book."""
    people = {"martha": 1}
    for name in ("Jonas Weber", "Aylin Kaya", "Tomasz Nowak"):
        change = book.people.add(Person(name=name))
        people[name.split()[0].lower()] = change.first(Person).id
    customers = {key: _add(book, customer) for key, customer in CUSTOMERS.items()}
    for topic in ("Wheel building", "Brakes and gears", "E-bike battery", "Order", "Invoice"):
        book.topics.add(topic)
    book.snippets.add(Snippet(keyword="guarantee", text="covered by the two-year guarantee"))
    book.snippets.add(Snippet(keyword="thanks", text="Thank you for coming by."))
    book.cases.add(
        Case(
            customer_id=customers["oliver"],
            title="Rear wheel trued twice",
            complaint=True,
            opened=NOW - timedelta(days=9, hours=1),
        )
    )
    for key, title, kind, day, at, who, promise, rest in FOLLOWUPS:
        followup = FollowUp(
            kind=kind,
            title=title,
            customer_id=customers[key],
            due_day=TODAY + timedelta(days=day),
            due_time=at,
            person_id=people[who],
            promise=promise,
        )
        book.followups.add(replace(followup, **rest))
    for contact in contacts(customers):
        book.interactions.log(contact)


def contacts(customers: dict[str, int]) -> list[Interaction]:
    """What was logged lately, oldest first."""

    def one(hours: float, channel: Channel, key: str, note: str, outcome: Outcome) -> Interaction:
        return Interaction(
            channel=channel,
            moment=NOW - timedelta(hours=hours),
            customer_id=customers.get(key),
            note=note,
            outcome=outcome,
            nature=Nature.ENQUIRY,
        )

    information = Outcome.INFORMATION
    return [
        one(20, Channel.CALL, "jean", "No answer, tried twice", Outcome.NO_ANSWER),
        one(19, Channel.EMAIL, "metallbau", "Invoice copy sent", information),
        one(1.1, Channel.VISIT, "", "Asked for opening hours in Advent", information),
        one(0.7, Channel.CALL, "ozlem", "Light kit by Tuesday", Outcome.PROMISED),
        one(0.3, Channel.VISIT, "grace", "Puncture mended", Outcome.RESOLVED),
    ]


def _person(given: str, family: str, phone: str = "", email: str = "", **more: Any) -> Customer:
    methods = []
    if phone:
        methods.append(ContactMethod(MethodKind.PHONE, phone))
    if email:
        methods.append(ContactMethod(MethodKind.EMAIL, email))
    return replace(
        Customer(given=given, family=family, methods=tuple(methods)),
        **more,
    )


def _shop(name: str, phone: str = "", email: str = "") -> Customer:
    return _person("", "", phone, email, kind=CustomerKind.ORGANISATION, organisation=name)


CUSTOMERS: dict[str, Customer] = {
    "oliver": _person(
        "Oliver",
        "Müller",
        "+49 171 3920014",
        "oliver@example.org",
        organisation="Müller & Söhne Metallbau GmbH",
        addresses=(Address(street="Hauptstr. 1", postcode="82110", town="Germering"),),
        forbidden=(Forbidden(Channel.CALL, date(2026, 3, 3), "Write to him instead."),),
    ),
    "mai": _person("Thị Mai", "Nguyễn", "+49 171 3920021"),
    "siobhan": _person("Siobhán", "O’Connor", "+49 171 3920022"),
    "fahrdienst": _shop("Behindertenfahrdienst München-Süd gGmbH", "", "buero@example.org"),
    "layla": _person("ليلى", "حداد", "+49 171 3920023", nickname="Layla Haddad"),
    "wojciech": _person("Wojciech", "Zieliński", "+49 171 3920024"),
    "maria": _person("María José", "Fernández Ortiz", "+49 171 3920025"),
    "kita": _shop("Kindertageseinrichtung Sonnenblume", "+49 171 3920026"),
    "ozlem": _person("Özlem", "Müller-Yıldız", "+49 171 3920027"),
    "jean": _person("Jean-Baptiste", "Lefèvre", "+49 171 3920028"),
    "giulia": _person(
        "Giulia",
        "Ambrosini",
        "",
        "giulia@example.org",
        dates=(CustomerDate(DateKind.ANNIVERSARY, 11, 24, 2016, "a customer"),),
    ),
    "hannelore": _person(
        "Hannelore",
        "Müller",
        "+49 171 3920030",
        dates=(CustomerDate(DateKind.BIRTHDAY, 11, 22, 1956),),
    ),
    "grace": _person("Grace", "Mueller", "+49 171 3920031"),
    "metallbau": _shop("Metallbau Müller-Lüdenscheid & Söhne", "+49 171 3920032"),
}
_CALL, _WRITE, _CHECK = FollowUpKind.CALL_BACK, FollowUpKind.WRITE, FollowUpKind.CHECK
_OTHER, _SEND = FollowUpKind.OTHER, FollowUpKind.SEND
_NOTHING: dict[str, Any] = {}
FOLLOWUPS: list[tuple[str, str, FollowUpKind, int, time | None, str, bool, dict[str, Any]]] = [
    (
        "oliver",
        "In writing: is the new rear wheel free of charge?",
        _WRITE,
        -1,
        time(18),
        "martha",
        True,
        _NOTHING,
    ),
    ("mai", "Quote: cargo bike with child bench", _CALL, 0, time(11), "jonas", True, _NOTHING),
    (
        "siobhan",
        "E-bike battery tested and ready to be collected",
        _CALL,
        0,
        time(16, 30),
        "aylin",
        True,
        _NOTHING,
    ),
    (
        "fahrdienst",
        "Ask for the signed maintenance contract",
        _WRITE,
        -2,
        None,
        "martha",
        False,
        _NOTHING,
    ),
    (
        "layla",
        "Check after solving: does the new saddle fit?",
        _CHECK,
        0,
        None,
        "aylin",
        False,
        _NOTHING,
    ),
    (
        "wojciech",
        "The Rücktrittbremsnabe is here: agree on a day",
        _CALL,
        0,
        None,
        "tomasz",
        False,
        {"not_before": time(14)},
    ),
    (
        "maria",
        "Offer the chain and brake check before the winter",
        _CALL,
        0,
        time(15),
        "jonas",
        False,
        {"recurrence": "FREQ=WEEKLY;INTERVAL=6"},
    ),
    (
        "kita",
        "Deliver six balance bikes, take the invoice along",
        _OTHER,
        2,
        time(9),
        "jonas",
        False,
        _NOTHING,
    ),
    (
        "ozlem",
        "Light kit has come: she collects it after work",
        _CALL,
        3,
        None,
        "jonas",
        True,
        _NOTHING,
    ),
    ("oliver", "Was the answer clear?", _CHECK, 3, None, "martha", False, _NOTHING),
    ("jean", "Send the bike-leasing papers", _SEND, 6, time(9, 30), "aylin", False, _NOTHING),
    ("oliver", "New rear wheel, free of charge", _OTHER, 6, time(14), "jonas", True, _NOTHING),
    ("giulia", "Tandem reserved for the weekend", _OTHER, 6, time(17), "tomasz", True, _NOTHING),
    ("giulia", "Ask how the tandem weekend was", _CHECK, 20, None, "tomasz", False, _NOTHING),
]


def _add(book: Book, customer: Customer) -> int:
    return book.customers.add(customer).first(Customer).id


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("counter"))


@pytest.fixture
def book(template: Path, tmp_path: Path, clock: StoppedClock) -> Iterator[Book]:
    folder = tmp_path / template.name
    shutil.copytree(template, folder)
    opened = open_book(folder, passphrase=PASSPHRASE)
    opened.sign_in_holder()
    yield opened
    opened.close()


@pytest.fixture
def empty_book(tmp_path: Path, clock: StoppedClock) -> Iterator[Book]:
    made, _code = create_book(
        tmp_path / "Radwerk",
        shop=Shop(name="Radwerk Linden", language="en", country="DE"),
        owner="Martha Lindner",
        passphrase=PASSPHRASE,
        cost=Cost(19, 1),
    )
    yield made
    made.close()


@pytest.fixture
def shell(qtbot: QtBot, book: Book) -> Iterator[CounterShell]:
    yield from stand(qtbot, book)


@pytest.fixture
def empty_shell(qtbot: QtBot, empty_book: Book) -> Iterator[CounterShell]:
    yield from stand(qtbot, empty_book)


def stand(qtbot: QtBot, book: Book) -> Iterator[CounterShell]:
    """Open the counter with a book on it."""
    keep_none_alive()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.install(app)
    made = CounterShell(Session(book))
    qtbot.addWidget(made.host)
    made.host.show()
    made.host.activateWindow()
    qtbot.waitUntil(made.host.isActiveWindow)
    yield made
    assert made.jobs.stop_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown_window(qtbot: QtBot, book: Book, device: Device) -> Window:
    """The real window with a book in it, shown and active; `take_down` is its end."""
    made = Window(book, device)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def take_down(*windows: Window) -> None:
    """Let windows end what they are doing, all of them before the first one is deleted."""
    for window in windows:
        window.counts.stop()
        assert window.jobs.stop_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(keys: str) -> None:
    """Press one chord where the keyboard is, as a window system would; `Ctrl+Shift+Return`."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs know no items
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "nothing has the keyboard"
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
    QCoreApplication.processEvents()


def type_words(words: str) -> None:
    """Type letters where the keyboard is, in any script."""
    for letter in words:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        key = Qt.Key.Key_Space if letter == " " else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)
