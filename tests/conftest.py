"""What every test stands on: a fixed place, language and time zone, and the guards."""

import os
import time

from hypothesis import settings

# Before any Qt import: no test needs a display.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The same results in every shop's country. LC_ALL wins over whatever the computer says.
os.environ["TZ"] = "Europe/Berlin"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
if hasattr(time, "tzset"):
    time.tzset()

# No deadline: two cores shared with other tests make single examples slow now and then.
settings.register_profile("customerbook", deadline=None, max_examples=60, print_blob=True)
settings.load_profile("customerbook")

pytest_plugins = [
    "pytester",
    "tests.guards.clock",
    "tests.guards.collecting",
    "tests.guards.keyring",
    "tests.guards.language",
    "tests.guards.logs",
    "tests.guards.network",
    "tests.guards.places",
    "tests.guards.sizes",
    "tests.guards.widgets",
]
