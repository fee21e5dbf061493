"""`python -m tests.gallery DIR [NAME…]` draws the sheets, or only those that are named."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.gallery.sheets import REAL, SHEETS
from tests.gallery.stand import STANDS, take


def main(arguments: list[str]) -> int:
    """Draw every sheet on every stand into a folder."""
    if not arguments:
        sys.stderr.write("usage: python -m tests.gallery DIR [NAME…]\n")
        return 2
    folder, wanted = Path(arguments[0]), arguments[1:]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for name, sheet in (*SHEETS, *REAL):
        if wanted and name not in wanted:
            continue
        for stand in STANDS:
            take(app, sheet, stand, folder / f"{name}-{stand.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
