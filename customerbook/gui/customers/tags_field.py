"""The tags of a customer: chips to take out, and a field that offers the tags in use."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.interactions.suggestions import Suggestion, WordDelegate, WordView
from customerbook.gui.interactions.type_ahead import TypeAhead
from customerbook.gui.session import Session
from customerbook.gui.widgets.chip import Chip
from customerbook.gui.widgets.flow import FlowLayout
from customerbook.gui.widgets.focus_order import focus_mark, put_in_order
from customerbook.gui.widgets.paragraph import places_of
from customerbook.gui.widgets.removable_chip import RemovableChip
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

_OFFERED = 6


class TagsField(QWidget):
    """Enter or a comma takes what was typed, Backspace in the empty field the last one out."""

    spoken_role = SpokenRole.Grouping

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._known: list[str] | None = None
        self._chips: dict[str, RemovableChip] = {}
        self._flow = FlowLayout(self, gap=8)
        self.field = TagTyping(self._offers)
        self.field.taken.connect(self.add)
        self.field.ended.connect(self._take_typed)
        self.field.emptied.connect(self._take_last)
        self._flow.addWidget(self.field)
        self._mark = focus_mark(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.field)
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        self.field.setFixedWidth(theme.current().px(184))

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these tags."""
        for tag in list(self._chips):
            self._drop(tag)
        for tag in tags:
            self._put(tag)

    def tags(self) -> tuple[str, ...]:
        """The tags in their order; what still stands in the field is one too."""
        typed = " ".join(self.field.text().split())
        found = list(self._chips)
        return tuple(dict.fromkeys([*found, typed] if typed else found))

    def add(self, tag: str) -> None:
        """Put a tag to the end."""
        self.field.clear()
        if tag not in self._chips:
            self._put(tag)
            self.changed.emit()

    def remove(self, tag: str) -> None:
        """Take a tag out."""
        self._drop(tag)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def chips(self) -> list[Chip]:
        """The tags as chips."""
        return list(self._chips.values())

    def _put(self, tag: str) -> None:
        chip = RemovableChip(tag, _("Press to take the tag out."), height=32)
        chip.removed.connect(lambda: self.remove(tag))
        self._flow.insert_widget(len(self._chips), chip)
        self._chips[tag] = chip
        put_in_order(self._mark, [*self._chips.values(), self.field])
        self.updateGeometry()

    def _drop(self, tag: str) -> None:
        chip = self._chips.pop(tag)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _take_typed(self) -> None:
        typed = " ".join(self.field.text().replace(",", " ").split())
        if typed:
            self.add(typed)

    def _take_last(self) -> None:
        if self._chips:
            self.remove(list(self._chips)[-1])

    def _offers(self, text: str) -> list[Suggestion]:
        typed = " ".join(text.split())
        if self._known is None:
            self._known = self._session.book.customers.tags()
        fold = typed.casefold()
        fitting = [t for t in self._known if fold in t.casefold() and t not in self._chips]
        fitting.sort(key=lambda tag: not tag.casefold().startswith(fold))
        offers = [
            Suggestion(tag, WordView(tag, places=places_of(tag, typed)))
            for tag in fitting[:_OFFERED]
        ]
        if not any(tag.casefold() == fold for tag in [*self._known, *self._chips]):
            offers.append(
                Suggestion(typed, WordView(_("New tag “{tag}”").format(tag=typed), "plus"))
            )
        return offers


class TagTyping(TypeAhead):
    """The field; `ended()` fires on a comma, `emptied()` on Backspace with nothing typed."""

    ended = Signal()
    emptied = Signal()

    def __init__(self, offers: object) -> None:
        super().__init__(
            offers,  # type: ignore[arg-type]
            label=_("Tag"),
            placeholder=_("Tag"),
            icon="tag",
            height=32,
            delegate=WordDelegate,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A comma ends a tag; Backspace takes the last one out."""
        if event.text() == ",":
            self.close_list()
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
