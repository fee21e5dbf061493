"""Scenes with a form, a question or a document over the page."""

import tempfile
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from customerbook.book.sample.shop import JONAS
from customerbook.gui.customers.form import CustomerForm
from customerbook.gui.customers.interaction_form import InteractionForm
from customerbook.gui.documents.preview import Preview
from customerbook.gui.exchange.wizard import ImportWizard
from customerbook.gui.followups.form import FollowUpForm
from customerbook.gui.followups.snooze_menu import SnoozeSheet
from customerbook.gui.interactions.giving import GiveSheet
from customerbook.gui.interactions.log_form import LogForm
from customerbook.gui.window import Window
from customerbook.model.channel import Channel
from customerbook.model.interaction import Nature, Outcome
from tests.gallery import shop
from tests.gallery.pages import OLIVER, found
from tests.gallery.setting import Scene, Setting

S = TypeVar("S", bound=QWidget)
_PDF_MS = 400
"""In which the first pages are painted; the view does not tell."""
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


def on_top(window: Window, kind: type[S]) -> S:
    """The sheet that was opened last."""
    sheet = window.sheets[-1]
    assert isinstance(sheet, kind)
    return sheet


def log_visit(setting: Setting) -> QWidget:
    """A visit that ends with a promise, from the card of one who was looked up."""
    found(setting)
    window = setting.shop()
    window.log(Channel.VISIT, customer_id=OLIVER)
    form = on_top(window, LogForm)
    fields = form.fields
    next(chip for chip in fields.topic.chips() if chip.text() == "Wheel building").click()
    fields.nature.choose(Nature.COMPLAINT)
    fields.note.setPlainText(
        "He brought the wheel back. Spoke tension uneven on the drive side, the rim is bent by "
        "2\u00a0mm. Martha agrees: we build a new wheel, ;guarantee."
    )
    fields.note.moveCursor(QTextCursor.MoveOperation.End)
    fields.note.moveCursor(QTextCursor.MoveOperation.Left)
    fields.choose_outcome(Outcome.PROMISED)
    band = fields.promise
    band.title.setText("New rear wheel fitted, free of charge")
    band.block.when.field.setText("fri 14:00")
    band.block.who.choose(JONAS)
    QTest.keyClick(fields.note, Qt.Key.Key_Tab)
    setting.wait(form.state.text)
    return band.block.when.field


def log_call(setting: Setting) -> QWidget:
    """A call with somebody who is looked for while one types."""
    setting.today()
    window = setting.shop()
    window.log(Channel.CALL)
    field = on_top(window, LogForm).fields.who.field.field
    field.setText("müll")
    field.suggest("müll")
    return field


def log_wrong(setting: Setting) -> None:
    """What is said where something is missing."""
    setting.today()
    window = setting.shop()
    window.log(Channel.CALL, customer_id=OLIVER)
    form = on_top(window, LogForm)
    form.fields.choose_outcome(Outcome.TO_FOLLOW_UP)
    form.fields.promise.block.when.field.setText("fri 25:00")
    form.save()


def followup_form(setting: Setting) -> QWidget:
    """A new follow-up."""
    page = setting.followups()
    setting.shop().new_followup(customer_id=OLIVER)
    form = on_top(setting.shop(), FollowUpForm)
    form.what.setText("Ask whether the new wheel runs true")
    assert page.isVisible()
    return form.what


def snooze(setting: Setting) -> None:
    """Until when, in words."""
    setting.followups()
    window = setting.shop()
    window.show_sheet(SnoozeSheet(window, lambda _when, _reason: None))


def interaction_form(setting: Setting) -> None:
    """A contact that is corrected."""
    setting.customers()
    window = setting.shop()
    newest = window.session.book.interactions.timeline(OLIVER, 1)[0]
    contact = window.session.book.interactions.get(newest.id)
    window.show_sheet(InteractionForm(window, contact))


def give(setting: Setting) -> None:
    """Who a contact without a customer was with."""
    setting.today()
    window = setting.shop()
    newest = window.session.book.interactions.timeline(OLIVER, 1)[0]
    window.show_sheet(GiveSheet(window, newest))


def customer_form(setting: Setting) -> QWidget:
    """The form of a customer who is known well."""
    setting.customers()
    setting.shop().edit_customer(OLIVER)
    return on_top(setting.shop(), CustomerForm).fields.name.fields["given"]


def customer_rest(setting: Setting) -> QWidget:
    """The lower end of that form, with fields that are seldom filled."""
    setting.customers()
    setting.shop().edit_customer(OLIVER)
    form = on_top(setting.shop(), CustomerForm)
    form.fields.name.open_more()
    return form.fields.best_time


def new_customer(setting: Setting) -> None:
    """The form of a new customer, filled from what was typed into the search."""
    setting.customers()
    setting.shop().new_customer("Zacharias Quendel")


def customer_wrong(setting: Setting) -> None:
    """What is said at a field that the book refuses."""
    setting.customers()
    setting.shop().new_customer()
    form = on_top(setting.shop(), CustomerForm)
    form.save()


def draft(setting: Setting) -> None:
    """What was typed before the form was closed stands there again."""
    setting.customers()
    setting.shop().new_customer()
    form = on_top(setting.shop(), CustomerForm)
    form.fields.name.fields["given"].setText("Zacharias")
    form.dismiss()
    setting.shop().new_customer()


def document(kind: str) -> Scene:
    """A document before it is printed; its pages are drawn beside the window."""

    def scene(setting: Setting) -> None:
        setting.customers()
        window = setting.shop()
        newest = window.session.book.interactions.timeline(OLIVER, 1)[0]
        window.preview(kind, newest.id if kind == "confirmation" else OLIVER)
        sheet = on_top(window, Preview)
        setting.wait(lambda: sheet.content)
        shop.rest(_PDF_MS)

    return scene


def import_file(setting: Setting) -> None:
    """Which file is brought in."""
    setting.customers()
    setting.shop().bring_in()


def import_check(setting: Setting) -> QWidget:
    """What would become of each row of a file."""
    setting.customers()
    wizard = _read(setting, setting.shop())
    return wizard.foot.next


def import_result(setting: Setting) -> QWidget:
    """What was brought in, and how it is taken back."""
    window = setting.empty()
    window.go("customers")
    wizard = _read(setting, window)
    wizard.foot.next.click()
    setting.wait(wizard.foot.close.isVisible)
    setting.after(wizard.undo)
    return wizard.foot.close


def _read(setting: Setting, window: Window) -> ImportWizard:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kundenexport-2026-11.csv"
        path.write_text(_FILE, encoding="utf-8")
        window.bring_in(path)
        wizard = on_top(window, ImportWizard)
        setting.wait(wizard.reading)
    wizard.foot.next.click()
    return wizard


FORMS: tuple[tuple[str, Scene], ...] = (
    ("log-visit", log_visit),
    ("log-call", log_call),
    ("log-error", log_wrong),
    ("contact-form", interaction_form),
    ("contact-give", give),
    ("followup-form", followup_form),
    ("followup-snooze", snooze),
    ("customer-form", customer_form),
    ("customer-form-end", customer_rest),
    ("customer-new", new_customer),
    ("customer-error", customer_wrong),
    ("customer-draft", draft),
    ("preview-confirmation", document("confirmation")),
    ("preview-summary", document("summary")),
    ("import-file", import_file),
    ("import-check", import_check),
    ("import-result", import_result),
)
