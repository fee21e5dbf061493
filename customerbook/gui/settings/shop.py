"""Shop and letterhead: what stands on paper, and the habits of the shop."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.settings.logo_row import LogoRow
from customerbook.gui.settings.section import Section
from customerbook.gui.shell import Shell
from customerbook.gui.signin.regions import languages
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.choice import Choice, Option
from customerbook.gui.widgets.margin_form import FormRow, MarginForm
from customerbook.gui.widgets.text_field import TextField
from customerbook.model.change import Change
from customerbook.model.errors import BookError, InvalidInputError
from customerbook.model.shop import Shop
from customerbook.model.texts import _, ngettext

_TEXTS = ("name", "line", "street", "postcode", "town", "phone", "email", "web", "hours")
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)


class ShopSection(Section):
    """A form over the Shop record: what was changed is written by Save."""

    def __init__(self, shell: Shell) -> None:
        self.save_button = Button(_("Save"), kind="primary", icon="check")
        about = _("It stands on confirmations and summaries, and helps whoever finds one.")
        super().__init__(_("Shop and letterhead"), about, self.save_button)
        self._shell = shell
        self._shown: Shop | None = None
        self.fields = {name: TextField() for name in _TEXTS}
        self.language = Choice(languages(), label=_("Language"))
        self.paper = Choice(
            [Option(name, name) for name in ("A4", "A5", "Letter")], label=_("Paper")
        )
        self.minutes = Choice([Option(n, _minutes(n)) for n in _MINUTES])
        self.logo = LogoRow()
        self.rows: dict[str, FormRow] = {}
        self._fill()
        self.save_button.clicked.connect(self.save)
        for field in self.fields.values():
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self.save)
        for choice in (self.language, self.paper, self.minutes):
            choice.activated.connect(self._edited)
        self.logo.changed.connect(self._edited)
        self.logo.refused.connect(shell.say)

    def refresh(self, change: Change | None) -> None:
        """Show the shop as the book has it, unless it is being changed here."""
        if change is not None and not change.touches("shop"):
            return
        kept = self._shell.session.book.shop()
        if self._shown is None or kept != self._shown:
            self.show_shop(kept)

    def focus_first(self) -> None:
        """Begin with the name."""
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_shop(self, shop: Shop) -> None:
        """Show a shop, forgetting what was typed."""
        self._shown = shop
        for name, field in self.fields.items():
            field.setText(getattr(shop, name))
            self.rows[name].show_error("")
        self.language.choose(shop.language)
        self.paper.choose(shop.paper)
        self.minutes.choose(shop.lock_minutes)
        self.logo.show_logo(shop.logo)
        self.save_button.setEnabled(False)

    def shop(self) -> Shop:
        """The shop as the form has it."""
        assert self._shown is not None
        texts: dict[str, Any] = {n: field.text().strip() for n, field in self.fields.items()}
        return replace(
            self._shown,
            language=str(self.language.value()),
            paper=str(self.paper.value()),
            lock_minutes=int(str(self.minutes.value())),
            logo=self.logo.logo(),
            **texts,
        )

    def save(self) -> None:
        """Write what was changed; nothing if nothing was."""
        if not self.save_button.isEnabled():
            return
        session = self._shell.session
        try:
            change = session.do(session.book.shop_settings.save, self.shop())
        except InvalidInputError as error:
            if error.field not in self.rows:
                self._shell.say(error)
                return
            self.rows[error.field].show_error(str(error))
            self.fields[error.field].setFocus(Qt.FocusReason.OtherFocusReason)
        except BookError as error:
            self._shell.say(error)
        else:
            self.show_shop(change.first(Shop))
            self._shell.toast(_("Saved"), undo=True)

    def _edited(self) -> None:
        for row in self.rows.values():
            row.show_error("")
        self.save_button.setEnabled(self.shop() != self._shown)

    def _fill(self) -> None:
        form = MarginForm(margin=136)
        form.set_spacing(top=4, bottom=4)
        self.fields["line"].setPlaceholderText(_("bicycles and repairs since 1987"))
        self.fields["hours"].setPlaceholderText(_("Mon to Fri 9–18, Sat 9–13"))
        for names, label in (
            (("name",), _("Name")),
            (("line",), _("What it does")),
            (("street",), _("Street")),
            (("postcode", "town"), _("Postcode, town")),
            (("phone",), _("Phone")),
            (("email",), _("Email")),
            (("web",), _("Web")),
            (("hours",), _("Hours")),
        ):
            own = {"postcode": _("Postcode"), "town": _("Town")}
            fields = [self.fields[name] for name in names]
            row = form.add_row(label, fields[0] if len(fields) == 1 else _side_by_side(*fields))
            for name, field in zip(names, fields, strict=True):
                self.rows[name] = row
                field.setAccessibleName(own.get(name, label))
        form.add_row(_("Logo"), self.logo)
        form.add_row(_("Language, paper"), _side_by_side(self.language, self.paper))
        form.add_row(_("Locks itself"), self.minutes)
        self.matter.addWidget(form)


def _side_by_side(first: QWidget, second: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(first, 1)
    row.addWidget(second, 2 if isinstance(second, TextField) else 1)
    return line


def _minutes(minutes: int) -> str:
    if not minutes:
        return _("never by itself")
    words = ngettext(
        "after {n} minute without a key or the mouse",
        "after {n} minutes without a key or the mouse",
        minutes,
    )
    return words.format(n=minutes)
