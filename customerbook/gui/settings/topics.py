"""Topics: what contacts are about; added, renamed, switched off."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.settings.rows import Rows
from customerbook.gui.settings.section import Section
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.text_field import TextField
from customerbook.gui.widgets.toggles import Switch
from customerbook.model.catalogue import Topic
from customerbook.model.change import Change
from customerbook.model.errors import BookError
from customerbook.model.texts import _


class TopicRow(QWidget):
    """A topic: its name, to be written over, and whether it is in use."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic = topic
        self.field = TextField(topic.name, label=_("Name of the topic"), height=32)
        self.switch = Switch(_("In use: {name}").format(name=topic.name), checked=topic.active)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 24, 8)
        line.setSpacing(24)
        line.addWidget(self.field, 1)
        line.addWidget(self.switch)


class TopicsSection(Section):
    """The most used ones stand as chips in the log form; switched-off ones stay on what was."""

    def __init__(self, shell: Shell) -> None:
        about = _("They are offered when a contact is logged. One switched off stays on the old.")
        super().__init__(_("Topics"), about)
        self._shell = shell
        self.new = TextField(label=_("A new topic"), placeholder=_("A new topic"))
        self.add_button = Button(_("Add"), icon="plus")
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 12)
        line.setSpacing(8)
        line.addWidget(self.new, 1)
        line.addWidget(self.add_button)
        self.matter.addLayout(line)
        self.rows = Rows()
        self.matter.addWidget(self.rows)
        self.new.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)

    def refresh(self, change: Change | None) -> None:
        """Show the topics as the book has them."""
        if change is None or change.touches("topic"):
            topics = self._shell.session.book.topics.all(switched_off=True)
            self.rows.show_rows([self._row(topic) for topic in topics])

    def focus_first(self) -> None:
        """Begin with a new one."""
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add what was typed; one of that name that is switched off is switched on again."""
        name = self.new.text().strip()
        topics = self._shell.session.book.topics
        known = {topic.name.casefold(): topic for topic in topics.all(switched_off=True)}
        same = known.get(name.casefold())
        if same is None:
            done = self._write(_("Topic added"), None, name)
        else:
            done = self._write(_("Topic in use again"), replace(same, active=True), "")
        if done:
            self.new.clear()

    def _row(self, topic: Topic) -> TopicRow:
        row = TopicRow(topic)
        row.field.editingFinished.connect(lambda: self._rename(row))
        row.switch.clicked.connect(lambda on: self._switch(row, on=on))
        return row

    def _rename(self, row: TopicRow) -> None:
        name = row.field.text().strip()
        if name == row.topic.name:
            return
        before, row.topic = row.topic, replace(row.topic, name=name)  # written once, not again
        if not self._write(_("Topic renamed"), row.topic, ""):
            row.topic = before
            row.field.setText(before.name)

    def _switch(self, row: TopicRow, *, on: bool) -> None:
        words = _("Topic in use again") if on else _("Topic switched off")
        if not self._write(words, replace(row.topic, active=on), ""):
            row.switch.setChecked(not on)

    def _write(self, words: str, topic: Topic | None, name: str) -> bool:
        session = self._shell.session
        try:
            if topic is None:
                session.do(session.book.topics.add, name)
            else:
                session.do(session.book.topics.save, topic)
        except BookError as error:
            self._shell.say(error)
            return False
        self._shell.toast(words, undo=True)
        return True
