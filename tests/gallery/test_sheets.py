"""The gallery draws what it says, and looks the same after switching as when new.

That every scene can be played is proved where their layout is looked at: `tests/adapting`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui import theme
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.pages import PAGES
from customerbook.gui.settings.page import SECTIONS
from tests.gallery.__main__ import main
from tests.gallery.drawing import draw
from tests.gallery.sheets import COMPONENTS, SCENES, numbered
from tests.gallery.stand import LIGHT, STANDS, gone, grab, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SOME = ("today", "customer-draft", "menu", "sign-in", "components")


def built(app: QApplication, sheet: Callable[[QWidget], None]) -> QWidget:
    page = QWidget()
    page.resize(LIGHT.width, LIGHT.height)
    sheet(page)
    page.show()
    settle(app)
    return page


def is_drawn(image: QImage) -> bool:
    rows = (image.height() * part // 8 for part in range(1, 8))
    return len({image.pixel(x, y) for y in rows for x in range(image.width())}) > 3


def test_some_scenes_are_drawn_on_some_stands(qapp: QApplication, tmp_path: Path) -> None:
    keep_none_alive()
    scenes = [(name, scene) for name, scene in SCENES if name in SOME]
    for stand in [stand for stand in STANDS if stand.name in {"dark", "small", "sharp"}]:
        draw(qapp, stand, scenes, tmp_path)
        for name in SOME:
            image = QImage(str(tmp_path / f"{name}-{stand.name}.png"))
            wide, high = (1280, 800) if name == "components" else (stand.width, stand.height)
            assert (image.width(), image.height()) == (wide * stand.ratio, high * stand.ratio)
            assert is_drawn(image)
        assert is_drawn(QImage(str(tmp_path / f"contact-{stand.name}.png")))


def test_every_page_and_section_has_a_scene_and_every_scene_a_name_of_its_own() -> None:
    names = [name for name, _scene in SCENES]
    assert len(set(names)) == len(names)
    for kind in PAGES:
        assert any(name.startswith(kind.id) for name in names)
    assert {f"settings-{kind.id}" for kind in SECTIONS} <= set(names)
    files = [name for name, _scene in numbered()]
    assert files == sorted(files)


def test_a_name_that_nothing_has_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "new"), "tody"]) == 2
    assert "today" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("change", ["dark", "text size"])
@pytest.mark.parametrize(("name", "sheet"), COMPONENTS, ids=[name for name, _sheet in COMPONENTS])
def test_switching_looks_like_starting_anew(
    qapp: QApplication,
    tmp_path: Path,
    name: str,
    sheet: Callable[[QWidget], None],
    change: str,
) -> None:
    look = theme.install(qapp, scheme="light")
    page = built(qapp, sheet)
    if change == "dark":
        look.use_scheme("dark")
    else:
        look.use_scale(130)
        settle(qapp)
        page.resize(1400, 1000)
    settle(qapp)
    switched, size = grab(page), page.size()
    gone(qapp, page)
    page = built(qapp, sheet)
    page.resize(size)
    settle(qapp)
    fresh = grab(page)
    gone(qapp, page)
    theme.install(qapp, scheme="light")
    if switched != fresh:
        switched.save(str(tmp_path / f"{name}-switched.png"))
        fresh.save(str(tmp_path / f"{name}-fresh.png"))
    assert switched == fresh
