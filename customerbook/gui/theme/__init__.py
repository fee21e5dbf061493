"""Colours by role, Inter in five sizes, icons, and the `Theme` that switches them as a whole.

`install(app)` once at the start; widgets ask `current()` while they lay out and paint:
`current().colour("ink2")`, `.font("name")`, `.px(40)`, `.pixmap("mail", 18, "accent", ratio)`.
A widget with a method `restyle()` is told when the look has changed.
"""

from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.theme.fonts import SCALES, Scale, Style
from customerbook.gui.theme.roles import Role, Scheme
from customerbook.gui.theme.theme import Theme, application, current, install

keep_none_alive()

__all__ = [
    "SCALES",
    "Role",
    "Scale",
    "Scheme",
    "Style",
    "Theme",
    "application",
    "current",
    "install",
]
