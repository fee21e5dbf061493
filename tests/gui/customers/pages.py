"""The page on the counter, and who is on it."""

import time
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customerbook.book.book import Book
from customerbook.gui.customers import build
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.widgets.row_list import View
from customerbook.gui.widgets.row_view import ROW
from customerbook.model.customer import Customer
from tests.gui.counter import CounterShell


def show(shell: CounterShell, qtbot: QtBot) -> CustomersPage:
    """The page, as the window shows it."""
    page = build(shell)
    assert isinstance(page, CustomersPage)
    shell.column.setContentsMargins(0, 0, 0, 0)
    shell.column.addWidget(page)
    page.refresh(None)
    shell.session.changed.connect(page.refresh)
    shell.host.activateWindow()
    qtbot.waitUntil(shell.host.isActiveWindow)
    settle()
    return page


def settle() -> None:
    """Let timers without a wait, layouts and what a page reads beside come to rest."""
    pages = [w for w in QApplication.allWidgets() if isinstance(w, CustomersPage)]
    deadline = time.monotonic() + 20
    while True:
        for _turn in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        busy = (page._shell.jobs.busy() or page.side._everyone.is_reading() for page in pages)
        if not any(busy) or time.monotonic() > deadline:
            break
        time.sleep(0.002)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def search(page: CustomersPage, qtbot: QtBot, text: str) -> None:
    """Search as the window does, until the card of the best match is there."""
    page.search(text)
    qtbot.wait(1)
    found = page.side.model.ids()
    qtbot.waitUntil(lambda: (page.card.matter is not None) == bool(page.side.model.ids()))
    if found and page.side.current():
        qtbot.waitUntil(
            lambda: (
                page.card.matter is not None and page.card.matter.customer.id == page.side.current()
            )
        )
    settle()


def views(page: CustomersPage) -> list[View]:
    """The rows of the list."""
    model = page.side.model
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


def names(page: CustomersPage) -> list[str]:
    """What the rows are called."""
    return [view.name for view in views(page)]


def who(book: Book, name: str) -> Customer:
    """The customer of this name."""
    return book.customers.resolve(name)


def changed(shell: CounterShell, customer: Customer, **values: object) -> Customer:
    """A customer with other values, in the book."""
    made = replace(customer, **values)  # type: ignore[arg-type]
    shell.session.do(shell.session.book.customers.save, made)
    settle()
    return made
