"""A page that notes what it is told, to test the window around it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from customerbook.gui.shell import Shell
from customerbook.model.change import Change


class PlainPage(QWidget):
    """One field, and everything that a page may answer."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.field = QLineEdit()
        self.refreshed: list[Change | None] = []
        self.searched: list[str] = []
        self.opened: list[int] = []
        self.printed = 0
        self.place = 0
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addStretch(1)

    def refresh(self, change: Change | None) -> None:
        self.refreshed.append(change)

    def focus_first(self) -> None:
        self.field.setFocus()

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"print": self.print_it}

    def print_it(self) -> None:
        self.printed += 1

    def search(self, text: str) -> None:
        self.searched.append(text)

    def open_customer(self, customer_id: int) -> None:
        self.opened.append(customer_id)

    def customer_id(self) -> int | None:
        if self.opened:
            return self.opened[-1]
        return 1 if self.searched and self.searched[-1] else None

    def state(self) -> dict[str, Any]:
        return {"place": self.place}

    def restore(self, state: dict[str, Any]) -> None:
        self.place = state["place"]
