"""The dark bar below the list: how many are chosen, and what can be done with all of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from customerbook.gui.commands import command
from customerbook.gui.customers.several_work import SeveralWork
from customerbook.gui.languages import counted
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.keys import key_words
from customerbook.gui.widgets.toast import BulkBar
from customerbook.model.rights import Right
from customerbook.model.texts import _, ngettext


class SeveralBar(BulkBar):
    """Tag, responsible, print, export; who may not do one of them does not see it."""

    def __init__(self, host: QWidget, work: SeveralWork, language: str) -> None:
        super().__init__(host)
        self._language = language
        self.line.setSpacing(0)  # the buttons bring their own
        self.buttons: dict[str, Button] = {}
        if work.may(Right.CHANGE_CUSTOMERS):
            self._offer("tag", _("Tag"), "tag", work.tag)
            self._offer("responsible", _("Responsible"), "user-round-check", work.give)
        if work.may(Right.LOG):
            self._offer("print", _("Print"), "printer", lambda _button: work.print())
        if work.may(Right.EXPORT):
            self._offer("export", _("Export"), "upload", work.export)

    def show_count(self, count: int) -> None:
        """Say how many are chosen; nobody takes the bar away."""
        words = ngettext("{n} selected", "{n} selected", count)
        self.say(words.format(n=counted(count, self._language)) if count else "")

    def _offer(
        self, command_id: str, words: str, icon: str, then: Callable[[QWidget], object]
    ) -> None:
        """Put the button of a command to the others; what it opens stands beside it."""
        keys = key_words(command(command_id).shortcut)
        made = self.add_action(words, icon, lambda: then(self.buttons[command_id]), keys=keys)
        self.buttons[command_id] = made
