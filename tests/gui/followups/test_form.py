"""The form of a follow-up on a real book."""

from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtWidgets import QApplication

from customerbook.book.book import Book
from customerbook.gui.followups.form import FollowUpForm
from customerbook.model.followup import FollowUp, FollowUpKind
from tests.gui.counter import TODAY, CounterShell, press, type_words


def open_form(
    shell: CounterShell, *, customer_id: int | None = None, followup_id: int | None = None
) -> FollowUpForm:
    form = FollowUpForm(shell, customer_id=customer_id, followup_id=followup_id)
    shell.show_sheet(form)
    return form


def newest(book: Book) -> FollowUp:
    return max((book.followups.get(line.id) for line in book.followups.open()), key=lambda f: f.id)


def test_a_new_one_by_keys_alone(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    assert QApplication.focusWidget() is form.customer.field
    type_words("0031")
    press("Return")
    type_words("Ask about the puncture")
    press("Return")
    type_words("fri 14:00")
    press("Ctrl+Return")
    grace = book.customers.resolve("Grace Mueller")
    made = newest(book)
    assert made == FollowUp(
        id=made.id,
        kind=FollowUpKind.CALL_BACK,
        title="Ask about the puncture",
        customer_id=grace.id,
        person_id=1,
        due_day=date(2026, 11, 27),
        due_time=time(14),
        zone="Europe/Berlin",
        created=made.created,
    )
    assert shell.toasts() == ["Noted for Friday 27 November, 14:00"]


def test_it_may_be_promised_and_for_somebody_else(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.what.setText("Ring up the supplier")
    form.kind.choose(FollowUpKind.ORDER)
    form.block.who.choose(book.people.named("Aylin").id)
    form.block.when.put("tomorrow")
    form.promise.setChecked(True)
    assert form.save()
    made = newest(book)
    assert (made.promise, made.kind, made.customer_id) == (True, FollowUpKind.ORDER, None)
    assert made.person_id == book.people.named("Aylin").id


def test_a_new_customer_comes_with_it(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    type_words("Nobody Known")
    press("Up")
    press("Return")
    type_words("Send the catalogue")
    form.block.when.put("tomorrow")
    assert form.save()
    made = newest(book)
    assert book.customers.get(made.customer_id or 0).name == "Nobody Known"


def test_what_is_missing_is_said_at_its_field(shell: CounterShell, book: Book) -> None:
    count = len(book.followups.ids())
    form = open_form(shell)
    assert not form.save()
    assert form.what.error() == "Say in a few words what is to be done."
    assert form.block.when.field.error().startswith("Say by when")
    assert QApplication.focusWidget() is form.what
    type_words("Call")
    assert form.what.error() == ""
    assert not form.save()
    assert QApplication.focusWidget() is form.block.when.field
    assert len(book.followups.ids()) == count


def test_one_in_the_book_is_changed(shell: CounterShell, book: Book) -> None:
    (line,) = [one for one in book.followups.due() if one.customer == "Oliver Müller"]
    before = book.followups.get(line.id)
    form = open_form(shell, followup_id=line.id)
    assert form.what.text() == before.title
    form.what.setText("In writing, and kindly")
    assert form.save()  # its moment has passed and stays
    after = book.followups.get(line.id)
    assert (after.title, after.due_day, after.due_time) == (
        "In writing, and kindly",
        before.due_day,
        before.due_time,
    )


def test_a_changed_moment_must_be_to_come(shell: CounterShell, book: Book) -> None:
    (line,) = [one for one in book.followups.due() if one.customer == "Oliver Müller"]
    form = open_form(shell, followup_id=line.id)
    form.block.when.put("yesterday")
    assert not form.save()
    form.block.when.put("tomorrow")
    assert form.save()
    assert book.followups.get(line.id).due_day == TODAY + timedelta(days=1)


def test_the_draft_comes_back(shell: CounterShell, book: Book) -> None:
    grace = book.customers.resolve("Grace Mueller")
    form = open_form(shell)
    form.customer.show_customer(grace.id)
    form.what.setText("Half a thought")
    form.block.when.put("in 2 weeks")
    form.promise.setChecked(True)
    before = form.values()
    press("Escape")
    again = open_form(shell)
    assert again.values() == before
    assert again.save()
    assert open_form(shell).values() == {}


def test_cancel_throws_the_draft_away(shell: CounterShell) -> None:
    form = open_form(shell)
    form.what.setText("Half a thought")
    form.keep_draft()
    form.throw_away()
    assert open_form(shell).values() == {}


def test_a_refusal_keeps_the_text(shell: CounterShell, book: Book) -> None:
    form = open_form(shell)
    form.what.setText("It stays")
    form.block.when.put("tomorrow")
    book.db.why_read_only = "The disk is write-protected."
    assert not form.save()
    book.db.why_read_only = ""
    assert form.what.text() == "It stays"
    assert form.save()


def test_the_responsible_person_is_to_do_it(shell: CounterShell, book: Book) -> None:
    jonas = book.people.named("Jonas").id
    grace = replace(book.customers.resolve("Grace Mueller"), responsible_id=jonas)
    book.customers.save(grace)
    form = open_form(shell, customer_id=grace.id)
    assert form.block.who.person_id() == jonas
