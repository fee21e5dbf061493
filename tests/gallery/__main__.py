"""`python -m tests.gallery DIR [NAME…]` draws every page and sheet of the program on every stand.

NAME is a scene, as `today`, or a stand, as `dark`; of either kind all are drawn if none is named.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

_SCREEN = Path(tempfile.mkdtemp(prefix="gallery")) / "screen.json"


def _prepare() -> None:
    """A screen that is large enough for menus, and the time zone of the shop; before Qt starts."""
    screen = {"name": "gallery", "x": 0, "y": 0, "width": 2560, "height": 1440}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    _SCREEN.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREEN}")
    os.environ["TZ"] = "Europe/Berlin"
    if hasattr(time, "tzset"):
        time.tzset()


def main(arguments: list[str]) -> int:
    """Draw what is wanted into a folder; 2 if nothing is called so."""
    _prepare()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the screen comes first

    from customerbook.gui.collecting import Collecting  # noqa: PLC0415
    from customerbook.gui.none_guard import keep_none_alive  # noqa: PLC0415
    from tests.gallery.drawing import draw  # noqa: PLC0415
    from tests.gallery.sheets import numbered  # noqa: PLC0415
    from tests.gallery.stand import STANDS  # noqa: PLC0415

    wanted = set(arguments[1:])
    scenes = [(name, scene) for name, scene in numbered() if name[3:] in wanted]
    stands = [stand for stand in STANDS if stand.name in wanted]
    known = {name[3:] for name, _scene in scenes} | {stand.name for stand in stands}
    if not arguments or wanted - known:
        sys.stderr.write("usage: python -m tests.gallery DIR [NAME…]\n")
        sys.stderr.write("scenes: " + " ".join(name[3:] for name, _scene in numbered()) + "\n")
        sys.stderr.write("stands: " + " ".join(stand.name for stand in STANDS) + "\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    keep_none_alive()
    app = QApplication(sys.argv[:1])
    Collecting(app)
    for stand in stands or STANDS:
        draw(app, stand, scenes or numbered(), folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
