"""Rows of the form for reaching somebody: numbers, emails, and postal addresses."""

from dataclasses import replace
from typing import Any, Final

from customerbook.gui import theme
from customerbook.gui.customers.kept_field import KeptField
from customerbook.gui.customers.repeated import (
    Repeated,
    RepeatedRow,
    height_of,
    lay_out_lines,
)
from customerbook.gui.customers.words import METHOD_ICONS, method_name
from customerbook.gui.widgets.chip import Chip
from customerbook.model.customer import Address, ContactMethod, MethodKind
from customerbook.model.texts import _

_WIDTHS: Final = {"postcode": 104, "country": 136, "label": 136}
"""Fields that need no more; the others share the rest of their line."""
_NARROW: Final = {"postcode": 72}
_LINES: Final = (
    ("street", "label"),
    ("extended", "post_box"),
    ("postcode", "town", "country"),
    ("region",),
)
_NARROW_LINES: Final = (
    ("street",),
    ("extended",),
    ("post_box",),
    ("postcode", "town"),
    ("region",),
    ("country",),
    ("label",),
)


class MethodRow(RepeatedRow):
    """A number or address as typed, what it is for, and whether it is the preferred one."""

    def __init__(self, method: ContactMethod, *, narrow: bool = False) -> None:
        super().__init__()
        self._was, self._narrow = method, narrow
        name, icon, high = method_name(method.kind), METHOD_ICONS[method.kind], height_of(narrow)
        self.value = KeptField(label=name, placeholder=name, icon=icon, height=high)
        words = _("mobile, work …")
        self.label = KeptField(label=_("What for"), placeholder=words, height=high)
        self.preferred = Chip(_("preferred"), height=32)
        self.value.put(method.value)
        self.label.put(method.label)
        self.preferred.setChecked(method.preferred)
        self.value.textChanged.connect(self._typed)
        self.label.textChanged.connect(lambda _text: self.changed.emit())
        self.preferred.clicked.connect(lambda _on: self.changed.emit())
        lay_out_lines(self, [[self.value, self.label, self.preferred]], narrow=narrow)
        self.restyle()

    def restyle(self) -> None:
        """Keep the widths at the text size in force."""
        if not self._narrow:
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

    def __init__(self, address: Address, *, narrow: bool = False) -> None:
        super().__init__()
        self._was, self._narrow = address, narrow
        words = {
            "street": (_("Street"), _("Street and number")),
            "extended": (_("Addition"), _("Addition")),
            "post_box": (_("PO box"), _("PO box")),
            "postcode": (_("Postcode"), _("Postcode")),
            "town": (_("Town"), _("Town")),
            "region": (_("Region"), _("Region")),
            "country": (_("Country"), _("Country")),
            "label": (_("What for"), _("home, work …")),
        }
        high = height_of(narrow)
        self._fields = {
            name: KeptField(label=label, placeholder=placeholder, height=high)
            for name, (label, placeholder) in words.items()
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
        for name, width in (_NARROW if self._narrow else _WIDTHS).items():
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
        wanted = _NARROW_LINES if self._narrow else _LINES
        lines = [[self._fields[n] for n in names if n in self._shown] for names in wanted]
        keep = [self._fields[name] for name in (_NARROW if self._narrow else _WIDTHS)]
        lay_out_lines(self, lines, keep=keep)


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
