"""No window, sheet or popup of one test is there in the next: what is left over fails the test."""

import gc
import sys
from collections.abc import Iterator

import pytest


def _top_level_widgets() -> dict[int, object]:
    """Windows that are there now by address in memory; none where no test has started Qt."""
    qt = sys.modules.get("PySide6.QtWidgets")
    application = qt.QApplication.instance() if qt else None
    if qt is None or application is None:
        return {}
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    address = sys.modules["shiboken6"].getCppPointer  # Python's own id changes with the wrapper
    return {address(widget)[0]: widget for widget in qt.QApplication.topLevelWidgets()}


@pytest.fixture(autouse=True)
def _no_widget_left() -> Iterator[None]:
    before = set(_top_level_widgets())
    yield
    if not _new_since(before):
        return
    gc.collect()  # a cycle of Python objects may hold a widget that nobody uses any more
    if left := _new_since(before):
        names = ", ".join(sorted(type(widget).__name__ for widget in left))
        _delete(left)
        pytest.fail(f"Widgets are left over: {names}. Give them to qtbot.addWidget or close them.")


def _new_since(before: set[int]) -> list[object]:
    return [widget for address, widget in _top_level_widgets().items() if address not in before]


def _delete(widgets: list[object]) -> None:
    """Take them away, so that the tests that follow do not fail for the same reason."""
    shiboken = sys.modules["shiboken6"]
    for widget in widgets:
        if shiboken.isValid(widget):
            shiboken.delete(widget)
