"""The card: warnings first, what is allowed, what is known, what is open."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers.open_row import OpenRowView
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.widgets.banner import WarningLine
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    CustomerDate,
    CustomField,
    DateKind,
    Forbidden,
    MethodKind,
    Note,
)
from customerbook.model.followup import FollowUpState
from customerbook.model.purchase import Purchase
from tests.gui.counter import NOW, TODAY, CounterShell, press
from tests.gui.customers.pages import changed, settle, show, who


def opened(shell: CounterShell, qtbot: QtBot, name: str) -> CustomersPage:
    page = show(shell, qtbot)
    page.open_customer(who(shell.session.book, name).id)
    settle()
    return page


def warnings(page: CustomersPage) -> list[str]:
    return [line.accessibleName() for line in page.card.warnings.findChildren(WarningLine)]


def rows(page: CustomersPage) -> list[tuple[str, str]]:
    return [(row.text(), row.below()) for row in page.card.side.rows()]


def open_views(page: CustomersPage) -> list[OpenRowView]:
    model = page.card.open.list.model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def facts(page: CustomersPage) -> list[str]:
    return [f.accessibleName() for f in page.card.facts._facts if not f.isHidden()]


def test_warnings_come_first_with_what_to_do_instead(shell: CounterShell, qtbot: QtBot) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    assert warnings(page) == [
        "Do not call. Write to him instead.",
        "Open complaint for 9 days. Rear wheel trued twice",
    ]
    since = page.card.warnings.findChildren(WarningLine)[0].findChildren(Label)
    assert "asked on 3 Mar 2026" in [label.text() for label in since]
    page.open_customer(who(shell.session.book, "Grace Mueller").id)
    settle()
    assert page.card.warnings.isHidden()


def test_a_forbidden_call_is_not_offered_and_writing_is_primary(
    shell: CounterShell, qtbot: QtBot
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    actions = page.card.actions_
    assert not actions.call.isEnabled()
    assert actions.call.toolTip() == "Oliver Müller asked not to be called."
    assert actions.first() is actions.write
    assert actions.write.kind == "primary"
    actions.write.click()
    oliver = who(shell.session.book, "Oliver Müller").id
    assert ("log", Channel.EMAIL, oliver, None, Direction.OUTBOUND) in shell.asked
    actions.visit.click()
    assert ("log", Channel.VISIT, oliver, None, None) in shell.asked
    actions.followup.click()
    assert ("new_followup", oliver) in shell.asked
    actions.print.click()
    assert ("preview", "summary", oliver) in shell.asked


def test_who_forbids_emails_is_written_a_letter(shell: CounterShell, qtbot: QtBot) -> None:
    page = opened(shell, qtbot, "Grace Mueller")
    grace = who(shell.session.book, "Grace Mueller")
    channels = (Channel.EMAIL, Channel.MESSAGE)
    changed(shell, grace, forbidden=tuple(Forbidden(channel) for channel in channels))
    page.card.actions_.write.click()
    assert ("log", Channel.LETTER, grace.id, None, Direction.OUTBOUND) in shell.asked
    every = tuple(Forbidden(channel) for channel in (*channels, Channel.LETTER, Channel.CALL))
    changed(shell, grace, forbidden=every)
    assert not page.card.actions_.write.isEnabled()
    assert page.card.actions_.first() is page.card.actions_.visit


def test_the_primary_action_is_what_the_customer_prefers(shell: CounterShell, qtbot: QtBot) -> None:
    page = opened(shell, qtbot, "Grace Mueller")
    actions = page.card.actions_
    assert actions.first() is actions.call
    grace = who(shell.session.book, "Grace Mueller")
    changed(shell, grace, preferred_channel=Channel.MESSAGE)
    assert actions.first() is actions.write
    actions.write.click()
    assert ("log", Channel.MESSAGE, grace.id, None, Direction.OUTBOUND) in shell.asked
    changed(shell, grace, preferred_channel=Channel.VISIT)
    assert actions.first() is actions.visit
    primary = [b for b in (actions.write, actions.visit, actions.call) if b.kind == "primary"]
    assert primary == [actions.visit]


def test_all_that_is_known_stands_in_the_left_column(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    oliver = who(book, "Oliver Müller")
    changed(
        shell,
        oliver,
        methods=(*oliver.methods, ContactMethod(MethodKind.WEB, "example.org", "shop")),
        preferred_channel=Channel.EMAIL,
        best_time="mornings",
        addresses=(
            Address(street="Isarweg 7", postcode="81543", town="München", country="DE"),
            Address(street="Rue Haute 3", town="Bruxelles", country="BE", label="work"),
        ),
        dates=(
            CustomerDate(DateKind.BIRTHDAY, 2, 2, 1981),
            CustomerDate(DateKind.ANNIVERSARY, 11, 24, 2016, "a customer"),
            CustomerDate(DateKind.BIRTHDAY, 12, 0),
        ),
        fields=(CustomField("Bike", "Gravel, frame RL-20871"),),
        notes=(Note("Call him Oliver.", pinned=True), Note("Likes to be shown the parts.")),
        consents=(
            Consent("Newsletter", given=False),
            Consent("Photos", given=True, day=date(2026, 1, 4)),
        ),
    )
    assert rows(page) == [
        ("+49 171 3920014", "no calls"),
        ("oliver@example.org", "preferred, mornings"),
        ("example.org", "shop"),
        ("Isarweg 7\n81543 München", ""),
        ("Rue Haute 3\nBruxelles\nBE", "work"),
        ("2 February, turns 46", ""),
        ("24 November, 10 years", "a customer"),
        ("December", ""),
        ("Gravel, frame RL-20871", "Bike"),
        ("No newsletter", ""),
        ("Photos", "since 4 Jan"),
        ("Likes to be shown the parts.", ""),
    ]
    assert [row.struck() for row in page.card.side.rows()][:2] == [True, False]
    pinned = [label.text() for label in page.card.side.findChildren(Label)]
    assert "Call him Oliver." in pinned


def test_the_head_says_who_it_is(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    oliver = who(book, "Oliver Müller")
    firm = book.customers.resolve("Metallbau Müller-Lüdenscheid").id
    changed(
        shell,
        oliver,
        tags=("commuter", "workshop"),
        title="Workshop manager",
        organisation_id=firm,
        language="pl",
        responsible_id=1,
    )
    head = page.card.who
    said = [label.text() for label in head.findChildren(Label) if not label.isHidden()]
    assert "Workshop manager at" in said
    assert "Speaks Polish" in said
    assert "Responsible" in said
    head.organisation.click()
    assert ("open_customer", firm) in shell.asked


def test_facts_are_said_in_words_and_left_out_where_unknown(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Grace Mueller")
    grace = who(book, "Grace Mueller")
    assert facts(page) == [
        "Customer since: November 2026",
        "Contacts: 1",
        "Last contact: 18 min ago",
    ]
    bought = Purchase(number="T-1", customer_id=grace.id, moment=NOW, total=481260)
    book.purchases.add_all([bought])
    changed(shell, grace, since=date(2019, 5, 4), interval_days=35)
    assert facts(page)[0] == "Customer since: May 2019"
    assert facts(page)[-2:] == ["Usual interval: 5 weeks", "Purchases: €\u00a04,812.60"]


def test_open_promises_and_follow_ups_are_completed_by_key(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    found = open_views(page)
    assert [(view.when, view.tone) for view in found] == [
        ("Yesterday", "red"),
        ("Tue 24 Nov", "plain"),
        ("Fri 27 Nov", "plain"),
    ]
    assert found[0].state is not None
    assert found[0].state.text == "promise"
    assert found[2].staff == "JW"
    oliver = who(book, "Oliver Müller").id
    late = book.followups.for_customer(oliver)[0]
    page.card.open.list.setFocus()
    page.card.open.list.setCurrentIndex(page.card.open.list.model().index(0, 0))
    assert "done" in page.commands()
    press("Space")
    qtbot.waitUntil(lambda: len(open_views(page)) == 2)
    assert book.followups.get(late.id).state is FollowUpState.KEPT_LATE
    assert (
        "toast",
        "Done: In writing: is the new rear wheel free of charge?",
        True,
    ) in shell.asked
    press("Return")
    following = book.followups.for_customer(oliver)[0]
    assert ("log", Channel.EMAIL, oliver, following.id, None) in shell.asked


def test_open_ones_are_put_off_or_dropped_from_their_menu(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Giulia Ambrosini")
    giulia = who(book, "Giulia Ambrosini").id
    menu = Menu(page)
    listed = page.card.open.list
    page.card.open.fill(menu, listed.model().index(0, 0))
    {action.text(): action for action in menu.actions()}["tomorrow"].trigger()
    settle()
    days = [line.due_day for line in book.followups.for_customer(giulia)]
    assert TODAY + timedelta(days=1) in days
    page.card.open.fill(menu, listed.model().index(0, 0))
    {action.text(): action for action in menu.actions()}["Drop without doing it"].trigger()
    settle()
    assert len(open_views(page)) == 1


def test_the_menu_copies_and_deletes(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    menu = Menu(page)
    page.card.actions_.fill(menu)
    acts = {action.text(): action for action in menu.actions()}
    acts["Copy the phone number"].trigger()
    assert QApplication.clipboard().text() == "+49 171 3920014"
    acts["Log a call from them"].trigger()
    oliver = who(book, "Oliver Müller").id
    assert ("log", Channel.CALL, oliver, None, Direction.INBOUND) in shell.asked
    acts["Change"].trigger()
    assert ("edit_customer", oliver) in shell.asked
    assert "Delete" in acts


def test_staff_are_not_offered_to_delete(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    jonas = book.people.named("Jonas")
    book.sign_in(jonas.id)
    page = opened(shell, qtbot, "Oliver Müller")
    menu = Menu(page)
    page.card.actions_.fill(menu)
    assert "Delete" not in {action.text() for action in menu.actions()}
    assert "remove" not in page.commands()
    assert "edit" in page.commands()


def test_a_row_offers_to_copy_and_only_what_is_allowed(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    row = page.card.side.rows()[0]
    opened_menu = page.card.side._menu
    row.click()
    assert [action.text() for action in opened_menu.actions()] == ["Copy"]
    opened_menu.actions()[0].trigger()
    opened_menu.hide()
    assert QApplication.clipboard().text() == "+49 171 3920014"
    page.card.side.rows()[1].click()
    words = [action.text() for action in opened_menu.actions()]
    assert words == ["Write with the mail program", "Copy"]
    opened_menu.hide()


def test_markup_in_any_field_is_shown_as_typed(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Grace Mueller")
    odd = "<b>&amp;</b>"
    changed(
        shell,
        replace(who(book, "Grace Mueller"), title=odd, tags=(odd,), organisation=odd),
        notes=(Note(odd, pinned=True),),
        fields=(CustomField(odd, odd),),
    )
    assert (odd, odd) in rows(page)
    assert page.card.who.findChildren(Label)
    assert page.grab().width() > 0
