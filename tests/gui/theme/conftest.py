"""A fresh light theme for every test, and the plain one again afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from customerbook.gui.theme import Theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light at 100 %."""
    yield theme.install(qapp, scheme="light")
    theme.install(qapp, scheme="light")
