"""The sheets of the gallery; a page is added as one more pair."""

from tests.gallery.components import components
from tests.gallery.customers import (
    customer_form,
    customers_page,
    everyone,
    import_check,
    preview,
)
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

REAL: tuple[tuple[str, Sheet], ...] = (
    ("customers-page", customers_page),
    ("customers-everyone", everyone),
    ("customer-form", customer_form),
    ("import-check", import_check),
    ("preview", preview),
)
"""Pages and sheets of the real window: a caret blinks in them, and parts are drawn in workers."""
