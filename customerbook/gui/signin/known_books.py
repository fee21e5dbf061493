"""Books that were open on this computer, to open one of them again."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog

from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.choice_card import ChoiceCard
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import Label
from customerbook.model.texts import _


class KnownBooks(Card):
    """One row a book (folder -> shop), the first chosen; a link asks for another: `found`."""

    found = Signal(Path)

    def __init__(self, books: Mapping[Path, str]) -> None:
        super().__init__(fill="paper", edge=None, spacing=8)
        self._books = list(books)
        self._group = QButtonGroup(self)
        heading = _("Books that were open on this PC") if self._books else _("A book is a folder")
        self.add(Label(heading, "name"))
        if not self._books:
            about = _("Its name ends in “.customerbook”.")
            self.add(Label(about, "text", "ink2", wrap=True))
        for place, (book, shop) in enumerate(books.items()):
            row = ChoiceCard("book-bookmark", shop, str(book.parent))
            row.setChecked(place == 0)
            self._group.addButton(row, place)
            self.add(row)
        self.other = Link(_("Choose another folder") if self._books else _("Choose the folder"))
        self.other.clicked.connect(self.choose_folder)
        self.column.addSpacing(4)
        self.add(self.other)

    def chosen(self) -> Path | None:
        """The book that is chosen; None where none is known."""
        place = self._group.checkedId()
        return self._books[place] if place >= 0 else None

    def choose_folder(self) -> None:
        """Ask for the folder of a book."""
        title = _("Choose the folder of a book")
        found = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if found:
            self.found.emit(Path(found))
