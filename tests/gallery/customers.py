"""The Customers page, the form of a customer, the import and the preview, in the real window."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from customerbook.gui.customers.form import CustomerForm
from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.documents.preview import Preview
from customerbook.gui.exchange.wizard import ImportWizard
from customerbook.gui.window import Window
from tests.gallery.shop import rest, shop_window

OLIVER = 1
_FILE = """Nachname;Vorname;Firma;Tel. mobil;E-Mail-Adresse;Kundenkarte
Schwarzenbach;Annegret;;0171 3920065;a.schwarzenbach@example.org;10442
Müller;Hannelore;;0171 39200-58;;10018
Haddad;Karim;Haddad Feinkost;0171 3920033;karim@example.com;10443
;;Gewächshausbau Reiter;089 99998 211;buero@example.org;
;;;;;10460
Þórsdóttir;Birna;;;birna@example.is;10444
Tran;Văn Đức;;0171 3920052;;10446
de la Cruz;Inés;Estudio Cruz;0171 3920070;ines@example.es;10447
"""


def customers_page(page: QWidget) -> None:
    """What a search found, and the card of one of them."""
    window, shown = _page(page)
    window.search("mül 0171")
    rest(200)
    shown.open_customer(OLIVER)
    rest(50)
    page.setProperty("first_focus", window.top.field)


def everyone(page: QWidget) -> None:
    """All customers by name, with the keyboard in the list."""
    _window, shown = _page(page)
    page.setProperty("first_focus", shown.side.list)


def customer_form(page: QWidget) -> None:
    """The form of a customer who is known well."""
    window, _shown = _page(page)
    window.edit_customer(OLIVER)
    rest(20)
    form = window.sheets[-1]
    assert isinstance(form, CustomerForm)
    page.setProperty("first_focus", form.fields.name.fields["given"])


def import_check(page: QWidget) -> None:
    """What would become of each row of a file."""
    window, _shown = _page(page)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kundenexport-2026-11.csv"
        path.write_text(_FILE, encoding="utf-8")
        window.bring_in(path)
        wizard = window.sheets[-1]
        assert isinstance(wizard, ImportWizard)
        while wizard.reading() is None:
            rest(10)
    wizard.foot.next.click()
    page.setProperty("first_focus", wizard.foot.next)


def preview(page: QWidget) -> None:
    """A confirmation before it is printed; its pages are drawn beside the window."""
    window, _shown = _page(page)
    newest = window.session.book.interactions.timeline(OLIVER, 1)[0]
    window.preview("confirmation", newest.id)
    sheet = window.sheets[-1]
    assert isinstance(sheet, Preview)
    while not sheet.content:
        rest(10)
    rest(600)


def _page(page: QWidget) -> tuple[Window, CustomersPage]:
    window = shop_window(page)
    window.go("customers")
    rest(150)
    shown = window.stage.page()
    assert isinstance(shown, CustomersPage)
    return window, shown
