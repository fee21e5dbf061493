"""Topics: what interactions are about."""

from dataclasses import replace

from customerbook.book.noun import Noun
from customerbook.model.catalogue import Topic
from customerbook.model.change import Change
from customerbook.model.errors import InvalidInputError
from customerbook.model.rights import Right
from customerbook.model.texts import _


class Topics(Noun[Topic]):
    """Operations on topics."""

    kind = "topic"

    def all(self, *, switched_off: bool = False) -> list[Topic]:
        """Topics in use, in the order of their names; with `switched_off` the others too."""
        where = "" if switched_off else "WHERE active"
        return self.several(self._ids(f"SELECT id FROM topic {where} ORDER BY name"))

    def most_used(self, limit: int = 5) -> list[Topic]:
        """The topics of the newest contacts, most frequent first, then the others by name."""
        sql = (
            "SELECT topic_id FROM (SELECT topic_id FROM interaction WHERE topic_id IS NOT NULL "
            "ORDER BY moment DESC LIMIT 500) GROUP BY topic_id ORDER BY count(*) DESC, topic_id"
        )
        used = [topic for topic in self.several(self._ids(sql)) if topic.active]
        others = [topic for topic in self.all() if topic not in used]
        return [*used, *others][:limit]

    def named(self, text: str) -> Topic | None:
        """The topic of this name, however capitals are written."""
        wanted = text.strip().casefold()
        return next((t for t in self.all() if t.name.casefold() == wanted), None)

    def add(self, name: str) -> Change:
        """Put a new topic into the book; anyone who logs may."""
        with self._book.operation("topic.add", Right.LOG) as op:
            op.subject = name.strip()
            op.add(_checked(Topic(name=name)))
        return op.change

    def save(self, topic: Topic) -> Change:
        """Rename a topic or switch it off."""
        with self._book.operation("topic.save", Right.MANAGE) as op:
            op.subject = topic.name
            op.change_record(self.get(topic.id), _checked(topic))
        return op.change


def _checked(topic: Topic) -> Topic:
    if not topic.name.strip():
        raise InvalidInputError(_("A topic needs a name."), "name")
    return replace(topic, name=topic.name.strip())
