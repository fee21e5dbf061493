"""The palette that Qt's own widgets paint themselves with, in the roles of the look."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QColor, QPalette

from customerbook.gui.theme.roles import Role

_ROLES: Final[dict[QPalette.ColorRole, Role]] = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_fill",
    QPalette.ColorRole.Highlight: "fill",
    QPalette.ColorRole.HighlightedText: "on_fill",
    QPalette.ColorRole.Accent: "fill",
    QPalette.ColorRole.Link: "blue",
    QPalette.ColorRole.LinkVisited: "blue",
    QPalette.ColorRole.ToolTipBase: "bar",
    QPalette.ColorRole.ToolTipText: "bar_ink",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "field",
    QPalette.ColorRole.Shadow: "ink3",
}
_GREY: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
"""What is grey where it is disabled."""


def palette_of(colour: Callable[[Role], QColor]) -> QPalette:
    """The palette in the colours in force."""
    palette = QPalette()
    for part, role in _ROLES.items():
        palette.setColor(part, colour(role))
    for part in _GREY:
        palette.setColor(QPalette.ColorGroup.Disabled, part, colour("ink3"))
    return palette
