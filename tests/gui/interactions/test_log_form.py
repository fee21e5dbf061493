"""The log form on a real book: what is typed is what is logged, and nothing typed is lost."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.interactions.log_form import KEYS, LogForm
from customerbook.gui.interactions.moment_row import read_length, said_length
from customerbook.gui.interactions.spare_form import SpareForm
from customerbook.gui.unfinished import unfinished
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUp, FollowUpState
from customerbook.model.interaction import Interaction, Nature, Outcome
from customerbook.model.when import When
from tests.guards.clock import StoppedClock
from tests.gui.counter import TODAY, CounterShell, press, type_words

BERLIN = ZoneInfo("Europe/Berlin")


def open_form(
    shell: CounterShell,
    channel: Channel = Channel.VISIT,
    *,
    customer_id: int | None = None,
    completes: int | None = None,
    direction: Direction | None = None,
) -> LogForm:
    form = SpareForm(shell).take()
    form.begin(channel, customer_id=customer_id, completes=completes, direction=direction)
    shell.show_sheet(form)
    return form


def newest(book: Book) -> Interaction:
    return book.interactions.get(book.interactions.latest(1)[0].id)


def customer(book: Book, name: str) -> Customer:
    return book.customers.resolve(name)


def test_it_opens_with_the_cursor_in_customer(shell: CounterShell) -> None:
    form = open_form(shell)
    assert QApplication.focusWidget() is form.fields.who.field.field


def test_with_a_known_customer_the_cursor_is_in_the_note(shell: CounterShell, book: Book) -> None:
    form = open_form(shell, customer_id=customer(book, "Grace Mueller").id)
    assert QApplication.focusWidget() is form.fields.note
    assert form.fields.who.field.name == "Grace Mueller"


def test_the_last_four_digits_and_enter_choose_a_customer(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    type_words("0031")
    names = [offer.view.name for offer in form.fields.who.field.field.suggestions.offers()]
    assert names == ["Grace Mueller", "New customer “0031”"]
    press("Return")
    assert form.fields.who.field.customer_id == customer(book, "Grace Mueller").id
    assert QApplication.focusWidget() is form.fields.note


def test_what_matched_is_marked(shell: CounterShell) -> None:
    form = open_form(shell)
    type_words("grac")
    view = form.fields.who.field.field.suggestions.offers()[0].view
    assert getattr(view, "name_places", ()) == ((0, 4),)


def test_the_last_offer_makes_a_new_customer_from_digits(shell: CounterShell, book: Book) -> None:
    open_form(shell)
    type_words("+49 30 555 0199")
    press("Up")
    press("Return")
    type_words("Asked for a tandem")
    press(KEYS["save"])
    logged = newest(book)
    assert logged.customer_id is not None
    assert book.customers.get(logged.customer_id).phones == ("+49 30 555 0199",)


def test_undo_takes_the_contact_and_the_new_customer_back(shell: CounterShell, book: Book) -> None:
    before = book.customers.count(), book.interactions.count()
    open_form(shell)
    type_words("Nobody Known")
    press("Up")
    press("Return")
    press(KEYS["save"])
    assert (book.customers.count(), book.interactions.count()) != before
    shell.session.undo()
    assert (book.customers.count(), book.interactions.count()) == before


def test_a_walk_in_needs_no_customer(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.note.setPlainText("Asked for the opening hours")
    press(KEYS["save"])
    logged = newest(book)
    assert (logged.customer_id, logged.caller) == (None, "")
    assert shell.toasts() == [f"Saved as {logged.reference}"]


def test_what_is_typed_and_not_chosen_is_kept_as_the_caller(
    shell: CounterShell, book: Book
) -> None:
    open_form(shell, Channel.CALL)
    type_words("Peter from the bakery")
    press(KEYS["save"])
    assert newest(book).caller == "Peter from the bakery"


def test_everything_typed_is_logged(shell: CounterShell, book: Book) -> None:
    oliver = customer(book, "Oliver Müller")
    (case,) = book.cases.open_of(oliver.id)
    form = open_form(shell, customer_id=oliver.id)
    fields = form.fields
    topic = book.topics.named("Wheel building")
    assert topic is not None
    fields.topic.choose(topic.id)
    fields.nature.choose(Nature.COMPLAINT)
    type_words("The rim is bent, ;guarantee ")
    press(KEYS["private"])
    type_words("Was loud")
    fields.rating.choose(2)
    press(KEYS[Outcome.RESOLVED.value])
    press(KEYS["save"])
    logged = newest(book)
    assert logged == Interaction(
        id=logged.id,
        reference=logged.reference,
        channel=Channel.VISIT,
        direction=Direction.INBOUND,
        moment=logged.moment,
        customer_id=oliver.id,
        topic_id=topic.id,
        nature=Nature.COMPLAINT,
        note="The rim is bent, covered by the two-year guarantee",
        private_note="Was loud",
        outcome=Outcome.RESOLVED,
        person_id=1,
        rating=2,
        case_id=case.id,
    )
    assert logged.moment == datetime(2026, 11, 21, 10, 22, tzinfo=BERLIN)


def test_unticked_the_case_stays_alone(shell: CounterShell, book: Book) -> None:
    form = open_form(shell, customer_id=customer(book, "Oliver Müller").id)
    form.fields.who.cases.choose(None)
    press(KEYS["save"])
    assert newest(book).case_id is None


def test_somebody_else_has_no_case_to_add_to(shell: CounterShell, book: Book) -> None:
    form = open_form(shell, customer_id=customer(book, "Oliver Müller").id)
    assert not form.fields.who.cases.isHidden()
    form.fields.who.field.show_customer(customer(book, "Grace Mueller").id)
    assert form.fields.who.cases.isHidden()
    press(KEYS["save"])
    assert newest(book).case_id is None


def test_a_promise_is_saved_in_the_same_stroke(shell: CounterShell, book: Book) -> None:
    grace = customer(book, "Grace Mueller")
    form = open_form(shell, customer_id=grace.id)
    press(KEYS[Outcome.PROMISED.value])
    type_words("New wheel fitted")
    press("Tab")
    type_words("fri 14:00")
    assert form.fields.promise.block.when.said() == "Friday 27 November, 14:00"
    press(KEYS["save"])
    logged = newest(book)
    (promise,) = book.followups.of_interaction(logged.id)
    assert (promise.title, promise.due_day, promise.due_time) == (
        "New wheel fitted",
        date(2026, 11, 27),
        time(14),
    )
    assert promise.promise
    assert promise.customer_id == grace.id
    shell.session.undo()
    assert book.followups.for_customer(grace.id) == []


def test_to_follow_up_is_no_promise(shell: CounterShell, book: Book) -> None:
    open_form(shell, customer_id=customer(book, "Grace Mueller").id)
    press(KEYS[Outcome.TO_FOLLOW_UP.value])
    type_words("Order the rim")
    press("Return")
    type_words("tomorrow")
    press(KEYS["save"])
    (followup,) = book.followups.of_interaction(newest(book).id)
    assert not followup.promise
    assert followup.due_day == TODAY + timedelta(days=1)


def test_what_else_is_promised_that_day_is_said(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    press(KEYS[Outcome.PROMISED.value])
    band = form.fields.promise
    band.block.who.choose(book.people.named("Jonas").id)
    band.block.when.put("fri")
    assert band.offers.load_words() == "Jonas has 1 other promise that day"
    band.block.when.put("mon")
    assert band.offers.load_words() == ""


def test_a_promise_without_words_or_moment_is_told_at_its_field(
    shell: CounterShell, book: Book
) -> None:
    count = book.interactions.count()
    form = open_form(shell, customer_id=customer(book, "Grace Mueller").id)
    type_words("The note stays")
    press(KEYS[Outcome.PROMISED.value])
    band = form.fields.promise
    assert not form.save()
    assert band.title.error() == "Say what the customer was promised."
    assert QApplication.focusWidget() is band.title
    type_words("New wheel")
    press("Tab")
    type_words("fri 25:00")
    assert not form.save()
    assert band.block.when.field.error() == "No such time. Try “fri 14:00” or “in 3 days”."
    assert form.fields.note.toPlainText() == "The note stays"
    assert book.interactions.count() == count


def test_a_moment_that_has_passed_is_no_promise(shell: CounterShell) -> None:
    form = open_form(shell)
    press(KEYS[Outcome.PROMISED.value])
    form.fields.promise.title.setText("Something")
    form.fields.promise.block.when.put("yesterday")
    assert not form.save()
    assert "has passed" in form.fields.promise.block.when.field.error()


def test_chips_choose_the_day(shell: CounterShell) -> None:
    form = open_form(shell)
    press(KEYS[Outcome.PROMISED.value])
    said = []
    for words, when in shell_offers(form):
        form.fields.promise.block.when.choose(when, words)
        said.append(form.fields.promise.block.when.said())
    assert said == [
        "Saturday 21 November",
        "Sunday 22 November",
        "Tuesday 24 November",
        "Monday 23 November",
    ]


def shell_offers(form: LogForm) -> list[tuple[str, When]]:
    return form.fields.promise.offers.usual_days()


def test_an_outgoing_call_to_who_wants_none_is_warned_of(shell: CounterShell, book: Book) -> None:
    oliver = customer(book, "Oliver Müller")
    form = open_form(shell, Channel.CALL, customer_id=oliver.id)
    warnings = form.fields.who.warnings
    assert warnings.isHidden()  # he called us
    form.fields.channel.show_direction(Direction.OUTBOUND)
    form.fields.follow_channel()
    assert not warnings.isHidden()
    assert form.fields.who.warning_words() == [
        "Oliver Müller asked not to be called. Write to him instead."
    ]
    form.fields.channel.show_channel(Channel.EMAIL)
    form.fields.follow_channel()
    assert warnings.isHidden()


def test_completing_a_follow_up_logs_it_as_its_result(shell: CounterShell, book: Book) -> None:
    (line,) = [one for one in book.followups.due() if one.customer == "Thị Mai Nguyễn"]
    form = open_form(shell, Channel.CALL, completes=line.id)
    assert form.fields.who.field.name == "Thị Mai Nguyễn"
    assert form.fields.channel.direction is Direction.OUTBOUND
    type_words("She takes it")
    press(KEYS["save"])
    done = book.followups.get(line.id)
    assert (done.state, done.result_id) == (FollowUpState.KEPT, newest(book).id)


def test_a_call_that_nobody_answered_completes_nothing(shell: CounterShell, book: Book) -> None:
    (line,) = [one for one in book.followups.due() if one.customer == "Thị Mai Nguyễn"]
    open_form(shell, Channel.CALL, completes=line.id)
    press(KEYS[Outcome.NO_ANSWER.value])
    press(KEYS["save"])
    assert book.followups.get(line.id).state is FollowUpState.OPEN


def test_one_that_was_done_meanwhile_can_still_be_logged(shell: CounterShell, book: Book) -> None:
    (line,) = [one for one in book.followups.due() if one.customer == "Thị Mai Nguyễn"]
    form = open_form(shell, Channel.CALL, completes=line.id)
    type_words("She takes it")
    book.followups.complete(line.id)
    assert not form.save()
    assert "is done already" in form.trouble.sentence()
    assert form.save()
    assert newest(book).note == "She takes it"


def test_a_call_is_measured_from_opening(
    shell: CounterShell, book: Book, clock: StoppedClock
) -> None:
    form = open_form(shell, Channel.CALL)
    begun = shell.session.now()
    clock.move(timedelta(minutes=4, seconds=30))
    assert form.watch.said(call=True) == "today, 10:22 · 4:30"
    press(KEYS["save"])
    logged = newest(book)
    assert (logged.moment, logged.duration) == (begun, 270)


def test_a_visit_has_no_duration(shell: CounterShell, book: Book, clock: StoppedClock) -> None:
    open_form(shell)
    clock.move(timedelta(minutes=4))
    press(KEYS["save"])
    assert newest(book).duration is None


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("9:35", datetime(2026, 11, 21, 9, 35, tzinfo=BERLIN)),
        ("yesterday 16:00", datetime(2026, 11, 20, 16, tzinfo=BERLIN)),
        ("yesterday", datetime(2026, 11, 20, 10, 22, tzinfo=BERLIN)),
    ],
)
def test_the_moment_can_be_set_back(
    shell: CounterShell, book: Book, typed: str, moment: datetime
) -> None:
    open_form(shell, Channel.CALL)
    press(KEYS["moment"])
    type_words(typed)
    press(KEYS["save"])
    (logged,) = [line for line in book.interactions.latest(20) if line.moment == moment]
    assert book.interactions.get(logged.id).duration is None


def test_a_moment_to_come_is_refused(shell: CounterShell) -> None:
    form = open_form(shell)
    press(KEYS["moment"])
    type_words("tomorrow")
    assert not form.save()
    assert "still to come" in form.fields.moment.when.field.error()


def test_the_length_of_a_call_can_be_typed(shell: CounterShell, book: Book) -> None:
    form = open_form(shell, Channel.CALL)
    press(KEYS["moment"])
    form.fields.moment.length.setText("long")
    assert not form.save()
    form.fields.moment.length.setText("7:30")
    assert form.save()
    assert newest(book).duration == 450


def test_saving_and_printing_asks_for_the_confirmation(shell: CounterShell, book: Book) -> None:
    open_form(shell, customer_id=customer(book, "Grace Mueller").id)
    press(KEYS["print"])
    assert shell.asked[-1] == ("print_now", "confirmation", newest(book).id)


def test_escape_closes_the_list_first_and_keeps_the_draft(
    qtbot: QtBot, shell: CounterShell, book: Book
) -> None:
    form = open_form(shell)
    type_words("Gra")
    press("Escape")
    assert not form.isHidden()
    form.fields.note.setPlainText("Half a sentence")
    press("Escape")
    assert form.isHidden()
    again = open_form(shell)
    assert again.fields.note.toPlainText() == "Half a sentence"
    assert again.fields.who.field.typed == "Gra"
    assert again.state.text() == "Draft kept"
    assert again.save()
    assert open_form(shell).fields.is_blank()
    assert book.drafts.get("log") is None


def test_a_draft_is_kept_while_one_types(qtbot: QtBot, shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.note.setPlainText("He brought the wheel")
    with qtbot.waitSignal(form.kept):
        pass
    assert form.state.text() == "Draft kept"
    kept = book.drafts.get("log")
    assert kept is not None
    assert kept["visit"]["note"] == "He brought the wheel"


def test_a_draft_brings_everything_back(shell: CounterShell, book: Book) -> None:
    oliver = customer(book, "Oliver Müller")
    form = open_form(shell)
    fields = form.fields
    fields.who.field.show_customer(oliver.id)
    fields.channel.show_channel(Channel.LETTER)
    fields.channel.show_direction(Direction.OUTBOUND)
    fields.nature.choose(Nature.PRAISE)
    fields.note.setPlainText("Thank you")
    fields.show_private()
    fields.private.setPlainText("Cheese")
    fields.rating.choose(0)
    fields.choose_outcome(Outcome.PROMISED)
    fields.promise.title.setText("Call him")
    fields.promise.block.when.put("in 2 weeks")
    fields.promise.block.who.choose(book.people.named("Aylin").id)
    before = fields.values()
    expected = replace(fields.interaction(), moment=None)
    form.dismiss()
    again = open_form(shell).fields
    assert again.values() == before
    assert replace(again.interaction(), moment=None) == expected
    assert again.followup() == FollowUp(
        title="Call him",
        due_day=TODAY + timedelta(weeks=2),
        person_id=book.people.named("Aylin").id,
        promise=True,
    )


def test_a_draft_about_a_new_customer_opens_with_the_cursor_in_the_note(
    shell: CounterShell,
) -> None:
    form = open_form(shell)
    form.fields.who.field.show_new("Ada Lovelace")
    form.dismiss()
    again = open_form(shell)
    assert again.fields.who.field.name == "Ada Lovelace"
    assert again.fields.note.hasFocus()
    again.dismiss()


def test_drafts_of_other_matters_do_not_mix(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.note.setPlainText("The visit")
    form.dismiss()
    call = open_form(shell, Channel.CALL)
    assert call.fields.is_blank()
    call.fields.note.setPlainText("The call")
    call.dismiss()
    assert open_form(shell).fields.note.toPlainText() == "The visit"


def test_a_form_that_nothing_was_typed_into_leaves_no_draft(
    shell: CounterShell, book: Book
) -> None:
    open_form(shell, customer_id=customer(book, "Grace Mueller").id).dismiss()
    assert book.drafts.get("log") is None


def test_cancel_asks_before_it_throws_something_away(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.note.setPlainText("Half a sentence")
    form.throw_away()
    assert not form.isHidden()
    form.throw_away()
    assert form.isHidden()
    assert book.drafts.get("log") is None
    assert open_form(shell).fields.is_blank()


def test_a_draft_of_someone_else_is_not_shown(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.note.setPlainText("Martha’s")
    form.dismiss()
    book.sign_in(book.people.named("Jonas").id)
    assert open_form(shell).fields.is_blank()


def test_letters_and_meetings_take_the_place_of_the_dots(shell: CounterShell, book: Book) -> None:
    form = open_form(shell, Channel.MEETING)
    assert form.accessibleName() == "Log a meeting"
    press(KEYS["save"])
    assert newest(book).channel is Channel.MEETING


def test_a_read_only_book_keeps_the_text_in_the_form(
    shell: CounterShell, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = open_form(shell)
    form.fields.note.setPlainText("It stays")
    book.db.why_read_only = "The disk is write-protected."
    assert not form.save()
    assert "only be read" in form.trouble.sentence()
    assert form.fields.note.toPlainText() == "It stays"
    book.db.why_read_only = ""


def test_every_control_has_a_name(shell: CounterShell, book: Book) -> None:
    form = open_form(shell, Channel.CALL, customer_id=customer(book, "Oliver Müller").id)
    press(KEYS[Outcome.PROMISED.value])
    press(KEYS["private"])
    press(KEYS["moment"])
    nameless = [type(one).__name__ for one in form.tab_stops() if not name_of(one)]
    assert nameless == []


def name_of(widget: object) -> str:
    name = getattr(widget, "accessibleName", str)()
    return str(name or getattr(widget, "text", str)())


def test_a_form_that_became_a_letter_is_gone_on_with(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.channel.show_channel(Channel.LETTER)
    form.fields.note.setPlainText("Dear Grace")
    form.keep_draft()
    form.dismiss()
    draft = unfinished(shell)
    assert draft is not None
    again = open_form(shell, draft.channel, customer_id=draft.customer_id)
    assert again.fields.note.toPlainText() == "Dear Grace"
    assert again.fields.channel.channel is Channel.LETTER


def test_in_a_low_window_the_field_with_the_keyboard_is_seen(
    qtbot: QtBot, shell: CounterShell
) -> None:
    shell.host.resize(800, 600)
    form = open_form(shell)
    press(KEYS[Outcome.PROMISED.value])
    press("Tab")
    field = form.fields.promise.block.when.field
    assert QApplication.focusWidget() is field
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())


def test_no_part_of_the_form_is_ever_a_window(shell: CounterShell, book: Book) -> None:
    (line,) = [one for one in book.followups.due() if one.customer == "Oliver Müller"]
    windows: list[object] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusWindowChanged.connect(windows.append)
    open_form(shell, Channel.CALL, completes=line.id)
    press(KEYS[Outcome.PROMISED.value])
    press(KEYS["moment"])
    press(KEYS["private"])
    app.focusWindowChanged.disconnect(windows.append)
    assert windows == []


def test_the_window_hears_the_form_not_its_own_keys(shell: CounterShell) -> None:
    form = open_form(shell)
    press("Down")
    assert QApplication.focusWidget() is form.fields.who.field.field
    press("Tab")
    assert QApplication.focusWidget() is form.fields.topic.chips()[0]


def test_tab_comes_to_each_row_once_in_the_order_of_reading(
    shell: CounterShell, book: Book
) -> None:
    form = open_form(shell)
    fields = form.fields
    fields.who.field.show_customer(customer(book, "Oliver Müller").id)
    wheel = book.topics.named("Wheel building")
    assert wheel is not None
    fields.topic.choose(wheel.id)
    QApplication.processEvents()
    rows: list[object] = [fields.channel, fields.who.field, fields.who.cases]
    rows += [fields.topic, fields.nature]
    press(KEYS[Outcome.PROMISED.value])
    rows += [fields.note, fields.note_foot, fields.outcome]
    rows += [fields.promise.title, fields.promise.block, fields.promise.offers, fields.rating]
    stops = form.tab_stops()
    order = [next((n for n, row in enumerate(rows) if _within(row, s)), -1) for s in stops]
    known = [place for place in order if place >= 0]
    assert known == sorted(known)
    assert set(known) == set(range(len(rows)))
    for row in (fields.nature, fields.outcome):
        assert sum(_within(row, stop) for stop in stops) == 1


def _within(row: object, stop: QWidget) -> bool:
    assert isinstance(row, QWidget)
    return row is stop or row.isAncestorOf(stop)


def test_another_topic_is_found_or_added_while_typing(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.fields.topic.open_field()
    type_words("whe")
    offers = form.fields.topic.field.suggestions.offers()
    assert [offer.view.name for offer in offers] == ["Wheel building", "Add “whe”"]
    press("Return")
    wheel = book.topics.named("Wheel building")
    assert wheel is not None
    assert form.fields.topic.topic_id() == wheel.id
    form.fields.topic.open_field()
    type_words("Tandems")
    press("Return")
    tandems = book.topics.named("Tandems")
    assert tandems is not None
    assert form.fields.topic.topic_id() == tandems.id
    assert len(form.fields.topic.chips()) == 4


def test_the_moment_of_a_known_day_has_the_right_words() -> None:
    assert said_length(270) == "4:30"
    assert [read_length(text) for text in ("4", "4:30", "4 min", "x", "4:75")] == [
        240,
        270,
        240,
        None,
        None,
    ]


def test_the_responsible_person_is_to_do_it(shell: CounterShell, book: Book) -> None:
    jonas, aylin = (book.people.named(name).id for name in ("Jonas", "Aylin"))
    grace = replace(customer(book, "Grace Mueller"), responsible_id=jonas)
    book.customers.save(grace)
    form = open_form(shell)
    press(KEYS[Outcome.PROMISED.value])
    who = form.fields.promise.block.who
    assert who.person_id() == 1
    form.fields.who.field.show_customer(grace.id)
    assert who.person_id() == jonas
    who.choose(aylin)
    who.settle()  # by hand
    form.fields.who.field.show_customer(customer(book, "Oliver Müller").id)
    assert who.person_id() == aylin


def test_the_longest_names_and_marks_stand_in_the_form(shell: CounterShell, book: Book) -> None:
    long = book.customers.add(Customer(given="<b>&" * 75, family="Ö" * 300)).first(Customer)
    followup = book.followups.add(
        FollowUp(title="<i>" * 200, customer_id=long.id, due_day=TODAY)
    ).first(FollowUp)
    form = open_form(shell, Channel.CALL, completes=followup.id)
    press(KEYS[Outcome.PROMISED.value])
    QApplication.processEvents()
    QApplication.processEvents()
    width = form.fields.form.width()
    assert width <= 800
    for row in (form.fields.channel, form.fields.note, form.fields.who.field):
        assert row.mapTo(form.fields.form, row.rect().topRight()).x() < width
    form.fields.promise.title.setText("</b>&amp;" * 40)
    form.fields.promise.block.when.put("tomorrow")
    assert form.save()
    (promise,) = book.followups.of_interaction(newest(book).id)
    assert promise.title == "</b>&amp;" * 40
