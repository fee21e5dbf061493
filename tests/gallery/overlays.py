"""Scenes with something small over the page: lists of commands, menus, what is said."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from customerbook.gui.crash_sheet import CrashSheet
from customerbook.gui.followups.snooze_menu import snooze_menu
from customerbook.gui.palette import Palette
from customerbook.gui.reminder_words import came_words
from customerbook.gui.widgets.menu import Menu
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.texts import _
from tests.gallery.pages import OLIVER
from tests.gallery.setting import Scene, Setting
from tests.gallery.stand import popups


def palette(setting: Setting) -> None:
    """Every command."""
    setting.today()
    setting.shop().show_palette()


def palette_typed(setting: Setting) -> None:
    """Commands that a few letters find."""
    setting.today()
    setting.shop().show_palette()
    sheet = setting.shop().sheets[-1]
    assert isinstance(sheet, Palette)
    sheet.field.setText("log")


def keys(setting: Setting) -> None:
    """Every key."""
    setting.today()
    setting.shop().show_keys()


def menu(setting: Setting) -> None:
    """Every command by area."""
    setting.today()
    window = setting.shop()
    window.desk.rail.menu_wanted.emit()
    opened = popups()[0]
    assert isinstance(opened, Menu)
    opened.setActiveAction(opened.actions()[1])


def customers_menu(setting: Setting) -> None:
    """Every command on the page of customers."""
    setting.customers().open_customer(OLIVER)
    setting.shop().desk.rail.menu_wanted.emit()
    opened = popups()[0]
    assert isinstance(opened, Menu)
    opened.setActiveAction(opened.actions()[1])


def card_menu(setting: Setting) -> None:
    """What else can be done with a customer."""
    page = setting.customers()
    page.open_customer(OLIVER)
    page.card.actions_.open_menu()


def log_menu(setting: Setting) -> None:
    """The kinds of contact."""
    setting.today()
    button = setting.shop().top.log_button
    button.opened.emit()
    _pop(setting.shop().top.findChildren(Menu)[0], button)


def snoozing(setting: Setting) -> None:
    """Until when a row is put off."""
    page = setting.followups()
    pop = snooze_menu(setting.shop(), page, lambda _when, _reason: None)
    _pop(pop, page.sections[0])


def entry_menu(setting: Setting) -> None:
    """What can be done with an entry of a timeline."""
    page = setting.customers()
    page.open_customer(OLIVER)
    timeline = page.card.timeline
    pop = Menu(page)
    timeline.fill(pop, timeline.model.index(0))
    pop.aboutToHide.connect(pop.deleteLater)
    _pop(pop, page.card)


def toast(setting: Setting) -> None:
    """What happened, and how it is taken back."""
    setting.today()
    words = _("Saved as {reference}").format(reference="2026-01188")
    setting.shop().toast(words, undo=True)


def banner(setting: Setting) -> None:
    """A reminder, and a disk that is full."""
    page = setting.today()
    window = setting.shop()
    lines = window.session.book.followups.lines(page.promises.model.ids()[:1])
    text, strong = came_words(lines)
    window.notices.tell(
        "reminders", text, "amber", icon="bell", strong=strong, action=_("Show"), then=list
    )
    full = _("The disk is full. What you typed is not lost; make room and save again.")
    window.notices.tell("disk", full, "red", icon="circle-alert")


def crash(setting: Setting) -> None:
    """A mistake of the program itself."""
    setting.today()
    sheet = CrashSheet(setting.shop(), "ZeroDivisionError in charts.py:81 share < page.py:12 look")
    _over(setting, sheet)


def _over(setting: Setting, sheet: Sheet) -> None:
    setting.after(sheet.dismiss)
    sheet.open()


def _pop(pop: Menu, below: QWidget) -> None:
    first = next(action for action in pop.actions() if action.isEnabled())
    end = below.width() - pop.sizeHint().width() if below.width() < pop.sizeHint().width() else 0
    pop.popup(below.mapToGlobal(QPoint(end, below.height() + 4 if below.height() < 100 else 100)))
    pop.setActiveAction(first)


OVERLAYS: tuple[tuple[str, Scene], ...] = (
    ("palette", palette),
    ("palette-typed", palette_typed),
    ("keys", keys),
    ("menu", menu),
    ("menu-customers", customers_menu),
    ("menu-card", card_menu),
    ("menu-log", log_menu),
    ("menu-snooze", snoozing),
    ("menu-entry", entry_menu),
    ("toast", toast),
    ("banner", banner),
    ("crash", crash),
)
