"""All sheets of the gallery in their order; a scene is added to the list of its kind."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.components import components
from tests.gallery.doors import DOORS
from tests.gallery.forms import FORMS
from tests.gallery.lists import LISTS
from tests.gallery.overlays import OVERLAYS
from tests.gallery.pages import PAGES
from tests.gallery.parts import parts
from tests.gallery.setting import Scene, Setting
from tests.gallery.states import fields, states

COMPONENTS: tuple[tuple[str, Callable[[QWidget], None]], ...] = (
    ("components", components),
    ("states", states),
    ("fields", fields),
    ("parts", parts),
)


def _sheet(page: Callable[[QWidget], None]) -> Scene:
    def scene(setting: Setting) -> QWidget | None:
        setting.sheet(page)
        focus = setting.shown().property("first_focus")
        return focus if isinstance(focus, QWidget) else None

    return scene


SCENES: tuple[tuple[str, Scene], ...] = (
    *PAGES,
    *LISTS,
    *FORMS,
    *OVERLAYS,
    *DOORS,
    *((name, _sheet(page)) for name, page in COMPONENTS),
)


def numbered() -> list[tuple[str, Scene]]:
    """Each scene with the name of its file: they sort as they are listed."""
    return [(f"{place:02}-{name}", scene) for place, (name, scene) in enumerate(SCENES, 1)]
