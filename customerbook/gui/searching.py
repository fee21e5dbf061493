"""From the search field into the page that shows what is found, and out of the field again."""

from typing import cast

from PySide6.QtCore import QObject, Qt

from customerbook.gui.pages import CustomersLike, Page
from customerbook.gui.stage import Stage
from customerbook.gui.topbar import TopBar

_PAGE = "customers"


class Searching(QObject):
    """Answers each letter; Down and Enter go on in the page, Escape empties the field first."""

    def __init__(self, top: TopBar, stage: Stage) -> None:
        super().__init__(stage)
        self._top, self._stage = top, stage
        top.searched.connect(self._search)
        top.left.connect(self._leave)

    def end(self, page_id: str) -> None:
        """Empty the field before another page is shown: what is searched stands on one alone."""
        if page_id != _PAGE:
            self._top.field.clear()

    def _search(self, text: str) -> None:
        if text and self._stage.page_id() != _PAGE:
            typing = self._top.field.hasFocus()
            self._stage.show_page(_PAGE)
            if typing:  # a form that was opened right after the last letter keeps the keyboard
                self._top.field.setFocus(Qt.FocusReason.OtherFocusReason)
        page = self._stage.built(_PAGE)
        if page is not None:
            cast("CustomersLike", page).search(text)

    def _leave(self, way: str) -> None:
        if way == "escape" and self._top.field.text():
            self._top.field.clear()
            return
        page = self._stage.page()
        first = getattr(page, "open_first", None)
        if way == "enter" and first is not None and self._top.field.text():
            first()
        elif page is not None:
            cast("Page", page).focus_first()
