"""The first step: choose or drop a file, and see how it was understood."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from customerbook.exchange.bytes import ENCODINGS
from customerbook.gui import theme
from customerbook.gui.exchange.reading import Reading
from customerbook.gui.exchange.words import (
    SEPARATORS,
    encoding_name,
    separated_words,
    separator_name,
)
from customerbook.gui.languages import counted
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.label import ElidedLabel, IconLabel, Label
from customerbook.gui.widgets.painting import prepare
from customerbook.model.texts import _, ngettext

_WORDS: Final = 560
"""The widest the sentence becomes."""


class FileStep(QWidget):
    """`dropped(path)` and `choose_wanted()` give a file, `reread()` wants it read otherwise."""

    dropped = Signal(object)
    choose_wanted = Signal()
    example_wanted = Signal()
    reread = Signal()

    def __init__(self, language: str, *, example: bool) -> None:
        super().__init__()
        self._language = language
        self.zone = DropZone()
        self.zone.dropped.connect(self.dropped)
        self.zone.choose.clicked.connect(self.choose_wanted)
        self.example = Button(_("Try the example"), icon="book-user")
        self.example.explain(_("A few invented customers; one undo takes them back."))
        self.example.clicked.connect(self.example_wanted)
        self.zone.row.addWidget(self.example)
        self.example.setVisible(example)  # in its place by now; before, it was a window of its own
        self.zone.row.addStretch(1)
        self.trouble = Banner("", "red", icon="circle-alert")
        self.trouble.hide()
        self._name = ElidedLabel("", "name")
        self._facts = Label("", "text", "ink2", wrap=True)
        self.encoding = Choice(label=_("Letters"))
        self.separator = Choice(label=_("Between the columns"))
        self.encoding.activated.connect(lambda _row: self.reread.emit())
        self.separator.activated.connect(lambda _row: self.reread.emit())
        self._guess = Label("", "meta", "ink3", wrap=True)
        self._card = self._make_card()
        self._card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.zone, 1)
        column.addWidget(self.trouble)
        column.addWidget(self._card)
        self._rest = QWidget()
        self._rest.hide()
        column.addWidget(self._rest, 1)

    def show_reading(self, reading: Reading) -> None:
        """Say how the file was understood, and offer what can be read otherwise."""
        self.trouble.hide()
        self._show_card(shown=True)
        self._name.show_text(reading.path.name)
        self._facts.show_text(facts_words(reading, self._language))
        file = reading.file
        codes = [*ENCODINGS] if file.encoding in ENCODINGS else [file.encoding, *ENCODINGS]
        self.encoding.set_options([Option(c, encoding_name(c)) for c in codes], file.encoding)
        self._separator_row.setVisible(bool(file.separator))
        if file.separator:
            signs = [*SEPARATORS] if file.separator in SEPARATORS else [file.separator, *SEPARATORS]
            options = [Option(sign, separator_name(sign)) for sign in signs]
            self.separator.set_options(options, file.separator)
        words = _("If letters such as ü look wrong in the next step, choose another encoding.")
        self._guess.show_text(words if file.guessed else "")
        self._guess.setVisible(file.guessed)

    def show_trouble(self, sentence: str) -> None:
        """Say why a file cannot be read."""
        self.trouble.say(sentence)
        self.trouble.show()

    def forget(self) -> None:
        """Show no file."""
        self._show_card(shown=False)

    def _show_card(self, *, shown: bool) -> None:
        """Show the file that was read below the place it was dropped on, which is small then."""
        self._card.setVisible(shown)
        self._rest.setVisible(shown)
        self.zone.fill(whole=not shown)

    def _make_card(self) -> Card:
        card = Card()
        head, choices = QWidget(), QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(IconLabel("file-spreadsheet", "ink2", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        line.addLayout(words, 1)
        row = QVBoxLayout(choices)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        self._separator_row = NamedChoice(_("Between the columns"), self.separator)
        row.addWidget(NamedChoice(_("Letters"), self.encoding))
        row.addWidget(self._guess)
        row.addWidget(self._separator_row)
        card.add_row(head)
        card.add_row(choices)
        return card


class DropZone(QWidget):
    """A dashed place that takes a file; `dropped(path)` fires with it."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._over = False
        self.choose = Button(_("Choose a file"), icon="file-up")
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.choose)
        matter = QWidget()
        matter.setMaximumWidth(theme.current().px(_WORDS))
        column = QVBoxLayout(matter)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(_("Drop a file here"), "sheet"))
        column.addWidget(
            Label(
                _(
                    "Contacts of a phone or mail program as vCard (.vcf), or a table as CSV: "
                    "from Google, Outlook, a till, any other program."
                ),
                "text",
                "ink2",
                wrap=True,
            )
        )
        column.addSpacing(12)
        column.addLayout(self.row)
        self._matter = matter
        around = QHBoxLayout(self)
        around.setContentsMargins(24, 24, 24, 24)
        around.addWidget(matter, 1, Qt.AlignmentFlag.AlignVCenter)
        self.fill(whole=True)

    def fill(self, *, whole: bool) -> None:
        """Take all the room there is, with the words in its midst; or as much as they need."""
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding if whole else policy.Maximum)

    def restyle(self) -> None:
        """Keep the words at a width that reads well at the text size in force."""
        self._matter.setMaximumWidth(theme.current().px(_WORDS))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, _event: object) -> None:
        """Look as before."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._over = False
        self.update()
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed edge."""
        painter = QPainter(self)
        prepare(painter)
        look = theme.current()
        pen = QPen(look.colour("accent" if self._over else "field"), 1)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(look.colour("tint" if self._over else "hover"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


def dropped_path(data: QMimeData) -> Path | None:
    """The file that is dragged; None for anything else than one file of this computer."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def facts_words(reading: Reading, language: str) -> str:
    """How a file was understood: "1,312 rows, separated by semicolons, Windows-1252"."""
    file, count = reading.file, reading.plan.read
    if file.format.name == "vcard":
        rows = ngettext("{n} card", "{n} cards", count).format(n=counted(count, language))
    else:
        rows = ngettext("{n} row", "{n} rows", count).format(n=counted(count, language))
    parts = [file.format.label, rows]
    if file.separator:
        parts.append(separated_words(file.separator))
    return ", ".join([*parts, encoding_name(file.encoding)])


class NamedChoice(QWidget):
    """A choice with its label before it; labels below each other are of one width."""

    def __init__(self, words: str, choice: Choice) -> None:
        super().__init__()
        self._label, self._choice = Label(words, "label", "ink2"), choice
        self._label.setBuddy(choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(choice)
        row.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        self._label.setMinimumWidth(theme.current().px(152))
        self._choice.setMinimumWidth(theme.current().px(280))
