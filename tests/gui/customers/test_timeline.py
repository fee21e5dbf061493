"""The timeline: everything newest first, filtered, read as one scrolls, private notes closed."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers.interaction_form import InteractionForm
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.customers.timeline_reading import AT_ONCE, TimelineReading
from customerbook.gui.customers.timeline_row import lay_out
from customerbook.gui.customers.timeline_view import TimelineView, entry_view
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.channel import Channel, Direction
from customerbook.model.document import Document
from customerbook.model.interaction import Interaction, InteractionLine, Nature, Outcome
from customerbook.model.purchase import Purchase, PurchaseLine
from tests.gui.counter import NOW, CounterShell, press
from tests.gui.customers.pages import settle, show, who


def log(book: Book, customer_id: int, days: float, **values: object) -> Interaction:
    made = Interaction(
        customer_id=customer_id,
        moment=NOW - timedelta(days=days),
        **{"note": "Chain changed.", **values},  # type: ignore[arg-type]
    )
    return book.interactions.log(made).first(Interaction)


def views(page: CustomersPage) -> list[TimelineView]:
    model = page.card.timeline.model
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


def opened(shell: CounterShell, qtbot: QtBot, name: str = "Grace Mueller") -> CustomersPage:
    page = show(shell, qtbot)
    page.open_customer(who(shell.session.book, name).id)
    settle()
    return page


def test_contacts_and_purchases_stand_together_newest_first(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id
    topic = book.topics.named("Wheel building")
    assert topic is not None
    log(
        book,
        grace,
        4,
        topic_id=topic.id,
        nature=Nature.COMPLAINT,
        outcome=Outcome.PROMISED,
        rating=2,
        note="Wobbles.",
    )
    log(book, grace, 9, channel=Channel.EMAIL)
    log(book, grace, 400, channel=Channel.CALL, direction=Direction.OUTBOUND)
    order = Purchase(
        number="W-40118",
        customer_id=grace,
        moment=NOW - timedelta(days=6),
        total=6490,
        source="web shop",
        lines=(PurchaseLine("Mudguards 45 mm"), PurchaseLine("Bell", quantity=2)),
    )
    book.purchases.add_all([order])
    page = opened(shell, qtbot)
    found = views(page)
    assert [(v.day, v.below, v.kind) for v in found] == [
        ("Today", "10:04", "Visit"),
        ("17 Nov", "10:22", "Visit"),
        ("15 Nov", "10:22", "Purchase"),
        ("12 Nov", "10:22", "Email in"),
        ("17 Oct", "2025", "Call out"),
    ]
    complaint, bought = found[1], found[2]
    assert complaint.about == "complaint, Wheel building"
    assert complaint.meta[1:] == ("Martha", "rated 2 of 5")
    assert complaint.state is not None
    assert (complaint.state.text, complaint.state.tone) == ("promised", "amber")
    assert (bought.about, bought.amount) == ("web shop", "€\u00a064.90")
    assert bought.note == "Mudguards 45 mm\n2 × Bell"
    assert bought.meta == ("W-40118",)


def test_chips_filter_and_purchases_are_offered_only_if_there_are_any(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id
    log(book, grace, 9, channel=Channel.EMAIL)
    log(book, grace, 3, channel=Channel.MEETING)
    page = opened(shell, qtbot)
    timeline = page.card.timeline
    chips = {chip.text(): chip for chip in timeline.chips.findChildren(Chip)}
    assert chips["Purchases"].isHidden()
    chips["Mail"].click()
    assert [v.kind for v in views(page)] == ["Email in"]
    chips["Calls and visits"].click()
    assert [v.kind for v in views(page)] == ["Visit", "Meeting"]
    chips["Everything"].click()
    assert len(views(page)) == 3
    book.purchases.add_all([Purchase(number="T-1", customer_id=grace, moment=NOW, total=100)])
    page.refresh(None)
    settle()
    assert not chips["Purchases"].isHidden()
    chips["Purchases"].click()
    assert [v.kind for v in views(page)] == ["Purchase"]
    page.open_customer(who(book, "Giulia Ambrosini").id)
    settle()
    assert timeline.nothing.text() == "No contact was logged yet."
    assert timeline.chips.isHidden()


def test_fifty_are_read_at_a_time_as_one_scrolls(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id
    for number in range(2 * AT_ONCE + 10):
        log(book, grace, 1 + number)
    page = opened(shell, qtbot)
    assert len(views(page)) == AT_ONCE
    bar = page.card._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert len(views(page)) == 2 * AT_ONCE
    bar.setValue(bar.maximum())
    settle()
    assert len(views(page)) == 2 * AT_ONCE + 11
    bar.setValue(bar.maximum())
    settle()
    assert len(views(page)) == 2 * AT_ONCE + 11
    assert page.card.timeline.list.height() == sum(
        page.card.timeline.list.sizeHintForIndex(page.card.timeline.model.index(row)).height()
        for row in range(page.card.timeline.model.rowCount())
    )


def test_purchases_between_pages_come_in_their_place(book: Book) -> None:
    grace = who(book, "Grace Mueller").id
    for number in range(AT_ONCE + 5):
        log(book, grace, 1 + number)
    days = (0.1, 20.5, AT_ONCE + 1.5, 900)
    bought = tuple(
        Purchase(number=str(day), customer_id=grace, moment=NOW - timedelta(days=day))
        for day in days
    )
    reading = TimelineReading(book, grace, bought)
    entries = []
    while not reading.complete:
        more = reading.more()
        assert more
        entries += more
    moments = [entry.moment for entry in entries]
    assert moments == sorted(moments, reverse=True)  # type: ignore[type-var]
    assert len(entries) == AT_ONCE + 5 + 1 + len(days)
    only = TimelineReading(book, grace, bought, "purchases")
    assert [p.number for p in only.more() if isinstance(p, Purchase)] == [str(d) for d in days]
    assert only.complete
    mail = TimelineReading(book, grace, bought, "mail")
    assert mail.more() == []
    assert mail.complete


def test_a_private_note_is_closed_until_wanted(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id
    log(book, grace, 0, note="Wheel trued.", private_note="Be generous.")
    page = opened(shell, qtbot)
    view = views(page)[0]
    assert view.private == ""
    assert "generous" not in view.spoken()
    page.card.timeline.list.setFocus()
    press("Space")
    assert views(page)[0].private == "Be generous."
    press("Space")
    assert views(page)[0].private == ""
    menu = Menu(page)
    page.card.timeline.fill(menu, page.card.timeline.model.index(0))
    acts = {action.text(): action for action in menu.actions()}
    acts["Show the private note"].trigger()
    assert views(page)[0].private == "Be generous."
    page.open_customer(who(book, "Giulia Ambrosini").id)
    page.open_customer(grace)
    settle()
    assert views(page)[0].private == ""


def test_a_long_note_shows_three_lines_and_then_all(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id
    log(book, grace, 0, note="He talked and talked about wheels. " * 30)
    page = opened(shell, qtbot)
    timeline = page.card.timeline
    before = timeline.list.sizeHintForIndex(timeline.model.index(0)).height()
    timeline.list.setFocus()
    press("Space")
    settle()
    after = timeline.list.sizeHintForIndex(timeline.model.index(0)).height()
    assert after > before + 100
    press("Space")
    settle()
    assert timeline.list.sizeHintForIndex(timeline.model.index(0)).height() == before


def test_keys_reach_every_entry_and_scroll_to_it(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id
    logged = [log(book, grace, 1 + number) for number in range(30)]
    page = opened(shell, qtbot)
    page.card.timeline.list.setFocus()
    for _step in range(25):
        press("Down")
    settle()
    current = page.card.timeline.current()
    assert current is not None
    assert current.id == logged[24].id
    assert page.card.scrolled() > 500
    page.commands()["print"]()
    assert ("preview", "confirmation", current.id) in shell.asked
    page.commands()["edit"]()
    assert isinstance(shell.sheets[-1], InteractionForm)
    shell.sheets[-1].dismiss()


def test_enter_changes_an_entry_and_the_menu_key_offers_the_rest(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    timeline = page.card.timeline
    timeline.list.setFocus()
    press("Return")
    assert isinstance(shell.sheets[-1], InteractionForm)
    press("Escape")
    assert timeline.list.hasFocus()
    place = timeline.list.visualRect(timeline.list.currentIndex()).center()
    by_key = QContextMenuEvent.Reason.Keyboard
    spot = timeline.list.viewport().mapToGlobal(place)
    QApplication.sendEvent(timeline.list.viewport(), QContextMenuEvent(by_key, place, spot))
    menu = timeline._menu
    assert menu.isVisible()
    assert [action.text() for action in menu.actions()] == ["Print the confirmation", "Change"]
    menu.hide()


def test_who_may_not_correct_others_contacts_is_not_offered_to(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    book.sign_in(book.people.named("Jonas").id)
    grace = who(book, "Grace Mueller").id
    log(book, grace, 0, note="By Jonas.")
    page = opened(shell, qtbot)
    timeline = page.card.timeline
    assert [view.editable for view in views(page)] == [True, False]
    timeline.list.setFocus()
    timeline.list.setCurrentIndex(timeline.model.index(1))
    assert "edit" not in page.commands()
    press("Return")
    assert [action.text() for action in timeline._menu.actions()] == ["Print the confirmation"]
    assert timeline._menu.isVisible()
    timeline._menu.hide()
    assert not shell.sheets


def test_the_mouse_presses_print_in_an_entry(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot)
    timeline = page.card.timeline
    index = timeline.model.index(0)
    rect = timeline.list.visualRect(index)
    places = timeline.list.itemDelegate().layouts.of(  # type: ignore[attr-defined]
        index.data(ROW), rect.width(), Qt.LayoutDirection.LeftToRight
    )
    spot = next(place.rect.center() for place in places.places if place.deed == "print")
    viewport = timeline.list.viewport()
    QTest.mouseClick(
        viewport,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rect.topLeft() + QPoint(spot.x(), spot.y()),
    )
    line = timeline.model.interaction(index)
    assert line is not None
    assert ("preview", "confirmation", line.id) in shell.asked


def test_documents_are_named_the_newest_first(book: Book) -> None:
    grace = who(book, "Grace Mueller").id
    logged = log(book, grace, 0)
    for content in (b"%PDF-1", b"%PDF-2"):
        book.documents.keep(
            Document(
                number=logged.reference,
                kind="confirmation",
                customer_id=grace,
                interaction_id=logged.id,
                content=content,
            )
        )
    line = book.interactions.line(logged.id)
    view = entry_view(line, NOW, "en", month_first=False)
    assert [words for _id, words in view.documents] == ["Confirmation", "Confirmation (1)"]
    assert [number for number, _words in view.documents] == [
        number for number, _kind in reversed(line.documents)
    ]
    assert isinstance(line, InteractionLine)


def test_filters_of_one_customer_are_not_those_of_the_next(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot)
    page.card.timeline.choose("mail")
    assert page.card.timeline.nothing.text() == "Nothing of this kind."
    page.refresh(None)
    settle()
    assert views(page) == []
    page.open_customer(who(book, "Özlem Müller-Yıldız").id)
    settle()
    assert [v.kind for v in views(page)] == ["Call in"]


def test_icons_of_an_entry_cover_no_words(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    grace = who(book, "Grace Mueller").id
    notes = ("Short", "A long note that fills its line up to the very end " * 2, "")
    for place, note in enumerate(notes):
        log(book, grace, place + 1, note=note, private_note="Generous", rating=2)
    page = opened(shell, qtbot)
    for view in views(page):
        for width in range(240, 640, 16):
            laid = lay_out(view, width, Qt.LayoutDirection.LeftToRight)
            icons = [place.rect for place in laid.places if place.deed in ("print", "edit")]
            words = [place.rect for place in laid.places if place.deed not in ("print", "edit")]
            assert len(icons) == 2
            assert not any(icon.intersects(word) for icon in icons for word in words)
            assert all(icon.bottom() <= laid.height for icon in icons)
            if laid.note is not None and icons[0].top() < laid.note_top + laid.note.height:
                assert laid.title.left() + laid.note.last_width < icons[1].left()
