"""The counter for tests of pages and forms, and plain motion."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from tests.gui.counter import book, empty_book, empty_shell, shell, template

__all__ = ["book", "empty_book", "empty_shell", "shell", "template"]


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> Iterator[None]:
    """Light at 100 % and without fades, so that nothing has to be waited for."""
    theme.install(qapp, scheme="light", reduced_motion=True)
    yield
    theme.install(qapp, scheme="light", reduced_motion=True)
