"""How many customers the list shows: "9 of 18,402"."""

from customerbook.gui.languages import counted
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.paragraph import Span
from customerbook.model.texts import _, ngettext


class CountLabel(Label):
    """Says a count; nothing while it is not known."""

    def __init__(self, language: str) -> None:
        super().__init__("", "meta", "ink2", figures=True)
        self._language = language

    def say_all(self, total: int | None) -> None:
        """Say how many there are."""
        words = ngettext("{n} customer", "{n} customers", total or 0)
        known = total is not None
        self.show_text(words.format(n=counted(total or 0, self._language)) if known else "")

    def say_found(self, found: int, total: int | None, *, more: bool) -> None:
        """Say how many were found, of how many; `more` of them are not listed yet."""
        number = counted(found, self._language) + ("+" if more else "")
        if total is None:
            text = _("{n} found").format(n=number)
        else:
            pattern = _("{n} of {total}")
            text = pattern.format(n=number, total=counted(total, self._language))
        self.show_text(text, (Span(text.find(number), len(number), "badge", "ink"),))
