"""Scenes of the list of customers: filters, saved lists, several at once."""

from PySide6.QtWidgets import QWidget

from customerbook.gui.customers.page import CustomersPage
from customerbook.model.filter import Filter
from tests.gallery.setting import Scene, Setting

_LONG = "Vertragswerkstattbereitschaftsdienst mit Abholung"


def _filtered(setting: Setting, wanted: Filter) -> CustomersPage:
    page = setting.customers()
    narrowing = page.side.narrowing
    setting.after(narrowing.show_everyone)
    narrowing.filter_by(wanted)
    setting.wait(page.side.is_complete)
    return page


def _chosen(setting: Setting, rows: slice) -> CustomersPage:
    page = setting.customers()
    setting.wait(page.side.is_complete)
    setting.after(page.side.several.clear)
    page.side.several.choose(page.side.model.ids()[rows])
    page.open_customer(page.side.model.ids()[1])
    page.side.list.scrollToTop()
    return page


def filtered(setting: Setting) -> QWidget:
    """What the list is filtered by, as chips."""
    wanted = Filter(tags=("commuter",), town="München", open_followup=True)
    return _filtered(setting, wanted).side.narrowing.chips.chips[0]


def long_filters(setting: Setting) -> QWidget:
    """Filters that do not stand in one line, and lets nobody through."""
    wanted = Filter((_LONG, "workshop"), responsible=1, quiet_days=91, consent="newsletter")
    return _filtered(setting, wanted).side.list


def more_filters(setting: Setting) -> None:
    """The popup that offers what else to filter by."""
    setting.customers().side.narrowing.ask_more()


def list_menu(setting: Setting) -> None:
    """The menu of saved lists."""
    page = _filtered(setting, Filter(tags=("commuter",)))
    page.side.narrowing.lists.open_menu()


def list_name(setting: Setting) -> None:
    """Asking what a list is called."""
    _filtered(setting, Filter(tags=("commuter",))).side.narrowing.lists.ask_name()


def several(setting: Setting) -> QWidget:
    """Several customers chosen, and the bar that works on all of them."""
    return _chosen(setting, slice(1, 9, 2)).side.list


def tagging(setting: Setting) -> None:
    """The popup that gives tags to several customers and takes them."""
    _chosen(setting, slice(1, 5)).commands()["tag"]()


def printing(setting: Setting) -> None:
    """Where summaries of several customers are to go."""
    _chosen(setting, slice(0, None)).commands()["print"]()


LISTS: tuple[tuple[str, Scene], ...] = (
    ("customers-filtered", filtered),
    ("customers-long-filters", long_filters),
    ("customers-more-filters", more_filters),
    ("customers-lists", list_menu),
    ("customers-list-name", list_name),
    ("customers-several", several),
    ("customers-tagging", tagging),
    ("customers-print-several", printing),
)
