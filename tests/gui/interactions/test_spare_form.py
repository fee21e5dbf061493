"""The log form that is made ahead: it is the same form, and never of yesterday."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui import theme
from customerbook.gui.interactions import spare_form
from customerbook.gui.interactions.log_form import LogForm
from customerbook.gui.interactions.spare_form import SpareForm
from customerbook.model.catalogue import Snippet, Topic
from customerbook.model.channel import Channel, Direction
from customerbook.model.interaction import Interaction
from tests.guards.clock import StoppedClock
from tests.gui.counter import CounterShell, type_words


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quiet is over at once."""
    monkeypatch.setattr(spare_form, "_QUIET_MS", 20)
    monkeypatch.setattr(spare_form, "_BETWEEN_MS", 1)


def made_ahead(shell: CounterShell, qtbot: QtBot) -> SpareForm:
    spare = SpareForm(shell)
    spare.make_ahead()
    qtbot.waitUntil(spare.is_ready)
    return spare


def forms(shell: CounterShell) -> list[LogForm]:
    return shell.host.findChildren(LogForm)


def opened(
    shell: CounterShell, spare: SpareForm, channel: Channel = Channel.VISIT, who: int | None = None
) -> LogForm:
    form = spare.take()
    form.begin(channel, customer_id=who)
    shell.show_sheet(form)
    return form


def picture(form: LogForm) -> QImage:
    form.fields.note.setFocus()
    QApplication.processEvents()
    return form.paper.grab().toImage()


def topics(form: LogForm) -> list[str]:
    return [chip.text() for chip in form.fields.topic.chips()]


def test_it_is_made_hidden_and_in_steps_and_the_next_one_after_it_was_taken(
    shell: CounterShell, qtbot: QtBot
) -> None:
    spare = SpareForm(shell)
    assert forms(shell) == []
    spare.make_ahead()
    qtbot.waitUntil(lambda: len(forms(shell)) == 1)
    (form,) = forms(shell)
    assert not spare.is_ready()
    qtbot.waitUntil(spare.is_ready)
    assert not form.isVisible()
    assert opened(shell, spare) is form
    qtbot.waitUntil(spare.is_ready)
    assert len(forms(shell)) == 2


@pytest.mark.parametrize("channel", [Channel.VISIT, Channel.CALL, Channel.LETTER])
def test_it_looks_and_is_walked_like_a_form_that_is_made_at_once(
    shell: CounterShell, book: Book, qtbot: QtBot, channel: Channel
) -> None:
    who = book.customers.resolve("Grace Mueller").id
    at_once = opened(shell, SpareForm(shell), channel, who)
    before, stops = picture(at_once), [stop.accessibleName() for stop in at_once.tab_stops()]
    name = at_once.accessibleName()
    at_once.dismiss()
    ahead = opened(shell, made_ahead(shell, qtbot), channel, who)
    assert picture(ahead) == before
    assert [stop.accessibleName() for stop in ahead.tab_stops()] == stops
    assert ahead.accessibleName() == name


def test_what_it_still_lacks_is_made_when_it_is_taken(shell: CounterShell, qtbot: QtBot) -> None:
    spare = SpareForm(shell)
    spare.make_ahead()
    qtbot.waitUntil(lambda: len(forms(shell)) == 1)
    assert not spare.is_ready()
    form = opened(shell, spare)
    type_words("Walk-in")
    form.fields.note.setPlainText("Asked for the way.")
    assert form.save()
    (logged,) = shell.session.book.interactions.latest(1)
    assert shell.session.book.interactions.get(logged.id).caller == "Walk-in"


def test_the_contact_began_when_the_form_opened_not_when_it_was_made(
    shell: CounterShell, qtbot: QtBot, clock: StoppedClock
) -> None:
    spare = made_ahead(shell, qtbot)
    clock.move(timedelta(minutes=30))
    form = opened(shell, spare, Channel.CALL)
    assert form.fields.interaction().moment == datetime(2026, 11, 21, 9, 52, tzinfo=UTC)
    assert form.fields.interaction().duration == 0


def test_topics_and_snippets_are_those_of_now(shell: CounterShell, qtbot: QtBot) -> None:
    spare, session = made_ahead(shell, qtbot), shell.session
    (old,) = forms(shell)
    topic = session.do(session.book.topics.add, "Zither").first(Topic).id
    for _time in range(200):
        session.book.interactions.log(Interaction(topic_id=topic))
    session.do(session.book.snippets.add, Snippet(keyword="zz", text="The zither is in tune."))
    assert not spare.is_ready()
    assert "Zither" not in topics(old)
    qtbot.waitUntil(spare.is_ready)
    form = opened(shell, spare)
    assert topics(form)[0] == "Zither"
    form.fields.note.setFocus()
    type_words(";zz ")
    assert form.fields.note.toPlainText() == "The zither is in tune. "


def test_a_change_before_it_is_made_anew_leaves_nothing_old_to_take(
    shell: CounterShell, qtbot: QtBot
) -> None:
    spare, session = made_ahead(shell, qtbot), shell.session
    (old,) = forms(shell)
    session.do(session.book.snippets.add, Snippet(keyword="zz", text="The zither is in tune."))
    assert opened(shell, spare) is not old


def test_another_text_size_makes_another_form(shell: CounterShell, qtbot: QtBot) -> None:
    spare = made_ahead(shell, qtbot)
    theme.current().use_scale(130)
    try:
        assert not spare.is_ready()
        large = opened(shell, spare)
        assert large.fields.topic.field.width() == theme.current().px(200) > 200
        large.dismiss()
    finally:
        theme.current().use_scale(100)


def test_a_follow_up_is_completed_by_a_form_that_was_made_ahead(
    shell: CounterShell, book: Book, qtbot: QtBot
) -> None:
    spare = made_ahead(shell, qtbot)
    line = book.followups.due()[0]
    form = spare.take()
    form.begin(Channel.CALL, completes=line.id)
    shell.show_sheet(form)
    assert form.fields.who.customer_id == line.customer_id
    assert form.fields.channel.direction is Direction.OUTBOUND
    assert form.fields.who.completes == line.id
