"""What pages, forms and sheets may ask of the window around them."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from customerbook.gui.jobs import Jobs
from customerbook.gui.session import Session
from customerbook.model.channel import Channel, Direction
from customerbook.model.errors import BookError


class Shell(Protocol):
    """The window, as what stands in it sees it; handed to every page and form."""

    session: Session
    jobs: Jobs

    def go(self, page_id: str) -> None:
        """Show a page of `PAGES`."""

    def open_customer(self, customer_id: int) -> None:
        """Show the Customers page with this card."""

    def show_newest(self) -> None:
        """Show the Customers page with those who came last at the top of the list."""

    def log(
        self,
        channel: Channel,
        *,
        customer_id: int | None = None,
        completes: int | None = None,
        direction: Direction | None = None,
    ) -> None:
        """Open the log form; `completes` is a follow-up that saving it completes."""

    def new_customer(self, text: str = "") -> None:
        """Open the form of a new customer, filled from what was typed."""

    def edit_customer(self, customer_id: int) -> None:
        """Open the form of a customer."""

    def new_followup(self, *, customer_id: int | None = None) -> None:
        """Open the form of a new follow-up."""

    def preview(self, kind: str, subject_id: int) -> None:
        """Show a document before it is printed: `confirmation` of an interaction, `summary`."""

    def print_now(self, kind: str, subject_id: int) -> None:
        """Keep a document and print it; without a printer show the preview and say so."""

    def bring_in(self, path: Path | None = None) -> None:
        """Take over customers from a file, which is asked for if not given."""

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say at the bottom what happened; with `undo` it can be taken back there."""

    def say(self, error: BookError) -> None:
        """Tell a known error in its own words."""

    def show_sheet(self, sheet: QWidget) -> None:
        """Open a `widgets.sheet.Sheet` over the page."""

    def sheet_host(self) -> QWidget:
        """What a sheet is made over: `Sheet(shell.sheet_host(), title)`."""

    def search_text(self) -> str:
        """What stands in the search field of the top bar."""

    def search(self, text: str) -> None:
        """Put a text into the search field and search for it."""
