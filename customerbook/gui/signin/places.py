"""Where a new book is put: a good folder of this account, and a name that every system takes."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from customerbook.store.folder import named
from customerbook.store.place import Place, place_of

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 60


def books_folder() -> Path:
    """The folder of documents; the home folder where a cloud service copies that."""
    home = Path.home()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not documents or place_of(Path(documents)) is not Place.LOCAL:
        return home
    return Path(documents)


def book_path(folder: Path, shop: str) -> Path:
    """A path for the book of a shop at which nothing is yet."""
    name = _FORBIDDEN.sub(" ", shop).strip(" .")[:_LONGEST].strip(" .") or "Customer Book"
    path, number = named(folder / name), 2
    while path.exists():
        path, number = named(folder / f"{name} {number}"), number + 1
    return path
