"""Keys of a sheet, answered wherever in it the keyboard is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def answer(sheet: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Bind a key; the Enter of the number block is as good as Return."""
    for sequence in {keys, keys.replace("Return", "Enter")}:
        shortcut = QShortcut(QKeySequence(sequence), sheet)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
