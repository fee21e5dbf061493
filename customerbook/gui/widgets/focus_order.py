"""Keeping the order in which Tab goes the order in which one reads.

Qt puts what is made later behind all that was there, wherever it stands.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_mark(parent: QWidget) -> QWidget:
    """A hidden widget that keeps a place in the order, for others to follow it.

    What is to follow a widget with children Qt puts behind all of these.
    """
    mark = QWidget(parent)
    mark.resize(0, 0)
    mark.hide()  # nobody is told of it
    mark.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # without any Qt leaves it out
    return mark


def stops_within(root: QWidget) -> list[QWidget]:
    """What Tab comes to within a widget, hidden ones too, in the order in force."""
    found: list[QWidget] = []
    step = root
    while True:
        if step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.window() is root.window():
            found.append(step)
        after = step.nextInFocusChain()
        if after is None or after is root or not root.isAncestorOf(after):
            break
        step = after
    rest = [one for one in root.findChildren(QWidget) if one not in found]
    strays = [
        one
        for one in rest
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is root.window()
    ]
    return found + strays


def put_in_order(first: QWidget, others: Sequence[QWidget]) -> None:
    """Let Tab go from the first through the others, one after the other."""
    before = first
    for widget in others:
        QWidget.setTabOrder(before, widget)
        before = widget
