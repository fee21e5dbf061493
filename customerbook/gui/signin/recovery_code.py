"""The recovery code of a new book: shown this once, and asked back so that it is on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from customerbook.gui.signin.entrance import Entrance
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.cover import Cover
from customerbook.gui.widgets.heading import Link
from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.margin_form import FieldError
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.texts import _, ngettext
from customerbook.store.recovery import groups_to_ask, is_group

_PER_ROW = 4


class RecoveryCodePage(Entrance):
    """Shows the code in groups, then asks two of them back; `written` fires when they are right.

    The code is not offered to be copied: what lies in a clipboard or a file is found by others.
    """

    written = Signal()

    def __init__(self, code: str, shop: str) -> None:
        line = _("One PC, no account, no internet.\nThe book is yours, a file you can take along.")
        super().__init__(Cover(shop, foot=line), width=768, start=56, cover_width=400)
        self._whole, self._groups = code, code.split("-")
        self._asked: list[int] = []
        self._title = Label(_("The recovery code"), "title")
        self.add(self._title)
        self._words = Label("", "text", "ink2", wrap=True)
        self.add(self._words, gap=4)
        self._code = self._code_card()
        self.add(self._code, gap=20)
        self._questions = QWidget()
        self.add(self._questions, gap=20)
        self._fields: dict[int, TextField] = {}
        self._error = FieldError()
        self.add(self._error, gap=6)
        self._back = Link(_("Show the code again"))
        self._back.clicked.connect(self.show_code)
        self._button = Button("", kind="primary", height=44)
        self._button.clicked.connect(self._go_on)
        self.foot.addWidget(self._back)
        self.foot.addStretch(1)
        self.foot.addWidget(self._button)
        self.show_code()

    def focus_first(self) -> None:
        """Give the focus to the first group that is asked, or to the button."""
        first = next(iter(self._fields.values()), None)
        (first or self._button).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_code(self) -> None:
        """Show the code, to be written down."""
        self._asked = []
        self._clear_questions()
        self._words.show_text(
            _(
                "Write it on paper and keep it away from this PC. It opens the book if the "
                "passphrase is lost; nothing else can. It is shown only now."
            )
        )
        self._code.show()
        self._questions.hide()
        self._back.hide()
        self._button.setText(_("I have written it down"))
        self.focus_first()

    def asked(self) -> list[int]:
        """Places of the groups that are asked back, counted from 0; none while it is shown."""
        return list(self._asked)

    def ask(self) -> None:
        """Hide the code and ask two groups back."""
        self._asked = groups_to_ask(self._whole)
        self._words.show_text(_("Two groups from the paper, so that it is sure to be right."))
        self._code.hide()
        self._ask_fields()
        self._questions.show()
        self._back.show()
        self._button.setText(_("Open the book"))
        self.focus_first()

    def answer(self, place: int, typed: str) -> None:
        """Fill in one of the groups that are asked."""
        self._fields[place].setText(typed)

    def check(self) -> None:
        """Compare what was typed; `written` if it is right."""
        for place, field in self._fields.items():
            right = is_group(field.text(), self._whole, place)
            field.show_error("" if right else _("not as shown"))
        wrong_ones = [str(place + 1) for place, field in self._fields.items() if field.error()]
        if not wrong_ones:
            self.written.emit()
            return
        sentence = ngettext(
            "Group {groups} is not as it was shown. Compare it with your paper.",
            "Groups {groups} are not as they were shown. Compare them with your paper.",
            len(wrong_ones),
        )
        self._error.say(sentence.format(groups=_(" and ").join(wrong_ones)))

    def _go_on(self) -> None:
        if self._asked:
            self.check()
        else:
            self.ask()

    def _code_card(self) -> Card:
        card = Card(edge="line2", padding=24)
        card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it is one code, in any language
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(20)
        for place, group in enumerate(self._groups):
            cell = QHBoxLayout()
            cell.setSpacing(12)
            number = Label(str(place + 1), "meta", "ink3", figures=True)
            number.setFixedWidth(12)
            cell.addWidget(number)
            cell.addWidget(Label(group, "title", figures=True))
            cell.addStretch(1)
            grid.addLayout(cell, place // _PER_ROW, place % _PER_ROW)
        card.column.addLayout(grid)
        return card

    def _ask_fields(self) -> None:
        row = QHBoxLayout(self._questions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for place in self._asked:
            words = _("Group {number}").format(number=place + 1)
            field = TextField(label=words, height=44)
            field.setMaxLength(12)
            field.setFixedWidth(160)
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            field.returnPressed.connect(self._next_field)
            row.addWidget(Label(words, "label", "ink2"))
            row.addWidget(field)
            self._fields[place] = field
        row.addStretch(1)

    def _next_field(self) -> None:
        empty = [field for field in self._fields.values() if not field.text()]
        if empty:
            empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.check()

    def _clear_questions(self) -> None:
        self._fields = {}
        self._error.say("")
        before, self._questions = self._questions, QWidget()
        self.column.replaceWidget(before, self._questions)
        before.hide()
        before.deleteLater()
