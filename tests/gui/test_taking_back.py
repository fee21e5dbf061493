from pytestqt.qtbot import QtBot

from customerbook.book import importing
from customerbook.gui.window import Window
from tests.book.test_importing import rows
from tests.books import added, someone


def test_much_is_taken_back_in_a_worker_and_once(window: Window, qtbot: QtBot) -> None:
    book = window.session.book
    before = book.customers.count()
    many = (someone(f"Anna{i} Berg", f"0171 39{i:05}") for i in range(120))
    importing.run(book, importing.plan(book, rows(*many)))
    window.undo()
    assert window.jobs.busy()
    window.undo()  # a key that is held down
    qtbot.waitUntil(lambda: not window.jobs.busy())
    assert book.customers.count() == before
    assert window.desk.toasts.text() == "Undone: customers imported"
    window.redo()
    qtbot.waitUntil(lambda: not window.jobs.busy())
    assert book.customers.count() == before + 120


def test_a_little_is_taken_back_at_once(window: Window) -> None:
    book = window.session.book
    before = book.customers.count()
    added(book, someone("Anna Berg"))
    window.undo()
    assert not window.jobs.busy()
    assert book.customers.count() == before
