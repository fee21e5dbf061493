"""Using the window of a large book by keys and wheel: `python -m …using BOOK HOME [FIRST…]`.

Prints pairs of milliseconds (clock, processor) by name as JSON; what comes between two tries is
not counted.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from customerbook.gui.customers.page import CustomersPage
from tests.benchmarks.counter import Counter, Took, typed
from tests.benchmarks.making import PASSPHRASE
from tests.benchmarks.regular import regular

_TEXTS, _TRIES, _STEPS = 48, 20, 200
_PAUSE = 0.12
"""Seconds between two acts: what follows an act is over by then."""
_LONGER = 0.4
"""Seconds that a page takes to come to rest."""
_CUSTOMER = 3.0
"""Seconds from one customer to the next, at the least: the next log form is made meanwhile."""
_WARMED = 6.0
"""Seconds after unlocking when what is wanted next has been loaded."""


def measured(counter: Counter) -> dict[str, Took]:
    """What 95 of 100 tries take, by name."""
    counter.rest(_WARMED)
    found = _typing(counter)
    page = counter.window.stage.built("customers")
    assert isinstance(page, CustomersPage)
    found["wheel step of the list"] = _wheel(counter, page.side.list.viewport())
    found["open a card with 500 contacts"] = _card(counter, page)
    for name, page_id in (
        ("Today", "today"),
        ("Customers", "customers"),
        ("Follow-ups", "followups"),
    ):
        found[f"switch to {name}"] = _switch(counter, page_id)
    found["open the log form"] = _log(counter)
    return found


def first(counter: Counter, name: str) -> Took:
    """What the first opening after unlocking takes, when one has looked at Today for a while."""
    counter.rest(_WARMED)
    window = counter.window
    acts: dict[str, Callable[[], object]] = {
        "first opening of Customers": lambda: window.go("customers"),
        "first opening of Follow-ups": lambda: window.go("followups"),
        "first opening of the log form": lambda: counter.press(Qt.Key.Key_F2),
    }
    return counter.painted(window, acts[name])


def _typing(counter: Counter) -> dict[str, Took]:
    """Each letter of names, numbers and towns typed into the search field."""
    window = counter.window
    window.go("customers")
    counter.rest(_LONGER)
    page = window.stage.page()
    assert isinstance(page, CustomersPage)
    model, finding = page.side.model, [Took(0.0, 0.0)]
    search = model.search

    def watched(*what: Any, **more: Any) -> None:
        start, busy = time.perf_counter(), time.thread_time()
        try:
            search(*what, **more)
        finally:
            clock, processor = time.perf_counter() - start, time.thread_time() - busy
            before = finding[-1]
            finding[-1] = Took(before[0] + clock * 1000, before[1] + processor * 1000)

    model.search = watched  # type: ignore[method-assign]
    rows, taken = page.side.list.viewport(), []
    for text in typed(counter.book, _TEXTS):
        window.top.focus_search()
        counter.press(Qt.Key.Key_Delete)
        counter.rest(_LONGER)
        for letter in text:
            finding.append(Took(0.0, 0.0))
            taken.append(counter.painted(rows, partial(counter.type_letter, letter)))
            counter.rest(_PAUSE / 2)
    model.search = search  # type: ignore[method-assign]
    window.top.focus_search()
    counter.press(Qt.Key.Key_Delete)
    counter.rest(_LONGER)
    return {
        "key press in search to painted rows": _part(taken),
        "of that: finding": _part(finding[1:]),
    }


def _wheel(counter: Counter, rows: QWidget) -> Took:
    taken = []
    for _step in range(_STEPS):
        taken.append(counter.painted(rows, lambda: counter.turn_wheel(rows, -1)))
        counter.rest(0.01)
    return _part(taken)


def _card(counter: Counter, page: CustomersPage) -> Took:
    window, someone = counter.window, counter.book.customers.ids()[5000]
    customer_id = regular(counter.book)
    return _tried(
        counter,
        page.card,
        lambda: window.open_customer(someone),
        lambda: window.open_customer(customer_id),
    )


def _switch(counter: Counter, page_id: str) -> Took:
    window = counter.window
    away = "followups" if page_id == "today" else "today"
    return _tried(counter, window.stage, lambda: window.go(away), lambda: window.go(page_id))


def _log(counter: Counter) -> Took:
    return _tried(
        counter,
        counter.window,
        lambda: counter.press(Qt.Key.Key_Escape),
        lambda: counter.press(Qt.Key.Key_F2),
        _CUSTOMER / 2,
    )


def _tried(
    counter: Counter,
    place: QWidget,
    before: Callable[[], object],
    act: Callable[[], object],
    pause: float = _PAUSE,
) -> Took:
    taken = []
    for _try in range(_TRIES + 1):
        before()
        counter.rest(pause)
        taken.append(counter.painted(place, act))
        counter.rest(pause)
    before()
    counter.rest(pause)
    return _part(taken[1:])


def _part(taken: list[Took]) -> Took:
    """What 95 of 100 keep to, of either."""
    place = int(len(taken) * 0.95)
    return Took(*(sorted(kind)[place] for kind in zip(*taken, strict=True)))


def main(arguments: list[str]) -> None:
    """Measure everything, or only the first openings that are named."""
    counter = Counter(Path(arguments[0]), PASSPHRASE, Path(arguments[1]))
    names = arguments[2:]
    found = {name: first(counter, name) for name in names} or measured(counter)
    counter.leave()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
