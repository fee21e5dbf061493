"""Snippets: text that `;keyword` expands to."""

from dataclasses import replace

from customerbook.book.noun import Noun
from customerbook.model.catalogue import Snippet
from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError
from customerbook.model.rights import Right
from customerbook.model.texts import _


class Snippets(Noun[Snippet]):
    """Operations on snippets."""

    kind = "snippet"

    def all(self) -> list[Snippet]:
        """Snippets in the order of their keywords."""
        return self.several(self._ids("SELECT id FROM snippet ORDER BY keyword"))

    def add(self, snippet: Snippet) -> Change:
        """Put a new snippet into the book."""
        with self._book.operation("snippet.add", Right.MANAGE) as op:
            op.subject = snippet.keyword
            op.add(_checked(replace(snippet, id=0)))
        return op.change

    def save(self, snippet: Snippet) -> Change:
        """Write a snippet that was changed."""
        with self._book.operation("snippet.save", Right.MANAGE) as op:
            op.subject = snippet.keyword
            op.change_record(self.get(snippet.id), _checked(snippet))
        return op.change

    def remove(self, snippet_id: int) -> Change:
        """Take a snippet out of the book."""
        with self._book.operation("snippet.remove", Right.MANAGE) as op:
            before = self.get(snippet_id)
            op.subject = before.keyword
            op.remove(before)
        return op.change


def _checked(snippet: Snippet) -> Snippet:
    keyword = snippet.keyword.strip().lstrip(";")
    if not keyword or " " in keyword:
        raise InvalidInputError(_("A keyword is one word, without spaces."), "keyword")
    return replace(snippet, keyword=keyword)
