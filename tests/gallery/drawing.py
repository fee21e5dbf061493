"""Draws scenes on a stand: one window for all of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.gallery.contact import ContactSheet
from tests.gallery.setting import Scene, Setting
from tests.gallery.stand import Stand, grab, standing

_LITTLE_PACKED = 80  # quality of a PNG says how much time is spent on packing it


def draw(
    app: QApplication, stand: Stand, scenes: Sequence[tuple[str, Scene]], folder: Path
) -> None:
    """Draw each scene as `NAME-STAND.png`, and all of them as `contact-STAND.png`."""
    contact = ContactSheet()
    with standing(app, stand):
        setting = Setting(app, QSize(stand.width, stand.height))
        try:
            for name, scene in scenes:
                setting.play(scene)
                picture = grab(setting.page, stand.ratio)
                picture.save(str(folder / f"{name}-{stand.name}.png"), quality=_LITTLE_PACKED)
                contact.add(name, picture)
                setting.clear()
        finally:
            setting.end()
        contact.image().save(str(folder / f"contact-{stand.name}.png"), quality=_LITTLE_PACKED)
