"""What a screen reader is told beside names: what painted widgets are, and what has happened."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

SpokenRole = QAccessible.Role
"""A class of widgets says with `spoken_role` what it is; Qt knows it of its own widgets only.

For widgets without actions: a button keeps its press only as the button that Qt takes it for.
"""


def tell_roles() -> None:
    """Have every widget with a `spoken_role` told as that; once for the program."""
    QAccessible.installFactory(_interface_of)


def listened_to() -> bool:
    """Whether a screen reader is there."""
    return QAccessible.isActive()


def announce(widget: QWidget, text: str) -> None:
    """Have a text said at once, after what is being said; nothing without a screen reader."""
    if text and listened_to():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _interface_of(_class: str, told: QObject) -> QAccessibleInterface | None:
    """Asked by Qt for each class of a widget, the nearest first, while somebody listens."""
    role = getattr(told, "spoken_role", None)
    if isinstance(role, QAccessible.Role) and isinstance(told, QWidget):
        return QAccessibleWidget(told, role)
    return None
