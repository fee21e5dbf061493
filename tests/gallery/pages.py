"""Scenes on the pages of the shop, and on those of a book that is still empty."""

from PySide6.QtWidgets import QScrollArea, QWidget

from customerbook.gui.customers.page import CustomersPage
from customerbook.gui.settings.page import SECTIONS
from tests.gallery.setting import Scene, Setting

OLIVER = 1


def today(setting: Setting) -> QWidget | None:
    """What the owner looks at with the first coffee."""
    page = setting.today()
    page.focus_first()
    return None


def nothing_due(setting: Setting) -> None:
    """Today when all that was due is done."""
    window = setting.calm()
    window.go("today")


def found(setting: Setting) -> QWidget:
    """Whom a search found, what matched in them, and the card of one."""
    page = setting.customers()
    setting.shop().search("mül 0171")
    setting.wait(lambda: 0 < page.side.model.rowCount() < 40)
    page.open_customer(OLIVER)
    return setting.shop().top.field


def everyone(setting: Setting) -> QWidget:
    """All customers by name, with the keyboard in the list."""
    page = setting.customers()
    page.side.list.setCurrentIndex(page.side.model.index(2))
    page.open_customer(page.side.current())
    return page.side.list


def card(setting: Setting) -> QWidget:
    """A card alone where there is room for one half only; scrolled into its timeline elsewhere."""
    page = setting.customers()
    page.open_customer(OLIVER)
    bar = page.card.findChildren(QScrollArea)[0].verticalScrollBar()
    setting.after(lambda: bar.setValue(0))
    setting.wait(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    return page.card


def nobody(setting: Setting) -> QWidget:
    """A search that found nobody offers the new customer."""
    page = setting.customers()
    setting.shop().search("Zacharias Quendel")
    setting.wait(lambda: page.card.matter is None)
    return setting.shop().top.field


def followups(setting: Setting) -> None:
    """Everything that is open, by when."""
    setting.followups().focus_first()


def calendar(setting: Setting) -> QWidget:
    """What is due on a day, with the keyboard in the month."""
    page = setting.followups()
    today = page.calendar.day()
    page.calendar.show_day(today.replace(day=27))
    setting.after(lambda: page.calendar.show_day(today))
    return page.calendar.month


def several(setting: Setting) -> QWidget:
    """Several rows ticked, and the bar that works on all of them."""
    page = setting.followups()
    shown = [section for section in page.sections if section.model.ids()]
    for section in shown[:2]:
        section.list.choose(section.model.ids()[:1])
    setting.after(page.choose_nothing)
    return shown[0].list


def first_day(setting: Setting) -> None:
    """Today in a book that is still empty."""
    setting.empty().go("today")


def no_followups(setting: Setting) -> None:
    """Follow-ups when nothing is open."""
    setting.empty().go("followups")


def no_customers(setting: Setting) -> None:
    """Customers when nobody is in the book."""
    window = setting.empty()
    window.go("customers")
    page = window.stage.page()
    assert isinstance(page, CustomersPage)


def section(section_id: str) -> Scene:
    """A section of the settings."""

    def scene(setting: Setting) -> None:
        setting.settings(section_id).focus_first()

    return scene


PAGES: tuple[tuple[str, Scene], ...] = (
    ("today", today),
    ("today-nothing", nothing_due),
    ("first-day", first_day),
    ("customers-found", found),
    ("customers-everyone", everyone),
    ("customers-card", card),
    ("customers-nobody", nobody),
    ("customers-empty", no_customers),
    ("followups", followups),
    ("followups-calendar", calendar),
    ("followups-several", several),
    ("followups-empty", no_followups),
    *((f"settings-{kind.id}", section(kind.id)) for kind in SECTIONS),
)
