"""The card: warnings first, what is allowed, what is known, what is open."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers.open_row import OpenRowView
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.widgets.banner import WarningLine
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomField,
    DateKind,
    Forbidden,
    MethodKind,
    Note,
)
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction
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


def notes(page: CustomersPage) -> list[str]:
    model = page.card.timeline.model
    return [model.index(row).data(ROW).note for row in range(model.rowCount())]


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; nothing is."""
    urls: list[str] = []

    def note(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return urls


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
        ("Call him Oliver.", ""),
        ("+49 171 3920014", "no calls"),
        ("oliver@example.org", "preferred, mornings"),
        ("example.org", "shop"),
        ("Isarweg 7\n81543 München", ""),
        ("Rue Haute 3\nBruxelles\nBelgium", "work"),
        ("2 February, turns 46", ""),
        ("24 November, 10 years", "a customer"),
        ("December", ""),
        ("Gravel, frame RL-20871", ""),
        ("No newsletter", ""),
        ("Photos", "since 4 Jan"),
        ("Likes to be shown the parts.", ""),
    ]
    assert [row.struck() for row in page.card.side.rows()][1:3] == [True, False]


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


def test_a_row_offers_what_is_allowed_in_its_menu_and_as_icons(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    side, menu = page.card.side, Menu(page)
    phone, email, address = side.rows()[:3]
    side.fill(menu, phone)
    assert [action.text() for action in menu.actions()] == ["Copy", "Change", "Take out"]
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text() == "+49 171 3920014"
    assert [act.text for act in phone.item.acts] == ["Copy"]
    assert [act.target for act in email.item.acts] == [
        "mailto:oliver@example.org",
        "oliver@example.org",
    ]
    assert [act.text for act in address.item.acts] == [
        "Show on a map (openstreetmap.org, in the browser)",
        "Copy",
    ]
    assert address.item.acts[0].target.endswith("=Hauptstr.%201%2C%2082110%20Germering")


def test_icons_of_a_row_are_reached_by_arrows_and_named(
    shell: CounterShell, qtbot: QtBot, book: Book, opened_urls: list[str]
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    row = page.card.side.rows()[1]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    press("Right")
    icon = QApplication.focusWidget()
    assert icon is not None
    assert icon.accessibleName() == "Write with the mail program"
    assert icon.accessibleDescription() == "oliver@example.org"
    assert icon.isVisible()
    press("Space")
    assert opened_urls == ["mailto:oliver@example.org"]
    press("Right")
    press("Return")
    assert QApplication.clipboard().text() == "oliver@example.org"
    press("Left")
    press("Left")
    assert row.hasFocus()
    press("Down")
    assert page.card.side.rows()[2].hasFocus()
    acts = row.acts()
    assert acts is not None
    assert acts.isHidden()


def test_tab_passes_the_left_column_with_one_step(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    side = page.card.side
    page.card.actions_.more.setFocus(Qt.FocusReason.TabFocusReason)
    press("Tab")
    assert side.rows()[0].hasFocus()
    press("End")
    last = side.rows()[-1]
    assert last.hasFocus()
    press("Tab")
    assert side.add_link.hasFocus()
    press("Tab")
    assert page.card.open.list.hasFocus()
    press("Shift+Tab")
    press("Shift+Tab")
    assert last.hasFocus()


def test_a_number_is_called_with_its_plus(
    shell: CounterShell, qtbot: QtBot, opened_urls: list[str]
) -> None:
    page = opened(shell, qtbot, "Grace Mueller")
    page.card.side.rows()[0].setFocus(Qt.FocusReason.TabFocusReason)
    press("Right")
    press("Return")
    assert opened_urls == ["tel:+491713920031"]


def test_an_open_case_filters_the_timeline_until_its_chip_is_taken_off(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    oliver = who(book, "Oliver Müller").id
    (case,) = book.cases.open_of(oliver)
    for days, note, case_id in ((3, "Wobbles.", case.id), (5, "Bell fitted.", None)):
        moment = NOW - timedelta(days=days)
        contact = Interaction(customer_id=oliver, moment=moment, note=note, case_id=case_id)
        book.interactions.log(contact)
    page = opened(shell, qtbot, "Oliver Müller")
    timeline = page.card.timeline
    link = page.card.warnings.findChildren(WarningLine)[1].action
    assert link.text() == "Open case"
    link.setFocus(Qt.FocusReason.TabFocusReason)
    press("Return")
    assert notes(page) == ["Wobbles."]
    assert timeline.list.hasFocus()
    page.refresh(None)
    settle()
    assert notes(page) == ["Wobbles."]
    press("Shift+Tab")
    chip = QApplication.focusWidget()
    assert chip is not None
    assert chip.accessibleName() == "Case: Rear wheel trued twice"
    press("Delete")
    assert notes(page) == ["Wobbles.", "Bell fitted."]
    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.text() == "Everything"
    assert focused.isChecked()


def test_a_promise_that_was_not_kept_is_a_warning(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    grace = who(book, "Grace Mueller").id

    def promise(days: int, title: str) -> FollowUp:
        day = TODAY - timedelta(days=days)
        made = FollowUp(title=title, customer_id=grace, due_day=day, promise=True)
        return book.followups.add(made).first(FollowUp)

    promise(9, "The saddle is here")
    promise(1, "The bill")
    broken = promise(30, "Ring back")
    book.followups.save(replace(broken, state=FollowUpState.BROKEN))
    forgotten = promise(90, "Long ago")
    book.followups.save(replace(forgotten, state=FollowUpState.BROKEN))
    page = opened(shell, qtbot, "Grace Mueller")
    assert warnings(page) == [
        "Promise late by 9 days. The saddle is here",
        "Broken promise. Ring back",
    ]


def test_an_organisation_and_its_people_lead_to_each_other(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    firm = who(book, "Metallbau Müller-Lüdenscheid").id
    for number in range(14):
        book.customers.add(
            Customer(given=f"Ida {number:02}", family="Ott", title="Welder", organisation_id=firm)
        )
    page = opened(shell, qtbot, "Metallbau Müller-Lüdenscheid")
    people = [row for row in page.card.side.rows() if row.item.customer_id]
    assert [row.text() for row in people][:2] == ["Ida 00 Ott", "Ida 01 Ott"]
    assert people[0].below() == "Welder"
    assert len(people) == 11
    people[0].setFocus(Qt.FocusReason.TabFocusReason)
    press("Return")
    assert ("open_customer", people[0].item.customer_id) in shell.asked
    more = next(row for row in page.card.side.rows() if row.item.more)
    assert more.text() == "All 14"
    more.click()
    assert len([row for row in page.card.side.rows() if row.item.customer_id]) == 14


def test_the_keyboard_goes_along_to_the_card_that_is_opened(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Oliver Müller")
    assert page.card.actions_.write.hasFocus()
    page.open_customer(who(book, "Grace Mueller").id)
    assert page.card.actions_.call.hasFocus()


def test_consents_say_when_and_how_in_their_tooltip(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    page = opened(shell, qtbot, "Grace Mueller")
    given = Consent("Newsletter", given=True, day=date(2026, 1, 4), source="paper form")
    refused = Consent("SMS", given=False, day=date(2025, 3, 1), wording="No messages, please")
    changed(shell, who(book, "Grace Mueller"), consents=(given, refused))
    newsletter, messages = page.card.side.rows()[-2:]
    assert newsletter.toolTip() == "Allowed on 4 Jan 2026. Source: paper form"
    assert messages.text() == "No SMS"
    assert messages.toolTip() == "Refused on 1 Mar 2025. “No messages, please”"
    assert messages.accessibleDescription() == messages.toolTip()


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
