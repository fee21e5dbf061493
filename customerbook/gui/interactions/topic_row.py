"""What it was about: the most used topics as chips, any other by typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.suggestions import Suggestion, WordDelegate, WordView
from customerbook.gui.interactions.type_ahead import TypeAhead
from customerbook.gui.session import Session
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.paragraph import places_of
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.catalogue import Topic
from customerbook.model.texts import _

_SHOWN = 4


class TopicRow(QWidget):
    """Chips of which at most one is chosen; `changed()` fires with each choice."""

    spoken_role = SpokenRole.Grouping

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic_id: int | None = None
        self._chips: dict[int, Chip] = {}
        self.setAccessibleName(_("Topic"))
        self._flow = FlowLayout(self, gap=8)
        self.other = Chip(_("Other"), height=32, icon="search", tone="accent", checkable=False)
        self.other.setAccessibleDescription(_("Find another topic, or add one."))
        self.other.clicked.connect(self.open_field)
        self.field = TypeAhead(
            self._offers,
            label=_("Other topic"),
            placeholder=_("Topic"),
            height=32,
            delegate=WordDelegate,
        )
        self.field.setFixedWidth(theme.current().px(200))
        self.field.taken.connect(self._take)
        self.field.hide()
        for topic in session.book.topics.most_used(_SHOWN):
            self._add_chip(topic)
        self._flow.addWidget(self.other)
        self._flow.addWidget(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def topic_id(self) -> int | None:
        """Id of the chosen topic."""
        return self._topic_id

    def choose(self, topic_id: int | None) -> None:
        """Choose a topic, also one without a chip; None for none."""
        if topic_id is not None and topic_id not in self._chips:
            known = self._session.book.topics.several([topic_id])
            if not known:
                topic_id = None
            else:
                self._make_room()
                before = list(self._chips.values())
                self._add_chip(known[0])
                if before:
                    QWidget.setTabOrder(before[-1], self._chips[topic_id])
        self._topic_id = topic_id
        for number, chip in self._chips.items():
            chip.setChecked(number == topic_id)
        self.changed.emit()

    def chips(self) -> list[Chip]:
        """The topics as chips."""
        return list(self._chips.values())

    def open_field(self) -> None:
        """Type a topic that has no chip."""
        self.other.hide()
        self.field.clear()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Let the least used topic go from the row, so that it stays one line."""
        if len(self._chips) >= _SHOWN:
            number = list(self._chips)[-1]
            chip = self._chips.pop(number)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()

    def _add_chip(self, topic: Topic) -> None:
        chip = Chip(topic.name, height=32)
        chip.clicked.connect(lambda on, number=topic.id: self.choose(number if on else None))
        self._flow.insert_widget(len(self._chips), chip)
        self._chips[topic.id] = chip

    def _offers(self, text: str) -> list[Suggestion]:
        typed = text.strip()
        topics = self._session.book.topics.all()
        fitting = [topic for topic in topics if typed.casefold() in topic.name.casefold()]
        fitting.sort(key=lambda topic: not topic.name.casefold().startswith(typed.casefold()))
        offers = [
            Suggestion(topic.id, WordView(topic.name, places=places_of(topic.name, typed)))
            for topic in fitting[:6]
        ]
        if not any(topic.name.casefold() == typed.casefold() for topic in topics):
            words = _("Add “{topic}”").format(topic=typed)
            offers.append(Suggestion(typed, WordView(words, "plus")))
        return offers

    def _take(self, value: int | str) -> None:
        if isinstance(value, str):
            change = self._session.do(self._session.book.topics.add, value)
            value = change.first(Topic).id
        self.choose(value)
        self.field.hide()
        self.other.show()
        self._chips[value].setFocus(Qt.FocusReason.TabFocusReason)
