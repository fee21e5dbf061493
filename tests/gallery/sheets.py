"""The sheets of the gallery; a page is added as one more pair."""

from tests.gallery.components import components
from tests.gallery.parts import first_page, parts
from tests.gallery.stand import Sheet
from tests.gallery.window import customers, log_form, window

SHEETS: tuple[tuple[str, Sheet], ...] = (
    ("components", components),
    ("parts", parts),
    ("first-page", first_page),
    ("window", window),
    ("customers", customers),
    ("log-form", log_form),
)
