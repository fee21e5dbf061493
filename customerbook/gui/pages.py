"""The pages of the window: one entry each, built when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, cast

from PySide6.QtWidgets import QWidget

from customerbook.gui.commands import N_
from customerbook.gui.shell import Shell
from customerbook.model.change import Change
from customerbook.model.rights import Right


class Page(Protocol):
    """What every page answers beside being a QWidget.

    A page may also have `commands() -> dict[str, Callable[[], object]]` (ids of commands that it
    answers just now), `state() -> dict` and `restore(dict)` (ids and positions only, so that it
    comes back as it was after a lock), `count() -> int` (what the rail shows beside its name),
    `first_column() -> QWidget` (where a toast stands), `foot_room() -> int` (how high a bar of the
    page reaches there) and `open_first()` (Enter in the search).
    """

    def refresh(self, change: Change | None) -> None:
        """Look again at what a change touches; None means at everything."""

    def focus_first(self) -> None:
        """Give the focus to what one works with first."""


class CustomersLike(Page, Protocol):
    """What the Customers page answers beside that, since the search field belongs to it."""

    def open_customer(self, customer_id: int) -> None:
        """Show a card."""

    def show_newest(self) -> None:
        """List everyone, those who came last first."""

    def search(self, text: str) -> None:
        """Show whom a text finds; all for none."""


@dataclass(frozen=True)
class PageKind:
    """One page: `below` puts it to the lower end of the rail, `right` hides it from others."""

    id: str
    title: str
    icon: str
    build: Callable[[Shell], QWidget]
    below: bool = False
    right: Right | None = None


def _today(shell: Shell) -> QWidget:
    from customerbook.gui.today import build  # noqa: PLC0415 - a page costs when it is first shown

    return build(shell)


def _customers(shell: Shell) -> QWidget:
    from customerbook.gui.customers import build  # noqa: PLC0415

    return build(shell)


def _followups(shell: Shell) -> QWidget:
    from customerbook.gui.followups import build  # noqa: PLC0415

    return build(shell)


def _settings(shell: Shell) -> QWidget:
    from customerbook.gui.settings import build  # noqa: PLC0415

    return build(shell)


PAGES = (
    PageKind("today", N_("Today"), "sun", _today),
    PageKind("customers", N_("Customers"), "book-user", _customers),
    PageKind("followups", N_("Follow-ups"), "list-checks", _followups),
    PageKind("settings", N_("Settings"), "settings", _settings, below=True, right=Right.MANAGE),
)


def page_kind(page_id: str) -> PageKind:
    """The page of this id; LookupError if there is none."""
    for kind in PAGES:
        if kind.id == page_id:
            return kind
    raise LookupError(page_id)


def commands_of(page: QWidget) -> dict[str, Callable[[], object]]:
    """Commands that a page answers just now."""
    answers = getattr(page, "commands", None)
    return cast("dict[str, Callable[[], object]]", answers()) if answers is not None else {}


def state_of(page: QWidget) -> dict[str, Any]:
    """Where a page stands, to restore it after a lock."""
    answers = getattr(page, "state", None)
    return cast("dict[str, Any]", answers()) if answers is not None else {}
