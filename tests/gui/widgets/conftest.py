"""A fresh light theme for every test, and the plain one again afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from customerbook.gui.theme import Theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light at 100 %."""
    yield theme.install(qapp, scheme="light")
    theme.install(qapp, scheme="light")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it cannot do: size hints, raising, grabbing."""
    for item in items:
        if "gui/widgets" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
