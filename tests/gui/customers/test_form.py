"""The form of a customer: a mirror, its drafts, what it warns of and what it refuses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from customerbook.book.book import Book
from customerbook.gui.customers.contact_rows import MethodRow
from customerbook.gui.customers.detail_rows import DateRow
from customerbook.gui.customers.form import CustomerForm
from customerbook.gui.widgets.banner import Banner
from customerbook.model.channel import Channel
from customerbook.model.customer import (
    Address,
    Consent,
    ContactMethod,
    Customer,
    CustomerDate,
    CustomerKind,
    CustomField,
    DateKind,
    Forbidden,
    MethodKind,
    Note,
)
from tests.books import added, someone
from tests.gui.counter import TODAY, CounterShell, press, type_words
from tests.gui.customers.pages import settle, who

_LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20
)
_WORDS = _LINE.filter(lambda text: bool(text.strip()))
_NOTE = st.builds(Note, text=_WORDS, pinned=st.booleans())
_METHOD = st.builds(
    ContactMethod,
    kind=st.sampled_from(MethodKind),
    value=_WORDS,
    label=_LINE,
    preferred=st.booleans(),
)
_ADDRESS = st.builds(
    Address,
    street=_WORDS,
    extended=_LINE,
    post_box=_LINE,
    postcode=_LINE,
    town=_LINE,
    region=_LINE,
    country=st.sampled_from(["DE", "", "Atlantis"]),
    label=_LINE,
    preferred=st.booleans(),
)
_DATE = st.builds(
    CustomerDate,
    kind=st.sampled_from(DateKind),
    month=st.integers(1, 12),
    day=st.integers(0, 28),
    year=st.none() | st.integers(1000, 2200),
    label=_LINE,
)
_CONSENT = st.builds(
    Consent,
    purpose=_WORDS,
    given=st.booleans(),
    day=st.none() | st.dates(date(1, 1, 1), date(2200, 1, 1)),
    wording=_LINE,
    source=_LINE,
)
_FORBIDDEN = st.builds(
    Forbidden,
    channel=st.sampled_from(Channel),
    since=st.none() | st.dates(date(2000, 1, 1), date(2026, 1, 1)),
    advice=_LINE,
)


def _few(strategy: st.SearchStrategy[object], **unique: object) -> st.SearchStrategy[object]:
    return st.lists(strategy, max_size=3, **unique).map(tuple)  # type: ignore[arg-type]


CUSTOMERS = st.builds(
    Customer,
    id=st.integers(0, 3),
    kind=st.sampled_from(CustomerKind),
    prefix=_LINE,
    given=_LINE,
    additional=_LINE,
    family=_LINE,
    suffix=_LINE,
    nickname=_LINE,
    organisation=_LINE,
    department=_LINE,
    title=_LINE,
    organisation_id=st.none() | st.integers(1, 9),
    language=st.sampled_from(["", "de", "en", "de-AT", "tlh"]),
    preferred_channel=st.none() | st.sampled_from(Channel),
    best_time=_LINE,
    responsible_id=st.none() | st.integers(1, 4),
    interval_days=st.none() | st.integers(1, 400),
    since=st.none() | st.dates(),
    uid=_LINE,
    kept=_LINE,
    methods=_few(_METHOD),
    addresses=_few(_ADDRESS),
    dates=_few(_DATE),
    notes=_few(_NOTE, unique=True),
    tags=_few(_WORDS, unique=True),
    fields=_few(st.builds(CustomField, name=_WORDS, value=_LINE)),
    forbidden=_few(_FORBIDDEN, unique_by=lambda one: one.channel),
    consents=_few(_CONSENT),
)


@pytest.fixture
def blank(shell: CounterShell, qtbot: QtBot) -> Iterator[CustomerForm]:
    form = CustomerForm(shell, Customer())
    shell.show_sheet(form)
    shell.host.activateWindow()
    qtbot.waitUntil(shell.host.isActiveWindow)
    settle()
    yield form
    if isValid(form):
        form.throw_away()
    settle()


def opened(shell: CounterShell, customer: Customer) -> CustomerForm:
    form = CustomerForm(shell, customer)
    shell.show_sheet(form)
    settle()
    return form


def closed(form: CustomerForm) -> None:
    form.throw_away()
    settle()


def left_half_typed(shell: CounterShell, book: Book) -> Customer:
    """Type another nickname for Grace, and leave it as a draft."""
    grace = who(book, "Grace Mueller")
    form = opened(shell, grace)
    form.fields.name.fields["nickname"].setText("Gracie")
    form.keep_draft()
    form.dismiss()
    settle()
    return grace


def warned(form: CustomerForm) -> list[str]:
    return [b.accessibleName() for b in form.fields.similar.findChildren(Banner)]


@given(customer=CUSTOMERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_goes_in_comes_out(blank: CustomerForm, customer: Customer) -> None:
    blank.show_customer(customer)
    assert blank.customer() == customer
    assert not blank.is_changed()


def test_each_field_says_what_was_typed(blank: CustomerForm) -> None:
    fields = blank.fields
    fields.name.fields["prefix"].setText("Dr.")
    fields.name.fields["given"].setText("  Anna  Maria ")
    fields.name.fields["family"].setText("Lindner")
    fields.work.organisation.setText("Radwerk")
    fields.work.title.setText("owner")
    phone, email = fields.methods.rows()
    assert isinstance(phone, MethodRow)
    assert isinstance(email, MethodRow)
    phone.value.setText("0171 3920001")
    phone.label.setText("mobile")
    email.value.setText("anna@example.org")
    email.preferred.click()
    fields.addresses.add(Address()).fields()["street"].setText("Isarweg 7")  # type: ignore[attr-defined]
    fields.remember.add(Note("", pinned=True)).text.setPlainText("Call her Anna.")  # type: ignore[attr-defined]
    fields.notes.add(Note("")).text.setPlainText("Rides a tandem.\n")  # type: ignore[attr-defined]
    fields.tags.add("tandem")
    fields.language.choose("pl")
    fields.channel.choose(Channel.EMAIL)
    fields.responsible.choose(1)
    fields.not_wanted.switches[Channel.CALL].switch.click()
    fields.not_wanted.switches[Channel.CALL].advice.setText("Write to her")
    fields.facts.add(CustomField("", ""))
    fact = fields.facts.rows()[0]
    fact.name.setText("Bike")  # type: ignore[attr-defined]
    fact.value.setText("Tandem")  # type: ignore[attr-defined]
    assert blank.customer() == Customer(
        prefix="Dr.",
        given="Anna Maria",
        family="Lindner",
        organisation="Radwerk",
        title="owner",
        methods=(
            ContactMethod(MethodKind.PHONE, "0171 3920001", "mobile"),
            ContactMethod(MethodKind.EMAIL, "anna@example.org", "", preferred=True),
        ),
        addresses=(Address(street="Isarweg 7"),),
        notes=(Note("Call her Anna.", pinned=True), Note("Rides a tandem.")),
        tags=("tandem",),
        language="pl",
        preferred_channel=Channel.EMAIL,
        responsible_id=1,
        forbidden=(Forbidden(Channel.CALL, TODAY, "Write to her"),),
        fields=(CustomField("Bike", "Tandem"),),
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2.2.1980", CustomerDate(DateKind.BIRTHDAY, 2, 2, 1980)),
        ("2 feb 1980", CustomerDate(DateKind.BIRTHDAY, 2, 2, 1980)),
        ("24 december", CustomerDate(DateKind.BIRTHDAY, 12, 24)),
        ("3.4.", CustomerDate(DateKind.BIRTHDAY, 4, 3)),
        ("", None),
    ],
)
def test_a_birthday_is_typed_as_words(
    blank: CustomerForm, typed: str, day: CustomerDate | None
) -> None:
    blank.fields.dates.links[0].click()
    row = blank.fields.dates.rows()[0]
    assert isinstance(row, DateRow)
    row.day.setText(typed)
    assert blank.customer().dates == ((day,) if day else ())
    assert blank.fields.first_wrong() is None


def test_no_such_day_is_said_at_its_field_and_nothing_is_saved(
    blank: CustomerForm, book: Book
) -> None:
    count = book.customers.count()
    blank.fields.name.fields["family"].setText("Lindner")
    blank.fields.dates.links[0].click()
    row = blank.fields.dates.rows()[0]
    assert isinstance(row, DateRow)
    row.day.setText("31.2.")
    assert not blank.save()
    assert row.day.error() == "No such day. Try “2 Feb 1980” or “2.2.”."
    assert row.day.hasFocus()
    assert book.customers.count() == count
    row.day.setText("28.2.")
    assert row.day.error() == ""
    assert blank.save()


def test_a_customer_needs_something_to_be_found_by(blank: CustomerForm, book: Book) -> None:
    assert not blank.save()
    assert "needs a name" in blank.fields.name.fields["family"].error()
    blank.fields.methods.rows()[0].value.setText("0171 3920001")  # type: ignore[attr-defined]
    assert blank.fields.name.fields["family"].error() == ""
    assert blank.save()
    assert book.customers.resolve("0171 3920001").phones == ("0171 3920001",)


def test_an_email_without_at_is_refused_but_one_that_was_there_is_let_be(
    shell: CounterShell, blank: CustomerForm, book: Book
) -> None:
    row = blank.fields.methods.rows()[1]
    assert isinstance(row, MethodRow)
    row.value.setText("anna.example.org")
    assert not blank.save()
    assert row.value.error()
    old = added(book, someone("Anna Berg", emails=("anna at example",)))
    form = opened(shell, old)
    assert form.fields.first_wrong() is None
    closed(form)


def test_the_same_customer_is_warned_of_and_can_be_opened(
    shell: CounterShell, blank: CustomerForm, qtbot: QtBot, book: Book
) -> None:
    blank.fields.name.fields["given"].setText("hannelore")
    blank.fields.name.fields["family"].setText("Mueller")
    qtbot.waitUntil(lambda: bool(warned(blank)))
    hannelore = who(book, "Hannelore Müller").id
    assert blank.fields.similar.found() == [hannelore]
    assert "Hannelore Müller" in warned(blank)[0]
    banner = blank.fields.similar.findChildren(Banner)[0]
    banner.action.click()
    settle()
    assert ("open_customer", hannelore) in shell.asked
    draft = book.drafts.get("customer")
    assert draft is not None
    assert draft["new"]["customer"]["given"] == "hannelore"


def test_the_same_number_is_warned_of_however_it_is_written(
    blank: CustomerForm, qtbot: QtBot, book: Book
) -> None:
    blank.fields.name.fields["family"].setText("Somebody")
    blank.fields.methods.rows()[0].value.setText("0171/392 00 31")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(warned(blank)))
    assert blank.fields.similar.found() == [who(book, "Grace Mueller").id]
    blank.fields.methods.rows()[0].value.setText("0171")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not blank.fields.similar.found())


def test_one_is_not_warned_of_oneself(shell: CounterShell, qtbot: QtBot, book: Book) -> None:
    form = opened(shell, who(book, "Grace Mueller"))
    form.fields.name.fields["given"].setText("Grace ")
    qtbot.wait(300)
    assert form.fields.similar.found() == []
    closed(form)


def test_saving_by_key_shows_the_new_customer(
    shell: CounterShell, blank: CustomerForm, book: Book
) -> None:
    type_words("Ελένη")
    press("Tab")
    type_words("Παπαδοπούλου")
    press("Ctrl+Return")
    settle()
    made = who(book, "Ελένη Παπαδοπούλου")
    assert ("open_customer", made.id) in shell.asked
    assert ("toast", "Saved: Ελένη Παπαδοπούλου", True) in shell.asked
    assert book.drafts.get("customer") is None
    shell.session.undo()
    assert book.customers.find("Παπαδοπούλου") == []


def test_a_change_is_saved_with_everything_the_form_has_no_field_for(
    shell: CounterShell, book: Book
) -> None:
    grace = replace(
        who(book, "Grace Mueller"),
        uid="abc",
        kept="X-SKYPE:grace",
        since=date(2019, 5, 4),
        consents=(Consent("Newsletter", given=True),),
    )
    book.customers.save(grace)
    form = opened(shell, grace)
    form.fields.name.fields["nickname"].setText("Gracie")
    assert form.save()
    assert book.customers.get(grace.id) == replace(grace, nickname="Gracie")
    settle()


def test_a_customer_deleted_meanwhile_is_said_and_nothing_is_lost(
    shell: CounterShell, book: Book
) -> None:
    grace = who(book, "Grace Mueller")
    form = opened(shell, grace)
    form.fields.name.fields["nickname"].setText("Gracie")
    book.customers.remove(grace.id)
    assert not form.save()
    assert "deleted in the meantime" in form.trouble.accessibleName()
    assert not form.trouble.isHidden()
    assert form.customer().nickname == "Gracie"
    closed(form)


def test_escape_closes_an_untouched_form_at_once(shell: CounterShell, book: Book) -> None:
    form = opened(shell, who(book, "Grace Mueller"))
    press("Esc")
    assert form.isHidden()
    assert len(shell.sheets) == 1
    settle()


def test_escape_keeps_what_was_typed_and_cancel_throws_it_away(
    shell: CounterShell, blank: CustomerForm, book: Book
) -> None:
    type_words("Anna")
    press("Esc")
    assert blank.isHidden()
    settle()
    again = opened(shell, Customer())
    assert again.customer().given == "Anna"
    again.throw_away()
    settle()
    assert book.drafts.get("customer") is None


def test_a_draft_of_a_customer_who_was_changed_meanwhile_is_not_shown(
    shell: CounterShell, book: Book
) -> None:
    grace = left_half_typed(shell, book)
    book.customers.save(replace(grace, title="Dr"))
    again = opened(shell, book.customers.get(grace.id))
    assert not again.is_changed()
    closed(again)


def test_a_draft_comes_back(shell: CounterShell, book: Book) -> None:
    grace = left_half_typed(shell, book)
    again = opened(shell, grace)
    assert again.customer().nickname == "Gracie"
    assert again.is_changed()
    assert again.state.text() == "Draft kept"
    closed(again)
    fresh = opened(shell, grace)
    assert not fresh.is_changed()
    closed(fresh)


def test_the_draft_is_kept_while_one_types(
    shell: CounterShell, blank: CustomerForm, qtbot: QtBot, book: Book
) -> None:
    type_words("Anna")
    qtbot.waitUntil(lambda: blank.state.text() == "Draft kept")
    draft = book.drafts.get("customer")
    assert draft is not None
    assert draft["new"]["customer"]["given"] == "Anna"


def test_what_was_typed_in_the_search_wins_over_an_old_draft(
    shell: CounterShell, book: Book
) -> None:
    first = opened(shell, Customer())
    first.fields.name.fields["given"].setText("Old")
    first.dismiss()
    settle()
    second = opened(shell, book.customers.from_text("Anna Berg"))
    assert second.customer().name == "Anna Berg"
    closed(second)


def test_an_organisation_has_one_name_and_a_contact_person(blank: CustomerForm) -> None:
    blank.fields.work.organisation.setText("Radwerk")
    blank.fields.kind.segments()[1].click()
    assert blank.fields.company.text() == "Radwerk"
    assert blank.fields.company.isVisible()
    assert not blank.fields.work.isVisible()
    blank.fields.company.setText("Radwerk Linden")
    made = blank.customer()
    assert (made.kind, made.organisation) == (CustomerKind.ORGANISATION, "Radwerk Linden")
    assert made.name == "Radwerk Linden"


def test_an_organisation_of_the_book_is_linked_by_choosing_it(
    blank: CustomerForm, book: Book
) -> None:
    field = blank.fields.work.organisation
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    type_words("Metallb")
    offers = field.suggestions.offers()
    assert [offer.view.name for offer in offers] == ["Metallbau Müller-Lüdenscheid & Söhne"]
    press("Return")
    firm = book.customers.resolve("Metallbau Müller-Lüdenscheid").id
    assert blank.customer().organisation_id == firm
    type_words("x")
    assert blank.customer().organisation_id is None


def test_tags_are_typed_offered_and_taken_out(blank: CustomerForm, book: Book) -> None:
    added(book, someone("Anna Berg", tags=("commuter",)))
    tags = blank.fields.tags
    tags.field.setFocus(Qt.FocusReason.OtherFocusReason)
    type_words("comm")
    assert [offer.value for offer in tags.field.suggestions.offers()] == ["commuter", "comm"]
    press("Return")
    type_words("racer,")
    assert tags.tags() == ("commuter", "racer")
    press("Backspace")
    assert tags.tags() == ("commuter",)
    type_words("late")
    assert blank.customer().tags == ("commuter", "late")
    tags.field.clear()
    tags.chips()[0].click()
    assert tags.tags() == ()


def test_rows_are_added_and_taken_out_by_key(blank: CustomerForm) -> None:
    methods = blank.fields.methods
    methods.links[0].setFocus(Qt.FocusReason.TabFocusReason)
    press("Return")
    assert len(methods.rows()) == 3
    assert methods.rows()[-1].field().hasFocus()
    for row in methods.rows():
        methods.remove(row)
    assert methods.links[0].hasFocus()
    assert blank.customer().methods == ()


def test_the_whole_form_is_reached_by_tab(blank: CustomerForm) -> None:
    stops = []
    for _step in range(80):
        press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in stops:
            break
        stops.append(widget)
    assert blank.save_button in stops
    assert blank.fields.tags.field in stops
    assert blank.fields.language in stops


def test_a_field_that_tab_reaches_is_in_sight(blank: CustomerForm) -> None:
    for _step in range(60):
        press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        assert not widget.visibleRegion().isEmpty(), widget.accessibleName()
        if widget is blank.save_button:
            break
    assert blank.save_button.hasFocus()


def test_tab_goes_through_the_form_as_one_reads(
    shell: CounterShell, qtbot: QtBot, book: Book
) -> None:
    known = replace(
        who(book, "Oliver Müller"),
        notes=(Note("Rides all winter", pinned=True), Note("Likes tea")),
        tags=("commuter",),
        dates=(CustomerDate(DateKind.ANNIVERSARY, 2, 2),),
        fields=(CustomField("Bike", "Gravel"),),
        consents=(Consent("Newsletter", given=True),),
    )
    form = CustomerForm(shell, known)
    shell.show_sheet(form)
    form.fields.tags.add("another")
    form.fields.methods.links[0].click()
    settle()
    body = form.body()
    assert body is not None
    stops = [stop for stop in form._tab_stops() if body.isAncestorOf(stop)]
    assert len(stops) > 40
    places = [stop.mapTo(body, stop.rect().center()).y() for stop in stops]
    steps_back = [b - a for a, b in pairwise(places) if b < a]
    # The cross of a row of several lines stands in its first one.
    assert all(step > -110 for step in steps_back), steps_back
    names = [stop.accessibleName() or getattr(stop, "text", str)() for stop in stops]
    assert all(names)
    assert names.index("Given name") < names.index("Phone") < names.index("Street")
    assert names.index("Street") < names.index("Tag") < names.index("How we know")
    form.throw_away()
