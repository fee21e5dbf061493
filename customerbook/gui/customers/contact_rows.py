"""Rows of the form for reaching somebody: numbers, emails, and postal addresses."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from customerbook.gui import theme
from customerbook.gui.customers.kept_field import KeptField
from customerbook.gui.customers.repeated import Repeated, RepeatedRow
from customerbook.gui.customers.words import METHOD_ICONS, method_name
from customerbook.gui.widgets.chip import Chip
from customerbook.model.customer import Address, ContactMethod, MethodKind
from customerbook.model.texts import _

_WIDTHS: Final = {"postcode": 104, "country": 136, "label": 136}
"""Fields that need no more; the others share the rest of their line."""


class MethodRow(RepeatedRow):
    """A number or address as typed, what it is for, and whether it is the preferred one."""

    def __init__(self, method: ContactMethod) -> None:
        super().__init__()
        self._was = method
        name = method_name(method.kind)
        self.value = KeptField(label=name, placeholder=name, icon=METHOD_ICONS[method.kind])
        self.label = KeptField(label=_("What for"), placeholder=_("mobile, work …"))
        self.preferred = Chip(_("preferred"), height=32)
        self.value.put(method.value)
        self.label.put(method.label)
        self.preferred.setChecked(method.preferred)
        self.value.textChanged.connect(self._typed)
        self.label.textChanged.connect(lambda _text: self.changed.emit())
        self.preferred.clicked.connect(lambda _on: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.value, 1)
        row.addWidget(self.label)
        row.addWidget(self.preferred)
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        self.label.setFixedWidth(theme.current().px(136))

    def record(self) -> ContactMethod | None:
        """The contact method; None without a value."""
        value = self.value.value()
        if not value:
            return None
        preferred, label = self.preferred.isChecked(), self.label.value()
        return replace(self._was, value=value, label=label, preferred=preferred)

    def field(self) -> KeptField:
        """Where the value is typed."""
        return self.value

    def wrong(self) -> str:
        """An email that is none; what was there before is let be."""
        value = self.value.value()
        words = ""
        if self._was.kind is MethodKind.EMAIL and value and value != self._was.value:
            name, at, place = value.rpartition("@")
            if not (name and at and place) or " " in value:
                words = _("An email address looks like name@example.org.")
        self.value.show_error(words)
        return words

    def _typed(self) -> None:
        self.value.show_error("")
        self.changed.emit()


class AddressRow(RepeatedRow):
    """Street, postcode, town and country; further parts only where there are any."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        self._was = address
        self._fields = {
            "street": KeptField(label=_("Street"), placeholder=_("Street and number")),
            "extended": KeptField(label=_("Addition"), placeholder=_("Addition")),
            "post_box": KeptField(label=_("PO box"), placeholder=_("PO box")),
            "postcode": KeptField(label=_("Postcode"), placeholder=_("Postcode")),
            "town": KeptField(label=_("Town"), placeholder=_("Town")),
            "region": KeptField(label=_("Region"), placeholder=_("Region")),
            "country": KeptField(label=_("Country"), placeholder=_("Country")),
            "label": KeptField(label=_("What for"), placeholder=_("home, work …")),
        }
        for name, field in self._fields.items():
            field.setParent(self)
            field.put(getattr(address, name))
            field.textChanged.connect(lambda _text: self.changed.emit())
        seldom = ("extended", "post_box", "region")
        self._shown = [n for n in self._fields if n not in seldom or getattr(address, n)]
        for name in self._fields.keys() - set(self._shown):
            self._fields[name].hide()
        self._lay_out()
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        for name, width in _WIDTHS.items():
            self._fields[name].setFixedWidth(theme.current().px(width))

    def record(self) -> Address | None:
        """The address; None where nothing was typed."""
        values: dict[str, Any] = {name: f.value() for name, f in self._fields.items()}
        found = replace(self._was, **values)
        return None if found == replace(Address(), label=found.label) else found

    def field(self) -> KeptField:
        """Where the street is typed."""
        return self._fields["street"]

    def fields(self) -> dict[str, KeptField]:
        """The fields by the names of the record."""
        return self._fields

    def _lay_out(self) -> None:
        fields = self._fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for names in (
            ("street", "label"),
            ("extended", "post_box"),
            ("postcode", "town", "country"),
            ("region",),
        ):
            shown = [name for name in names if name in self._shown]
            if shown:
                row = QHBoxLayout()
                row.setSpacing(8)
                for name in shown:
                    row.addWidget(fields[name], 0 if name in _WIDTHS else 1)
                column.addLayout(row)


def method_rows() -> Repeated:
    """Rows for all ways to reach somebody other than by post."""
    words = {
        MethodKind.PHONE: _("Phone"),
        MethodKind.EMAIL: _("Email"),
        MethodKind.WEB: _("Web page"),
        MethodKind.MESSENGER: _("Messenger"),
    }
    adds = [(words[kind], ContactMethod(kind, "")) for kind in MethodKind]
    return Repeated(MethodRow, adds, what=_("Contact"))


def address_rows() -> Repeated:
    """Rows for postal addresses."""
    return Repeated(AddressRow, [(_("Address"), Address())], what=_("Address"))
