"""Room at the start or end of a line that mirrors with the direction, as margins do not."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget


def indented(matter: QWidget | QLayout, *, start: int = 0, end: int = 0) -> QHBoxLayout:
    """A line with pixels before and after its matter, in the direction of reading."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addSpacing(start)
    if isinstance(matter, QWidget):
        line.addWidget(matter, 1)
    else:
        line.addLayout(matter, 1)
    line.addSpacing(end)
    return line


def set_sides(layout: QBoxLayout, owner: QWidget, *, start: int, end: int) -> None:
    """Set the margins at the sides of a layout for the direction in force."""
    margins = layout.contentsMargins()
    left, right = (end, start) if owner.isRightToLeft() else (start, end)
    layout.setContentsMargins(left, margins.top(), right, margins.bottom())
