"""Properties of stock widgets that the style sheet looks at: `error`, `band`, `bare`."""

from PySide6.QtWidgets import QWidget


def set_flag(widget: QWidget, name: str, *, on: bool) -> None:
    """Set a property the style sheet looks at, and have it looked at again."""
    if bool(widget.property(name)) != on:
        widget.setProperty(name, on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
