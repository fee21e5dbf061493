"""Snippets: text that `;keyword` expands to while a note is written."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.settings.rows import Rows
from customerbook.gui.settings.section import Section
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button, IconButton
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.catalogue import Snippet
from customerbook.model.change import Change
from customerbook.model.errors import BookError
from customerbook.model.texts import _

_KEYWORD = 140


class SnippetFields(QWidget):
    """Keyword and text beside each other, with what belongs to them at the end."""

    def __init__(self, snippet: Snippet, end: QWidget) -> None:
        super().__init__()
        self.snippet = snippet
        self.keyword = TextField(
            snippet.keyword, label=_("Keyword"), placeholder=_("keyword"), height=32
        )
        self.keyword.setFixedWidth(_KEYWORD)
        self.text = TextField(
            snippet.text, label=_("Text"), placeholder=_("what it becomes"), height=32
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 24, 8)
        line.setSpacing(8)
        line.addWidget(Label(";", "name", "ink2"))
        line.addWidget(self.keyword)
        line.addWidget(self.text, 1)
        line.addWidget(end)

    def written(self) -> Snippet:
        """The snippet as it stands here."""
        return replace(
            self.snippet,
            keyword=self.keyword.text().strip().lstrip(";"),
            text=self.text.text().strip(),
        )


class SnippetsSection(Section):
    """Each row is written when it is left."""

    def __init__(self, shell: Shell) -> None:
        about = _("Type ;keyword and a space in a note, and the text stands there.")
        super().__init__(_("Snippets"), about)
        self._shell = shell
        add = Button(_("Add"), icon="plus", height=32)
        self.new = SnippetFields(Snippet(), add)
        self.matter.addWidget(self.new)
        self.matter.addSpacing(8)
        self.rows = Rows()
        self.matter.addWidget(self.rows)
        add.clicked.connect(self.add)
        self.new.keyword.returnPressed.connect(lambda: _focus(self.new.text))
        self.new.text.returnPressed.connect(self.add)

    def refresh(self, change: Change | None) -> None:
        """Show the snippets as the book has them."""
        if change is None or change.touches("snippet"):
            snippets = self._shell.session.book.snippets.all()
            self.rows.show_rows([self._row(snippet) for snippet in snippets])

    def focus_first(self) -> None:
        """Begin with a new one."""
        _focus(self.new.keyword)

    def add(self) -> None:
        """Add what was typed; a keyword that is taken gets the new text."""
        wanted = self.new.written()
        snippets = self._shell.session.book.snippets
        same = next((s for s in snippets.all() if s.keyword == wanted.keyword), None)
        if same is not None:
            done = self._do(snippets.save, replace(wanted, id=same.id), _("Snippet changed"))
        else:
            done = self._do(snippets.add, wanted, _("Snippet added"))
        if done:
            self.new.keyword.clear()
            self.new.text.clear()
            self.focus_first()

    def _row(self, snippet: Snippet) -> SnippetFields:
        remove = IconButton("trash", _("Delete ;{keyword}").format(keyword=snippet.keyword))
        row = SnippetFields(snippet, remove)
        for field in (row.keyword, row.text):
            field.editingFinished.connect(lambda: self._save(row))
        remove.clicked.connect(lambda: self._remove(snippet))
        return row

    def _save(self, row: SnippetFields) -> None:
        wanted = row.written()
        if wanted == row.snippet:
            return
        before, row.snippet = row.snippet, wanted  # leaving the row must not write it once more
        snippets = self._shell.session.book.snippets
        if not self._do(snippets.save, wanted, _("Snippet changed")):
            row.snippet = before
            row.keyword.setText(before.keyword)
            row.text.setText(before.text)

    def _remove(self, snippet: Snippet) -> None:
        snippets = self._shell.session.book.snippets
        self._do(snippets.remove, snippet.id, _("Snippet deleted"))

    def _do(self, operation: Callable[[Any], Change], what: object, words: str) -> bool:
        try:
            self._shell.session.do(operation, what)
        except BookError as error:
            self._shell.say(error)
            return False
        self._shell.toast(words, undo=True)
        return True


def _focus(field: QWidget) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
