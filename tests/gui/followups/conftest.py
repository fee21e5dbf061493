"""The counter for the tests of this folder."""

import pytest

from tests.gui.counter import book, empty_book, empty_shell, shell, template

__all__ = ["book", "empty_book", "empty_shell", "shell", "template"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it cannot do: size hints, raising, grabbing."""
    for item in items:
        if "gui/followups/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
