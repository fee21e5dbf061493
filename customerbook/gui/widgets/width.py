"""The width of a part that stands beside another, or alone where there is no room for both."""

from typing import Final

from PySide6.QtWidgets import QWidget

_UNBOUND: Final = 16_777_215
"""Pixels: what Qt takes for no limit."""


def keep_width(widget: QWidget, width: int | None) -> None:
    """Give a widget just this width in pixels; with none it takes the room there is."""
    widget.setMinimumWidth(width or 0)
    widget.setMaximumWidth(_UNBOUND if width is None else width)
